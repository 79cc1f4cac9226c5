"""Which meetings have doubts, and the documents in which these lie: what a person should look at before citing."""

import sqlite3
from collections.abc import Iterator

from store.database.sql import NEWEST_FIRST, ORGANIZATIONS
from store.model import Span
from store.permalinks.lookup import find_place
from store.views.evidence_places import EvidenceSource, sources_of
from store.views.meeting_views import doubts_of_meeting, item_line, meeting_line
from store.views.view_lines import DoubtLine, MeetingLine

Doubted = tuple[MeetingLine, tuple[DoubtLine, ...]]
"""A meeting, and the doubts about it in the order of their places."""


def each_doubted(store: sqlite3.Connection) -> Iterator[Doubted]:
    """The meetings with doubts, newest first."""
    for (key,) in store.execute(_DOUBTED):
        yield meeting_line(store, key), doubts_of_meeting(store, key)


def doubted_at(store: sqlite3.Connection, permalink: str) -> Doubted:
    """The meeting that a permalink names or lies in; of an item, or what lies in one, only the doubts that it has.

    Raises `NotFound` when there is no such place.
    """
    place = find_place(store, permalink)
    line, doubts = meeting_line(store, place.meeting_id), doubts_of_meeting(store, place.meeting_id)
    if place.item_id is None:
        return line, doubts
    item = item_line(store, place.item_id).permalink
    return line, tuple(doubt for doubt in doubts if doubt.permalink == item)


def doubt_sources(store: sqlite3.Connection, permalink: str) -> tuple[tuple[DoubtLine, EvidenceSource], ...]:
    """The doubts about the meeting of a place, each with its document, where the words in doubt are the evidence."""
    key = find_place(store, permalink).meeting_id
    documents = {source.key: source for source in sources_of(store, key, {})}
    doubts = doubts_of_meeting(store, key)
    return tuple((one, documents[one.document_id].at(Span(one.start, one.end))) for one in doubts)


_DOUBTED = f"""
    SELECT meeting.id FROM meeting {ORGANIZATIONS} WHERE EXISTS (SELECT 1 FROM doubt WHERE meeting_id = meeting.id)
    ORDER BY {NEWEST_FIRST}
"""  # noqa: S608 (our own names)
