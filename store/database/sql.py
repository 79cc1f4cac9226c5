"""What the SQL of several modules shares: the join of a meeting with its committee and council, and rows by name."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeVar

Value = str | int | float | bytes | None
Made = TypeVar("Made")

COUNCIL: Final = "LEFT JOIN organization AS council ON council.id = committee.parent_id"
"""Behind `organization AS committee`: the council that it is of, where that is known."""
ORGANIZATIONS: Final = f"JOIN organization AS committee ON committee.id = meeting.organization_id {COUNCIL}"
"""Behind `meeting`: the committee that met, and its council. A council that meets itself is its own committee."""
AT_THE_HOUR: Final = (
    "(meeting.start = ? OR NOT EXISTS (SELECT 1 FROM meeting AS other WHERE other.date = meeting.date"
    " AND other.organization_id = meeting.organization_id AND other.id != meeting.id))"
)
"""A condition on `meeting`: it began at the hour, or was the body's only one of the day, which no hour need tell."""
NEWEST_FIRST: Final = "meeting.date IS NULL, meeting.date DESC, meeting.start DESC, committee.name, meeting.id"
"""The order of a list of meetings: those without a day last."""


def rows(
    store: sqlite3.Connection, question: str, values: Sequence[Value] | Mapping[str, Value] = ()
) -> Iterator[sqlite3.Row]:
    """The rows that answer a question, each with its columns by name; read from the file as they are asked for."""
    asking = store.cursor()
    asking.row_factory = sqlite3.Row
    return asking.execute(question, values)


def one_row(
    store: sqlite3.Connection, question: str, values: Sequence[Value] | Mapping[str, Value] = ()
) -> sqlite3.Row:
    """The one row that answers a question. Raises `LookupError` when there is none."""
    for row in rows(store, question, values):
        return row
    raise LookupError("A row that other rows name is not there.")


def has_table(store: sqlite3.Connection, name: str) -> bool:
    """Whether there is such a table: a store may be too old for it."""
    return (
        store.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone() is not None
    )


def made(kind: type[Made], row: sqlite3.Row, **others: object) -> Made:
    """A value of a dataclass whose fields are columns of the row, and `others` besides."""
    return kind(**{name: row[name] for name in row.keys() if name not in others}, **others)  # noqa: SIM118 (a row is not its keys)
