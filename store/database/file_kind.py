"""What a file is: a store of minutes, nothing yet, or something else that is to be left alone."""

import re
import sqlite3
from pathlib import Path

from store.database.error_texts import damage_error, no_store, no_store_yet
from store.database.schema import APPLICATION_ID, TABLES
from store.errors import StoreError
from store.index.section import WORD_TABLES
from store.text.clean import clean_line

_MOST = 1_000  # tables and indexes that are looked at: a store has not a tenth of them
_OURS = frozenset((*TABLES, *WORD_TABLES))
_FULL_TEXT = re.compile(r"create virtual table \S+ using fts5\b")
_MADE_UP = re.compile(r"\bgenerated\b|\bas\s*\(")


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
        made = connection.execute("SELECT lower(name), type, lower(ifnull(sql, '')) FROM sqlite_master").fetchmany(
            _MOST
        )
        connection.execute("SELECT name FROM _sqlite_migrations LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT):
            raise damage_error(path, error) from error
        raise
    except sqlite3.DatabaseError as error:
        raise damage_error(path, error) from error
    if len(made) == _MOST:
        raise StoreError(f"{path} has more tables than minutebook makes, and is not opened.")
    if any(kind == "view" and name in _OURS for name, kind, _ in made):
        raise StoreError(f"{path} has a view in place of a table: minutebook did not make it so, and does not open it.")
    if any(kind == "table" and name in _OURS and not _keeps_rows(name, sql) for name, kind, sql in made):
        raise StoreError(f"{path} has a table that makes up its rows: minutebook did not make it so.")


def _keeps_rows(name: str, sql: str) -> bool:
    """Whether a table gives the rows that were put into it, and no program's or expression's."""
    if name in WORD_TABLES:
        return _FULL_TEXT.match(sql) is not None
    return sql.startswith("create table") and not _MADE_UP.search(sql)


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
