"""Which reader read a document, what tells one version of the reading modules from another, and a word on it."""

import sqlite3
from functools import cache
from hashlib import sha256
from pathlib import Path

from store.database.migrations import missing_migrations
from store.text.lists import counted

_STORE = Path(__file__).parents[1]
_READING = ("model.py", "text/**/*.py", "readers/**/*.py", "parse/**/*.py")
_DIGITS = 12  # of the hash: enough to tell versions apart


@cache
def reader_version() -> str:
    """A hash of the modules that read: no two versions that may read otherwise have the same."""
    whole = sha256()
    for pattern in _READING:
        for module in sorted(_STORE.glob(pattern)):
            whole.update(module.relative_to(_STORE).as_posix().encode() + b"\n" + module.read_bytes())
    return whole.hexdigest()[:_DIGITS]


def read_by_another(store: sqlite3.Connection) -> int:
    """How many documents of a store another reader than this one read; it takes no time."""
    if "0005 readings" in missing_migrations(store):
        return int(store.execute("SELECT count(*) FROM document").fetchone()[0])
    asked = "SELECT count(*) FROM document WHERE reader IS NOT ?"
    return int(store.execute(asked, (reader_version(),)).fetchone()[0])


def outdated_note(store: sqlite3.Connection) -> str:
    """A sentence for a person whose store another version of minutebook filled; "" where this one did."""
    if not (others := read_by_another(store)):
        return ""
    return (
        f"{counted(others, 'document')} here {'was' if others == 1 else 'were'} read by another version of minutebook:"
        " `minutebook check` tells which meetings this one reads otherwise, `minutebook rebuild` reads them again."
    )


def outdated_words(store: sqlite3.Connection) -> str:
    """The same in one line of a screen."""
    others = read_by_another(store)
    read = f"Another minutebook read {counted(others, 'document')}"
    return f"{read}: `minutebook rebuild` reads {'it' if others == 1 else 'them'} anew." if others else ""
