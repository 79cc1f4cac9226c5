"""What a query without words is answered with: the rows that its fields let through, newest first or oldest first."""

import json
import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from store.find.answer import Count
from store.find.index_rows import IndexRow, hashes_of_repeated, in_order, latest
from store.find.open_index import OpenIndex
from store.find.plan import Plan
from store.index.indexed_rows import indexed_rows
from store.index.indexing import key_of
from store.index.section import Section

_SORTED = 20_000  # rows that are put in order; where there are more, the newest meetings are gone through instead
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Order:
    """The texts of a section in order, each by the key of the first clause (item, paragraph) that has it.

    `times` has how many have each, and `count` how many there are in all.
    """

    sources: "array[int]"
    times: "array[int]"
    count: Count


def newest_rows(index: OpenIndex, made: Plan, limit: int) -> tuple[list[IndexRow], Count]:
    """The newest `limit` rows that fulfil the plan, and how many there are."""
    every = index.terms(made.section).rows
    if made.conditions or made.only is not None or every <= _SORTED:
        keys = _newest_keys(index, made)
        if keys is not None and len(keys) <= _SORTED:
            return _passing(index, made, keys, limit)
    newest: list[IndexRow] = []
    with index.deadline.limited():
        newest.extend(islice(_through_meetings(index, made), limit))
    if not (made.conditions or made.excluded or made.looks_at_rows or made.only is not None):
        return newest, Count(every)
    return newest, Count(len(newest), more=len(newest) == limit or index.deadline.late)


def _newest_keys(index: OpenIndex, made: Plan) -> list[int] | None:
    """The keys that the expression of a plan finds, newest first, one more than are sorted; None where time ran out."""
    keys: list[int] | None = None
    with index.deadline.limited():
        if made.only is not None and not made.conditions and not made.excluded:
            keys = in_order(index.store, made.only)
        else:
            keys = latest(index.store, made.section, made.expression(), _SORTED + 1, made.only)
    return keys


def _passing(index: OpenIndex, made: Plan, keys: list[int], limit: int) -> tuple[list[IndexRow], Count]:
    """The first of some rows that the plan lets pass, and how many of them all; so far as there is time."""
    passing: list[IndexRow] = []
    with index.deadline.limited():
        if not made.looks_at_rows:
            return index.rows.by_keys(made.section, keys[:limit]), Count(len(keys))
        passing.extend(row for row in _in_order(index, made, keys) if made.passes(row))
    return passing[:limit], Count(len(passing), more=index.deadline.late)


def rows_in_order(index: OpenIndex, made: Plan, *, oldest: bool) -> Order:
    """All rows that fulfil the plan, as far as there is time to put them in order."""
    keys, sources = array("q"), array("q")
    with index.deadline.limited():
        among, meetings = (None if keys is None else json.dumps(list(keys)) for keys in (made.only, made.meetings))
        asked = {"expression": made.expression(), "among": among, "meetings": meetings}
        found = index.store.execute(_ORDERED[made.section, oldest], asked)
        while batch := found.fetchmany(_AT_ONCE):  # the interpreter is let go in between
            keys.extend(key for key, _ in batch)
            sources.extend(source for _, source in batch)
    if made.checks:
        with index.deadline.limited():
            passing = [row for row in _in_order(index, made, keys.tolist()) if made.passes(row)]
            keys, sources = array("q", (row.id for row in passing)), array("q", (row.source_id for row in passing))
    count = Count(len(sources), more=index.deadline.late)
    if made.asks_nothing:
        return Order(sources, array("q", [1]) * len(sources), count)
    return Order(*_once_each(keys, sources, hashes_of_repeated(index.store, made.section)), count)


def _once_each(
    keys: "array[int]", sources: "array[int]", hashes: Mapping[int, int]
) -> tuple["array[int]", "array[int]"]:
    """The first source of each text, and how many there are, given the number of the text of a row by its key."""
    once, times = array("q"), array("q")
    at: dict[int, int] = {}
    for key, source in zip(keys, sources, strict=True):
        number = hashes.get(key)
        if number in at:
            times[at[number]] += 1
            continue
        if number is not None:
            at[number] = len(once)
        once.append(source)
        times.append(1)
    return once, times


def _in_order(index: OpenIndex, made: Plan, keys: list[int]) -> Iterator[IndexRow]:
    for begin in range(0, len(keys), _AT_ONCE):
        if index.deadline.late:
            return
        yield from index.rows.by_keys(made.section, keys[begin : begin + _AT_ONCE])


def _through_meetings(index: OpenIndex, made: Plan) -> Iterator[IndexRow]:
    """The rows that fulfil the plan, meeting by meeting, the newest first."""
    for (meeting_id,) in index.store.execute("SELECT id FROM meeting ORDER BY date DESC, start DESC, id"):
        if index.deadline.late:
            return
        if made.meetings is None or meeting_id in made.meetings:
            yield from _of_meeting(index.store, made, meeting_id)


def _of_meeting(store: sqlite3.Connection, made: Plan, meeting_id: int) -> Iterator[IndexRow]:
    """The rows of a meeting that fulfil the plan, in printed order."""
    organization_id, place, indexed = indexed_rows(store, made.section, meeting_id)
    for one in indexed:
        key = key_of(store, one)
        assert key is not None, "the index is kept in the transaction that writes the minutes"
        row = IndexRow(key, one.source_id, place.day, organization_id, meeting_id, one.text, one.title, ())
        if (made.only is None or key in made.only) and made.fulfilled_by(set(one.tokens), row):
            yield row


_ORDERED = {
    (section, oldest): (
        f"SELECT finding.id, source_id FROM {section.table} CROSS JOIN finding ON finding.id = {section.table}.rowid"  # noqa: S608 (our own table names)
        f" CROSS JOIN meeting ON meeting.id = meeting_id WHERE {section.table} MATCH :expression"
        " AND (:among IS NULL OR finding.id IN (SELECT value FROM json_each(:among)))"
        " AND (:meetings IS NULL OR meeting_id IN (SELECT value FROM json_each(:meetings)))"
        f" ORDER BY {'date IS NULL, date, start' if oldest else 'date DESC, start DESC'}, meeting_id, source_id"
    )
    for section in Section
    for oldest in (False, True)
}
