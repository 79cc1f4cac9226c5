"""What is exported, as permalinks: all that a query finds, a whole meeting, or places that somebody chose."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, groupby
from operator import itemgetter

from store.errors import NotFound
from store.find.deadline import Stopped, Withdrawn
from store.find.finder import Finder
from store.find.index_rows import shown
from store.find.open_index import OpenIndex
from store.find.parse_query import parse_query
from store.find.query import Query
from store.find.search import Search
from store.find.user_filters import NO_MARKS, UserMarks
from store.index.section import Section
from store.permalinks.lookup import find_place
from store.permalinks.permalink import parse

_AT_ONCE = 1_000  # rows
_CLOSE = 200  # answers that are only close, where none is exact


def found_by(
    store: sqlite3.Connection, query: str, marked: UserMarks = NO_MARKS, stopped: Withdrawn = bool
) -> Iterator[str]:
    """Every place that has what a query asks for exactly, newest first; where none has, the best that are close.

    Unlike the answers on a screen they are all told, however long it takes, and those of the same words each at its own
    place, in groups as by `in_groups`. They are looked up as they are asked for. `marked` is what the person marked.
    Raises `Stopped` as soon as `stopped` says so.
    """
    asked = parse_query(query)
    section = asked.section or Section.RESOLUTIONS
    exact = _exact(store, section, asked, marked, stopped)
    if first := next(exact, None):
        return chain([first], exact)
    answer = Finder(store, marked, float("inf")).find_in(section, asked, _CLOSE, stopped)
    return iter(in_groups(hit.permalink for hit in answer.hits))


def _exact(
    store: sqlite3.Connection, section: Section, asked: Query, marked: UserMarks, stopped: Withdrawn
) -> Iterator[str]:
    index = OpenIndex(store, marked)
    index.deadline.begin(float("inf"), stopped)
    index.renew()
    made = index.plan(section, asked)
    groups = [group.sure for group in made.groups]
    if made.impossible or not all(groups):
        return
    search = Search(index, made)
    found: list[tuple[int, int, int]] = []
    after, more = -1, True
    while more:
        batch, more = search.take(groups, _AT_ONCE, after=after)
        found += [(-row.day, row.organization_id, row.source_id) for row in batch]
        after = batch[-1].id if batch else after
        if stopped():
            raise Stopped
    found.sort()
    for _, of_committee in groupby(found, key=itemgetter(0, 1)):  # and of a day, and so of a meeting or two
        sources = [source for *_, source in of_committee]
        there = shown(store, section, sources)
        yield from in_groups(there[source].permalink for source in sources if source in there)


def places_of_meeting(store: sqlite3.Connection, permalink: str) -> list[str]:
    """Every clause of the meeting that a permalink names or lies in, and the items that decided nothing, as printed.

    Raises `NotFound` when it names nothing.
    """
    meeting = find_place(store, permalink).meeting_id
    return [
        place
        for (place,) in store.execute(
            "SELECT ifnull(clause.permalink, agenda_item.permalink) FROM agenda_item"
            " LEFT JOIN resolution ON resolution.item_id = agenda_item.id"
            " LEFT JOIN clause ON resolution_id = resolution.id"
            " WHERE meeting_id = ? ORDER BY agenda_item.position, resolution.position, clause.position",
            (meeting,),
        )
    ]


def known(store: sqlite3.Connection, permalinks: Iterable[str]) -> list[str]:
    """Those of `permalinks` that are in the store, as it has them now."""
    there = []
    for permalink in permalinks:
        with suppress(NotFound):
            there.append(find_place(store, permalink).permalink)
    return there


def in_groups(permalinks: Iterable[str]) -> list[str]:
    """Each place once, those of a meeting together and those of an item together in it, as they first come."""
    meetings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for permalink in dict.fromkeys(permalinks):
        try:
            place = parse(permalink)
        except NotFound:
            meetings[permalink][permalink].append(permalink)
            continue
        meetings[str(place.meeting)][place.number or ""].append(permalink)
    return [permalink for items in meetings.values() for of_item in items.values() for permalink in of_item]
