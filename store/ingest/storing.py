"""A document and the meetings it tells of, into the store: in one transaction, whole or not at all."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.corrections.correction import Correction
from store.database.checksums import DOCUMENT_COLUMNS, hash_of_rows, seal_document, seal_meeting
from store.database.connect import insert, transaction
from store.database.document_row import document_row
from store.index.indexed_rows import place_of
from store.index.indexing import tidy, unindex_meeting
from store.ingest.content import HEADER, header_of, new_meeting_hash, write_rows
from store.ingest.correction_rows import keep_corrections
from store.ingest.events import Added, AlreadyThere, Completed, Linked, Stored
from store.ingest.known_keys import Lookups
from store.ingest.lasting_names import NamedPlace, keep_names
from store.ingest.meeting_rows import rows_of
from store.ingest.organizations import council_of, free_day, prefix, tell_council
from store.ingest.placing import place_of_meeting
from store.ingest.reader_version import reader_version
from store.ingest.renames import keep_renames, named_places
from store.ingest.worth import stored_worth, worth_of
from store.model import Document, Meeting
from store.text.clean import clean_line
from store.text.lists import counted
from store.threads.keeping import keep_threads, leave_threads
from store.views.meeting_views import meeting_line
from store.views.view_lines import MeetingLine

if TYPE_CHECKING:
    from sqlite_utils import Database

_LACKS_LAYOUT = """
    SELECT id FROM document WHERE sha256 = :sha256 AND text = :text
        AND (layout IS NULL OR (layout NOT LIKE '%"looks"%' AND :layout LIKE '%"looks"%'))
"""
_HEADER = ("start", "end", "venue", "chair", "status")


def store_document(
    db: "Database",
    name: str,
    document: Document,
    meetings: Sequence[Meeting],
    council: str | None = None,
    path: Path | None = None,
    lookups: Lookups | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Stored, ...]:
    """Store a document and the meetings it tells of, whole or not at all; what became of each, in their order.

    `path` is where its file is; of a document that is there already it is the newest place that counts. `lookups` are
    those of the documents before, where several are stored; `corrections` what the document was read around.
    """
    lookups = lookups or Lookups(db)
    try:
        with transaction(db):
            lookups.begin()
            if known := _meetings_of_bytes(db, document.sha256):
                _note_layout(db, document)
                _note_path(db, document, path)
                council = next((meeting.council for meeting in meetings if meeting.council), council)
                return tuple(_already_there(db, name, council, lookups, *one) for one in known)
            document_id = _add_document(db, document, path)
            if corrections:
                keep_corrections(db, document_id, document, corrections)
            return tuple(
                store_meeting(db, name, document, document_id, meeting, meeting.council or council, lookups)
                for meeting in meetings
            )
    except BaseException:
        lookups.forget()
        raise


def tidy_store(db: "Database", told: int) -> None:
    """Put the index in order after so many meetings were told of anew; nothing depends on its being done."""
    if told:
        with suppress(sqlite3.OperationalError), transaction(db):  # there may be no room for it
            tidy(db.conn, told)


def _already_there(
    db: "Database",
    name: str,
    council: str | None,
    lookups: Lookups,
    meeting_id: int,
    committee_id: int,
    has_council: bool,
) -> AlreadyThere:
    if council and not has_council:
        tell_council(db, committee_id, council_of(db, council, lookups), lookups)
    return AlreadyThere(name, meeting_line(db.conn, meeting_id))


def store_meeting(
    db: "Database",
    name: str,
    document: Document,
    document_id: int,
    meeting: Meeting,
    council: str | None,
    lookups: Lookups,
) -> Added | Completed | Linked:
    """Store what a document says of one of its meetings, in a transaction; `council` is as it says or was told."""
    council_id = council_of(db, council, lookups) if council else None
    committee_id, same = place_of_meeting(db, document, meeting, council_id, lookups)
    if same is None:
        line = meeting_line(db.conn, _add_meeting(db, committee_id, document_id, meeting, lookups))
        return Added(name, line, *_remarks(meeting, line))
    better = worth_of(meeting) > stored_worth(db.conn, same)
    if not better:
        _link(db, same, document_id, is_primary=False)
    else:
        replace_content(db, same, document_id, meeting, lookups)
    seal_meeting(db.conn, same)
    line = meeting_line(db.conn, same)
    if not better:
        return Linked(name, line)
    return Completed(name, line, *_remarks(meeting, line))


def _remarks(meeting: Meeting, line: MeetingLine) -> tuple[tuple[str, ...], int, int]:
    """What to know of a reading; how many lines were not understood, and how many doubts there are."""
    return warnings_of(meeting, line.council is not None), len(meeting.unread), len(meeting.doubts)


def _meetings_of_bytes(db: "Database", sha256: str) -> list[tuple[int, int, bool]]:
    """The meetings that a known document tells of, the committee of each, and whether that has a council."""
    rows = db.execute(
        "SELECT meeting.id, organization.id, organization.parent_id IS NOT NULL FROM document"
        " JOIN meeting_document ON meeting_document.document_id = document.id"
        " JOIN meeting ON meeting.id = meeting_document.meeting_id"
        " JOIN organization ON organization.id = meeting.organization_id WHERE sha256 = ? ORDER BY meeting.id",
        (sha256,),
    ).fetchall()
    return [(int(meeting_id), int(committee_id), bool(council)) for meeting_id, committee_id, council in rows]


def _note_layout(db: "Database", document: Document) -> None:
    """Keep what the reader knows of the lines of a document that was stored before all of that was kept."""
    row = document_row(document)
    found = db.execute(_LACKS_LAYOUT, row)
    for (document_id,) in found.fetchall():
        db.execute("UPDATE document SET layout = ? WHERE id = ?", (row["layout"], document_id))
        seal_document(db.conn, document_id)


def _note_path(db: "Database", document: Document, path: Path | None) -> None:
    """Keep where the file of a document that is there already was found now."""
    if place := _kept_path(path):
        db.execute("UPDATE document SET path = ? WHERE sha256 = ?", (place, document.sha256))


def _kept_path(path: Path | None) -> str | None:
    """Where a file is, unless its path cannot be written as text and read again."""
    place = str(path.absolute()) if path else ""
    return place if place and clean_line(place) == place else None


def _add_document(db: "Database", document: Document, path: Path | None) -> int:
    row = document_row(document)
    seal = hash_of_rows([[row[column] for column in DOCUMENT_COLUMNS]])
    return insert(db, "document", **row, seal=seal, path=_kept_path(path), reader=reader_version())


def _add_meeting(db: "Database", committee_id: int, document_id: int, meeting: Meeting, lookups: Lookups) -> int:
    """A meeting that is new, with all that its document says; its key."""
    date = None if meeting.date is None else meeting.date.isoformat()
    day = free_day(db, committee_id, date or "undated")
    permalink = f"{prefix(db, committee_id)}/{day}"
    header = header_of(meeting)
    known = dict(zip(HEADER, header, strict=True)) | {"date": date, "day": day, "permalink": permalink}
    meeting_id = insert(db, "meeting", organization_id=committee_id, **known)
    _link(db, meeting_id, document_id, is_primary=True)
    _, place = place_of(db.conn, meeting_id)
    rows = rows_of(meeting, meeting_id, permalink, document_id, lookups.first_keys())
    write_rows(db, meeting_id, place, rows, lookups)
    seal = new_meeting_hash(place, day, header, permalink, document_id, rows)
    db.execute("UPDATE meeting SET seal = ? WHERE id = ?", (seal, meeting_id))
    keep_threads(db.conn, meeting_id)
    return meeting_id


def replace_content(db: "Database", meeting_id: int, document_id: int, meeting: Meeting, lookups: Lookups) -> None:
    """All that a better document says of a meeting, in place of what another said; its permalinks keep faith.

    Sealing it is left to the caller.

    What only the other one said of the meeting itself (its venue, who was there) stays.
    """
    ((permalink,),) = db.execute("SELECT permalink FROM meeting WHERE id = ?", (meeting_id,)).fetchall()
    _link(db, meeting_id, document_id, is_primary=True)
    old = named_places(db.conn, meeting_id, permalink)
    clear_content(db, meeting_id, meeting)
    put_content(db, meeting_id, document_id, meeting, lookups, old)


def clear_content(db: "Database", meeting_id: int, meeting: Meeting) -> None:
    """Take away what is said in a meeting, for `meeting` to be put there; who came stays where that tells nobody."""
    unindex_meeting(db.conn, meeting_id)
    leave_threads(db.conn, meeting_id)
    for table in ("agenda_item", "paragraph", "interest", "doubt") + (("attendance",) if meeting.attendance else ()):
        db.execute(f"DELETE FROM {table} WHERE meeting_id = ?", (meeting_id,))  # noqa: S608 (our own table names)


def put_content(
    db: "Database",
    meeting_id: int,
    document_id: int,
    meeting: Meeting,
    lookups: Lookups,
    old: Sequence[NamedPlace],
) -> None:
    """All that a document says of a meeting in which nothing is said any more; sealing it is left to the caller.

    `old` are the places that had names in what was said before.
    """
    known = {column: value for column, value in zip(HEADER, header_of(meeting), strict=True) if value is not None}
    changed = ", ".join(f'"{column}" = :{column}' for column in known)
    db.execute(f"UPDATE meeting SET {changed} WHERE id = :id", {**known, "id": meeting_id})  # noqa: S608 (our own names)
    ((permalink,),) = db.execute("SELECT permalink FROM meeting WHERE id = ?", (meeting_id,)).fetchall()
    _, place = place_of(db.conn, meeting_id)
    natural = rows_of(meeting, meeting_id, permalink, document_id, lookups.first_keys())
    rows, renames = keep_names(natural, old, permalink, document_id)
    write_rows(db, meeting_id, place, rows, lookups)
    keep_renames(db, renames)
    keep_threads(db.conn, meeting_id)


def _link(db: "Database", meeting_id: int, document_id: int, *, is_primary: bool) -> None:
    if is_primary:
        db.execute("UPDATE meeting_document SET is_primary = 0 WHERE meeting_id = ?", (meeting_id,))
    link = """
        INSERT INTO meeting_document (meeting_id, document_id, is_primary) VALUES (?, ?, ?)
        ON CONFLICT (meeting_id, document_id) DO UPDATE SET is_primary = excluded.is_primary
    """
    db.execute(link, (meeting_id, document_id, int(is_primary)))


def unlink(db: "Database", meeting_id: int, document_id: int) -> None:
    """Say no more that a document tells of a meeting; sealing the meeting is left to the caller."""
    db.execute("DELETE FROM meeting_document WHERE meeting_id = ? AND document_id = ?", (meeting_id, document_id))


_TOLD_ABOVE = frozenset({"day", "committee"})  # kinds of doubts that have sentences of their own


def warnings_of(meeting: Meeting, council_known: bool) -> tuple[str, ...]:
    """The things that the document leaves unsaid, cuts short or says in a way that is not understood."""
    unsaid = (
        (not meeting.minuted, "an agenda without minutes"),
        (not council_known, "council not named; tell it with --council"),
        (meeting.committee is None, "committee not named"),
        (meeting.date is None, "no date of the meeting"),
    )
    cut = [item.number or f"“{item.title}”" for item in meeting.items if not item.complete]
    sentences = [sentence for holds, sentence in unsaid if holds]
    if cut:
        sentences.append(f"{counted(len(cut), 'item')} cut short by the page: {', '.join(cut)}")
    if meeting.unread:
        sentences.append(f"{counted(len(meeting.unread), 'line')} not understood")
    doubts = [doubt for doubt in meeting.doubts if doubt.kind not in _TOLD_ABOVE]
    if doubts:
        sentences.append(f"{counted(len(doubts), 'doubt')}: {doubts[0].why}")
    return tuple(sentences)
