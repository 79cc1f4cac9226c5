"""A whole copy of a store in a file of its own, and such a copy put back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from store.database.connect import open_as_it_is
from store.database.error_texts import write_error
from store.database.migrations import copy_whole
from store.database.private_file import real_file, take_rights
from store.database.swap import BEING_MADE, alone, keep_beside, remove
from store.errors import StoreError


def backup(path: Path, copy: Path) -> None:
    """Copy the store at `path` whole, whoever reads or writes it meanwhile, to a file that is not there yet.

    Raises `StoreError` when `path` is no store, when there is something at `copy`, or when it cannot be made.
    """
    open_as_it_is(path).close()
    if os.path.lexists(copy):
        raise StoreError(f"{copy} is there already; choose another name for the copy.")
    try:
        copy_whole(real_file(path), copy)
    except (OSError, sqlite3.Error) as error:
        raise write_error(copy, error) from error


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy of a store in the place of the store at `path`; the file that is kept of what was there, if any was.

    Raises `StoreError` when the copy is no store or not whole, when somebody uses the store, or when it cannot be
    written; the store is as it was then.
    """
    with closing(open_as_it_is(copy)) as store:
        (found,) = store.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise StoreError(f"{copy} is damaged ({found}), and was not put back.")
    place = real_file(path)
    if real_file(copy) == place:
        raise StoreError(f"{copy} is the store itself.")
    new = place.with_name(f"{place.name}{BEING_MADE}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        remove(new)
        return _put_back(place, real_file(copy), new)
    except (OSError, sqlite3.Error) as error:
        raise write_error(path, error) from error
    finally:
        remove(new)


def _put_back(place: Path, copy: Path, new: Path) -> Path | None:
    if not place.exists():
        copy_whole(copy, place)
        return None
    with alone(place):
        copy_whole(copy, new)
        take_rights(new, place)
        before = keep_beside(place, "restore")
        new.replace(place)
    return before
