"""Seal and index made of the rows in hand are those that a check makes of the tables."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date as day
from pathlib import Path

import pytest

from store.database.check import check_store
from store.database.checksums import document_hash, meeting_hash
from store.database.connect import open_as_it_is, writing
from store.index.indexed_rows import indexed_rows
from store.index.indexing import index_everything
from store.index.section import Section
from store.ingest.known_keys import Lookups
from store.ingest.storing import store_document
from store.model import Interest, Kind, Meeting, Paragraph, Span
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, clause, document, item, meeting, resolution, store_of

_SITES = resolution(
    clause("That these sites be inspected:", "(i)", ["Mill Lane", "Tanner Row"]),
    clause("That “café” prices at £2.3m be noted.", "(ii)"),
    intro="The Panel, having walked there,",
    following=["4 May", "5 May"],
)
_MEETINGS = {
    "nothing in it": meeting(),
    "every kind of row": meeting(item("1", "Sites", _SITES, said="It rained."), REPAIRS, WEBCAST, status="draft"),
    "nobody there, no council, no day, no hour": replace(
        meeting(APOLOGIES, APOLOGIES, council=None, date=None, start=None, chair=None), attendance=(), interests=()
    ),
    "a text twice": meeting(item("1", "Same", _SITES, _SITES), item("2", "Same", _SITES)),
    "words of every kind": replace(
        meeting(item(None, "O'Brien’s \U0001f600 ‘Café’", resolution("That “x” be…"))),
        next_meeting=day(2024, 1, 2),
        interests=(Interest("Ann", None, None, None, Span(0, 1)),),
        paragraphs=(
            Paragraph(Kind.FURNITURE, "Page 1", Span(0, 1)),
            Paragraph(Kind.DISCUSSION, "And so on", Span(1, 2)),
        ),
    ),
}


@pytest.mark.parametrize("told", _MEETINGS.values(), ids=_MEETINGS)
def test_seals_are_those_that_the_tables_give(tmp_path: Path, told: Meeting) -> None:
    with closing(open_as_it_is(store_of(tmp_path / "minutes.db", told))) as store:
        assert store.execute("SELECT seal FROM meeting").fetchone() == (meeting_hash(store, 1),)
        assert store.execute("SELECT seal FROM document").fetchone() == (document_hash(store, 1),)


@pytest.mark.parametrize("told", _MEETINGS.values(), ids=_MEETINGS)
def test_the_index_is_the_one_that_is_made_of_the_tables(tmp_path: Path, told: Meeting) -> None:
    with writing(store_of(tmp_path / "minutes.db", told)) as db:
        kept = _index(db.conn)
        index_everything(db.conn)
        assert _index(db.conn) == kept


def test_many_meetings_of_one_import_are_whole_whoever_writes_between_them(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with writing(path) as one, writing(path) as other:
        lookups = {one: Lookups(one), other: Lookups(other)}
        for at in range(12):
            db = other if at % 3 == 2 else one
            told = meeting(REPAIRS, WEBCAST, date=day(2023, 1, 1 + at), committee=f"Quay Panel {at % 4}")
            name = f"{at}.txt"
            store_document(db, name, document(name), [told], lookups=lookups[db])
    with closing(open_as_it_is(path)) as store:
        assert [fault for _, found in check_store(store) for fault in found or ()] == []
        assert store.execute("SELECT count(*) FROM organization").fetchone() == (5,)


def test_what_was_looked_up_in_a_document_that_failed_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    broken = replace(REPAIRS, resolutions=(replace(REPAIRS.resolutions[0], kind=None),))  # type: ignore[arg-type]
    with writing(path) as db:
        lookups = Lookups(db)
        with pytest.raises(sqlite3.IntegrityError):
            store_document(db, "a.txt", document("a.txt"), [meeting(broken)], lookups=lookups)
        store_document(db, "b.txt", document("b.txt"), [meeting(REPAIRS)], lookups=lookups)
    with closing(open_as_it_is(path)) as store:
        assert [fault for _, found in check_store(store) for fault in found or ()] == []


def _index(store: sqlite3.Connection) -> list[object]:
    """Every row with the rank of its key, its words, and what is counted again."""
    kept = store.execute("SELECT hash, source_id, finding_id >> 20 FROM wording ORDER BY hash, source_id").fetchall()
    repeated = store.execute("SELECT hash, times FROM repeated ORDER BY hash").fetchall()
    words = [
        sorted(store.execute(f"SELECT rowid >> 20 FROM {one.table} WHERE {one.table} MATCH ?", (f'"{token}"',)))  # noqa: S608 (our own table names)
        for one in Section
        for row in indexed_rows(store, one, 1)[2]
        for token in row.tokens
    ]
    return [kept, repeated, words]
