"""Checking a store: whether its file, its tables, its documents, its meetings and its index are what they should be."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

from store.database.checksums import document_hash, meeting_hash
from store.database.error_texts import UNREADABLE
from store.database.migrations import missing_migrations, unknown_migrations
from store.database.schema import MIGRATION_SET, STEPS
from store.database.sql import rows
from store.index.indexed_rows import Indexed, indexed_rows
from store.index.indexing import key_of, repeated_tokens
from store.index.lexicon import lexicon_rows, read_lexicon
from store.index.section import WORD_TABLES, Section
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
    for row in list(rows(store, "SELECT id, name, seal FROM document")):
        if row["seal"] != document_hash(store, row["id"]):
            yield f"{row['name']} has changed since it was stored"


def _meetings(store: sqlite3.Connection) -> Iterator[str]:
    for row in list(rows(store, "SELECT id, permalink, seal FROM meeting")):
        if row["seal"] != meeting_hash(store, row["id"]):
            yield f"{row['permalink']} has changed since it was stored"


def _index(store: sqlite3.Connection) -> Iterator[str]:
    """The index against what it would be if it were made anew of the minutes that are there."""
    expected: dict[str, int] = dict.fromkeys(WORD_TABLES, 0)  # of each full-text table, the sum over what it holds
    times: Counter[int] = Counter()
    first: dict[int, Indexed] = {}
    number = 0
    meetings = store.execute("SELECT id, permalink FROM meeting").fetchall()
    for section in Section:
        known = set(read_lexicon(store, lexicon_rows(store, section)).terms)
        for meeting_id, permalink in meetings:
            for row in indexed_rows(store, section, meeting_id)[2]:
                key = key_of(store, row)
                kept = store.execute("SELECT source_id, meeting_id FROM finding WHERE id = ?", (key,)).fetchone()
                if kept != (row.source_id, meeting_id):
                    yield f"something in {permalink} is not found ({section})"
                    break
                if not known.issuperset({*row.text, *row.title, *row.facts}):
                    yield f"a word in {permalink} is not found ({section})"
                    break
                expected[section.table] += sum(hash((token, key)) for token in row.tokens)
                number += 1
                times[row.wording] += 1
                first.setdefault(row.wording, row)
    for table in ("finding", "wording"):
        if store.execute(f"SELECT count(*) FROM {table}").fetchone() != (number,):  # noqa: S608 (our own table names)
            yield f"{table} has rows of minutes that are not there"
    yield from _repeated(store, times, first, expected)
    for table in WORD_TABLES:
        if _words_of(store, table) != expected[table]:
            yield f"{table} has other words than the minutes"


def _repeated(
    store: sqlite3.Connection, times: Mapping[int, int], first: Mapping[int, Indexed], expected: dict[str, int]
) -> Iterator[str]:
    """The texts that stand in more places than one; what their full-text table should hold goes to `expected`."""
    kept = {row["hash"]: (row["id"], row["times"]) for row in rows(store, "SELECT id, hash, times FROM repeated")}
    if {key: many for key, (_, many) in kept.items()} != {key: many for key, many in times.items() if many > 1}:
        yield "repeated does not count the texts that were passed again"
        return
    for key, (again, _) in kept.items():
        expected["repeated_words"] += sum(hash((token, again)) for token in repeated_tokens(first[key]))
    wrong = store.execute(
        "SELECT 1 FROM repeated LEFT JOIN wording ON finding_id = newest_id AND wording.hash = repeated.hash"
        " WHERE finding_id IS NULL LIMIT 1"
    ).fetchone()
    if wrong:
        yield "repeated names another place than one of the text"


def _words_of(store: sqlite3.Connection, table: str) -> int:
    """The sum over all that a full-text table holds: each word with each row that has it."""
    with closing(sqlite3.connect(":memory:")) as beside:
        path = store.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
        beside.execute("ATTACH ? AS kept", (path,))
        beside.execute(f"CREATE VIRTUAL TABLE temp.held USING fts5vocab('kept', '{table}', 'instance')")
        return sum(hash(pair) for pair in beside.execute("SELECT term, doc FROM held"))


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
