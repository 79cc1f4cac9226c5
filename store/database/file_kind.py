"""What a file is: a store of minutes, nothing yet, or something else that is to be left alone."""

import sqlite3
from pathlib import Path

from store.database.error_texts import damage_error, no_store, no_store_yet
from store.database.schema import APPLICATION_ID, TABLES
from store.errors import StoreError
from store.text.clean import clean_line


def is_blank(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing was ever stored in the file."""
    return _number(connection, "SELECT count(*) FROM sqlite_master", path) == 0


def require_store(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StoreError` unless this is a store whose tables are tables; a view could say anything in their place."""
    if is_blank(connection, path):  # first: another program may be making it
        raise no_store_yet(path)
    if _number(connection, "PRAGMA application_id", path) != APPLICATION_ID:
        raise no_store(path)
    try:
        views = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
        connection.execute("SELECT name FROM _sqlite_migrations LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT):
            raise damage_error(path, error) from error
        raise
    except sqlite3.DatabaseError as error:
        raise damage_error(path, error) from error
    if views.intersection(TABLES):
        raise StoreError(f"{path} has a view in place of a table: minutebook did not make it so, and does not open it.")


def require_no_trigger(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StoreError` where writing a row would set off what minutebook did not make."""
    trigger = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchone()
    if trigger:
        raise StoreError(
            f"{path} has a trigger ({clean_line(trigger[0])}) that minutebook did not make, and that could change what"
            " is written; it can only be read. `minutebook rebuild` leaves it out."
        )


def _number(connection: sqlite3.Connection, question: str, path: Path) -> int:
    try:
        return int(connection.execute(question).fetchone()[0])
    except sqlite3.OperationalError:  # busy, or cannot be opened: it may still be a store
        raise
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            raise damage_error(path, error) from error
        raise no_store(path) from error
