"""What the panes and the command line ask of the store; the answers are the dataclasses of `store.views.view_lines`.

Every function takes a read-only `sqlite3.Connection` from `store.database.connect.open_for_reading` and is safe to call
from a worker thread that owns the connection.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.errors import NotFound
from store.permalinks.lookup import find_place
from store.permalinks.slugs import slug
from store.views.outline import item_line, items_of_meeting
from store.views.view_lines import (
    AttendanceLine,
    CommitteeLine,
    InterestLine,
    ItemView,
    MeetingLine,
    MeetingView,
    ParagraphLine,
)

_AT_ONCE = 100  # meetings


def committees(store: sqlite3.Connection) -> list[CommitteeLine]:
    """Every committee, by council and name."""
    rows = store.execute(
        "SELECT council.name, committee.name, committee.slug,"
        " (SELECT count(*) FROM meeting WHERE organization_id = committee.id)"
        " FROM organization AS committee LEFT JOIN organization AS council ON council.id = committee.parent_id"
        " WHERE committee.kind = 'committee' ORDER BY council.name, committee.name"
    )
    return [CommitteeLine(*row) for row in rows]


def councils(store: sqlite3.Connection) -> list[str]:
    """The names of the councils, in order."""
    rows = store.execute("SELECT name FROM organization WHERE kind = 'council' ORDER BY name COLLATE NOCASE, name")
    return [name for (name,) in rows]


def committee_named(store: sqlite3.Connection, called: str) -> str:
    """The name as stored of the committee that somebody calls by its name or by its segment in permalinks.

    Raises `NotFound` when there is none.
    """
    for line in committees(store):
        if slug(called) in (line.slug, slug(line.committee)):
            return line.committee
    raise NotFound(f"No committee in the store is called “{called}”; `minutebook council` lists them.")


def meetings(store: sqlite3.Connection, committee: str | None = None) -> list[MeetingLine]:
    """All meetings, newest first, or those of one committee (its name as stored). A list on a screen asks by pages."""
    return list(each_meeting(store, committee))


def each_meeting(store: sqlite3.Connection, committee: str | None = None) -> Iterator[MeetingLine]:
    """As `meetings`, some at a time: however many there are, the first is there at once."""
    keys = store.execute(
        "SELECT meeting.id FROM meeting JOIN organization AS committee ON committee.id = organization_id"
        " WHERE ? IS NULL OR committee.name = ?"
        " ORDER BY meeting.date IS NULL, meeting.date DESC, meeting.start DESC, committee.name, meeting.id",
        (committee, committee),
    )
    while some := keys.fetchmany(_AT_ONCE):
        yield from meeting_lines(store, [key for (key,) in some])


def meeting_lines(store: sqlite3.Connection, keys: Sequence[int]) -> list[MeetingLine]:
    """The lines of the meetings with these keys, in this order."""
    rows = store.execute(
        f"{_MEETING_LINE} FROM json_each(?) CROSS JOIN meeting ON meeting.id = json_each.value"
        f" {_ORGANIZATIONS} ORDER BY json_each.key",
        (json.dumps(list(keys)),),
    )
    return [replace(MeetingLine(*row), minuted=bool(row[-1])) for row in rows]


def meeting_line(store: sqlite3.Connection, meeting_id: int) -> MeetingLine:
    """The line of the meeting with this key."""
    (line,) = meeting_lines(store, [meeting_id])
    return line


def meeting(store: sqlite3.Connection, permalink: str) -> MeetingView:
    """The meeting that a permalink names or lies in. Raises `NotFound` when none does."""
    key = find_place(store, permalink).meeting_id
    end, venue, chair, next_meeting = store.execute(
        "SELECT end, venue, chair, next_meeting FROM meeting WHERE id = ?", (key,)
    ).fetchone()
    documents = store.execute(
        "SELECT name FROM meeting_document JOIN document ON document.id = document_id"
        " WHERE meeting_id = ? ORDER BY is_primary DESC, document.id",
        (key,),
    )
    attendance = store.execute(
        "SELECT name, role, listed_under FROM attendance WHERE meeting_id = ? ORDER BY position", (key,)
    )
    interests = store.execute(
        "SELECT name, nature, subject, conduct FROM interest WHERE meeting_id = ? ORDER BY position", (key,)
    )
    notes = store.execute(  # the plus keeps it from the index of items: very many paragraphs have none
        "SELECT kind, label, text, start, end FROM paragraph"
        " WHERE meeting_id = ? AND +item_id IS NULL AND kind = 'note' ORDER BY position",
        (key,),
    )
    return MeetingView(
        line=meeting_line(store, key),
        end=end,
        venue=venue,
        chair=chair,
        next_meeting=next_meeting,
        documents=tuple(name for (name,) in documents),
        attendance=tuple(AttendanceLine(*row) for row in attendance),
        interests=tuple(InterestLine(*row) for row in interests),
        notes=tuple(ParagraphLine(*row) for row in notes),
        items=items_of_meeting(store, key),
    )


def item(store: sqlite3.Connection, permalink: str) -> ItemView:
    """The item that a permalink names or lies in. Raises `NotFound` when none does."""
    place = find_place(store, permalink)
    if place.item_id is None:
        raise NotFound(f"{place.permalink} is a whole meeting; an item's permalink goes on with its number.")
    paragraphs = store.execute(
        "SELECT kind, label, text, start, end FROM paragraph WHERE item_id = ? AND kind <> 'title' ORDER BY position",
        (place.item_id,),
    )
    return ItemView(
        line=item_line(store, place.item_id),
        meeting=meeting_line(store, place.meeting_id),
        paragraphs=tuple(ParagraphLine(*row) for row in paragraphs),
    )


_MEETING_LINE = (
    "SELECT meeting.permalink, council.name, committee.name, meeting.date, meeting.start, meeting.status,"
    " (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id),"
    " (SELECT count(*) FROM resolution JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = meeting.id),"
    " (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id AND NOT complete), meeting.minuted"
)
_ORGANIZATIONS = (
    "JOIN organization AS committee ON committee.id = meeting.organization_id"
    " LEFT JOIN organization AS council ON council.id = committee.parent_id"
)
