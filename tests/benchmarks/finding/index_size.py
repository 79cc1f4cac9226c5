"""How large the index of finding is: a store without it, both packed, against the bytes of the text that it finds."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from store.database.schema import STEPS
from tests.benchmarks.finding.apart import apart
from tests.benchmarks.finding.stores import Built

_STEP = "finding"  # in the name of the migration that makes the index


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes: of the store, of the index in it, of the text that the index finds, and of that text without repeats."""

    store: int
    index: int
    text: int
    text_once: int


def sizes_of(built: Built) -> Sizes:
    """Measured on a copy beside the store."""
    return apart(measure_sizes, built.path)


def measure_sizes(path: Path) -> Sizes:
    """Measure in this process."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as store:
            text, text_once = store.execute(_TEXT).fetchone()
            whole = _packed(store)
            _drop_index(store)
            bare = _packed(store)
    return Sizes(path.stat().st_size, whole - bare, text, text_once)


def _packed(store: sqlite3.Connection) -> int:
    """The bytes of the store when no page is free."""
    store.execute("VACUUM")
    ((pages,),) = store.execute("PRAGMA page_count").fetchall()
    ((size,),) = store.execute("PRAGMA page_size").fetchall()
    return int(pages * size)


def _drop_index(store: sqlite3.Connection) -> None:
    """Drop every table and index that the store would not have without the migration that makes finding's."""
    store.execute("PRAGMA foreign_keys = OFF")
    before = _names_before()
    for kind, name in _made(store):
        if (kind, name) not in before and (kind, name) in _made(store):  # dropping a table drops what hangs on it
            store.execute(f"DROP {kind} {name}")


def _names_before() -> set[tuple[str, str]]:
    from sqlite_utils import Database

    with closing(Database(memory=True, execute_plugins=False)) as db:
        for name, step in STEPS:
            if _STEP in name:
                break
            step(db)
        return set(_made(db.conn))


def _made(store: sqlite3.Connection) -> list[tuple[str, str]]:
    """What the store is made of, virtual tables before the tables that they keep for themselves."""
    rows = store.execute(
        "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC, type = 'index'"
    )
    return [(str(kind), str(name)) for kind, name in rows.fetchall()]


_TEXT = """
    SELECT ifnull(sum(length(text) * times), 0), ifnull(sum(length(text)), 0) FROM (
        SELECT text, count(*) AS times FROM (
            SELECT CAST(text AS BLOB) AS text FROM clause
            UNION ALL SELECT CAST(text AS BLOB) FROM point
            UNION ALL SELECT CAST(title AS BLOB) FROM agenda_item
            UNION ALL SELECT CAST(text AS BLOB) FROM paragraph WHERE kind IN ('agenda text', 'discussion', 'note')
        ) GROUP BY text
    )
"""
