"""Every clause of a store in memory, by the words that it holds and that stand around it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from store.citation import spoken_day
from store.find.words import words

# What a word counts where it stands: in the clause, in its item's title, around them (committee, date, introduction).
_TEXT, _TITLE, _AROUND = 1.0, 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause as found. `title_words` are folded; `phrase` is number, title and text, folded, for words in a row."""

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    label: str | None
    text: str
    title: str
    outcomes: tuple[str, ...]
    complete: bool
    title_words: frozenset[str]
    phrase: str


class Index:
    """The clauses, newest first, and for every folded word the clauses (by place in that order) that have it."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self.entries: list[Entry] = []
        self._with_word: dict[float, dict[str, list[int]]] = {
            counts: defaultdict(list) for counts in (_AROUND, _TITLE, _TEXT)
        }
        # Titles, committees and dates recur; their words are made once.
        self._words = cache(words)
        for row in store.execute(_CLAUSES):
            self._add(*row)

    @property
    def terms(self) -> set[str]:
        """Every word that some clause can be found by."""
        return set().union(*self._with_word.values())

    def matches(self, meant: Mapping[str, float]) -> dict[int, float]:
        """Each clause that has one of these words, with the quality of its best: the word's own times its place's."""
        found = (
            (quality * counts, having[term])
            for counts, having in self._with_word.items()
            for term, quality in meant.items()
            if term in having
        )
        best: dict[int, float] = {}
        for quality, clauses in sorted(found, key=lambda pair: pair[0]):
            best.update(dict.fromkeys(clauses, quality))
        return best

    def _add(
        self,
        permalink: str,
        council: str | None,
        committee: str,
        slug: str,
        date: str | None,
        number: str | None,
        label: str | None,
        text: str,
        folded: str,
        title: str,
        intro: str | None,
        outcomes: str,
        complete: int,
    ) -> None:
        place = [*self._words(number or ""), *self._words(label or "")]
        title_words = self._words(title)
        around = [*self._words(f"{council or ''} {committee} {slug}"), *self._words(intro or "")]
        if date:
            around += [*self._words(date), *self._words(spoken_day(date))]
        at = len(self.entries)
        for counts, having in (
            (_TEXT, [*folded.split(), *place, "".join(place)]),
            (_TITLE, title_words),
            (_AROUND, around),
        ):
            self._note(self._with_word[counts], having, at)
        phrase = f" minute {' '.join(place)} | {' '.join(title_words)} | {folded} "
        entry = Entry(
            permalink,
            council,
            committee,
            date,
            number,
            label,
            text,
            title,
            tuple(json.loads(outcomes)),
            bool(complete),
            frozenset(title_words),
            phrase,
        )
        self.entries.append(entry)

    @staticmethod
    def _note(having: dict[str, list[int]], found: Iterable[str], at: int) -> None:
        for word in dict.fromkeys(found):
            if word:
                having[word].append(at)


_CLAUSES = """
    SELECT clause.permalink, council.name, committee.name, committee.slug, meeting.date, agenda_item.number,
        clause.label, clause.text, clause.folded, agenda_item.title, resolution.intro, clause.outcomes, clause.complete
    FROM clause
    JOIN resolution ON resolution.id = clause.resolution_id
    JOIN agenda_item ON agenda_item.id = resolution.item_id
    JOIN meeting ON meeting.id = agenda_item.meeting_id
    JOIN organization AS committee ON committee.id = meeting.organization_id
    LEFT JOIN organization AS council ON council.id = committee.parent_id
    ORDER BY meeting.date IS NULL, meeting.date DESC, meeting.start DESC, meeting.id,
        agenda_item.position, resolution.position, clause.position
"""
