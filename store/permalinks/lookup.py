"""From the permalink that somebody typed or kept to the rows it names, and to the permalink that a store has now."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.database.sql import ORGANIZATIONS, rows
from store.errors import NotFound
from store.permalinks.committees import COMMITTEE, Committee, committee_in
from store.permalinks.permalink import DAY, Permalink, committee_slugs, number_slug, parse, slug
from store.text.labels import label_key
from store.text.lists import listed

_WITHOUT_COUNCIL = 1  # the place of the day among the parts of a permalink from before its council was told


def now_called(store: sqlite3.Connection, permalinks: Iterable[str]) -> frozenset[str]:
    """`permalinks` as `store` has them now."""
    return frozenset(names_now(store, permalinks).values())


def names_now(store: sqlite3.Connection, permalinks: Iterable[str]) -> dict[str, str]:
    """For each of `permalinks` what `store` calls it now: another name where its council or its number was put right.

    What is not in the store, or not any more, keeps its name. Tens of thousands take some
    milliseconds, and about a hundred more where any is from before its council was told.
    """
    names = {permalink: permalink for permalink in permalinks}
    names |= {permalink: now for permalink, now in _followed(store, names).items() if now is not None}
    older = [permalink for permalink, now in names.items() if permalink == now and lacks_council(permalink)]
    if not older:
        return names
    meetings = _meetings(store)
    for permalink in older:
        committee, day, *rest = permalink.split("/", _WITHOUT_COUNCIL + 1)
        called = meetings.get((committee.lower(), day.lower()), set())
        if len(called) == 1 and f"{committee}/{day}" not in called:
            names[permalink] = "/".join([*called, *rest])
    return names


def current_name(store: sqlite3.Connection, permalink: str) -> str:
    """What a former permalink leads to; the permalink itself where it is none.

    Raises `NotFound` for one whose words stand in the minutes no more.
    """
    now = _followed(store, (permalink,)).get(permalink, permalink)
    if now is None:
        raise NotFound(
            f"{permalink} was in a text of the minutes that a later one has replaced, which does not have its words."
            " `minutebook evidence` names both documents."
        )
    return now


def names_of(permalinks: Iterable[str], now: Mapping[str, str]) -> list[str]:
    """The names under which places are kept, given what the store calls now what is kept."""
    wanted = set(permalinks)
    return [kept for kept, called in now.items() if called in wanted]


def lacks_council(permalink: str) -> bool:
    """Whether a permalink is from before its council was told, or nobody has told it yet."""
    parts = permalink.split("/", _WITHOUT_COUNCIL + 1)
    return len(parts) > _WITHOUT_COUNCIL and DAY.fullmatch(parts[_WITHOUT_COUNCIL]) is not None


def _followed(store: sqlite3.Connection, permalinks: Iterable[str]) -> dict[str, str | None]:
    """Of `permalinks` those that are former, or lie in what is, with what they lead to; None where that is nowhere."""
    followed: dict[str, str | None] = {}
    asked = {permalink: permalink for permalink in permalinks}
    for _ in range(_MOST_STEPS):  # an item of a meeting that has moved may itself be called otherwise
        found = store.execute(_FOLLOWED, (json.dumps(sorted(_owners(asked.values()))),)) if asked else []
        led: dict[str, str | None] = dict(found)
        further: dict[str, str] = {}
        for permalink, now in asked.items():
            owner = next((owner for owner in _owners_of(now) if owner in led), None)
            if owner is None:
                continue
            leads = led[owner]
            followed[permalink] = None if leads is None else leads + now[len(owner) :]
            if leads is not None:
                further[permalink] = leads + now[len(owner) :]
        asked = further
    return followed


def _owners(permalinks: Iterable[str]) -> set[str]:
    return {owner for permalink in permalinks for owner in _owners_of(permalink)}


def _owners_of(permalink: str) -> list[str]:
    """A permalink and those of what it lies in, itself first."""
    parts = permalink.split("/")
    return ["/".join(parts[:end]) for end in range(len(parts), 1, -1)]


_FOLLOWED = "SELECT was, now FROM json_each(?) CROSS JOIN renamed ON was = json_each.value"
_MOST_STEPS = 4


def _meetings(store: sqlite3.Connection) -> dict[tuple[str, str], set[str]]:
    """The permalinks of the meetings, by what their committee may be called in one and the day."""
    called: dict[str, set[str]] = {}
    meetings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows(
        store, "SELECT permalink, day, name, slug FROM meeting JOIN organization ON organization.id = organization_id"
    ):
        name = row["name"]
        if name not in called:
            called[name] = {slug(name), *committee_slugs(name)}
        for committee in {row["slug"], *called[name]}:
            meetings[committee, row["day"]].add(row["permalink"])
    return meetings


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
