"""From the permalink that somebody typed or kept to the rows it names."""

import sqlite3
from dataclasses import dataclass

from store.database.sql import ORGANIZATIONS, rows
from store.errors import NotFound
from store.permalinks.committees import COMMITTEE, Committee, committee_in
from store.permalinks.permalink import Permalink, parse
from store.permalinks.renamed import current_name
from store.permalinks.slugs import committee_slugs, number_slug, slug
from store.text.labels import label_key
from store.text.lists import listed


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the store: the permalink it goes by, and the keys of its rows down to what was asked."""

    permalink: str
    meeting_id: int
    item_id: int | None = None
    resolution_id: int | None = None
    clause_id: int | None = None


def find_place(store: sqlite3.Connection, text: str) -> Place:
    """The place that `text` names. Raises `NotFound`, saying which part is not there.

    Besides the permalink itself it may be one that it had before, as before the council was told, have the committee's
    initials or its name in full for the committee, and "iv" or "b" for "(iv)" or "b)".
    """
    asked = parse(current_name(store, str(parse(text))))
    meeting_id, permalink = _meeting(store, asked.meeting)
    if asked.number is None:
        return Place(permalink, meeting_id)
    item_id, permalink = _item(store, meeting_id, permalink, asked.number)
    if asked.resolution is None:
        return Place(permalink, meeting_id, item_id)
    resolution_id, permalink = _resolution(store, item_id, permalink, asked.resolution)
    if asked.clause is None:
        return Place(permalink, meeting_id, item_id, resolution_id)
    clause_id, permalink = _clause(store, resolution_id, permalink, asked.clause)
    return Place(permalink, meeting_id, item_id, resolution_id, clause_id)


def _meeting(store: sqlite3.Connection, asked: Permalink) -> tuple[int, str]:
    exact = store.execute("SELECT id, permalink FROM meeting WHERE permalink = ?", (str(asked),)).fetchall()
    if exact:
        return _keyed(exact[0])
    on_that_day = rows(store, f"{_MEETINGS} WHERE day = ? ORDER BY permalink", (asked.day.lower(),))
    matches = [(row["id"], row["permalink"]) for row in on_that_day if _is_called(committee_in(row), asked)]
    if not matches:
        raise NotFound(f"No meeting in the store is called {asked}.")
    if len(matches) > 1:
        raise NotFound(f"{asked} may be {listed((permalink for _, permalink in matches), 'or')}.")
    return _keyed(matches[0])


_MEETINGS = f"SELECT meeting.id, permalink, {COMMITTEE} FROM meeting {ORGANIZATIONS}"  # noqa: S608 (our own names)


def _is_called(one: Committee, asked: Permalink) -> bool:
    """Whether a permalink may mean a committee: by its slug, its name or its initials, and by its council's."""
    if asked.committee.lower() not in (one.slug, slug(one.name), *committee_slugs(one.name)):
        return False
    if asked.council is None:
        return True
    return one.council is not None and asked.council.lower() in (one.council_slug, slug(one.council))


def _item(store: sqlite3.Connection, meeting_id: int, meeting: str, asked: str) -> tuple[int, str]:
    items = store.execute(
        "SELECT id, permalink FROM agenda_item WHERE meeting_id = ? ORDER BY position", (meeting_id,)
    ).fetchall()
    for row in items:
        if _last(row[1]) in (asked.lower(), number_slug(asked)):
            return _keyed(row)
    there = ", ".join(_last(permalink) for _, permalink in items) or "none"
    raise NotFound(f"{meeting} has no item {asked}; its items are: {there}.")


def _resolution(store: sqlite3.Connection, item_id: int, item: str, asked: int) -> tuple[int, str]:
    rows = store.execute(
        "SELECT id, permalink FROM resolution WHERE item_id = ? ORDER BY position", (item_id,)
    ).fetchall()
    for row in rows:
        if _last(row[1]) == f"r{asked}":
            return _keyed(row)
    counted = [_last(permalink) for _, permalink in rows]
    if counted == [f"r{number}" for number in range(1, len(rows) + 1)]:
        raise NotFound(f"{item} has no resolution {asked}; it has {len(rows) or 'none'}.")
    raise NotFound(f"{item} has no resolution {asked}; its resolutions are: {', '.join(counted)}.")


def _clause(store: sqlite3.Connection, resolution_id: int, resolution: str, asked: str) -> tuple[int, str]:
    clauses = store.execute(
        "SELECT id, permalink FROM clause WHERE resolution_id = ? ORDER BY position", (resolution_id,)
    ).fetchall()
    for alike in (_last, lambda permalink: label_key(_last(permalink))):
        for row in clauses:
            if row[1] != resolution and alike(row[1]) in (asked, label_key(asked)):
                return _keyed(row)
    there = ", ".join(_last(permalink) for _, permalink in clauses if permalink != resolution) or "none"
    raise NotFound(f"{resolution} has no clause {asked}; its clauses are: {there}.")


def _last(permalink: str) -> str:
    return permalink.rpartition("/")[2]


def _keyed(row: tuple[int, str]) -> tuple[int, str]:
    return row[0], row[1]
