"""Rebuilding a store: made anew in a file beside it, out of the documents that it keeps, and put in its place whole."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from store.database.connect import newer_note, open_as_it_is, transaction, writing
from store.database.error_texts import UNREADABLE
from store.database.migrations import unknown_migrations
from store.errors import StoreError
from store.ingest.refill import NotReadAgain, Refill


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of rebuilding, and the file as it was before.

    How many meetings there are; the permalinks that those had that say something else now; those kept as they were;
    what is lost.
    """

    meetings: int
    changed: tuple[str, ...]
    kept: tuple[NotReadAgain, ...]
    lost: tuple[NotReadAgain, ...]
    before: Path


def rebuild(path: Path) -> Rebuilt:
    """Rebuild the store at `path`: it is the new one, whole, or the old one.

    Nobody else can use it meanwhile. Raises `StoreError` when somebody does, when it is a newer version's, or when what
    it keeps of its meetings cannot be read at all.
    """
    with closing(open_as_it_is(path)) as store:
        if newer := unknown_migrations(store):
            raise StoreError(f"{newer_note(path, newer)} Update minutebook to rebuild it.")
    new = path.with_name(f"{path.name}.rebuilding")
    _remove(new)
    try:
        with _alone(path) as old:
            with writing(new) as db, transaction(db):
                reading = Refill(old, db)
                reading.fill()
            before = _keep(path)
            new.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be replaced: {error.strerror}. It is as it was.") from error
    except UNREADABLE as error:
        raise StoreError(
            f"{path} is damaged where it cannot be rebuilt ({error}), and is as it was. Take a copy of it from before,"
            " if there is one; or add the files of the minutes to a new store, which gives them the same permalinks."
        ) from error
    finally:
        _remove(new)
    return Rebuilt(reading.meetings, tuple(reading.changed), tuple(reading.kept), tuple(reading.lost), before)


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The store while nobody else has it, in one file: what a log held is in it."""
    with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as store:
        try:
            store.execute("PRAGMA journal_mode = DELETE")
            store.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{path} is in use, or cannot be written ({error}). Close what uses it first.") from error
        yield store


def _keep(path: Path) -> Path:
    """Keep the file under a name that is free, too; its own is free to be taken then, at one stroke."""
    names = (f"{path.stem}-before-rebuild{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
    before = next(place for name in names if not (place := path.with_name(name)).exists())
    try:
        os.link(path, before)
    except OSError:  # there are file systems without links
        shutil.copyfile(path, before)
    return before


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
