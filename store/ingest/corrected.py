"""What a person has put right in a document: kept in the store with what was read around it, and read again at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.corrections.correction import Correction, CorrectionKind
from store.corrections.effect import NOTHING_ELSE, effect
from store.database.checksums import seal_meeting
from store.database.connect import transaction, writing
from store.database.document_row import kept_document
from store.database.sql import rows
from store.errors import CorrectionError, NotFound
from store.ingest.correction_rows import keep_corrections
from store.ingest.known_keys import Lookups
from store.ingest.organizations import WITHOUT_MEETINGS
from store.ingest.placing import put_in_place
from store.ingest.reader_version import reader_version
from store.ingest.renames import named_places, standing_places
from store.ingest.reread import NotAgain, StoredMeeting, read_again
from store.ingest.storing import clear_content, put_content
from store.model import Document, Meeting
from store.parse.meeting import parse_meetings

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database


def correct_document(
    path: Path, sha256: str, corrections: Sequence[Correction]
) -> tuple[Document, tuple[Meeting, ...]]:
    """Read a document of the store at `path` again around all that is put right in it, in one transaction.

    Gives the document and its meetings. Permalinks of what is called otherwise lead on. Raises `NotFound` where the
    store has no such document, and `CorrectionError` where it cannot be read again, or no minutes were left in it.
    """
    with writing(path) as db, transaction(db):
        lookups = Lookups(db)
        lookups.begin()
        found = db.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        if found is None:
            raise NotFound("The store has no document of these bytes; what is put right in it counts when it is added.")
        (document_id,) = found
        stored = [_stored(db.conn, row) for row in list(rows(db.conn, _TOLD, (document_id,)))]
        try:
            again = read_again(db.conn, document_id, stored, corrections)
        except NotAgain as error:
            raise CorrectionError(f"The document cannot be read again: {error}.") from error
        said = any(one.kind is CorrectionKind.COUNCIL for one in corrections)
        for meeting_id, meeting in again.known.items():
            _put(db, meeting_id, document_id, again.document, meeting, lookups, council_said=said)
        db.execute(WITHOUT_MEETINGS)
        if len(again.known) == len(stored):
            db.execute("UPDATE document SET reader = ? WHERE id = ?", (reader_version(), document_id))
        keep_corrections(db, document_id, again.document, corrections)
        return again.document, (*again.known.values(), *again.new)


def _stored(store: "sqlite3.Connection", row: "sqlite3.Row") -> StoredMeeting:
    places = tuple(place.span for place in standing_places(store, row["id"]))
    return StoredMeeting(row["id"], row["permalink"], row["date"], places)


def _put(
    db: "Database",
    meeting_id: int,
    document_id: int,
    document: Document,
    meeting: Meeting,
    lookups: Lookups,
    *,
    council_said: bool,
) -> None:
    """Put the new reading of a meeting in the place of the one there."""
    ((permalink,),) = db.execute("SELECT permalink FROM meeting WHERE id = ?", (meeting_id,)).fetchall()
    old = named_places(db.conn, meeting_id, permalink)
    clear_content(db, meeting_id, meeting)
    put_in_place(db, meeting_id, document, meeting, lookups, council_said=council_said)
    put_content(db, meeting_id, document_id, meeting, lookups, old)
    seal_meeting(db.conn, meeting_id)


def document_of(store: "sqlite3.Connection", sha256: str) -> Document | None:
    """The document of these bytes as the store keeps it; None where it does not, or too little of it."""
    found = store.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    return kept_document(store, found[0]) if found else None


def told_effect(document: Document, before: Sequence[Correction], after: Sequence[Correction]) -> str:
    """What a document is read as with other corrections than before, in a sentence."""
    pairs = zip(parse_meetings(document, before), parse_meetings(document, after), strict=False)
    told = [words for one, two in pairs if (words := effect(one, two))]
    return " ".join(told) or NOTHING_ELSE


_TOLD = """
    SELECT meeting.id, permalink, date FROM meeting JOIN meeting_document ON meeting_id = meeting.id
    WHERE document_id = ? AND is_primary ORDER BY meeting.id
"""
