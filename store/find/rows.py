"""Asking the index: the rows that a full-text expression finds, in the order of their keys, and what is shown of them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

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
        return [Row._make(row) for row in store.execute(_AMONG[section], asked)]
    return [Row._make(row) for row in store.execute(_MATCHING[section], (expression, after, limit))]


def repeated(store: sqlite3.Connection, section: Section, expression: str, limit: int) -> dict[Row, int]:
    """Texts that were passed more than once, the short ones first: each at its newest place, with its count."""
    asked = (expression, first_key(section), limit, end_key(section))
    return {Row._make(row[:-1]): row[-1] for row in store.execute(_REPEATED[section], asked)}


def latest(
    store: sqlite3.Connection, section: Section, expression: str, most: int, only: Iterable[int] | None
) -> list[int]:
    """The keys of the rows that `expression` finds, newest first, in printed order; not more than `most` of them."""
    if only is None:
        return [key for (key,) in store.execute(_LATEST[section], (expression, most))]
    return [key for (key,) in store.execute(_LATEST_AMONG[section], (expression, json.dumps(list(only)), most))]


def by_keys(store: sqlite3.Connection, section: Section, keys: Sequence[int]) -> list[Row]:
    """The rows with these keys, in this order."""
    return [Row._make(row) for row in store.execute(_BY_KEYS[section], (json.dumps(keys),))]


def count_of(store: sqlite3.Connection, section: Section, expression: str) -> int:
    """How many rows `expression` finds."""
    return int(store.execute(_COUNT[section], (expression,)).fetchone()[0])


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
        for found in store.execute(_PLACES[made.section], (key,)):
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
    return {(key, year): count for key, year, count in store.execute(_SPREAD[section], (expression,))}


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
    rows = store.execute(_SHOWN[section], (json.dumps(source_ids),))
    return {
        source_id: Shown(*place, tuple(json.loads(outcomes)), bool(complete))
        for source_id, *place, outcomes, complete in rows
    }


_COLUMNS = "finding.id, source_id, wording, day, organization_id"
_POINTS = "(SELECT group_concat(text, ' ') FROM (SELECT text FROM point WHERE clause_id = clause.id ORDER BY position))"
_TEXTS = {
    Section.RESOLUTIONS: (
        f"clause.text || ifnull(' ' || {_POINTS}, ''), title",
        "CROSS JOIN clause ON clause.id = source_id CROSS JOIN agenda_item ON agenda_item.id = finding.item_id",
    ),
    Section.TITLES: ("title, ''", "CROSS JOIN agenda_item ON agenda_item.id = source_id"),
    Section.TEXT: (
        "ifnull(label || ' ', '') || paragraph.text, ifnull(title, '')",
        "CROSS JOIN paragraph ON paragraph.id = source_id LEFT JOIN agenda_item ON agenda_item.id = finding.item_id",
    ),
}


def _row_queries(begin: str, joined: str, end: str = "", columns: str = "") -> dict[Section, str]:
    """A question of rows for each section; `{words}` stands for its full-text table."""
    return {
        section: f"{begin.format(words=section.table)} SELECT {_COLUMNS}, {texts}{columns} FROM {joined} {tables} {end}"
        for section, (texts, tables) in _TEXTS.items()
    }


_MATCHING = _row_queries(
    "WITH found AS MATERIALIZED"
    " (SELECT rowid AS id FROM {words} WHERE {words} MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?)",
    "found CROSS JOIN finding ON finding.id = found.id",
)
_AMONG = _row_queries(
    "WITH found AS MATERIALIZED (SELECT rowid AS id FROM {words} WHERE {words} MATCH ?"
    " AND rowid IN (SELECT value FROM json_each(?)) AND rowid > ? ORDER BY rowid LIMIT ?)",
    "found CROSS JOIN finding ON finding.id = found.id",
)
_REPEATED = _row_queries(
    "WITH found AS MATERIALIZED"
    " (SELECT rowid AS id FROM repeated_words WHERE repeated_words MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?)",
    "found CROSS JOIN repeated ON repeated.id = found.id CROSS JOIN finding ON finding.id ="
    " (SELECT id FROM finding WHERE wording = repeated.wording ORDER BY day DESC, source_id DESC LIMIT 1)",
    "WHERE found.id < ?",
    columns=", times",
)
_BY_KEYS = _row_queries(
    "", "json_each(?) AS asked CROSS JOIN finding ON finding.id = asked.value", "ORDER BY asked.key"
)
_PLACES = _row_queries(
    "",
    "finding",
    "WHERE wording = (SELECT wording FROM finding WHERE id = ?) ORDER BY day DESC, source_id DESC",
)

_COUNT = {one: f"SELECT count(*) FROM {one.table} WHERE {one.table} MATCH ?" for one in Section}  # noqa: S608 (our own table names)
_SPREAD = {
    one: f"SELECT organization_id, day / 10000, count(*) FROM {one.table}"  # noqa: S608
    f" CROSS JOIN finding ON finding.id = {one.table}.rowid WHERE {one.table} MATCH ? GROUP BY 1, 2"
    for one in Section
}
_IN_ORDER = "CROSS JOIN finding ON finding.id = found.id ORDER BY day DESC, item_id, source_id"
_LATEST = {
    one: "SELECT finding.id FROM"
    f" (SELECT rowid AS id FROM {one.table} WHERE {one.table} MATCH ? LIMIT ?) AS found {_IN_ORDER}"
    for one in Section
}
_LATEST_AMONG = {
    one: f"SELECT finding.id FROM (SELECT rowid AS id FROM {one.table} WHERE {one.table} MATCH ?"  # noqa: S608
    f" AND rowid IN (SELECT value FROM json_each(?)) LIMIT ?) AS found {_IN_ORDER}"
    for one in Section
}

_ORGANIZATIONS = (
    "CROSS JOIN meeting ON meeting.id = {meeting} CROSS JOIN organization AS committee ON committee.id = organization_id"
    " LEFT JOIN organization AS council ON council.id = committee.parent_id"
)
_PLACE = "council.name, committee.name, meeting.date"
_SHOWN = {
    Section.RESOLUTIONS: (
        f"SELECT clause.id, clause.permalink, {_PLACE}, number, clause.label, clause.text, title, outcomes,"
        " clause.complete FROM json_each(?) CROSS JOIN clause ON clause.id = json_each.value"
        " CROSS JOIN resolution ON resolution.id = resolution_id CROSS JOIN agenda_item ON agenda_item.id = item_id "
        + _ORGANIZATIONS.format(meeting="meeting_id")
    ),
    Section.TITLES: (
        f"SELECT agenda_item.id, agenda_item.permalink, {_PLACE}, number, NULL, title, '', '[]', complete"
        " FROM json_each(?) CROSS JOIN agenda_item ON agenda_item.id = json_each.value "
        + _ORGANIZATIONS.format(meeting="meeting_id")
    ),
    Section.TEXT: (
        f"SELECT paragraph.id, ifnull(agenda_item.permalink, meeting.permalink), {_PLACE}, number, paragraph.label,"
        " paragraph.text, ifnull(title, ''), '[]', 1 FROM json_each(?) CROSS JOIN paragraph"
        " ON paragraph.id = json_each.value LEFT JOIN agenda_item ON agenda_item.id = item_id "
        + _ORGANIZATIONS.format(meeting="paragraph.meeting_id")
    ),
}
