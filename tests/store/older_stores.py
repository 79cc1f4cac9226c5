"""Stores as older versions made them: what later migrations brought is taken away again."""

from typing import TYPE_CHECKING

from store.database.thread_tables import THREAD_COLUMNS
from store.index.section import WORD_TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database

_BROUGHT = {
    "0009 threads": [f"DROP TABLE {table}" for table in THREAD_COLUMNS],
    "0008 corrections": ["DROP TABLE correction"],
    "0007 word forms": ["DROP INDEX idx_attendance_name", "DROP INDEX idx_interest_name"],
    "0006 doubts": ["DROP TABLE doubt"],
    "0005 readings": [
        "DROP TABLE renamed",
        "ALTER TABLE resolution DROP COLUMN form",
        "ALTER TABLE resolution DROP COLUMN result",
        "ALTER TABLE meeting DROP COLUMN meeting_kind",
        "ALTER TABLE document DROP COLUMN reader",
    ],
    "0004 paths": ["ALTER TABLE document DROP COLUMN path"],
    "0003 seals": [
        "ALTER TABLE document DROP COLUMN layout",
        "ALTER TABLE document DROP COLUMN seal",
        "ALTER TABLE meeting DROP COLUMN seal",
    ],
    "0002 finding": [
        *(f"DROP TABLE {table}" for table in (*WORD_TABLES, "wording", "repeated", "finding", "lexicon")),
        "ALTER TABLE clause ADD COLUMN folded TEXT NOT NULL DEFAULT ''",
    ],
}
"""What each migration made, the newest first, as the statements that take it away."""


def make_older(db: "Database", first_missing: str) -> None:
    """Take away what the migration `first_missing` and those after it brought."""
    for name, statements in _BROUGHT.items():
        if name < first_missing:
            continue
        for statement in statements:
            db.execute(statement)
        db.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (name,))
    db.conn.commit()
