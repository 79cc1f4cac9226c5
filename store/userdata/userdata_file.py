"""The file of the user data: where it is, opening it, and what went wrong in words.

It is opened when the app starts, and so the standard library does everything here.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.database.private_file import make_private
from store.database.sql import Value, rows
from store.errors import UserDataError
from store.userdata.userdata_tables import STEPS

DESK_VARIABLE = "MINUTEBOOK_DESK"
APPLICATION_ID = 0x4D4E444B  # "MNDK" in the file's header says what this is
_BUSY_SECONDS = 3.0


def userdata_path(told: Path | None = None) -> Path:
    """The file: as told, else as the environment says, else in the user's data directory."""
    if told is not None:
        return told
    if named := os.environ.get(DESK_VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("minutebook", appauthor=False) / "desk.db"


class UserDataFile:
    """The file at `path`, made by the first writing. Belongs to the thread that first uses it.

    Any number of programs may use one file at once: a writer waits for another, three seconds at most. Everything here
    raises `UserDataError` when the file is something else, is a newer version's, or cannot be used as asked.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None

    def rows(self, question: str, *values: Value) -> list[sqlite3.Row]:
        """What is kept, each row with its columns by name; nothing while there is no file."""
        with self._worded():
            connection = self._opened(make=False)
            return [] if connection is None else list(rows(connection, question, values))

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is kept, or nothing; the lock is taken at once."""
        with self._worded():
            connection = self._opened(make=True)
            assert connection is not None
            with _transaction(connection):
                yield connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self, *, make: bool) -> sqlite3.Connection | None:
        if self._connection is None and (make or self.path.exists()):
            connection = _connect(self.path, make=make)
            try:
                ready = _is_ready(connection, self.path, make=make)
            except BaseException:
                connection.close()
                raise
            if ready:
                self._connection = connection
            else:
                connection.close()
        return self._connection

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UserDataError(f"{self.path} cannot be used: {error.strerror}.") from error
        except sqlite3.Error as error:
            raise UserDataError(f"{self.path} {_what_is_wrong(error)}") from error


def _connect(path: Path, *, make: bool) -> sqlite3.Connection:
    if make:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(path)
    connection = _connection(path, "mode=rwc" if make else "mode=rw")
    try:
        connection.execute("PRAGMA application_id")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        # A folder that nobody can write: the file needs no lock and no write-ahead log.
        return _connection(path, "immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


def _connection(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)


def _is_ready(connection: sqlite3.Connection, path: Path, *, make: bool) -> bool:
    """Whether there is anything to read; a file in which nothing was ever kept becomes one of user data."""
    blank = _number(connection, "SELECT count(*) FROM sqlite_master") == 0  # first: another program may be making it
    made_by = _number(connection, "PRAGMA application_id")
    if made_by != APPLICATION_ID and not (blank and made_by == 0):
        raise UserDataError(f"{path} is not a desk; choose another with ${DESK_VARIABLE}.")
    if _steps(connection) > len(STEPS):
        raise UserDataError(f"{path} was made by a newer minutebook. Update minutebook to use it.")
    if blank and not make:
        return False
    if _steps(connection) < len(STEPS):
        _use_write_ahead_log(connection)
        _take_steps(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    return True


def _steps(connection: sqlite3.Connection) -> int:
    return _number(connection, "PRAGMA user_version")


def _take_steps(connection: sqlite3.Connection) -> None:
    with _transaction(connection):
        for statements in STEPS[_steps(connection) :]:  # another program may just have taken them
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turn the log on, once for the life of the file; SQLite does not queue for this change."""
    give_up = time.monotonic() + _BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


def _what_is_wrong(error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:  # the low byte; above it stands which kind of it
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "is being written by another program; try again."
        case sqlite3.SQLITE_READONLY:
            return "can only be read; nothing was kept."
        case sqlite3.SQLITE_NOTADB:
            return f"is not a desk; choose another with ${DESK_VARIABLE}."
        case _:
            return f"cannot be used: {error}."
