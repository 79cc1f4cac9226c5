"""Datasets as Parquet, in folders by council and year as Hive names them: DuckDB, Spark, Dask, pandas read those."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from store.export.datasets.dataset_columns import DATASETS, PARTITIONS, ColumnKind, Dataset
from store.export.datasets.dataset_rows import Cell, dataset_rows
from store.export.write_file import ExportError

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 20_000  # rows in memory, and of a row group
_FILE = "part-0.parquet"
_NOTHING = "__HIVE_DEFAULT_PARTITION__"  # how Hive calls the folder of rows that have no such value

Row = dict[str, Cell]


def write_parquet(store: sqlite3.Connection, folder: Path) -> dict[str, int]:
    """Folders of files in `folder`, one a dataset; how many rows each has. Raises `ExportError` without pyarrow."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow, which comes with: pip install 'minutebook[parquet]'") from error
    kinds = {
        ColumnKind.TEXT: pa.string(),
        ColumnKind.DATE: pa.date32(),
        ColumnKind.INTEGER: pa.int64(),
        ColumnKind.BOOLEAN: pa.bool_(),
        ColumnKind.LIST: pa.list_(pa.string()),
    }
    counts = {}
    for dataset in DATASETS:
        schema = pa.schema([(one.name, kinds[one.kind]) for one in dataset.columns if one.name not in _apart(dataset)])
        count = 0
        for part, rows in groupby(dataset_rows(store, dataset), partial(_part, _apart(dataset))):
            count += _write(folder / dataset.name / part, rows, schema)
        if not count:  # a file that says which columns there would be
            _write(folder / dataset.name / _FILE, (), schema)
        counts[dataset.name] = count
    return counts


def _apart(dataset: Dataset) -> tuple[str, ...]:
    return PARTITIONS if dataset.of_meetings else ()


def _part(apart: tuple[str, ...], row: Row) -> Path:
    return Path(*(f"{name}={_NOTHING if row[name] is None else row[name]}" for name in apart), _FILE)


def _write(path: Path, rows: Iterable[Row], schema: "pa.Schema") -> int:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    path.parent.mkdir(parents=True)
    count = 0
    with ParquetWriter(path, schema, compression="zstd") as file:
        for batch in _batches(rows):
            file.write_table(pa.Table.from_pylist(batch, schema))
            count += len(batch)
    return count


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    ahead = iter(rows)
    while batch := list(islice(ahead, _AT_ONCE)):
        yield batch
