"""The store's file: where it is, opening it to read, opening it to write.

Reading uses the standard library alone, because importing sqlite-utils costs more than the first screen may take.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from store.database.error_texts import damage_error, no_store, no_store_yet, write_error
from store.database.file_kind import is_blank, require_no_trigger, require_store
from store.database.migrations import copy_before_migrating, missing_migrations, unknown_migrations
from store.database.private_file import make_private, real_file
from store.database.schema import NEEDED_TO_READ, PAGE_SIZE, migrate
from store.database.swap import being_swapped
from store.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database

STORE_VARIABLE = "MINUTEBOOK_STORE"
_BUSY_SECONDS = 30.0
_CHECKPOINT_SECONDS = 2.0  # to wait for readers, before the log is left as it is
_LONGEST_VALUE = 100_000_000  # bytes of a value in a store: no minutes are near it, and one alone fills no memory
_CHECKPOINT_PAGES = 4_000  # of the log, 32 MB: a page that every document changes is not copied back for each of them


def store_path(told: Path | None = None) -> Path:
    """The store's file: as told, else as the environment says, else in the user's data directory."""
    if told is not None:
        return told
    if named := os.environ.get(STORE_VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("minutebook", appauthor=False) / "minutes.db"


def open_for_reading(path: Path, tell: Callable[[str], None] = lambda _: None) -> sqlite3.Connection:
    """A connection that can only read, for the thread that asks for it.

    A store that is too old to be read is brought up to date first, and `tell` gets a sentence on that. Raises
    `StoreError` when there is no store at `path`, something else is there, or such a store cannot be written.
    """
    store = open_as_it_is(path)
    if not missing_migrations(store).isdisjoint(NEEDED_TO_READ):
        store.close()
        _bring_up_to_date(path, tell)
        store = open_as_it_is(path)
    return store


def open_as_it_is(path: Path) -> sqlite3.Connection:
    """A connection that can only read, to a store of any age. Raises `StoreError` as `open_for_reading` does."""
    try:
        if not path.exists():
            raise no_store_yet(path)
        if not path.is_file():  # a pipe would be waited for
            raise no_store(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}.") from error
    try:
        return _reading(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise _busy(path, error) from error
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK and os.access(path.parent, os.W_OK):
            # Somebody was killed while writing: who opens it to write takes back what was half written.
            with closing(sqlite3.connect(path.absolute(), timeout=_BUSY_SECONDS)) as store:
                is_blank(store, path)
            return _reading(path, "mode=ro")
        # A store on read-only media: nobody writes there, so it needs no lock and no write-ahead file.
        if os.access(path.parent, os.W_OK) or not os.access(path, os.R_OK):
            raise StoreError(f"{path} cannot be opened: {error}.") from error
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise StoreError(
                f"{path} was not closed: its newest part lies in {log.name}, which cannot be read in a folder that"
                " cannot be written. Copy both to one that can, and choose the copy with --store."
            ) from error
        return _reading(path, "immutable=1")


def _reading(path: Path, how: str) -> sqlite3.Connection:
    while True:
        there = _file_at(path)
        store = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_BUSY_SECONDS)
        try:
            store.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            require_store(store, path)
            store.execute("PRAGMA query_only = ON")
        except BaseException:
            store.close()
            raise
        if _file_at(path) == there:
            return store
        store.close()  # while this waited, another store took its place


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file a path names; None while it names none."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_dev, there.st_ino


def _busy(path: Path, error: OSError | sqlite3.Error) -> StoreError:
    if being_swapped(real_file(path)):
        return StoreError(f"{path} is being rebuilt or put back by another program; it can be used when that is done.")
    return write_error(path, error)


def _bring_up_to_date(path: Path, tell: Callable[[str], None]) -> None:
    """Give an older store its newest tables; that is the only time that reading waits for sqlite-utils."""
    try:
        with writing(path, tell):
            pass
    except StoreError as error:
        raise StoreError(
            f"{path} was made by an older minutebook, and has to be brought up to date once, which failed: {error}"
            " Make a copy of it where it can be written, and choose that with --store."
        ) from error


def open_for_writing(path: Path, tell: Callable[[str], None] = lambda _: None) -> "Database":
    """The store at `path` with its newest tables, made when there is none.

    An older store that holds anything is copied before it is brought up to date, and `tell` gets a sentence on that.
    Raises `StoreError` when the file is no store, is a newer version's, or cannot be written.
    """
    from sqlite_utils import Database

    try:
        if path.exists() and not path.is_file():
            raise no_store(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(path)
        there = _file_at(path)
        connection = sqlite3.connect(path.absolute(), timeout=_BUSY_SECONDS)
    except (OSError, sqlite3.Error) as error:
        raise write_error(path, error) from error
    try:
        blank = is_blank(connection, path)
        if not blank:
            require_store(connection, path)
            require_no_trigger(connection, path)
            if newer := unknown_migrations(connection):
                raise StoreError(f"{newer_note(path, newer)} Update minutebook to add to it.")
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        _use_write_ahead_log(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        connection.execute("PRAGMA foreign_keys = ON")
        db = Database(connection, execute_plugins=False)
        with transaction(db):
            copy = None if blank else copy_before_migrating(connection, path)
            migrate(db)
    except (OSError, sqlite3.Error) as error:
        connection.close()
        if _file_at(path) != there:  # while this waited, another store took its place
            return open_for_writing(path, tell)
        raise _busy(path, error) from error
    except BaseException:
        connection.close()
        raise
    if _file_at(path) != there:
        connection.close()
        return open_for_writing(path, tell)
    if copy:
        tell(f"{path} was made by an older minutebook and is brought up to date; as it was, it is kept as {copy.name}.")
    return db


_OF_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT)  # of the latter, a row that others name is gone


@contextmanager
def writing(path: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator["Database"]:
    """`open_for_writing`, closed at the end. Raises `StoreError` when writing fails inside, for want of room, say."""
    with closing(open_for_writing(path, tell)) as db:
        try:
            yield db
        except sqlite3.OperationalError as error:
            raise write_error(path, error) from error
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _OF_DAMAGE:
                raise
            raise damage_error(path, error) from error
        finally:
            _empty_log(db.conn)


def settle(path: Path) -> None:
    """Have the store's file alone hold everything, where a log beside it holds some of it; nothing depends on it."""
    log = path.with_name(f"{path.name}-wal")
    with suppress(OSError, sqlite3.Error):
        if log.stat().st_size:
            with closing(sqlite3.connect(path.absolute(), timeout=_CHECKPOINT_SECONDS)) as store:
                _empty_log(store)


def _empty_log(store: sqlite3.Connection) -> None:
    """Bring what the log holds into the file: readers that are still there would leave it in the log at the end."""
    with suppress(sqlite3.Error):
        store.execute(f"PRAGMA busy_timeout = {int(_CHECKPOINT_SECONDS * 1000)}")
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """Everything inside is stored, or nothing. Takes the lock at once, so that writers queue instead of failing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


def insert(db: "Database", table: str, **row: object) -> int:
    """Add a row; its key."""
    names = ", ".join(f":{column}" for column in row)
    done = db.conn.execute(f"INSERT INTO {table} ({quoted_names(row)}) VALUES ({names})", row)  # noqa: S608 (our own names)
    return cast(int, done.lastrowid)


def insert_all(db: "Database", table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows that all have the columns of the first."""
    if rows:
        names = ", ".join(f":{column}" for column in rows[0])
        db.conn.executemany(f"INSERT INTO {table} ({quoted_names(rows[0])}) VALUES ({names})", rows)  # noqa: S608 (our own names)


def quoted_names(columns: Iterable[str]) -> str:
    """The names of columns for a statement: some are words of SQL ("end")."""
    return ", ".join(f'"{column}"' for column in columns)


def newer_note(path: Path, newer: list[str]) -> str:
    """The sentence for a person whose store was made by a newer version."""
    return f"{path} was made by a newer minutebook ({', '.join(newer)}); this one can only read it."


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turn the log on, once for the life of the file.

    SQLite does not queue for this change, so several first writers have to try until one has made it.
    """
    give_up = time.monotonic() + _BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
