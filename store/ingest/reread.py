"""From one store into another: what documents do not say is copied, and the rest read in them again.

The permalinks are what a person has cited and marked, and so they decide: a new reading takes the place of the old one
where it has every permalink that the old one had, each in words that overlap those it named. Else the meeting is kept
as it was.
"""

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.database.checksums import document_hash, seal_document, seal_meeting
from store.database.connect import insert_all
from store.database.document_row import kept_document
from store.database.sql import rows
from store.errors import StoreError, UnreadableDocument
from store.index.indexing import index_meeting, tidy
from store.ingest.importer import minutes_in
from store.ingest.known_keys import Lookups
from store.ingest.meeting_rows import COLUMNS, rows_of
from store.ingest.storing import put_content
from store.model import Meeting
from store.text.clean import clean_line

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, object]
Places = dict[str, tuple[int, int]]  # permalink -> first and last character of its words


@dataclass(frozen=True, slots=True)
class NotReadAgain:
    """Something that could not be read again, or not even kept: its name, and why."""

    name: str
    reason: str


class Reread:
    """The way of one store into another: what was kept as it was, and what was lost on it."""

    def __init__(self, old: sqlite3.Connection, new: "Database") -> None:
        self._old = old
        self._new = new
        self.meetings = 0
        self.kept: list[NotReadAgain] = []
        self.lost: list[NotReadAgain] = []

    def copy(self) -> None:
        """Copy what the documents do not say, then read them again."""
        self._new.execute("PRAGMA defer_foreign_keys = ON")  # a council may be younger than its committees
        self._copy_documents()
        for table in ("organization", "meeting", "meeting_document"):
            insert_all(self._new, table, self._rows(table, "1"))
        again: list[tuple[int, int, Meeting]] = []
        for row in list(rows(self._new.conn, _MEETINGS)):
            meeting_id, permalink, document_id = row["id"], row["permalink"], row["document_id"]
            self.meetings += 1
            try:
                again.append((meeting_id, document_id, self._read_again(meeting_id, permalink, document_id)))
            except UnreadableDocument as error:
                self._keep_as_it_was(meeting_id, permalink, error.reason)
            except _NotAgain as error:
                self._keep_as_it_was(meeting_id, permalink, str(error))
        lookups = Lookups(self._new)
        for meeting_id, document_id, meeting in again:
            put_content(self._new, meeting_id, document_id, meeting, lookups, ())
            if not meeting.attendance:  # another document of the meeting may have told who was there
                told = self._rows("attendance", "meeting_id = ? AND document_id <> ?", meeting_id, document_id)
                insert_all(self._new, "attendance", told)
                lookups.forget()
            seal_meeting(self._new.conn, meeting_id)
        tidy(self._new.conn, self.meetings)

    def _copy_documents(self) -> None:
        """Every document that can be read. One keeps its seal, so that damage done to it before is seen later, too."""
        for (key,) in self._old.execute("SELECT id FROM document").fetchall():
            try:
                (row,) = self._rows("document", "id = ?", key)
            except (sqlite3.DatabaseError, ValueError) as error:
                raise StoreError(
                    f"A document ({key}) can no longer be read ({error}), and without it the store cannot be rebuilt."
                    " Add the files again to a new store."
                ) from error
            insert_all(self._new, "document", [row])
            if row.get("seal") is None:
                seal_document(self._new.conn, key)

    def _read_again(self, meeting_id: int, permalink: str, document_id: int | None) -> Meeting:
        """The meeting as its best document is read now. Raises `_NotAgain` where a permalink would be lost."""
        if document_id is None:
            raise _NotAgain("it has no document")
        (seal,) = self._new.execute("SELECT seal FROM document WHERE id = ?", (document_id,)).fetchone()
        if seal != document_hash(self._new.conn, document_id):
            raise _NotAgain("its document has changed since it was stored")
        document = kept_document(self._new.conn, document_id)
        if document is None:
            raise _NotAgain(
                "an older minutebook stored it, without all that reading it again takes; add its file again first"
            )
        had = self._places(meeting_id)
        for meeting in minutes_in(document):
            if _holds(had, _places_in(meeting, permalink)):
                return meeting
        raise _NotAgain("read again it would lose a permalink")

    def _places(self, meeting_id: int) -> Places:
        """The permalinks of a meeting, with the words that each names."""
        try:
            places = rows(self._old, _PLACES, {"key": meeting_id})
            return {row["permalink"]: (row["start"], row["end"]) for row in places}
        except sqlite3.DatabaseError as error:
            raise _NotAgain(f"its permalinks cannot be read ({error})") from error

    def _keep_as_it_was(self, meeting_id: int, permalink: str, reason: str) -> None:
        try:
            content = {table: self._rows(table, _OF_MEETING[table], meeting_id) for table in COLUMNS}
        except sqlite3.DatabaseError as error:
            self.lost.append(
                NotReadAgain(permalink, f"{reason}, and what was read cannot be had ({clean_line(str(error))})")
            )
            return
        for table in COLUMNS:
            insert_all(self._new, table, content[table])
        index_meeting(self._new.conn, meeting_id)
        ((seal,),) = self._new.execute("SELECT seal FROM meeting WHERE id = ?", (meeting_id,)).fetchall()
        if seal is None:
            seal_meeting(self._new.conn, meeting_id)
        self.kept.append(NotReadAgain(permalink, reason))

    def _rows(self, table: str, where: str, *values: object) -> list[Row]:
        """Rows of the old store, with the columns that the new one has."""
        columns = self._new.table(table).columns_dict
        rows = self._old.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY id", values)  # noqa: S608 (our own names)
        return [{name: row[name] for name in row.keys() if name in columns} for row in rows]  # noqa: SIM118 (a row of SQLite)


class _NotAgain(Exception):
    """Why a meeting cannot be read again."""


def _holds(had: Places, has: Places) -> bool:
    """Whether every permalink is still there, and names words that overlap those it named."""
    return all(
        permalink in has and start < max(has[permalink][1], start + 1) and has[permalink][0] < max(end, start + 1)
        for permalink, (start, end) in had.items()
    )


def _places_in(meeting: Meeting, permalink: str) -> Places:
    rows = rows_of(meeting, 0, permalink, 0)
    return {
        **{item.permalink: (item.start, item.end) for item in rows.agenda_item},
        **{one.permalink: (one.start, one.end) for one in rows.resolution},
        **{clause.permalink: (clause.start, clause.end) for clause in rows.clause},
    }


_MEETINGS = """
    SELECT meeting.id, permalink, (SELECT document_id FROM meeting_document
        WHERE meeting_id = meeting.id AND is_primary ORDER BY id LIMIT 1) AS document_id
    FROM meeting ORDER BY meeting.id
"""
_PLACES = """
    SELECT permalink, start, end FROM agenda_item WHERE meeting_id = :key
    UNION ALL SELECT resolution.permalink, resolution.start, resolution.end
        FROM agenda_item JOIN resolution ON item_id = agenda_item.id WHERE meeting_id = :key
    UNION ALL SELECT clause.permalink, clause.start, clause.end FROM agenda_item JOIN resolution
        ON item_id = agenda_item.id JOIN clause ON resolution_id = resolution.id WHERE meeting_id = :key
"""
_RESOLUTIONS = """
    (SELECT resolution.id FROM resolution JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = ?)
"""
_OF_MEETING = {
    **dict.fromkeys(COLUMNS, "meeting_id = ?"),
    "resolution": "item_id IN (SELECT id FROM agenda_item WHERE meeting_id = ?)",
    "clause": f"resolution_id IN {_RESOLUTIONS}",
    "point": f"resolution_id IN {_RESOLUTIONS}",
}
"""Which rows of each table are those of a meeting."""
