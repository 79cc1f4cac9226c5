"""The tables of a store, made step by step by named migrations.

Permalinks are kept on their rows, so that what was cited yesterday is found by one look-up. `document_id`, `start` and
`end` are a row's evidence: characters into `document.text`. Only `migrate` imports sqlite-utils.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import TYPE_CHECKING

from store.database.thread_tables import (
    THREAD_COLUMNS,
    THREAD_INDEXED,
    THREAD_OPTIONAL,
    THREAD_OWNERS,
    Columns,
)
from store.index.section import WORD_TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATION_SET = "minutebook"
APPLICATION_ID = 0x4D4E5442  # "MNTB" in the file's header says that this is a store of minutes
PAGE_SIZE = 8192
# Bytes: a rare word beside a common one skips through the common one's rows a page at a time. Eight fill one of ours.
_WORDS_PAGE = 1_000

TABLES = (
    *("document", "organization", "meeting", "meeting_document", "agenda_item", "paragraph", "resolution", "clause"),
    *("point", "attendance", "interest", "doubt", "correction", "finding", "wording", "repeated", "lexicon", "renamed"),
    *THREAD_COLUMNS,
    "_sqlite_migrations",
)
"""The tables of a store, without those for full text. None of them is ever a view."""

_EVIDENCE: Columns = {"document_id": int, "start": int, "end": int}


def _tables(db: "Database") -> None:
    """Documents, organizations, meetings and all that is said in them."""
    _table(
        db,
        "document",
        {"sha256": str, "name": str, "url": str, "format": str, "text": str, "pages": str},
        optional={"url"},
        unique=[("sha256",)],
    )
    _table(
        db,
        "organization",
        {"kind": str, "parent_id": int, "name": str, "slug": str},
        optional={"parent_id"},
        owners={"parent_id": "organization"},
    )
    # A committee whose council nobody has told yet has no parent; NULLs would all count as different.
    db.execute("CREATE UNIQUE INDEX idx_organization_slug ON organization (kind, ifnull(parent_id, 0), slug)")
    _table(
        db,
        "meeting",
        {"organization_id": int, "date": str, "day": str, "start": str, "end": str, "venue": str, "chair": str}
        | {"status": str, "minuted": int, "next_meeting": str, "permalink": str},
        optional={"date", "start", "end", "venue", "chair", "next_meeting"},
        owners={"organization_id": "organization"},
        unique=[("permalink",), ("organization_id", "day")],
        indexes=[("date",)],
    )
    _table(
        db,
        "meeting_document",
        {"meeting_id": int, "document_id": int, "is_primary": int},
        owners={"meeting_id": "meeting", "document_id": "document"},
        unique=[("meeting_id", "document_id")],
        indexes=[("document_id",)],
    )
    _table(
        db,
        "agenda_item",
        {"meeting_id": int, "position": int, "number": str, "reference": str, "title": str, "complete": int}
        | {"full_text": str, "permalink": str}
        | _EVIDENCE,
        optional={"number", "reference", "full_text"},
        owners={"meeting_id": "meeting", "document_id": "document"},
        unique=[("permalink",), ("meeting_id", "position")],
    )
    _table(
        db,
        "paragraph",
        {"meeting_id": int, "item_id": int, "position": int, "kind": str, "label": str, "text": str} | _EVIDENCE,
        optional={"item_id", "label"},
        owners={"meeting_id": "meeting", "item_id": "agenda_item", "document_id": "document"},
        indexes=[("meeting_id",), ("item_id", "position")],
    )
    _table(
        db,
        "resolution",
        {"item_id": int, "position": int, "marker": str, "kind": str, "intro": str}
        | {"mover": str, "seconder": str, "vote": str, "complete": int, "permalink": str}
        | _EVIDENCE,
        optional={"marker", "intro", "mover", "seconder", "vote"},
        owners={"item_id": "agenda_item", "document_id": "document"},
        unique=[("permalink",), ("item_id", "position")],
    )
    _table(
        db,
        "clause",
        {"resolution_id": int, "position": int, "label": str, "value": int, "text": str, "folded": str}
        | {"outcomes": str, "targets": str, "complete": int, "permalink": str}
        | _EVIDENCE,
        optional={"label", "value"},
        owners={"resolution_id": "resolution", "document_id": "document"},
        unique=[("permalink",), ("resolution_id", "position")],
    )
    _table(  # what is printed under a clause or, without a clause, under the whole resolution
        db,
        "point",
        {"resolution_id": int, "clause_id": int, "position": int, "label": str, "text": str} | _EVIDENCE,
        optional={"clause_id", "label"},
        owners={"resolution_id": "resolution", "clause_id": "clause", "document_id": "document"},
        indexes=[("resolution_id",), ("clause_id",)],
    )
    _table(
        db,
        "attendance",
        {"meeting_id": int, "position": int, "name": str, "role": str, "listed_under": str} | _EVIDENCE,
        optional={"role"},
        owners={"meeting_id": "meeting", "document_id": "document"},
        indexes=[("meeting_id",)],
    )
    _table(
        db,
        "interest",
        {"meeting_id": int, "position": int, "name": str, "nature": str, "subject": str, "conduct": str} | _EVIDENCE,
        optional={"nature", "subject", "conduct"},
        owners={"meeting_id": "meeting", "document_id": "document"},
        indexes=[("meeting_id",)],
    )


def _table(
    db: "Database",
    name: str,
    columns: Columns,
    *,
    optional: Set[str] = frozenset(),
    owners: Mapping[str, str] = MappingProxyType({}),
    unique: Sequence[tuple[str, ...]] = (),
    indexes: Sequence[tuple[str, ...]] = (),
) -> None:
    """A strict table with an integer key; a row goes when its owner (column -> table) goes."""
    from sqlite_utils.db import ForeignKey

    table = db.create_table(
        name,
        {"id": int} | columns,
        pk="id",
        not_null=columns.keys() - optional,
        foreign_keys=[ForeignKey(name, column, owner, "id", on_delete="CASCADE") for column, owner in owners.items()],
        strict=True,
    )
    for index in unique:
        table.create_index(index, unique=True)
    for index in indexes:
        table.create_index(index)


def _finding(db: "Database") -> None:
    """The index that finding asks; `_word_forms` fills it. The words of a clause are in it alone."""
    db.execute("ALTER TABLE clause DROP COLUMN folded")
    db.execute(
        "CREATE TABLE finding (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL,"
        " meeting_id INTEGER NOT NULL REFERENCES meeting (id)) STRICT"
    )
    db.execute(
        "CREATE TABLE wording (hash INTEGER NOT NULL, source_id INTEGER NOT NULL,"
        " finding_id INTEGER NOT NULL REFERENCES finding (id), PRIMARY KEY (hash, source_id)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE repeated (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL UNIQUE, times INTEGER NOT NULL,"
        " newest_id INTEGER NOT NULL REFERENCES finding (id)) STRICT"
    )
    db.execute(
        "CREATE TABLE lexicon"
        " (id INTEGER PRIMARY KEY, section TEXT NOT NULL, terms BLOB NOT NULL, counts BLOB NOT NULL) STRICT"
    )
    for table in WORD_TABLES:
        # The words come folded; only which rows have a word is kept: neither the text, nor places, nor lengths.
        db.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5"
            " (words, content='', columnsize=0, detail=none, tokenize=\"ascii tokenchars '_'\")"
        )
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('pgsz', {_WORDS_PAGE})")  # noqa: S608 (our own table names)


def _seals(db: "Database") -> None:
    """Columns for hashes by which later damage is seen, and what a document's reader knew of its lines.

    `_readings` seals what has no seal.
    """
    from store.database.document_row import LAYOUT_OF_NOTHING, PLAIN_FORMATS

    for table, column in (("document", "layout"), ("document", "seal"), ("meeting", "seal")):
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT")
    for form in PLAIN_FORMATS:
        db.execute("UPDATE document SET layout = ? WHERE format = ?", (LAYOUT_OF_NOTHING, form))


def _paths(db: "Database") -> None:
    """Where a document was added from, so that the file itself can be opened again while it is there."""
    db.execute("ALTER TABLE document ADD COLUMN path TEXT")


def _readings(db: "Database") -> None:
    """What became of each motion, the kind of each meeting, who read each document, and what permalinks are now called.

    The seals are of these, too. A meeting that had been damaged keeps the seal by which that is seen.
    """
    from store.database.checksums import document_hash, meeting_hash, unread_meeting_hash
    from store.text.meeting_kinds import meeting_kind

    store = db.conn
    whole = [
        key
        for key, seal in store.execute("SELECT id, seal FROM meeting").fetchall()
        if seal is None or seal == unread_meeting_hash(store, key)
    ]
    store.execute("ALTER TABLE resolution ADD COLUMN form TEXT NOT NULL DEFAULT 'formal'")
    store.execute("ALTER TABLE resolution ADD COLUMN result TEXT NOT NULL DEFAULT 'carried'")
    store.execute("ALTER TABLE meeting ADD COLUMN meeting_kind TEXT")
    store.execute("ALTER TABLE document ADD COLUMN reader TEXT")
    store.execute(
        "CREATE TABLE renamed (id INTEGER PRIMARY KEY, was TEXT NOT NULL UNIQUE, now TEXT,"
        " document_id INTEGER REFERENCES document (id), start INTEGER, end INTEGER) STRICT"
    )
    store.execute("CREATE INDEX idx_renamed_now ON renamed (now)")
    headings = "SELECT meeting_id, text FROM paragraph WHERE item_id IS NULL AND kind = 'heading' ORDER BY id DESC"
    for meeting_id, text in store.execute(headings).fetchall():
        if kind := meeting_kind(text):
            store.execute("UPDATE meeting SET meeting_kind = ? WHERE id = ?", (kind, meeting_id))
    for (key,) in store.execute("SELECT id FROM document WHERE seal IS NULL").fetchall():
        store.execute("UPDATE document SET seal = ? WHERE id = ?", (document_hash(store, key), key))
    for key in whole:
        store.execute("UPDATE meeting SET seal = ? WHERE id = ?", (meeting_hash(store, key), key))


def _word_forms(db: "Database") -> None:
    """The index of numbers, days and letters in the one form that finding compares; names, to find by them."""
    from store.index.indexing import index_everything

    for table in ("attendance", "interest"):
        db.execute(f"CREATE INDEX idx_{table}_name ON {table} (name)")
    index_everything(db.conn)


def _doubts(db: "Database") -> None:
    """What may have been read wrongly, with the item that it lies in; of what was stored before nobody knows it."""
    _table(
        db,
        "doubt",
        {"meeting_id": int, "item_id": int, "position": int, "kind": str, "why": str} | _EVIDENCE,
        optional={"item_id"},
        owners={"meeting_id": "meeting", "item_id": "agenda_item", "document_id": "document"},
        indexes=[("meeting_id",), ("item_id",)],
    )


def _corrections(db: "Database") -> None:
    """What a person had put right in a document when it was read; `fits` is 0 where its words stand there no more."""
    _table(
        db,
        "correction",
        {"kind": str, "words": str, "value": str, "number": str, "starts": str, "fits": int} | _EVIDENCE,
        optional={"value", "number"},
        owners={"document_id": "document"},
        indexes=[("document_id",)],
    )


def _threads(db: "Database") -> None:
    """What meetings add up to, read in what is stored of them."""
    from store.threads.keeping import keep_every_thread

    for name, columns in THREAD_COLUMNS.items():
        links = {link: owner for link, owner in THREAD_OWNERS.items() if link in columns}
        unsaid = THREAD_OPTIONAL & columns.keys()
        indexed = [(link,) for link in columns if link in THREAD_INDEXED]
        _table(db, name, columns, optional=unsaid, owners=links, indexes=indexed)
    db.execute("CREATE INDEX idx_cross_reference_form_number ON cross_reference (form, number)")
    keep_every_thread(db.conn)


STEPS: tuple[tuple[str, Callable[["Database"], None]], ...] = (
    ("0001 tables", _tables),
    ("0002 finding", _finding),
    ("0003 seals", _seals),
    ("0004 paths", _paths),
    ("0005 readings", _readings),
    ("0006 doubts", _doubts),
    ("0007 word forms", _word_forms),
    ("0008 corrections", _corrections),
    ("0009 threads", _threads),
)
"""Every migration by name, oldest first. A step that was released is never changed: a new one follows it."""

NEEDED_TO_READ = ("0001 tables", "0002 finding", "0005 readings", "0006 doubts", "0007 word forms", "0009 threads")
"""The migrations without which a store cannot be read; the others serve those who write and check."""


def migrate(db: "Database") -> None:
    """Bring `db` to the newest step. Call inside a transaction: it is all or nothing."""
    from sqlite_utils import Migrations

    migrations = Migrations(MIGRATION_SET)
    for name, step in STEPS:
        migrations(name=name)(step)
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
