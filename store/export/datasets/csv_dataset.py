"""A dataset as CSV for programs: the words as they are, nothing for null, `true` and `false`, lists with semicolons."""

import csv
import sqlite3
from pathlib import Path

from store.export.csv_table import MARK, harmless
from store.export.datasets.dataset_columns import DATASETS
from store.export.datasets.dataset_rows import Cell, dataset_rows

BETWEEN = "; "


def write_csv(store: sqlite3.Connection, folder: Path, *, spreadsheet: bool = False) -> dict[str, int]:
    """A file a dataset, in `folder`; how many rows each has. `spreadsheet` makes cells that no spreadsheet computes."""
    counts = {}
    for dataset in DATASETS:
        count = 0
        with (folder / f"{dataset.name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(MARK if spreadsheet else "")
            rows = csv.writer(file)
            rows.writerow(column.name for column in dataset.columns)
            for row in dataset_rows(store, dataset):
                cells = map(_printed, row.values())
                rows.writerow(map(harmless, cells) if spreadsheet else cells)
                count += 1
        counts[dataset.name] = count
    return counts


def _printed(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case list():
            return BETWEEN.join(cell)
    return str(cell)
