"""What somebody keeps, by the permalinks that a store has for it now."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from store.database.sql import rows
from store.errors import NotFound
from store.permalinks.permalink import DAY
from store.permalinks.slugs import committee_slugs, slug

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
