"""Which migrations a store has had, and the copy of it that is made before it gets those that it lacks."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.database.private_file import make_private, real_file, take_rights
from store.database.schema import MIGRATION_SET, STEPS


def unknown_migrations(store: sqlite3.Connection) -> list[str]:
    """The names of the migrations in `store` that this version does not know: a newer one made it."""
    known = {name for name, _ in STEPS}
    rows = store.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,))
    return [name for (name,) in rows if name not in known]


def missing_migrations(store: sqlite3.Connection) -> set[str]:
    """The names of the migrations that `store` has not had: an older version made it."""
    rows = store.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,))
    return {name for name, _ in STEPS}.difference(name for (name,) in rows)


def copy_before_migrating(store: sqlite3.Connection, path: Path) -> Path | None:
    """A copy beside the store, named by the first migration that it has not had; None where there is nothing to lose.

    `store` holds the lock, so that what is copied is what is migrated.
    """
    missing = missing_migrations(store)
    if not missing:
        return None
    if store.execute("SELECT 1 FROM document LIMIT 1").fetchone() is None:
        return None
    path = real_file(path)
    copy = path.with_name(f"{path.stem}-before-{min(missing).partition(' ')[0]}{path.suffix}")
    copy_whole(path, copy)
    return copy


def copy_whole(path: Path, copy: Path) -> None:
    """Copy a store that others may be using: the copy is there whole or not at all, and is one file.

    It has the mode and, as far as one may give it, the owner of the store.

    Raises `OSError` or `sqlite3.Error` where it cannot be made.
    """
    beginning = copy.with_name(f"{copy.name}.part")
    try:
        beginning.unlink(missing_ok=True)
        make_private(beginning)
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as store,
            closing(sqlite3.connect(beginning.absolute())) as target,
        ):
            store.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        take_rights(beginning, path)
        beginning.replace(copy)
    except BaseException:
        beginning.unlink(missing_ok=True)
        raise
