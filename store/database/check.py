"""Checking a store: whether its file, its tables, its documents, its meetings and its index are what they should be."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

from store.database.check_index import index_faults, share_of_index
from store.database.checksums import document_hash, meeting_hash
from store.database.error_texts import UNREADABLE
from store.database.migrations import missing_migrations, unknown_migrations
from store.database.schema import MIGRATION_SET, STEPS
from store.database.shared_work import shared
from store.database.sql import rows
from store.text.clean import clean_line

_MOST = 20  # faults of one kind that are told one by one


class StorePart(StrEnum):
    """The parts of a store that are checked, in their order."""

    FILE = "file"
    TABLES = "tables"
    DOCUMENTS = "documents"
    MEETINGS = "meetings"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be, in words: what it is, and where."""

    part: StorePart
    words: str


def check_store(store: sqlite3.Connection) -> Iterator[tuple[StorePart, list[Fault] | None]]:
    """Each part of a store when it was checked, with the faults in it; a part that cannot be read is a fault itself.

    `store` comes from `open_as_it_is`. None stands for what cannot be checked: in a store of an older version what that
    did not keep, and the tables of a newer one.
    """
    missing = missing_migrations(store)
    for part, faults in _PARTS.items():
        if _NEEDED.get(part) in missing or (part is StorePart.TABLES and unknown_migrations(store)):
            yield part, None
            continue
        found: list[Fault] = []
        try:
            for at, words in enumerate(faults(store)):
                if at == _MOST:
                    found.append(Fault(part, "and more"))
                    break
                found.append(Fault(part, clean_line(words)))
        except UNREADABLE as error:
            found.append(Fault(part, f"cannot be read ({clean_line(str(error)) or type(error).__name__})"))
        yield part, found


def _file(store: sqlite3.Connection) -> Iterator[str]:
    """SQLite's own check of its pages, of the order in them, and that every row that is named is there."""
    for (words,) in store.execute(f"PRAGMA integrity_check({_MOST})"):
        if words != "ok":
            yield words
    for row in rows(store, "PRAGMA foreign_key_check"):
        yield f"row {row['rowid']} of {row['table']} names a row of {row['parent']} that is not there"


def _tables(store: sqlite3.Connection) -> Iterator[str]:
    """The tables as the migrations make them, and nothing that they do not make."""
    there, made = _schema(store), _schema_made(store)
    for name in made.keys() - there.keys():
        yield f"{name} is missing"
    for name in there.keys() - made.keys():
        yield f"{name} is not of minutebook's making"
    for name in made.keys() & there.keys():
        if made[name] != there[name]:
            yield f"{name} is not as minutebook makes it"


def _documents(store: sqlite3.Connection) -> Iterator[str]:
    for names in shared(store, changed_documents, _keys(store, "SELECT id FROM document ORDER BY id")):
        yield from (f"{name} has changed since it was stored" for name in names)


def changed_documents(store: sqlite3.Connection, keys: Sequence[int]) -> list[str]:
    """The names of those documents that are not what was stored."""
    asked = "SELECT name, seal FROM document WHERE id = ?"
    return [
        row["name"] for key in keys for row in rows(store, asked, (key,)) if row["seal"] != document_hash(store, key)
    ]


def _meetings(store: sqlite3.Connection) -> Iterator[str]:
    for permalinks in shared(store, changed_meetings, _keys(store, "SELECT id FROM meeting ORDER BY id")):
        yield from (f"{permalink} has changed since it was stored" for permalink in permalinks)


def changed_meetings(store: sqlite3.Connection, keys: Sequence[int]) -> list[str]:
    """The permalinks of those meetings that are not what was stored."""
    asked = "SELECT permalink, seal FROM meeting WHERE id = ?"
    return [
        row["permalink"]
        for key in keys
        for row in rows(store, asked, (key,))
        if row["seal"] != meeting_hash(store, key)
    ]


def _index(store: sqlite3.Connection) -> Iterator[str]:
    keys = _keys(store, "SELECT id FROM meeting ORDER BY id")
    yield from index_faults(store, shared(store, share_of_index, keys))


def _keys(store: sqlite3.Connection, question: str) -> list[int]:
    return [key for (key,) in store.execute(question)]


def _schema(store: sqlite3.Connection) -> dict[str, str]:
    """What a store is made of: kind and name, and how it is made, with quotes and white space aside."""
    parts = rows(store, "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'")
    return {f"{row['type']} {row['name']}": "".join((row["sql"] or "").replace('"', "").split()) for row in parts}


def _schema_made(store: sqlite3.Connection) -> dict[str, str]:
    """The same of a store that has had the same migrations, and nothing else."""
    from sqlite_utils import Database, Migrations

    missing = missing_migrations(store)
    with closing(Database(memory=True, execute_plugins=False)) as db:
        migrations = Migrations(MIGRATION_SET)
        for name, step in STEPS:
            if name not in missing:
                migrations(name=name)(step)
        migrations.apply(db)
        return _schema(db.conn)


_PARTS = {
    StorePart.FILE: _file,
    StorePart.TABLES: _tables,
    StorePart.DOCUMENTS: _documents,
    StorePart.MEETINGS: _meetings,
    StorePart.INDEX: _index,
}
_NEEDED = {StorePart.DOCUMENTS: "0003 seals", StorePart.MEETINGS: "0005 readings", StorePart.INDEX: "0007 word forms"}
"""The newest migration that what a part is checked by is of."""
