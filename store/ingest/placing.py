"""Which committee a document's meeting is of, and whether that meeting is in the store already."""

from typing import TYPE_CHECKING

from store.database.sql import one_row
from store.ingest.content import kind_of
from store.ingest.identity import Heading, Identity, likeness, same_meeting
from store.ingest.known_keys import Lookups
from store.ingest.organizations import (
    UNNAMED,
    committee_of,
    council_of,
    free_day,
    move_meeting,
    prefix,
    tell_council,
)
from store.ingest.renames import keep_move
from store.model import Document, Meeting
from store.permalinks.permalink import slug

if TYPE_CHECKING:
    from sqlite_utils import Database


def place_of_meeting(
    db: "Database", document: Document, meeting: Meeting, council_id: int | None, lookups: Lookups
) -> tuple[int, int | None]:
    """The committee that a document's meeting is of, and the meeting itself when it is stored already.

    A document that does not name the committee tells it by its address, when one with that address does.
    """
    of_page = _meeting_of_page(db, document.url, meeting)
    if meeting.committee is None and of_page is not None:
        meeting_id, committee_id, _ = of_page
        return (tell_council(db, committee_id, council_id, lookups) if council_id else committee_id), meeting_id
    committee_id = committee_of(db, council_id, meeting.committee or UNNAMED, document.text, lookups)
    same = _same_meeting(db, committee_id, meeting)
    if same is None and of_page is not None and of_page[2] == UNNAMED:
        same = of_page[0]
        move_meeting(db, same, committee_id, lookups)
    return committee_id, same


def _meeting_of_page(db: "Database", url: str | None, meeting: Meeting) -> tuple[int, int, str] | None:
    """The stored meeting of the day that is told of by a document of the same page: it, its committee, and its name."""
    page = page_of(url)
    if page is None or meeting.date is None:
        return None
    row = db.execute(
        "SELECT meeting.id, organization.id, organization.name FROM meeting"
        " JOIN organization ON organization.id = organization_id"
        " JOIN meeting_document ON meeting_id = meeting.id JOIN document ON document.id = document_id"
        " WHERE date = ? AND (url = ? OR substr(url, -length(?) - 1) = '/' || ?) ORDER BY meeting.id",
        (meeting.date.isoformat(), page, page, page),
    ).fetchone()
    return row and (int(row[0]), int(row[1]), str(row[2]))


def identity_of(meeting: Meeting) -> Identity:
    """What a document's meeting is known by."""
    items = tuple(
        Heading(item.number, item.title, " ".join(clause.text for one in item.resolutions for clause in one.clauses))
        for item in meeting.items
    )
    return Identity(kind_of(meeting), meeting.start, items)


def page_of(url: str | None) -> str | None:
    """What the page of an address is called for with ("ieListDocuments.aspx?MId=2217"), whatever host it is of."""
    page = (url or "").rpartition("/")[2]
    return page if "?" in page else None


def put_in_place(
    db: "Database",
    meeting_id: int,
    document: Document,
    meeting: Meeting,
    lookups: Lookups,
    *,
    council_said: bool = False,
) -> None:
    """Put right whose a stored meeting is and on which day, as its document is read now; nothing is said in it yet.

    A council that is known stays: somebody may have told it; but not where a person says that it is another.
    """
    stands = one_row(db.conn, _STANDS, (meeting_id,))
    committee_id, council_id = stands["committee_id"], stands["council_id"]
    moved_to, told = committee_id, meeting.date.isoformat() if meeting.date else stands["date"]
    learned = (council_id is None or council_said) and meeting.council is not None
    if learned and meeting.council:
        council_id = council_of(db, meeting.council, lookups)
    if meeting.committee and (learned or slug(meeting.committee) != slug(stands["name"])):
        moved_to = committee_of(db, council_id, meeting.committee, document.text, lookups)
    if (moved_to, told) != (committee_id, stands["date"]):
        ((permalink,),) = db.execute("SELECT permalink FROM meeting WHERE id = ?", (meeting_id,)).fetchall()
        day = free_day(db, moved_to, told or "undated", permalink)
        now = f"{prefix(db, moved_to)}/{day}"
        change = "UPDATE meeting SET organization_id = ?, date = ?, day = ?, permalink = ? WHERE id = ?"
        db.execute(change, (moved_to, told, day, now, meeting_id))
        keep_move(db, permalink, now)


_STANDS = """
    SELECT organization.id AS committee_id, name, parent_id AS council_id, date, permalink FROM meeting
    JOIN organization ON organization.id = organization_id WHERE meeting.id = ?
"""


_ITEMS = """
    SELECT number, title, coalesce((SELECT group_concat(clause.text, ' ') FROM clause
        JOIN resolution ON resolution.id = resolution_id WHERE item_id = agenda_item.id), '')
    FROM agenda_item WHERE meeting_id = ?
"""


def _same_meeting(db: "Database", committee_id: int, meeting: Meeting) -> int | None:
    """The stored meeting of the same committee and day that is the same meeting, by `store.ingest.identity`."""
    if meeting.committee is None or meeting.date is None:
        return None
    rows = db.execute(
        "SELECT id, meeting_kind, start FROM meeting WHERE organization_id = ? AND date = ? ORDER BY id",
        (committee_id, meeting.date.isoformat()),
    ).fetchall()
    if not rows:
        return None
    told = identity_of(meeting)
    alike: list[tuple[tuple[bool, int], int]] = []
    for meeting_id, kind, start in rows:
        items = db.execute(_ITEMS, (meeting_id,))
        stored = Identity(kind, start, tuple(Heading(*item) for item in items))
        if same_meeting(stored, told):
            alike.append((likeness(stored, told), -meeting_id))
    return -max(alike)[1] if alike else None
