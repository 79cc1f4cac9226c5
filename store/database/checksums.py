"""Seals: a hash kept beside each document and each meeting, by which it is seen later that nothing has changed.

SQLite sees when its pages do not fit together, and not when a letter in one of them has changed.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from store.database.sql import has_table


def seal_document(store: sqlite3.Connection, document_id: int) -> None:
    """Seal a document. Call it in the transaction that wrote it."""
    store.execute("UPDATE document SET seal = ? WHERE id = ?", (document_hash(store, document_id), document_id))


def seal_meeting(store: sqlite3.Connection, meeting_id: int) -> None:
    """Seal a meeting with all that is said in it. Call it in the transaction that wrote it."""
    store.execute("UPDATE meeting SET seal = ? WHERE id = ?", (meeting_hash(store, meeting_id), meeting_id))


def document_hash(store: sqlite3.Connection, document_id: int) -> str:
    """The hash of what is kept of a document."""
    return _hashed(store, _DOCUMENT, document_id)


def meeting_hash(store: sqlite3.Connection, meeting_id: int) -> str:
    """The hash of a meeting: whose it is, which documents tell of it, and every word that is kept of it."""
    return _hashed(store, (*_MEETING, _DOUBTS) if has_table(store, "doubt") else _MEETING, meeting_id)


def unread_meeting_hash(store: sqlite3.Connection, meeting_id: int) -> str:
    """The hash as it was before the kind of a meeting, form and result of its resolutions, and doubts were kept."""
    former = [question.replace(", meeting_kind FROM meeting", " FROM meeting") for question in _MEETING]
    return _hashed(store, tuple(question.replace(" form, result,", "") for question in former), meeting_id)


def hash_of_rows(rows: Iterable[Sequence[object]]) -> str:
    """The hash of rows in hand: the one that reading them from the tables would give."""
    return sha256("".join(map(_JSON.encode, rows)).encode()).hexdigest()


def _hashed(store: sqlite3.Connection, questions: tuple[str, ...], key: int) -> str:
    return hash_of_rows(_rows(store, questions, key))


def _rows(store: sqlite3.Connection, questions: tuple[str, ...], key: int) -> Iterator[tuple[object, ...]]:
    for question in questions:
        yield from store.execute(question, (key,))


_JSON = json.JSONEncoder(ensure_ascii=False)
DOCUMENT_COLUMNS = ("sha256", "name", "url", "format", "text", "pages", "layout")
"""What the seal of a document is of, in this order."""

_DOCUMENT = (f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM document WHERE id = ?",)  # noqa: S608 (our own names)
_MEETING = (
    """SELECT council.name, council.slug, committee.name, committee.slug, date, day, start, end, venue, chair, status,
        minuted, next_meeting, permalink, meeting_kind FROM meeting
        JOIN organization AS committee ON committee.id = organization_id
        LEFT JOIN organization AS council ON council.id = committee.parent_id WHERE meeting.id = ?""",
    "SELECT document_id, is_primary FROM meeting_document WHERE meeting_id = ? ORDER BY document_id",
    """SELECT position, number, reference, title, complete, full_text, permalink, document_id, start, end
        FROM agenda_item WHERE meeting_id = ? ORDER BY position""",
    """SELECT agenda_item.position, paragraph.position, kind, label, text, paragraph.document_id, paragraph.start,
        paragraph.end FROM paragraph LEFT JOIN agenda_item ON agenda_item.id = item_id WHERE paragraph.meeting_id = ?
        ORDER BY agenda_item.position, paragraph.position, paragraph.id""",
    """SELECT agenda_item.position, resolution.position, marker, kind, intro, mover, seconder, vote,
        form, result, resolution.complete, resolution.permalink, resolution.document_id, resolution.start,
        resolution.end
        FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id WHERE meeting_id = ?
        ORDER BY agenda_item.position, resolution.position""",
    """SELECT resolution.permalink, clause.position, label, value, text, outcomes, targets, clause.complete,
        clause.permalink, clause.document_id, clause.start, clause.end
        FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id
        CROSS JOIN clause ON resolution_id = resolution.id WHERE meeting_id = ?
        ORDER BY agenda_item.position, resolution.position, clause.position""",
    """SELECT resolution.permalink, clause.position, point.position, point.label, point.text, point.document_id,
        point.start, point.end FROM agenda_item CROSS JOIN resolution ON item_id = agenda_item.id
        CROSS JOIN point ON point.resolution_id = resolution.id LEFT JOIN clause ON clause.id = clause_id
        WHERE meeting_id = ?
        ORDER BY agenda_item.position, resolution.position, clause.position, point.position""",
    """SELECT position, name, role, listed_under, document_id, start, end FROM attendance WHERE meeting_id = ?
        ORDER BY position, id""",
    """SELECT position, name, nature, subject, conduct, document_id, start, end FROM interest WHERE meeting_id = ?
        ORDER BY position, id""",
)
_DOUBTS = """SELECT agenda_item.position, doubt.position, kind, why, doubt.document_id, doubt.start, doubt.end
    FROM doubt LEFT JOIN agenda_item ON agenda_item.id = item_id WHERE doubt.meeting_id = ? ORDER BY doubt.position"""
