"""Datasets as a file for Datasette: tables in the field's words, tied by keys that show labels, and a full-text table.

The store itself opens in Datasette too; but its tables are made for reading minutes, and these for counting them.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from store.export.datasets.dataset_columns import DATASETS, DECISIONS, ColumnKind, Dataset, DatasetColumn
from store.export.datasets.dataset_rows import stored_rows
from store.export.datasets.example_queries import EXAMPLE_QUERIES

_NAME: Final = "minutes"
_FACETS: Final = ("committee", "year", "result", "kind", "status", "nature", "listed_under")
_WORDS: Final = ("title", "text")  # of a decision, to find it by
_TABLES: Final = {dataset.name: dataset for dataset in DATASETS}
_INTEGERS: Final = (ColumnKind.INTEGER, ColumnKind.BOOLEAN)


def write_datasette(store: sqlite3.Connection, folder: Path) -> dict[str, int]:
    """`minutes.db` and `metadata.json` in `folder`; how many rows each table has."""
    with closing(sqlite3.connect(folder / f"{_NAME}.db")) as file:
        file.execute("PRAGMA synchronous = OFF")  # a file that is not whole is thrown away
        counts = {dataset.name: _fill(file, store, dataset) for dataset in DATASETS}
        words = ", ".join(_WORDS)
        file.execute(
            f'CREATE VIRTUAL TABLE {DECISIONS.row}_words USING fts5 ({words}, content="{DECISIONS.row}",'
            " tokenize='porter unicode61')"
        )
        file.execute(f"INSERT INTO {DECISIONS.row}_words ({DECISIONS.row}_words) VALUES ('rebuild')")  # noqa: S608 (our own names)
        file.commit()
    (folder / "metadata.json").write_text(json.dumps(metadata(), ensure_ascii=False, indent=2), encoding="utf-8")
    return counts


def metadata() -> dict[str, object]:
    """What Datasette shows beside the tables: what each and each of its columns means, and the example queries."""
    return {
        "title": "Council minutes",
        "description": "Meetings, items, decisions, attendance and interests, read from minutes by minutebook.",
        "license": "The words are those of the councils that are named, under each council's own terms",
        "databases": {
            _NAME: {
                "tables": {dataset.row: dict(_described(dataset)) for dataset in DATASETS},
                "queries": {one.name: {"title": one.title, "sql": one.sql} for one in EXAMPLE_QUERIES},
            }
        },
    }


def _fill(file: sqlite3.Connection, store: sqlite3.Connection, dataset: Dataset) -> int:
    """Make the table of a dataset; how many rows it has."""
    columns = ", ".join(_defined(column, dataset) for column in dataset.columns)
    file.execute(f"CREATE TABLE {dataset.row} ({columns}) STRICT")
    holes = ", ".join("?" * len(dataset.columns))
    done = file.executemany(f"INSERT INTO {dataset.row} VALUES ({holes})", stored_rows(store, dataset))  # noqa: S608 (our own names)
    for column in dataset.columns:
        if column.refers or column.name == "date":
            file.execute(f'CREATE INDEX "{dataset.row}_{column.name}" ON {dataset.row} ("{column.name}")')
    return done.rowcount


def _defined(column: DatasetColumn, dataset: Dataset) -> str:
    kind = "INTEGER" if column.kind in _INTEGERS else "TEXT"
    key = " PRIMARY KEY" if column.name == dataset.key else ""
    if column.refers:
        other = _TABLES[column.refers]
        key = f' REFERENCES {other.row} ("{other.key}")'
    return f'"{column.name}" {kind}{key}'


def _described(dataset: Dataset) -> Iterator[tuple[str, object]]:
    names = [column.name for column in dataset.columns]
    yield "description", dataset.meaning
    yield "columns", {column.name: _sentence(column) for column in dataset.columns}
    if dataset.label:
        yield "label_column", dataset.label
    if "date" in names:
        yield "sort_desc", "date"
    facets: list[object] = [name for name in _FACETS if name in names]
    lists = [{"array": column.name} for column in dataset.columns if column.kind is ColumnKind.LIST]
    yield "facets", [*facets, *lists]


def _sentence(column: DatasetColumn) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    return f"{column.meaning}{unit}; {column.source}"
