"""The words of a stored meeting, passage by passage, as what is read from them in `store.threads` takes them."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from store.database.sql import made, rows
from store.model import Span
from store.text.dates import FoundDate, find_dates


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together: a clause, the title of an item, or a paragraph.

    `permalink` is that of the clause, the item or the meeting. `start` and `end` are characters into the text of the
    document. `carried` is false of the clause of a motion that was lost or withdrawn.
    """

    kind: str  # "clause", "title", or that of a paragraph as in `store.model.Kind`
    item_id: int | None
    clause_id: int | None
    permalink: str
    label: str | None
    text: str
    document_id: int
    start: int
    end: int
    carried: bool = True
    complete: bool = True


@dataclass(frozen=True, slots=True)
class ItemWords:
    """An item of a meeting, as far as its own row tells of it."""

    id: int
    position: int
    number: str | None
    reference: str | None
    title: str
    complete: bool
    permalink: str
    document_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Point:
    """What is printed under a clause."""

    clause_id: int
    text: str
    document_id: int
    start: int
    end: int


@dataclass
class MeetingWords:
    """A meeting with all its passages, in printed order within each item. `date` is an ISO day or None."""

    id: int
    organization_id: int
    body: str
    permalink: str
    date: str | None
    next_meeting: str | None
    items: tuple[ItemWords, ...]
    passages: tuple[Passage, ...]
    points: tuple[Point, ...] = ()
    texts: dict[int, str] = field(default_factory=dict)

    @cached_property
    def titles(self) -> dict[int | None, str]:
        """The titles of items by their keys."""
        return {item.id: item.title for item in self.items}

    def of_item(self, item_id: int | None) -> Iterator[Passage]:
        """The passages of an item."""
        return (one for one in self.passages if one.item_id == item_id)


_FIGURE = re.compile(r"\d")
_PASSAGES_AT_HAND = 2_048


def has_figures(text: str) -> bool:
    """Whether there is a figure in a text: most have none, and name no day and no number."""
    return _FIGURE.search(text) is not None


@lru_cache(_PASSAGES_AT_HAND)
def dates_in(text: str) -> tuple[FoundDate, ...]:
    """The dates of a passage, which several readings of it ask for."""
    return tuple(find_dates(text)) if has_figures(text) else ()


def meeting_words(store: sqlite3.Connection, meeting_id: int) -> MeetingWords:
    """The words of a meeting. Raises `LookupError` when there is no such meeting."""
    for row in rows(store, _MEETING, (meeting_id,)):
        items = tuple(
            made(ItemWords, one, complete=bool(one["complete"])) for one in rows(store, _ITEMS, (meeting_id,))
        )
        titles = (
            Passage("title", item.id, None, item.permalink, None, item.title, item.document_id, item.start, item.end)
            for item in items
        )
        return made(
            MeetingWords,
            row,
            items=items,
            passages=(*titles, *_passages(store, _PARAGRAPHS, meeting_id), *_passages(store, _CLAUSES, meeting_id)),
            points=tuple(made(Point, one) for one in rows(store, _POINTS, (meeting_id,))),
        )
    raise LookupError(f"There is no meeting {meeting_id}.")


def _passages(store: sqlite3.Connection, question: str, meeting_id: int) -> Iterator[Passage]:
    for row in rows(store, question, (meeting_id,)):
        yield made(Passage, row, carried=bool(row["carried"]), complete=bool(row["complete"]))


def evidence_of(words: MeetingWords, store: sqlite3.Connection, passage: Passage, begin: int, end: int) -> Span:
    """Where characters `begin` to `end` of a passage's text stand in its document; all of the passage where unclear.

    White space differs between the two, so that letters are counted without it.
    """
    if passage.document_id not in words.texts:
        found = store.execute("SELECT text FROM document WHERE id = ?", (passage.document_id,)).fetchone()
        words.texts[passage.document_id] = found[0] if found else ""
    source = words.texts[passage.document_id][passage.start : passage.end]
    printed = [at for at, letter in enumerate(source) if not letter.isspace()]
    told = "".join(passage.text.split())
    skipped = len(printed) - len(told)
    if skipped < 0 or "".join(source[at] for at in printed[skipped:]) != told:
        return Span(passage.start, passage.end)
    first = skipped + len("".join(passage.text[:begin].split()))
    last = first + len("".join(passage.text[begin:end].split())) - 1
    if last < first:
        return Span(passage.start, passage.end)
    return Span(passage.start + printed[first], passage.start + printed[last] + 1)


_MEETING = """
    SELECT meeting.id, organization_id, organization.name AS body, permalink, date, next_meeting
    FROM meeting JOIN organization ON organization.id = organization_id WHERE meeting.id = ?
"""
_ITEMS = """
    SELECT id, position, number, reference, title, complete, permalink, document_id, start, end
    FROM agenda_item WHERE meeting_id = ? ORDER BY position
"""
_PARAGRAPHS = """
    SELECT kind, item_id, NULL AS clause_id, ifnull(agenda_item.permalink, meeting.permalink) AS permalink, label, text,
        paragraph.document_id, paragraph.start, paragraph.end, 1 AS carried, 1 AS complete
    FROM paragraph JOIN meeting ON meeting.id = paragraph.meeting_id LEFT JOIN agenda_item ON agenda_item.id = item_id
    WHERE paragraph.meeting_id = ? AND (kind IN ('discussion', 'note', 'agenda text')
        OR (item_id IS NULL AND kind IN ('heading', 'furniture') AND paragraph.position <= 8))
    ORDER BY agenda_item.position, paragraph.position
"""
_CLAUSES = """
    SELECT 'clause' AS kind, item_id, clause.id AS clause_id, clause.permalink, label, text, clause.document_id,
        clause.start, clause.end, result IN ('carried', 'deferred') AS carried, clause.complete
    FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id
    CROSS JOIN clause ON resolution_id = resolution.id WHERE meeting_id = ?
    ORDER BY agenda_item.position, resolution.position, clause.position
"""
_POINTS = """
    SELECT point.clause_id, point.text, point.document_id, point.start, point.end
    FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id
    CROSS JOIN point ON point.resolution_id = resolution.id
    WHERE meeting_id = ? AND point.clause_id IS NOT NULL ORDER BY point.id
"""
