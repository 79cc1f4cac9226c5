"""The store's file: where it is, opening it to read, opening it to write.

Reading uses the standard library alone, because importing sqlite-utils costs more than the first screen may take.
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from store.errors import StoreError
from store.schema import APPLICATION_ID, MIGRATION_SET, PAGE_SIZE, STEPS, migrate

if TYPE_CHECKING:
    from sqlite_utils import Database

STORE_VARIABLE = "MINUTEBOOK_STORE"
_BUSY_SECONDS = 30.0
_CHECKPOINT_PAGES = 4_000  # of the log, 32 MB: a page that every document changes is not copied back for each of them


def store_path(told: Path | None = None) -> Path:
    """The store's file: as told, else as the environment says, else in the user's data directory."""
    if told is not None:
        return told
    if named := os.environ.get(STORE_VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("minutebook", appauthor=False) / "minutes.db"


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that can only read, for the thread that asks for it.

    An older store is brought up to date first. Raises `StoreError` when there is no store at `path`, something else is
    there, or an older store cannot be written.
    """
    if not path.exists():
        raise StoreError(f"There is no store at {path} yet; `minutebook add` makes one.")
    store = _open_to_read(path)
    if missing_migrations(store):
        store.close()
        _bring_up_to_date(path)
        store = _open_to_read(path)
    return store


def _open_to_read(path: Path) -> sqlite3.Connection:
    try:
        return _reading(path, "mode=ro")
    except sqlite3.OperationalError:
        # A store on read-only media: nobody writes there, so it needs no lock and no write-ahead file.
        if os.access(path.parent, os.W_OK) or not os.access(path, os.R_OK):
            raise StoreError(f"{path} cannot be opened.") from None
        return _reading(path, "immutable=1")


def _reading(path: Path, how: str) -> sqlite3.Connection:
    store = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_BUSY_SECONDS)
    try:
        _require_store(store, path)
        store.execute("PRAGMA query_only = ON")
    except BaseException:
        store.close()
        raise
    return store


def _bring_up_to_date(path: Path) -> None:
    """Give an older store its newest tables; that is the only time that reading waits for sqlite-utils."""
    try:
        with writing(path):
            pass
    except StoreError as error:
        raise StoreError(
            f"{path} was made by an older minutebook, and has to be brought up to date once, which failed: {error}"
            " Make a copy of it where it can be written, and choose that with --store."
        ) from error


def open_for_writing(path: Path) -> "Database":
    """The store at `path` with its newest tables, made when there is none.

    Raises `StoreError` when the file is no store, is a newer version's, or cannot be written.
    """
    from sqlite_utils import Database

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path} cannot be written: {error}.") from error
    try:
        if not _is_blank(connection, path):
            _require_store(connection, path)
            if newer := unknown_migrations(connection):
                raise StoreError(f"{newer_note(path, newer)} Update minutebook to add to it.")
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        _use_write_ahead_log(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        connection.execute("PRAGMA foreign_keys = ON")
        db = Database(connection, execute_plugins=False)
        with transaction(db):
            migrate(db)
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(f"{path} cannot be written: {error}.") from error
    except BaseException:
        connection.close()
        raise
    return db


@contextmanager
def writing(path: Path) -> Iterator["Database"]:
    """`open_for_writing`, closed at the end."""
    with closing(open_for_writing(path)) as db:
        yield db


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """Everything inside is stored, or nothing. Takes the lock at once, so that writers queue instead of failing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


def insert(db: "Database", table: str, **row: object) -> int:
    """Add a row; its key."""
    return cast(int, db.table(table).insert(row).last_pk)


def insert_all(db: "Database", table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows that all have the columns of the first; in a third of the time that sqlite-utils takes for many."""
    if rows:
        columns = ", ".join(f'"{column}"' for column in rows[0])
        values = ", ".join(f":{column}" for column in rows[0])
        db.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", rows)  # noqa: S608 (our own names)


def unknown_migrations(store: sqlite3.Connection) -> list[str]:
    """The names of the migrations in `store` that this version does not know: a newer one made it."""
    known = {name for name, _ in STEPS}
    rows = store.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,))
    return [name for (name,) in rows if name not in known]


def missing_migrations(store: sqlite3.Connection) -> list[str]:
    """The names of the migrations that `store` has not had: an older version made it."""
    rows = store.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,))
    had = {name for (name,) in rows}
    return [name for name, _ in STEPS if name not in had]


def newer_note(path: Path, newer: list[str]) -> str:
    """The sentence for a person whose store was made by a newer version."""
    return f"{path} was made by a newer minutebook ({', '.join(newer)}); this one can only read it."


def _is_blank(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing was ever stored in the file."""
    return _number(connection, "SELECT count(*) FROM sqlite_master", path) == 0


def _require_store(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, "PRAGMA application_id", path) != APPLICATION_ID:
        raise _no_store(path)


def _number(connection: sqlite3.Connection, question: str, path: Path) -> int:
    try:
        return int(connection.execute(question).fetchone()[0])
    except sqlite3.OperationalError:  # busy, or cannot be opened: it may still be a store
        raise
    except sqlite3.DatabaseError as error:
        raise _no_store(path) from error


def _no_store(path: Path) -> StoreError:
    return StoreError(f"{path} is not a store of minutes; choose another with --store.")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turn the log on, once for the life of the file.

    SQLite does not queue for this change, so several first writers have to try until one has made it.
    """
    give_up = time.monotonic() + _BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.01)
