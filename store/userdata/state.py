"""The state of a store and of the user data in figures, for a report of what went wrong: never a word out of them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.database.connect import open_as_it_is
from store.database.migrations import missing_migrations, unknown_migrations
from store.database.schema import MIGRATION_SET
from store.errors import MinutebookError
from store.userdata.userdata import UserData

State = dict[str, object]

_COUNTED = ("document", "meeting", "agenda_item", "resolution", "clause")


def store_state(path: Path) -> State:
    """Where the store is, its size in bytes, its migrations and counts; or why they cannot be told."""
    state: State = {"path": str(path), "bytes": path.stat().st_size if path.is_file() else None}
    try:
        with closing(open_as_it_is(path)) as store:
            names = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
            state["migrations"] = [name for (name,) in store.execute(names, (MIGRATION_SET,))]
            state["missing"] = sorted(missing_migrations(store))
            state["newer"] = unknown_migrations(store)
            (state["journal"],) = store.execute("PRAGMA journal_mode").fetchone()
            for table in _COUNTED:
                (state[table],) = store.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (our own names)
    except (MinutebookError, sqlite3.Error) as error:
        state["trouble"] = str(error)
    return state


def userdata_state(path: Path) -> State:
    """Where the user data are, their size in bytes, and how much is kept in them; or why that cannot be told."""
    state: State = {"path": str(path), "bytes": path.stat().st_size if path.is_file() else None}
    try:
        with closing(UserData(path)) as userdata:
            state |= {
                "stars": len(userdata.stars.all()),
                "notes": len(userdata.notes.all()),
                "saved queries": len(userdata.queries.all()),
            }
    except MinutebookError as error:
        state["trouble"] = str(error)
    return state
