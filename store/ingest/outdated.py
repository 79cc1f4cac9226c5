"""Documents that another version of minutebook read, and what reading them again would change."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from store.database.connect import open_as_it_is, transaction, writing
from store.database.error_texts import UNREADABLE
from store.database.migrations import missing_migrations
from store.ingest.reader_version import reader_version
from store.ingest.refill import Refill
from store.text.plurals import counted


def read_by_another(store: sqlite3.Connection) -> int:
    """How many documents of a store another reader than this one read; it takes no time."""
    if "0005 readings" in missing_migrations(store):
        return int(store.execute("SELECT count(*) FROM document").fetchone()[0])
    asked = "SELECT count(*) FROM document WHERE reader IS NOT ?"
    return int(store.execute(asked, (reader_version(),)).fetchone()[0])


def changed_by_reading_again(path: Path) -> tuple[str, ...] | None:
    """The permalinks of the meetings that `rebuild` would have say something else; None where that cannot be told.

    It reads every document again, into a store that is thrown away.
    """
    try:
        with (
            closing(open_as_it_is(path)) as old,
            tempfile.TemporaryDirectory(prefix="minutebook-") as folder,
            writing(Path(folder) / "again.db") as db,
        ):
            with transaction(db):
                refill = Refill(old, db)
                refill.fill()
            return tuple(refill.changed)
    except (*UNREADABLE, OSError):
        return None


def outdated_note(store: sqlite3.Connection) -> str:
    """A sentence for a person whose store another version of minutebook filled; "" where this one did."""
    if not (others := read_by_another(store)):
        return ""
    return (
        f"{counted(others, 'document')} here {'was' if others == 1 else 'were'} read by another version of minutebook:"
        " `minutebook check` tells which meetings this one reads otherwise, `minutebook rebuild` reads them again."
    )
