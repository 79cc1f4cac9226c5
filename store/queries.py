"""What the panes and the command line ask of the store; the answers are the dataclasses of `store.views`.

Every function takes a read-only `sqlite3.Connection` from `store.database.open_for_reading` and is safe to call from
a worker thread that owns the connection.
"""

import json
import re
import sqlite3
from collections import defaultdict
from dataclasses import replace
from typing import Any

from store.citation import Cited
from store.errors import NotFound
from store.lookup import find_place
from store.slug import slug
from store.views import (
    AttendanceLine,
    ClauseLine,
    CommitteeLine,
    InterestLine,
    ItemLine,
    ItemView,
    MeetingLine,
    MeetingView,
    ParagraphLine,
    Points,
    ResolutionLine,
)


def committees(store: sqlite3.Connection) -> list[CommitteeLine]:
    """Every committee, by council and name."""
    rows = store.execute(
        "SELECT council.name, committee.name, committee.slug,"
        " (SELECT count(*) FROM meeting WHERE organization_id = committee.id)"
        " FROM organization AS committee LEFT JOIN organization AS council ON council.id = committee.parent_id"
        " WHERE committee.kind = 'committee' ORDER BY council.name, committee.name"
    )
    return [CommitteeLine(*row) for row in rows]


def committee_named(store: sqlite3.Connection, called: str) -> str:
    """The name as stored of the committee that somebody calls by its name or by its segment in permalinks.

    Raises `NotFound` when there is none.
    """
    for line in committees(store):
        if slug(called) in (line.slug, slug(line.committee)):
            return line.committee
    raise NotFound(f"No committee in the store is called “{called}”; `minutebook council` lists them.")


def meetings(store: sqlite3.Connection, committee: str | None = None) -> list[MeetingLine]:
    """All meetings, newest first, or those of one committee (its name as stored)."""
    rows = store.execute(
        f"{_MEETING_LINE} WHERE ? IS NULL OR committee.name = ?"
        " ORDER BY meeting.date IS NULL, meeting.date DESC, meeting.start DESC, committee.name, meeting.id",
        (committee, committee),
    )
    return [_line(row) for row in rows]


def meeting_line(store: sqlite3.Connection, meeting_id: int) -> MeetingLine:
    """The line of the meeting with this key."""
    return _line(store.execute(f"{_MEETING_LINE} WHERE meeting.id = ?", (meeting_id,)).fetchone())


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
    notes = store.execute(
        "SELECT kind, label, text, start, end FROM paragraph"
        " WHERE meeting_id = ? AND item_id IS NULL AND kind = 'note' ORDER BY position",
        (key,),
    )
    items = store.execute("SELECT id FROM agenda_item WHERE meeting_id = ? ORDER BY position", (key,)).fetchall()
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
        items=tuple(_item_line(store, item_id) for (item_id,) in items),
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
        line=_item_line(store, place.item_id),
        meeting=meeting_line(store, place.meeting_id),
        paragraphs=tuple(ParagraphLine(*row) for row in paragraphs),
    )


def cited(store: sqlite3.Connection, permalink: str) -> Cited:
    """What a citation of the place needs to know. Raises `NotFound` when the permalink names nothing."""
    place = find_place(store, permalink)
    line = meeting_line(store, place.meeting_id)
    whole = Cited(
        permalink=place.permalink,
        council=line.council,
        committee=line.committee,
        date=line.date,
        number=None,
        title=None,
        label=None,
        runs_on=_runs_on(store, place.meeting_id),
        status=line.status,
        complete=True,
        text=None,
    )
    if place.item_id is None:
        return whole
    named = _item_line(store, place.item_id)
    of_item = replace(whole, number=named.number, title=named.title, complete=named.complete)
    resolutions = [one for one in named.resolutions if place.permalink in (named.permalink, one.permalink)]
    if resolutions:
        words = " ".join(_resolution_words(one) for one in resolutions)
        whole_text = all(one.complete for one in resolutions) and (place.resolution_id is not None or named.complete)
        return replace(of_item, text=words, complete=whole_text)
    for clause in (clause for one in named.resolutions for clause in one.clauses):
        if clause.permalink == place.permalink:
            return replace(of_item, label=clause.label, text=_clause_words(clause), complete=clause.complete)
    return of_item


def _resolution_words(resolution: ResolutionLine) -> str:
    clauses = [f"{clause.label or ''} {_clause_words(clause)}".strip() for clause in resolution.clauses]
    return " ".join(filter(None, [resolution.intro, *clauses, *_point_words(resolution.following)]))


def _clause_words(clause: ClauseLine) -> str:
    return " ".join([clause.text, *_point_words(clause.points)])


def _point_words(points: Points) -> list[str]:
    return [f"{label or ''} {text}".strip() for label, text in points]


def _item_line(store: sqlite3.Connection, item_id: int) -> ItemLine:
    permalink, number, title, reference, complete, full_text = store.execute(
        "SELECT permalink, number, title, reference, complete, full_text FROM agenda_item WHERE id = ?", (item_id,)
    ).fetchone()
    resolutions = store.execute(
        "SELECT id, permalink, marker, kind, intro, complete, start, end FROM resolution"
        " WHERE item_id = ? ORDER BY position",
        (item_id,),
    ).fetchall()
    lines = tuple(_resolution_line(store, *row) for row in resolutions)
    return ItemLine(permalink, number, title, reference, bool(complete), lines, full_text)


def _resolution_line(
    store: sqlite3.Connection,
    key: int,
    permalink: str,
    marker: str | None,
    kind: str,
    intro: str | None,
    complete: int,
    start: int,
    end: int,
) -> ResolutionLine:
    points: dict[int | None, list[tuple[str | None, str]]] = defaultdict(list)
    for clause_id, label, text in store.execute(
        "SELECT clause_id, label, text FROM point WHERE resolution_id = ? ORDER BY position", (key,)
    ):
        points[clause_id].append((label, text))
    clauses = tuple(
        ClauseLine(clause_link, label, text, tuple(points[clause_id]), tuple(json.loads(outcomes)), bool(whole))
        for clause_id, clause_link, label, text, outcomes, whole in store.execute(
            "SELECT id, permalink, label, text, outcomes, complete FROM clause"
            " WHERE resolution_id = ? ORDER BY position",
            (key,),
        )
    )
    return ResolutionLine(permalink, marker, kind, intro, tuple(points[None]), bool(complete), start, end, clauses)


def _runs_on(store: sqlite3.Connection, meeting_id: int) -> bool:
    """Whether the committee numbers its minutes on through the year: one of its meetings starts above 1."""
    numbers = store.execute(
        "SELECT number, min(agenda_item.position) FROM agenda_item JOIN meeting ON meeting.id = meeting_id"
        " WHERE number IS NOT NULL"
        " AND organization_id = (SELECT organization_id FROM meeting WHERE id = ?) GROUP BY meeting_id",
        (meeting_id,),
    )
    firsts = (re.search(r"\d+", number) for number, _ in numbers)
    return any(first is not None and int(first.group()) > 1 for first in firsts)


def _line(row: tuple[Any, ...]) -> MeetingLine:
    """A row of `_MEETING_LINE`."""
    return replace(MeetingLine(*row), minuted=bool(row[-1]))


_MEETING_LINE = (
    "SELECT meeting.permalink, council.name, committee.name, meeting.date, meeting.start, meeting.status,"
    " (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id),"
    " (SELECT count(*) FROM resolution JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = meeting.id),"
    " (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id AND NOT complete), meeting.minuted"
    " FROM meeting JOIN organization AS committee ON committee.id = meeting.organization_id"
    " LEFT JOIN organization AS council ON council.id = committee.parent_id"
)
