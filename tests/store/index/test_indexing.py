"""The index says what the minutes say, however they came to be what they are."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading, writing
from store.index.indexing import index_everything, tidy
from store.index.lexicon import lexicon_rows, read_lexicon
from store.index.section import Section
from store.index.terms import COMMITTEE, COUNCIL, EVERY_ROW, FACT
from store.ingest.organizations import set_council
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, item, meeting, put, resolution, store_of
from tests.store.older_stores import make_older

NOTED = item("3", "Accounts", resolution("That the repairs report be noted."))


def terms_of(store: sqlite3.Connection, section: Section) -> dict[str, int]:
    return dict(zip(*read_lexicon(store, lexicon_rows(store, section)), strict=True))


def contents(store: sqlite3.Connection) -> dict[str, object]:
    """All that the index of a store tells: who has each term and how many, what is repeated and where last."""
    found: dict[str, object] = {}
    for section in Section:
        lexicon = terms_of(store, section)
        sources = (
            f"SELECT source_id FROM {section.table} AS found"  # noqa: S608 (our own table names)
            f" JOIN finding ON finding.id = found.rowid WHERE {section.table} MATCH ?"
        )
        found[section] = {term: sorted(store.execute(sources, (f'"{term}"',)).fetchall()) for term in lexicon}
        found[f"{section} counted"] = lexicon
    found["wordings"] = store.execute("SELECT hash, source_id FROM wording ORDER BY hash, source_id").fetchall()
    newest = "SELECT hash, times, source_id FROM repeated JOIN finding ON finding.id = newest_id ORDER BY hash"
    found["repeated"] = store.execute(newest).fetchall()
    found["repeated words"] = sorted(
        store.execute("SELECT count(*) FROM repeated_words WHERE repeated_words MATCH 'be'")
    )
    return found


def replace(path: Path) -> None:
    """A better source of the same meeting takes the place of a poorer one, twice."""
    with writing(path) as db:
        put(db, meeting(NOTED, date=day(2020, 5, 1)), "a.txt")
        put(db, meeting(NOTED, REPAIRS, date=day(2020, 5, 1)), "b.txt")
        put(db, meeting(WEBCAST, REPAIRS, APOLOGIES, NOTED, date=day(2020, 5, 1)), "c.txt")


def tell_a_council(path: Path) -> None:
    """A committee that came without its council gets it."""
    with writing(path) as db:
        put(db, meeting(REPAIRS, council=None, committee="Quay Panel", date=day(2019, 1, 1)), "a.txt")
        put(db, meeting(NOTED, council=None, committee="Quay Panel", date=day(2019, 2, 1)), "b.txt")
    set_council(path, "Quay Panel", "Tarrow Town Council")


def join_twins(path: Path) -> None:
    """A committee without its council turns out to be one that has it."""
    with writing(path) as db:
        put(db, meeting(NOTED, council="Tarrow Town Council", committee="Quay Panel", date=day(2019, 3, 1)), "a.txt")
        put(db, meeting(NOTED, council="Eastmarsh Borough Council", committee="Quay Panel"), "b.txt")
        put(db, meeting(REPAIRS, council=None, committee="Quay Panel", date=day(2019, 1, 1)), "c.txt")
    set_council(path, "Quay Panel", "Tarrow Town Council")


@pytest.mark.parametrize("change", [replace, tell_a_council, join_twins])
def test_it_is_what_it_would_be_if_it_were_made_anew(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, WEBCAST), meeting(NOTED, date=day(2018, 7, 7)))
    change(path)
    with writing(path) as db:
        kept = contents(db.conn)
        index_everything(db.conn)
        assert contents(db.conn) == kept


def test_every_clause_title_and_paragraph_has_a_row(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST))
    with closing(open_for_reading(path)) as store:
        counted = {section: terms_of(store, section)[EVERY_ROW] for section in Section}
        (clauses,) = store.execute("SELECT count(*) FROM clause").fetchone()
        (titles,) = store.execute("SELECT count(*) FROM agenda_item").fetchone()
    assert counted == {Section.RESOLUTIONS: clauses, Section.TITLES: titles, Section.TEXT: 3}


def test_the_names_of_committee_and_council_are_facts_and_no_words(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(WEBCAST))
    with closing(open_for_reading(path)) as store:
        terms = terms_of(store, Section.RESOLUTIONS)
    assert {COMMITTEE + "scrutiny", COMMITTEE + "housing", COUNCIL + "eastmarsh", COUNCIL + "borough"} <= terms.keys()
    assert terms.keys().isdisjoint({"scrutiny", "eastmarsh"})
    assert [term for term in terms if term.startswith(FACT)] == sorted(term for term in terms if term.startswith(FACT))


def test_adding_a_meeting_changes_no_row_of_another(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, WEBCAST))
    with writing(path) as db:
        before = set(db.execute("SELECT id, source_id, meeting_id FROM finding").fetchall())
        put(db, meeting(NOTED, REPAIRS, date=day(2024, 1, 9)), "b.txt")
        assert before < set(db.execute("SELECT id, source_id, meeting_id FROM finding").fetchall())


def test_tidying_changes_nothing_that_is_found(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, WEBCAST), meeting(NOTED, date=day(2018, 7, 7)))
    with writing(path) as db:
        before = contents(db.conn)
        for added in (1, 1_000):
            tidy(db.conn, added)
            assert contents(db.conn) == before
        assert db.execute("SELECT count(*) FROM lexicon").fetchone() == (len(Section),)


def test_a_store_from_before_the_index_gets_it_when_it_is_next_written_to(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, WEBCAST))
    with writing(path) as db:
        kept = contents(db.conn)
        make_older(db, "0002 finding")
    with writing(path) as db:
        assert contents(db.conn) == kept
        assert "folded" not in db.table("clause").columns_dict
