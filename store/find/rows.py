"""Asking the index: the rows that a full-text expression finds, and what is shown of them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.find import statements
from store.find.patience import Patience
from store.find.plan import Plan, Row
from store.index.indexing import end_key, first_key
from store.index.section import Section


class Shown(NamedTuple):
    """What a hit shows of the place of a row."""

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    label: str | None
    text: str
    title: str
    outcomes: tuple[str, ...]
    complete: bool


def matching(
    store: sqlite3.Connection,
    section: Section,
    expression: str,
    limit: int,
    *,
    after: int = -1,
    only: Iterable[int] | None = None,
) -> list[Row]:
    """The first `limit` rows that `expression` finds, by key; those behind `after`, those among `only`."""
    if only is not None:
        asked = (expression, json.dumps(list(only)), after, limit)
        return [Row._make(row) for row in store.execute(statements.MATCHING_AMONG[section], asked)]
    return [Row._make(row) for row in store.execute(statements.MATCHING[section], (expression, after, limit))]


def repeated(store: sqlite3.Connection, section: Section, expression: str, limit: int) -> dict[Row, int]:
    """Texts that were passed more than once, the short ones first: each at its newest place, with its count."""
    asked = (expression, first_key(section), limit, end_key(section))
    return {Row._make(row[:-1]): row[-1] for row in store.execute(statements.REPEATED[section], asked)}


def latest(
    store: sqlite3.Connection, section: Section, expression: str, most: int, only: Iterable[int] | None
) -> list[int]:
    """The keys of the rows that `expression` finds, newest first, in printed order; not more than `most` of them."""
    if only is None:
        return [key for (key,) in store.execute(statements.LATEST[section], (expression, most))]
    asked = (expression, json.dumps(list(only)), most)
    return [key for (key,) in store.execute(statements.LATEST_AMONG[section], asked)]


def by_keys(store: sqlite3.Connection, section: Section, keys: Sequence[int]) -> list[Row]:
    """The rows with these keys, in this order."""
    return [Row._make(row) for row in store.execute(statements.BY_KEYS[section], (json.dumps(keys),))]


def count_of(store: sqlite3.Connection, section: Section, expression: str) -> int:
    """How many rows `expression` finds."""
    return int(store.execute(statements.COUNT[section], (expression,)).fetchone()[0])


def times(store: sqlite3.Connection, wording: int) -> int:
    """How many places have these words."""
    row = store.execute("SELECT times FROM repeated WHERE wording = ?", (wording,)).fetchone()
    return 1 if row is None else int(row[0])


def newest(store: sqlite3.Connection, wording: int) -> int:
    """The source of the newest place that has these words."""
    ((source_id,),) = store.execute(
        "SELECT source_id FROM finding WHERE wording = ? ORDER BY day DESC, source_id DESC LIMIT 1", (wording,)
    ).fetchall()
    return int(source_id)


def places_of(store: sqlite3.Connection, made: Plan, key: int, limit: int, patience: Patience) -> list[Row]:
    """The rows with the words of the row `key` that fulfil a plan, newest first."""
    rows: list[Row] = []
    with patience.limited():
        for found in store.execute(statements.PLACES[made.section], (key,)):
            row = Row._make(found)
            if made.passes(row) and (
                not made.filtered or matching(store, made.section, made.expression(), 1, only=[row.id])
            ):
                rows.append(row)
            if len(rows) == limit:
                break
    return rows


def spread(store: sqlite3.Connection, section: Section, expression: str) -> dict[tuple[int, int], int]:
    """How many of the rows that `expression` finds each organization has in each year; a year of 0 is not known."""
    return {(key, year): count for key, year, count in store.execute(statements.SPREAD[section], (expression,))}


def committees(store: sqlite3.Connection) -> dict[str, int]:
    """The keys of all committees by what their permalinks begin with: "eastmarsh/hrg"."""
    return {name: key for key, (name, _) in committee_names(store).items()}


def committee_names(store: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """By key, what the permalinks of each committee begin with, and what it is called."""
    rows = store.execute(
        "SELECT committee.id, ifnull(council.slug || '/', '') || committee.slug, committee.name, council.name"
        " FROM organization AS committee LEFT JOIN organization AS council ON council.id = committee.parent_id"
        " WHERE committee.kind = 'committee'"
    )
    return {
        key: (begins, committee if council in (None, committee) else f"{committee}, {council}")
        for key, begins, committee, council in rows
    }


def shown(store: sqlite3.Connection, section: Section, source_ids: Sequence[int]) -> dict[int, Shown]:
    """What is shown of each of `source_ids`."""
    rows = store.execute(statements.SHOWN[section], (json.dumps(source_ids),))
    return {row[0]: Shown._make((*row[1:9], tuple(json.loads(row[9])), bool(row[10]))) for row in rows}
