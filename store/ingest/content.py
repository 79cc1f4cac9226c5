"""All that a document says of a meeting, written at once: its rows, and their rows of the index.

Index and seal are made of the rows in hand; a check makes them of the tables, and finds the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from store.database.checksums import hash_of_rows
from store.database.connect import quoted_names
from store.index.indexed_rows import TEXT_KINDS, Values, rows_made
from store.index.indexing import index_rows
from store.index.section import Section
from store.index.terms import MeetingFacts
from store.ingest.known_keys import Lookups
from store.ingest.meeting_rows import COLUMNS, Rows
from store.model import Kind, Meeting
from store.text.meeting_kinds import meeting_kind

if TYPE_CHECKING:
    from sqlite_utils import Database

HEADER = ("start", "end", "venue", "chair", "status", "minuted", "next_meeting", "meeting_kind")
"""The columns of a meeting that its document fills."""

Header = tuple[object, ...]


def header_of(meeting: Meeting) -> Header:
    """The values of `HEADER`; None where the document does not say."""
    next_meeting = None if meeting.next_meeting is None else meeting.next_meeting.isoformat()
    said = (meeting.start, meeting.end, meeting.venue, meeting.chair, meeting.status)
    return (*said, int(meeting.minuted), next_meeting, kind_of(meeting))


def kind_of(meeting: Meeting) -> str | None:
    """The kind of a meeting ("extraordinary"): as a person says, else by the first heading that names one."""
    if meeting.kind:
        return meeting.kind
    lines = (paragraph.text for paragraph in meeting.paragraphs if paragraph.kind is Kind.HEADING)
    return next((kind for line in lines if (kind := meeting_kind(line))), None)


def write_rows(db: "Database", meeting_id: int, place: MeetingFacts, rows: Rows, lookups: Lookups) -> None:
    """Store and index all that is said in a meeting that has nothing said in it yet."""
    for table, insert in _INSERT.items():
        db.conn.executemany(insert, getattr(rows, table))
    lookups.keys_taken(rows)
    doubted = {doubt.item_id for doubt in rows.doubt}
    indexed = {section: list(rows_made(section, place, values(rows), doubted)) for section, values in _INDEXED.items()}
    index_rows(db.conn, meeting_id, place, indexed, lookups.free_keys)


def new_meeting_hash(
    place: MeetingFacts, day: str, header: Header, permalink: str, document_id: int, rows: Rows
) -> str:
    """What `meeting_hash` says of a meeting that one document tells of, without reading it back."""
    of = place.committee
    names = (of.council, of.council_slug, of.name, of.slug, place.date, day)
    *said, kind = header
    return hash_of_rows(chain([(*names, *said, permalink, kind), (document_id, 1)], _sealed(rows)))


def _sealed(rows: Rows) -> Iterator[Sequence[object]]:
    """The values that the statements of `store.database.checksums` select, in their order."""
    items = {item.id: item.position for item in rows.agenda_item}
    resolutions = {resolution.id: resolution.permalink for resolution in rows.resolution}
    clauses = {clause.id: clause.position for clause in rows.clause}
    yield from (item[2:] for item in rows.agenda_item)
    for paragraph in sorted(rows.paragraph, key=lambda one: one.item_id is not None):
        yield (items.get(paragraph.item_id or 0), *paragraph[3:])
    for resolution in rows.resolution:
        yield (items[resolution.item_id], *resolution[2:])
    for clause in rows.clause:
        yield (resolutions[clause.resolution_id], *clause[2:])
    for point in sorted(rows.point, key=lambda one: (one.resolution_id, one.clause_id or 0)):
        yield (resolutions[point.resolution_id], clauses.get(point.clause_id or 0), *point[3:])
    yield from _sealed_beside(rows, items)


def _sealed_beside(rows: Rows, items: Mapping[int, int]) -> Iterator[Sequence[object]]:
    """Who came, what they declared, and what is in doubt; `items` are the positions of the items."""
    yield from (person[2:] for person in rows.attendance)
    yield from (interest[2:] for interest in rows.interest)
    yield from ((items.get(doubt.item_id or 0), *doubt[3:]) for doubt in rows.doubt)


def _clauses(rows: Rows) -> Iterator[Values]:
    items = {item.id: item for item in rows.agenda_item}
    resolutions = {resolution.id: resolution for resolution in rows.resolution}
    points: dict[int, list[str]] = {}
    for point in rows.point:
        if point.clause_id is not None:
            points.setdefault(point.clause_id, []).append(point.text)
    for one in rows.clause:
        of = resolutions[one.resolution_id]
        item = items[of.item_id]
        under = " ".join(points[one.id]) if one.id in points else None
        said = (one.id, item.id, item.number, item.title, one.label, one.text, under)
        yield (
            *said,
            of.intro,
            one.outcomes,
            one.complete,
            of.mover,
            of.seconder,
            of.vote is not None,
            of.form,
            of.result,
        )


def _titles(rows: Rows) -> Iterator[Values]:
    return ((item.id, item.id, item.number, item.title, item.complete) for item in rows.agenda_item)


def _paragraphs(rows: Rows) -> Iterator[Values]:
    numbers = {item.id: item.number for item in rows.agenda_item}
    for one in sorted(rows.paragraph, key=lambda one: one.item_id is not None):
        if one.kind in TEXT_KINDS:
            yield one.id, one.item_id, numbers.get(one.item_id or 0), one.label, one.text


_INDEXED = {Section.RESOLUTIONS: _clauses, Section.TITLES: _titles, Section.TEXT: _paragraphs}
_INSERT = {
    table: f"INSERT INTO {table} ({quoted_names(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 (our own names)
    for table, columns in COLUMNS.items()
}
