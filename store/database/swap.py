"""One store in place of another: nobody uses it meanwhile, and what was there is kept beside it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from store.errors import StoreError

BEING_MADE = ".rebuilding"
"""What the name of a store ends with that is to take the place of the one beside it."""

_BESIDE = ("", "-wal", "-shm", "-journal")


def being_swapped(path: Path) -> bool:
    """Whether another program is making a store that takes the place of this one."""
    return path.with_name(f"{path.name}{BEING_MADE}").exists()


@contextmanager
def alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The store while nobody else has it, in one file: what a log held is in it.

    Raises `StoreError` when somebody has it, or it cannot be written.
    """
    with closing(sqlite3.connect(path.absolute(), timeout=1, isolation_level=None)) as store:
        try:
            store.execute("PRAGMA journal_mode = DELETE")
            store.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{path} is in use, or cannot be written ({error}). Close what uses it first.") from error
        yield store


def keep_beside(path: Path, why: str) -> Path:
    """Keep the file under a name that is free, too; its own is free to be taken then, at one stroke."""
    names = (f"{path.stem}-before-{why}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
    before = next(place for name in names if not (place := path.with_name(name)).exists())
    try:
        os.link(path, before)
    except OSError:  # there are file systems without links
        shutil.copy2(path, before)
    return before


def remove(path: Path) -> None:
    """Remove a store with what lies beside it, where there is one."""
    for suffix in _BESIDE:
        with suppress(OSError):  # no file can have so long a name, or it may not be removed, which making it will tell
            path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
