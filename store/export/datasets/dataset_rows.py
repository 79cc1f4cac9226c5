"""The rows of a dataset, as they are asked for, all of one moment."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from store.export.datasets.dataset_columns import ColumnKind, Dataset

Cell = str | int | bool | dt.date | list[str] | None


@contextmanager
def one_moment(store: sqlite3.Connection) -> Iterator[None]:
    """All that is asked inside is of one moment, whoever adds meanwhile."""
    store.execute("BEGIN")
    try:
        yield
    finally:
        store.rollback()


def select(dataset: Dataset) -> str:
    """The statement that gives the columns of a dataset, by name."""
    columns = ", ".join(f'{column.sql} AS "{column.name}"' for column in dataset.columns)
    return f"SELECT {columns} FROM {dataset.begins} ORDER BY {dataset.order}"  # noqa: S608 (our own names)


def stored_rows(store: sqlite3.Connection, dataset: Dataset) -> Iterator[tuple[str | int | None, ...]]:
    """Rows as the store has them: yes and no as 1 and 0, lists as JSON. Those of a council and a year come together."""
    yield from store.execute(select(dataset))


def dataset_rows(store: sqlite3.Connection, dataset: Dataset) -> Iterator[dict[str, Cell]]:
    """Rows by the names of their columns, of the kinds that the columns have."""
    kinds = [(column.name, column.kind) for column in dataset.columns]
    for row in stored_rows(store, dataset):
        yield {name: _cell(value, kind) for value, (name, kind) in zip(row, kinds, strict=True)}


def _cell(value: str | int | None, kind: ColumnKind) -> Cell:
    if value is None:
        return None
    if kind is ColumnKind.BOOLEAN:
        return bool(value)
    if kind is ColumnKind.DATE:
        return dt.date.fromisoformat(str(value))
    return list(json.loads(str(value))) if kind is ColumnKind.LIST else value
