"""The rows of the index as they should be: a clause, the title of an item, or a paragraph of discussion each.

They are made of the same values whether those are in hand, before they are stored, or read from the tables.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any

from store.database.sql import ORGANIZATIONS, has_table, one_row
from store.index.section import Section
from store.index.terms import (
    AMENDMENT,
    DOUBT,
    MeetingFacts,
    decision_tokens,
    motion_tokens,
    number_tokens,
    place_tokens,
    text_tokens,
)
from store.index.text_facts import text_facts
from store.permalinks.committees import COMMITTEE, committee_in
from store.text.tokens import search_words

Values = tuple[Any, ...]
"""The values that a row of a section is made of, its key and that of its item first, as the statements below select."""

_AMENDS = "amend"  # amendment, amended, amending
_WORDINGS = 4_096  # titles and formulas that minutes repeat, whose words are kept at hand


@dataclass(frozen=True)
class Indexed:
    """What is indexed: `text` and `title` as folded words, `told` and `facts` as tokens.

    `told` is what the text tells beside its words, `facts` are all others.
    """

    section: Section
    source_id: int
    text: list[str]
    title: list[str]
    told: list[str]
    facts: list[str]

    @cached_property
    def wording(self) -> int:
        return hash_of(self.section, self.text)

    @property
    def length(self) -> int:
        """The letters of text and title, each word with the space behind it."""
        return sum(map(len, self.text)) + sum(map(len, self.title)) + len(self.text) + len(self.title)

    @cached_property
    def tokens(self) -> list[str]:
        return list(dict.fromkeys([*text_tokens(self.text), *text_tokens(self.title), *self.told, *self.facts]))


def hash_of(section: Section, folded: Sequence[str]) -> int:
    """What texts with the same folded words have in common, and of a million texts hardly two others: 47 bits."""
    written = f"{section}\n{' '.join(folded)}".encode()
    return int.from_bytes(blake2b(written, digest_size=6).digest(), "big") >> 1


def indexed_rows(
    store: sqlite3.Connection, section: Section, meeting_id: int
) -> tuple[int, MeetingFacts, list[Indexed]]:
    """What is indexed of a meeting in a section, in printed order, with its organization and place."""
    organization_id, place = place_of(store, meeting_id)
    values = store.execute(_SELECTED[section], (meeting_id,))
    return organization_id, place, list(rows_made(section, place, values, _doubted(store, meeting_id)))


def _doubted(store: sqlite3.Connection, meeting_id: int) -> Set[int | None]:
    """The items of a meeting with doubts; a store from before these were kept has none."""
    if not has_table(store, "doubt"):
        return frozenset()
    return {key for (key,) in store.execute("SELECT item_id FROM doubt WHERE meeting_id = ?", (meeting_id,))}


def place_of(store: sqlite3.Connection, meeting_id: int) -> tuple[int, MeetingFacts]:
    """The organization that held a meeting, and what is known of where and when."""
    row = one_row(store, _PLACE, (meeting_id,))
    return int(row["organization_id"]), MeetingFacts(committee_in(row), row["date"])


def rows_made(
    section: Section, place: MeetingFacts, values: Iterable[Values], doubted: Set[int | None]
) -> Iterator[Indexed]:
    """The rows of a section, each of the values that its statement would select; `doubted` are items with doubts."""
    around = list(place_tokens(place))
    in_doubt = [*around, DOUBT]
    make = _MADE[section]
    for key, item_id, *said in values:
        yield make(in_doubt if item_id is not None and item_id in doubted else around, key, *said)


def _clause(around: Sequence[str], clause_id: int, *said: Any) -> Indexed:
    number, title, label, text, points, intro, outcomes, complete, mover, seconder, vote, form, result = said
    facts = [*around, *number_tokens(number, label)]
    facts += decision_tokens(json.loads(outcomes), mover, seconder, vote=bool(vote), complete=bool(complete))
    facts += motion_tokens(form, result)
    facts += _told(title)
    before = [*_words(title), *(search_words(intro) if intro else ())]
    text = f"{text} {points}" if points else text
    folded = search_words(text)
    if any(word.startswith(_AMENDS) for word in (*folded, *before)):
        facts.append(AMENDMENT)
    return Indexed(Section.RESOLUTIONS, clause_id, folded, before, list(text_facts(text)), facts)


def _title(around: Sequence[str], item_id: int, *said: Any) -> Indexed:
    number, title, complete = said
    facts = [*around, *number_tokens(number, None)]
    facts += decision_tokens((), None, None, vote=False, complete=bool(complete))
    return Indexed(Section.TITLES, item_id, list(_words(title)), [], list(_told(title)), facts)


def _paragraph(around: Sequence[str], paragraph_id: int, *said: Any) -> Indexed:
    number, label, text = said
    facts = [*around, *number_tokens(number, None)]
    text = f"{label} {text}" if label else text
    return Indexed(Section.TEXT, paragraph_id, search_words(text), [], list(text_facts(text)), facts)


@lru_cache(_WORDINGS)
def _words(title: str) -> tuple[str, ...]:
    """A title's words are asked for by every clause below it, and by meeting after meeting."""
    return tuple(search_words(title))


@lru_cache(_WORDINGS)
def _told(title: str) -> tuple[str, ...]:
    return tuple(text_facts(title))


_MADE: Mapping[Section, Callable[..., Indexed]] = {
    Section.RESOLUTIONS: _clause,
    Section.TITLES: _title,
    Section.TEXT: _paragraph,
}
TEXT_KINDS = ("agenda text", "discussion", "note")
"""The kinds of paragraphs that are found."""

_PLACE = f"SELECT organization_id, date, {COMMITTEE} FROM meeting {ORGANIZATIONS} WHERE meeting.id = ?"  # noqa: S608 (our own names)
_SELECTED = {
    Section.RESOLUTIONS: """
        SELECT clause.id, agenda_item.id, number, title, clause.label, clause.text,
            (SELECT group_concat(text, ' ')
                FROM (SELECT text FROM point WHERE clause_id = clause.id ORDER BY position)),
            intro, outcomes, clause.complete, mover, seconder, vote IS NOT NULL, form, result
        FROM agenda_item
        CROSS JOIN resolution ON item_id = agenda_item.id
        CROSS JOIN clause ON resolution_id = resolution.id
        WHERE meeting_id = ? ORDER BY agenda_item.position, resolution.position, clause.position
    """,
    Section.TITLES: "SELECT id, id, number, title, complete FROM agenda_item WHERE meeting_id = ? ORDER BY position",
    Section.TEXT: f"""
        SELECT paragraph.id, item_id, number, label, text
        FROM paragraph LEFT JOIN agenda_item ON agenda_item.id = item_id
        WHERE paragraph.meeting_id = ? AND kind IN {TEXT_KINDS}
        ORDER BY agenda_item.position, paragraph.position
    """,  # noqa: S608 (our own words)
}
