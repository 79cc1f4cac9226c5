"""Writing datasets into a folder of their own: all files or none, with the data dictionary beside them."""

import secrets
import shutil
import sqlite3
from enum import StrEnum
from pathlib import Path

from store.export.datasets.csv_dataset import write_csv
from store.export.datasets.data_dictionary import dictionary
from store.export.datasets.dataset_rows import one_moment
from store.export.datasets.datasette_file import write_datasette
from store.export.datasets.parquet_dataset import write_parquet
from store.export.write_file import ExportError

_DICTIONARY = "dictionary.md"  # which also says that minutebook wrote the folder


class DatasetForm(StrEnum):
    """What datasets are written as; `SPREADSHEET` is CSV of which a spreadsheet computes nothing."""

    CSV = "csv"
    SPREADSHEET = "spreadsheet"
    PARQUET = "parquet"
    DATASETTE = "datasette"


def write_dataset(store: sqlite3.Connection, folder: Path, form: DatasetForm, *, force: bool = False) -> dict[str, int]:
    """Write every dataset to `folder`, which is new or empty; with `force` in place of datasets that are there.

    Gives how many rows each has. Raises `ExportError` where that is not possible; then `folder` is as it was.
    """
    try:
        _require_room(folder, force=force)
        beside = folder.with_name(f".minutebook-{secrets.token_hex(6)}.part")
        beside.mkdir()
        try:
            with one_moment(store):
                counts = _write(store, beside, form)
            (beside / _DICTIONARY).write_text(dictionary(counts), encoding="utf-8")
            if folder.exists():
                shutil.rmtree(folder)
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise ExportError(f"{folder} cannot be written ({error.strerror or error}).") from error
    return counts


def _write(store: sqlite3.Connection, folder: Path, form: DatasetForm) -> dict[str, int]:
    match form:
        case DatasetForm.PARQUET:
            return write_parquet(store, folder)
        case DatasetForm.DATASETTE:
            return write_datasette(store, folder)
    return write_csv(store, folder, spreadsheet=form is DatasetForm.SPREADSHEET)


def _require_room(folder: Path, *, force: bool) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ExportError(f"{folder} is no folder; name a new or an empty one.")
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not (folder / _DICTIONARY).is_file():
        raise ExportError(f"{folder} holds other files; name a new or an empty folder.")
    if not force:
        raise ExportError(f"{folder} holds datasets already; --force writes in their place.")
