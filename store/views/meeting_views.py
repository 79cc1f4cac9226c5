"""What the panes and the command line ask of the store; the answers are the dataclasses of `store.views.view_lines`.

Every function takes a read-only `sqlite3.Connection` from `store.database.connect.open_for_reading` and is safe to call
from a worker thread that owns the connection.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from store.database.sql import COUNCIL, NEWEST_FIRST, ORGANIZATIONS, made, one_row, rows
from store.errors import NotFound
from store.permalinks.lookup import find_place
from store.permalinks.permalink import slug
from store.views.view_lines import (
    AttendanceLine,
    ClauseLine,
    CommitteeLine,
    DoubtLine,
    InterestLine,
    ItemLine,
    ItemView,
    MeetingLine,
    MeetingView,
    ParagraphLine,
    ResolutionLine,
)

_AT_ONCE = 100  # meetings


def committees(store: sqlite3.Connection) -> list[CommitteeLine]:
    """Every committee, by council and name."""
    asked = (
        "SELECT council.name AS council, committee.name AS committee, committee.slug,"  # noqa: S608 (our own names)
        " (SELECT count(*) FROM meeting WHERE organization_id = committee.id) AS meetings"
        f" FROM organization AS committee {COUNCIL}"
        " WHERE committee.kind = 'committee' ORDER BY council.name, committee.name"
    )
    return [made(CommitteeLine, row) for row in rows(store, asked)]


def councils(store: sqlite3.Connection) -> list[str]:
    """The names of the councils, in order."""
    named = "SELECT name FROM organization WHERE kind = 'council' ORDER BY name COLLATE NOCASE, name"
    return [name for (name,) in store.execute(named)]


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


def each_meeting(
    store: sqlite3.Connection, committee: str | None = None, among: Set[int] | None = None
) -> Iterator[MeetingLine]:
    """As `meetings`, some at a time: however many there are, the first is there at once.

    `among` are the keys of the meetings that are wanted, None for all.
    """
    keys = store.execute(
        f"SELECT meeting.id FROM meeting {ORGANIZATIONS}"  # noqa: S608 (our own names)
        " WHERE ? IS NULL OR committee.name = ?"
        f" ORDER BY {NEWEST_FIRST}",
        (committee, committee),
    )
    while some := keys.fetchmany(_AT_ONCE):
        yield from meeting_lines(store, [key for (key,) in some if among is None or key in among])


def meeting_lines(store: sqlite3.Connection, keys: Sequence[int]) -> list[MeetingLine]:
    """The lines of the meetings with these keys, in this order."""
    asked = (
        f"{_MEETING_LINE} FROM json_each(?) CROSS JOIN meeting ON meeting.id = json_each.value"
        f" {ORGANIZATIONS} ORDER BY json_each.key"
    )
    found = rows(store, asked, (json.dumps(list(keys)),))
    return [made(MeetingLine, row, minuted=bool(row["minuted"])) for row in found]


def meeting_line(store: sqlite3.Connection, meeting_id: int) -> MeetingLine:
    """The line of the meeting with this key."""
    (line,) = meeting_lines(store, [meeting_id])
    return line


def meeting(store: sqlite3.Connection, permalink: str) -> MeetingView:
    """The meeting that a permalink names or lies in. Raises `NotFound` when none does."""
    key = find_place(store, permalink).meeting_id
    said = one_row(store, "SELECT end, venue, chair, next_meeting FROM meeting WHERE id = ?", (key,))
    documents = store.execute(
        "SELECT name FROM meeting_document JOIN document ON document.id = document_id"
        " WHERE meeting_id = ? ORDER BY is_primary DESC, document.id",
        (key,),
    )
    attendance = rows(
        store,
        'SELECT name, role, listed_under AS "group" FROM attendance WHERE meeting_id = ? ORDER BY position',
        (key,),
    )
    interests = rows(
        store, "SELECT name, nature, subject, conduct FROM interest WHERE meeting_id = ? ORDER BY position", (key,)
    )
    notes = rows(  # the plus keeps it from the index of items: very many paragraphs have none
        store,
        "SELECT kind, label, text, start, end FROM paragraph"
        " WHERE meeting_id = ? AND +item_id IS NULL AND kind = 'note' ORDER BY position",
        (key,),
    )
    return MeetingView(
        line=meeting_line(store, key),
        end=said["end"],
        venue=said["venue"],
        chair=said["chair"],
        next_meeting=said["next_meeting"],
        documents=tuple(name for (name,) in documents),
        attendance=tuple(made(AttendanceLine, row) for row in attendance),
        interests=tuple(made(InterestLine, row) for row in interests),
        notes=tuple(made(ParagraphLine, row) for row in notes),
        items=items_of_meeting(store, key),
        doubts=doubts_of_meeting(store, key),
    )


def item(store: sqlite3.Connection, permalink: str) -> ItemView:
    """The item that a permalink names or lies in. Raises `NotFound` when none does."""
    place = find_place(store, permalink)
    if place.item_id is None:
        raise NotFound(f"{place.permalink} is a whole meeting; an item's permalink goes on with its number.")
    paragraphs = rows(
        store,
        "SELECT kind, label, text, start, end FROM paragraph WHERE item_id = ? AND kind <> 'title' ORDER BY position",
        (place.item_id,),
    )
    line = item_line(store, place.item_id)
    return ItemView(
        line=line,
        meeting=meeting_line(store, place.meeting_id),
        paragraphs=tuple(made(ParagraphLine, row) for row in paragraphs),
        doubts=tuple(one for one in doubts_of_meeting(store, place.meeting_id) if one.permalink == line.permalink),
    )


_MEETING_LINE = (
    "SELECT meeting.permalink, council.name AS council, committee.name AS committee, meeting.date, meeting.start,"
    " meeting.status, (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id) AS items,"
    " (SELECT count(*) FROM resolution JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = meeting.id)"
    " AS resolutions,"
    " (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id AND NOT complete) AS incomplete, meeting.minuted,"
    " (SELECT count(*) FROM doubt WHERE meeting_id = meeting.id) AS doubts"
)


def doubts_of_meeting(store: sqlite3.Connection, meeting_id: int) -> tuple[DoubtLine, ...]:
    """What may have been read wrongly of a meeting, in the order of the places."""
    return tuple(made(DoubtLine, row) for row in rows(store, _LINES, (meeting_id,)))


_LINES = """
    SELECT ifnull(agenda_item.permalink, meeting.permalink) AS permalink, doubt.kind, why, number, title,
        doubt.document_id, doubt.start, doubt.end,
        (SELECT text FROM paragraph WHERE paragraph.item_id = doubt.item_id AND kind <> 'resolution'
            AND paragraph.document_id = doubt.document_id AND paragraph.start <= doubt.start
            AND doubt.start < paragraph.end ORDER BY paragraph.position LIMIT 1) AS said
    FROM doubt JOIN meeting ON meeting.id = doubt.meeting_id LEFT JOIN agenda_item ON agenda_item.id = item_id
    WHERE doubt.meeting_id = ? ORDER BY doubt.position
"""


def items_of_meeting(store: sqlite3.Connection, meeting_id: int) -> tuple[ItemLine, ...]:
    """The items of a meeting in printed order."""
    return tuple(_items(store, "meeting_id", meeting_id))


def item_line(store: sqlite3.Connection, item_id: int) -> ItemLine:
    """The item with this key."""
    (line,) = _items(store, "agenda_item.id", item_id)
    return line


def _items(store: sqlite3.Connection, column: str, key: int) -> Iterator[ItemLine]:
    """The items that have `key` in `column`."""
    here = f"FROM agenda_item {{}} WHERE {column} = ?"
    of_item = "CROSS JOIN resolution ON item_id = agenda_item.id"

    def asked(columns: str, tables: str, order: str) -> sqlite3.Cursor:
        return store.execute(f"SELECT {columns} {here.format(tables)} ORDER BY {order}", (key,))

    points: dict[tuple[int, int | None], list[tuple[str | None, str]]] = defaultdict(list)
    columns, tables = "point.resolution_id, clause_id, point.label, point.text", f"{of_item} CROSS JOIN point"
    for resolution_id, clause_id, label, text in asked(
        columns, f"{tables} ON point.resolution_id = resolution.id", "point.position"
    ):
        points[resolution_id, clause_id].append((label, text))

    clauses: dict[int, list[ClauseLine]] = defaultdict(list)
    columns = "resolution_id, clause.id, clause.permalink, clause.label, clause.text, outcomes, clause.complete"
    for resolution_id, clause_id, permalink, label, text, outcomes, complete in asked(
        columns, f"{of_item} CROSS JOIN clause ON resolution_id = resolution.id", "clause.position"
    ):
        under, does = tuple(points[resolution_id, clause_id]), tuple(json.loads(outcomes))
        clauses[resolution_id].append(ClauseLine(permalink, label, text, under, does, bool(complete)))

    resolutions: dict[int, list[ResolutionLine]] = defaultdict(list)
    columns = "item_id, resolution.id, resolution.permalink, marker, kind, intro, resolution.complete, form, result"
    moved = "mover, seconder, vote"
    for item_id, resolution_id, permalink, marker, kind, intro, complete, form, result, start, end, *said in asked(
        f"{columns}, resolution.start, resolution.end, {moved}", of_item, "resolution.position"
    ):
        following = tuple(points[resolution_id, None])
        shape = (
            permalink,
            marker,
            kind,
            intro,
            following,
            bool(complete),
            start,
            end,
            tuple(clauses[resolution_id]),
            form,
            result,
            *said,
        )
        resolutions[item_id].append(ResolutionLine(*shape))

    columns = "agenda_item.id, permalink, number, title, reference, complete, full_text"
    for item_id, permalink, number, title, reference, complete, full_text in asked(columns, "", "position"):
        decided = tuple(resolutions[item_id])
        yield ItemLine(permalink, number, title, reference, bool(complete), decided, full_text)
