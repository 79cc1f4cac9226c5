"""What somebody keeps, by the permalinks that a store has for it now."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from store.database.sql import rows
from store.permalinks.permalink import DAY
from store.permalinks.slugs import committee_slugs, slug

_WITHOUT_COUNCIL = 1  # the place of the day among the parts of a permalink from before its council was told


def now_called(store: sqlite3.Connection, permalinks: Iterable[str]) -> frozenset[str]:
    """`permalinks` as `store` has them now."""
    return frozenset(names_now(store, permalinks).values())


def names_now(store: sqlite3.Connection, permalinks: Iterable[str]) -> dict[str, str]:
    """For each of `permalinks` what `store` calls it now: another name where its council was told since.

    What is not in the store keeps its name. Tens of thousands take some milliseconds, and about a hundred more where
    any is from before its council was told.
    """
    names = {permalink: permalink for permalink in permalinks}
    older = [permalink for permalink in names if lacks_council(permalink)]
    if not older:
        return names
    meetings = _meetings(store)
    for permalink in older:
        committee, day, *rest = permalink.split("/", _WITHOUT_COUNCIL + 1)
        called = meetings.get((committee.lower(), day.lower()), set())
        if len(called) == 1 and f"{committee}/{day}" not in called:
            names[permalink] = "/".join([*called, *rest])
    return names


def names_of(permalinks: Iterable[str], now: Mapping[str, str]) -> list[str]:
    """The names under which places are kept, given what the store calls now what is kept."""
    wanted = set(permalinks)
    return [kept for kept, called in now.items() if called in wanted]


def lacks_council(permalink: str) -> bool:
    """Whether a permalink is from before its council was told, or nobody has told it yet."""
    parts = permalink.split("/", _WITHOUT_COUNCIL + 1)
    return len(parts) > _WITHOUT_COUNCIL and DAY.fullmatch(parts[_WITHOUT_COUNCIL]) is not None


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
