"""From one store into another: what documents do not say is copied, and the rest read in them again.

The new reading counts, whatever it calls its items and clauses: former permalinks lead to their words, or say that they
are gone. What cannot be read again is kept as it was.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.corrections.correction import NOTHING_PUT_RIGHT, Correction, CorrectionKind, CorrectionsByDocument
from store.database.checksums import seal_document, seal_meeting, unread_meeting_hash
from store.database.connect import insert_all
from store.database.error_texts import UNREADABLE
from store.database.migrations import missing_migrations
from store.database.sql import rows
from store.errors import StoreError
from store.index.indexing import index_meeting, tidy
from store.ingest.correction_rows import keep_corrections
from store.ingest.identity import same_meeting
from store.ingest.known_keys import Lookups
from store.ingest.meeting_rows import COLUMNS
from store.ingest.organizations import WITHOUT_MEETINGS
from store.ingest.placing import identity_of, page_of, put_in_place
from store.ingest.reader_version import reader_version
from store.ingest.renames import former_places, standing_places
from store.ingest.reread import NotAgain, ReadAgain, StoredMeeting, read_again
from store.ingest.storing import put_content, replace_content, store_meeting, unlink
from store.ingest.worth import worth_of
from store.model import Meeting
from store.text.clean import clean_line
from store.threads.keeping import keep_threads

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class NotReadAgain:
    """Something that could not be read again, or not even kept: its name, and why."""

    name: str
    reason: str


class Refill:
    """The way of one store into another: what changed, what was kept as it was, and what was lost on it."""

    def __init__(
        self, old: sqlite3.Connection, new: "Database", corrections: CorrectionsByDocument = NOTHING_PUT_RIGHT
    ) -> None:
        self._old = old
        self._new = new
        self._corrections = corrections
        self._missing = missing_migrations(old)
        self._lookups = Lookups(new)
        self._read: dict[int, Meeting] = {}  # of each meeting that was read again its text
        self.meetings = 0
        self.changed: list[str] = []
        self.kept: list[NotReadAgain] = []
        self.lost: list[NotReadAgain] = []

    def fill(self) -> None:
        """Copy what the documents do not say, then read them again."""
        self._new.execute("PRAGMA defer_foreign_keys = ON")  # a council may be younger than its committees
        self._copy_documents()
        for table in ("organization", "meeting", "meeting_document", "renamed"):
            insert_all(self._new, table, self._rows(table, "1"))
        texts = self._texts()
        read: dict[int, ReadAgain] = {}
        for document_id, stored in texts.items():
            try:
                read[document_id] = read_again(self._new.conn, document_id, stored, self._of(document_id))
            except NotAgain as error:
                for one in stored:
                    self._keep_as_it_was(one, str(error))
        for document_id, again in read.items():
            for one in texts[document_id]:
                if one.meeting_id not in again.known:
                    self._keep_as_it_was(one, "no meeting is found in its document where it stood")
        for document_id, again in read.items():
            for one in texts[document_id]:
                if one.meeting_id in again.known:
                    self._put(one, document_id, again)
        for document_id, again in read.items():
            self._put_others(document_id, again)
            keep_corrections(self._new, document_id, again.document, self._of(document_id))
            self._new.execute("UPDATE document SET reader = ? WHERE id = ?", (reader_version(), document_id))
        self._new.execute(WITHOUT_MEETINGS)
        self._compare(texts)
        tidy(self._new.conn, self.meetings)

    def _of(self, document_id: int) -> Sequence[Correction]:
        """What is put right in a document."""
        if not self._corrections:
            return ()
        (sha256,) = self._new.execute("SELECT sha256 FROM document WHERE id = ?", (document_id,)).fetchone()
        return self._corrections.get(sha256, ())

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

    def _texts(self) -> dict[int, list[StoredMeeting]]:
        """Every document with the meetings that have their text from it; those without a document are kept."""
        texts: dict[int, list[StoredMeeting]] = {
            key: [] for (key,) in self._new.execute("SELECT id FROM document ORDER BY id").fetchall()
        }
        for row in list(rows(self._new.conn, _MEETINGS)):
            meeting_id, permalink, day = row["id"], row["permalink"], row["date"]
            document_id = row["document_id"]
            self.meetings += 1
            try:
                places = tuple(place.span for place in standing_places(self._old, meeting_id))
            except UNREADABLE as error:
                known = StoredMeeting(meeting_id, permalink, day, ())
                self._keep_as_it_was(known, f"its permalinks cannot be read ({clean_line(str(error))})")
                continue
            one = StoredMeeting(meeting_id, permalink, day, places)
            if document_id is None:
                self._keep_as_it_was(one, "it has no document")
            else:
                texts[document_id].append(one)
        return texts

    def _put(self, one: StoredMeeting, document_id: int, again: ReadAgain) -> None:
        """Put the new reading of a meeting in its place."""
        meeting = again.known[one.meeting_id]
        old = [*standing_places(self._old, one.meeting_id), *former_places(self._new.conn, one.permalink)]
        said = any(kept.kind is CorrectionKind.COUNCIL for kept in self._of(document_id))
        put_in_place(self._new, one.meeting_id, again.document, meeting, self._lookups, council_said=said)
        put_content(self._new, one.meeting_id, document_id, meeting, self._lookups, old)
        if not meeting.attendance:  # another document of the meeting may have told who was there
            told = self._rows("attendance", "meeting_id = ? AND document_id <> ?", one.meeting_id, document_id)
            insert_all(self._new, "attendance", told)
            self._lookups.forget()
        seal_meeting(self._new.conn, one.meeting_id)
        self._read[one.meeting_id] = meeting

    def _put_others(self, document_id: int, again: ReadAgain) -> None:
        """What a document says beside the meetings that have their text from it.

        It may be the better text of a meeting now, or tell of one of its own that was taken for another.
        """
        linked = list(rows(self._new.conn, _LINKED, (document_id,)))
        for meeting in again.new:
            same = [row for row in linked if row["id"] in self._read and self._is(row, meeting, again)]
            for meeting_id in (row["id"] for row in same):
                if worth_of(meeting) > worth_of(self._read[meeting_id]):
                    replace_content(self._new, meeting_id, document_id, meeting, self._lookups)
                    seal_meeting(self._new.conn, meeting_id)
                    self._read[meeting_id] = meeting
            if not same and all(row["id"] in self._read for row in linked):
                council = next((row["council"] for row in linked), None)
                for meeting_id in (row["id"] for row in linked):
                    unlink(self._new, meeting_id, document_id)
                    seal_meeting(self._new.conn, meeting_id)
                name = clean_line(again.document.name)
                of = meeting.council or council
                store_meeting(self._new, name, again.document, document_id, meeting, of, self._lookups)
                self.meetings += 1

    def _is(self, row: sqlite3.Row, meeting: Meeting, again: ReadAgain) -> bool:
        page = page_of(row["url"])
        if page and page == page_of(again.document.url):
            return True
        read = self._read[row["id"]]
        return (meeting.date or read.date) == read.date and same_meeting(identity_of(read), identity_of(meeting))

    def _compare(self, texts: dict[int, list[StoredMeeting]]) -> None:
        """Which meetings say something else than before."""
        before = {one.meeting_id: one.permalink for stored in texts.values() for one in stored}
        for meeting_id, permalink in self._new.execute("SELECT id, permalink FROM meeting ORDER BY id").fetchall():
            if meeting_id not in before:
                if meeting_id not in self._read and meeting_id > max(before, default=0):
                    self.changed.append(permalink)
            elif unread_meeting_hash(self._new.conn, meeting_id) != unread_meeting_hash(self._old, meeting_id):
                self.changed.append(before[meeting_id])

    def _keep_as_it_was(self, one: StoredMeeting, reason: str) -> None:
        try:
            content = {table: self._rows(table, _OF_MEETING[table], one.meeting_id) for table in COLUMNS}
        except sqlite3.DatabaseError as error:
            self.lost.append(
                NotReadAgain(one.permalink, f"{reason}, and what was read cannot be had ({clean_line(str(error))})")
            )
            return
        for table in COLUMNS:
            insert_all(self._new, table, content[table])
        self._lookups.forget()
        index_meeting(self._new.conn, one.meeting_id)
        keep_threads(self._new.conn, one.meeting_id)
        ((seal,),) = self._new.execute("SELECT seal FROM meeting WHERE id = ?", (one.meeting_id,)).fetchall()
        if seal is None:
            seal_meeting(self._new.conn, one.meeting_id)
        self.kept.append(NotReadAgain(one.permalink, reason))

    def _rows(self, table: str, where: str, *values: object) -> list[Row]:
        """Rows of the old store, with the columns that the new one has; none of a table that it is too old for."""
        if _KEPT_SINCE.get(table) in self._missing:
            return []
        columns = self._new.table(table).columns_dict
        found = self._old.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY id", values)  # noqa: S608 (our own names)
        names = [name for name, *_ in found.description]
        return [{name: value for name, value in zip(names, row, strict=True) if name in columns} for row in found]


_MEETINGS = """
    SELECT meeting.id, permalink, date, (SELECT document_id FROM meeting_document
        WHERE meeting_id = meeting.id AND is_primary ORDER BY id LIMIT 1) AS document_id
    FROM meeting ORDER BY meeting.id
"""
_LINKED = """
    SELECT meeting.id, (SELECT url FROM document JOIN meeting_document AS told ON document.id = told.document_id
        WHERE told.meeting_id = meeting.id AND told.is_primary) AS url, council.name AS council
    FROM meeting_document JOIN meeting ON meeting.id = meeting_id
    JOIN organization AS committee ON committee.id = organization_id
    LEFT JOIN organization AS council ON council.id = committee.parent_id
    WHERE document_id = ? AND NOT is_primary ORDER BY meeting.id
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

_KEPT_SINCE = {"renamed": "0005 readings", "doubt": "0006 doubts"}
"""The migrations that brought tables which a store may be too old for."""
