"""Looking through the whole store for the words of a quotation: the places that have them, or the nearest words."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from store.citation.quotable import quoted_clause
from store.database.sql import rows
from store.find.index_rows import IndexRow, RowCache, Shown, matching, passed, shown
from store.find.open_index import OpenIndex
from store.index.section import Section
from store.index.terms import COMMON, pair
from store.permalinks.lookup import Place
from store.verify.cited_places import CitedPlace, place_at
from store.verify.comparison import Comparison, Likeness, compare, standing_in
from store.verify.quoted_words import QuotedWords

_SECONDS = 2.0  # for the words of one quotation; where they are all common ones, what was looked at by then decides
_CACHE_KILOBYTES = 65_536
_AT_ONCE = 400  # rows
_LOOKED_AT = 20_000  # rows, for the very words
_TELLING = 8  # words, the rarest, that are asked for
_CANDIDATES = 200  # rows among which the nearest is looked for
_COMPARED = 5  # of them word by word
_ENOUGH = 20  # rows with the very words, of which one has them as printed
_SINGLE = 3  # words that may each be the only one that is right
_NEAR = 8  # words that a misquoted one may be


@dataclass(frozen=True, slots=True)
class FoundWords:
    """A place and how the words of a quotation stand there. `more` says that they stand in other places too."""

    permalink: str
    comparison: Comparison
    more: bool = False


class Searching:
    """Looks through one store. Belongs to the thread that made it."""

    def __init__(self, store: sqlite3.Connection) -> None:
        store.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
        self._store = store
        self._index = OpenIndex(store)
        self._index.renew()

    @property
    def rows(self) -> RowCache:
        """What is known of the committees."""
        return self._index.rows

    def exact(self, quotation: QuotedWords) -> FoundWords | None:
        """Where the words stand as quoted, or else with other marks and capitals: decided, discussed or in a title.

        Words that run on over several clauses or paragraphs stand in their item.
        """
        found = []
        for section in (Section.RESOLUTIONS, Section.TEXT, Section.TITLES):
            rows = self._rows_with(section, quotation)
            found += [self._found(section, row, quotation, more=len(rows) > 1) for row in rows]
            if any(one.comparison.likeness is Likeness.EXACT for one in found):
                break
        return max(found, key=lambda one: one.comparison.likeness, default=None) or self._running_on(quotation)

    def nearest(self, quotation: QuotedWords) -> FoundWords | None:
        """Where the likest words stand; the very words, where they run on over several clauses or paragraphs."""
        from rapidfuzz import fuzz, process

        best: list[FoundWords] = []
        wanted = " ".join(quotation.folded)
        for section in Section:
            rows = self._candidates(section, quotation)
            texts = {at: row.text for at, row in enumerate(rows)}
            for _, _, at in process.extract(wanted, texts, scorer=fuzz.partial_ratio, limit=_COMPARED):
                best += self._compared(section, rows[at], quotation)
        return max(best, key=lambda one: (one.comparison.likeness, one.comparison.share), default=None)

    def _rows_with(self, section: Section, quotation: QuotedWords) -> list[IndexRow]:
        """Rows that have the words, each text once; not all of them, where there are very many."""
        terms = self._index.terms(section)
        asked = dict.fromkeys(quotation.folded)
        if not all(map(terms.count, asked)):
            return []
        telling = sorted(asked, key=terms.count)[:_TELLING]
        pairs = {pair(*two) for row in quotation.rows for two in pairwise(row) if COMMON.issuperset(two)}
        expression = " AND ".join(f'"{term}"' for term in (*telling, *sorted(pairs)))
        rows: dict[str, IndexRow] = {}
        after, looked_at = -1, 0
        self._index.deadline.begin(_SECONDS, bool)
        with self._index.deadline.limited():
            while looked_at < _LOOKED_AT and len(rows) < _ENOUGH and not self._index.deadline.late:
                keys = matching(self._store, section, expression, _AT_ONCE, after=after)
                for row in self._index.rows.by_keys(section, keys):
                    if quotation.alike_in(row.text):
                        rows.setdefault(row.text, row)
                looked_at += len(keys)
                if len(keys) < _AT_ONCE or (rows and looked_at > _AT_ONCE):
                    break
                after = keys[-1]
        self._index.deadline.end()
        return list(rows.values())

    def _running_on(self, quotation: QuotedWords) -> FoundWords | None:
        """The item with words that no clause and no paragraph has all of, found by a part of them that one has."""
        for part in quotation.apart:
            for section in (Section.RESOLUTIONS, Section.TEXT):
                for row in self._rows_with(section, part)[:_ENOUGH]:
                    for item in self._item_of(section, row):
                        if comparison := standing_in(quotation, item.texts):
                            return FoundWords(item.permalink, comparison)
        return None

    def _found(self, section: Section, row: IndexRow, quotation: QuotedWords, *, more: bool) -> FoundWords:
        ((times, source),) = passed(self._store, section, [row])
        place = shown(self._store, section, [source])[source]
        comparison = compare(quotation, self._text(section, source, place))
        return FoundWords(place.permalink, comparison, more or times > 1)

    def _candidates(self, section: Section, quotation: QuotedWords) -> list[IndexRow]:
        """Rows that have some of the telling words, each of which may be misquoted."""
        terms = self._index.terms(section)
        groups: list[Sequence[str]] = []
        for word in dict.fromkeys(quotation.folded):
            meant = [word] if terms.count(word) else list(terms.near(word, False))[:_NEAR]
            groups += [meant] if meant else []
        groups.sort(key=lambda meant: sum(map(terms.count, meant)))
        telling = groups[:_TELLING]
        asked = [telling[:4], *(telling[:at] + telling[at + 1 :] for at in range(min(len(telling), 4)))]
        asked += [list(two) for two in combinations(telling[:5], 2)] + [[one] for one in telling[:_SINGLE]]
        keys: dict[int, None] = {}
        self._index.deadline.begin(_SECONDS, bool)
        for some in asked:
            with self._index.deadline.limited():
                if some and len(keys) < _CANDIDATES and not self._index.deadline.late:
                    keys |= dict.fromkeys(matching(self._store, section, _all_of(some), _CANDIDATES // 2))
        self._index.deadline.end()
        return self._index.rows.by_keys(section, list(keys))

    def _compared(self, section: Section, row: IndexRow, quotation: QuotedWords) -> Iterator[FoundWords]:
        found = self._found(section, row, quotation, more=False)
        yield found
        if found.comparison.likeness < Likeness.ALIKE:
            for item in self._item_of(section, row):
                yield FoundWords(item.permalink, compare(quotation, *item.texts))

    def _item_of(self, section: Section, row: IndexRow) -> Iterator[CitedPlace]:
        """The item that a row lies in, with all its words; nothing for a note of the meeting's."""
        question = _ITEM_OF.get(section)
        for item in rows(self._store, question, (row.source_id,)) if question else ():
            yield place_at(self._store, Place(item["permalink"], item["meeting_id"], item["id"]))

    def _text(self, section: Section, source: int, place: Shown) -> str:
        text = quoted_clause(self._store, source).text if section is Section.RESOLUTIONS else place.text
        return f"{place.label} {text}" if place.label else text


_ITEM_OF = {
    Section.RESOLUTIONS: (
        "SELECT agenda_item.* FROM clause"
        " JOIN resolution ON resolution.id = resolution_id JOIN agenda_item ON agenda_item.id = item_id"
        " WHERE clause.id = ?"
    ),
    Section.TEXT: (
        "SELECT agenda_item.* FROM paragraph JOIN agenda_item ON agenda_item.id = item_id WHERE paragraph.id = ?"
    ),
}


def _all_of(groups: Iterable[Iterable[str]]) -> str:
    return " AND ".join("(" + " OR ".join(f'"{term}"' for term in meant) + ")" for meant in groups)
