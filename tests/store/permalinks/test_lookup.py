"""From a permalink to the rows it names."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.errors import NotFound
from store.permalinks.lookup import find_place
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, item, meeting, resolution, store_of

MARCH = "eastmarsh/hrg/2023-03-02"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    twice = item("20", "Gutters", resolution("That one be mended."), resolution("That another be mended."))
    path = store_of(
        tmp_path / "minutes.db",
        meeting(APOLOGIES, REPAIRS, WEBCAST, twice),
        meeting(item("18", "Trees"), council="Brackwater Borough Council"),
        meeting(item("1", "Paths"), committee="Paths Panel", council=None, date=day(2023, 5, 1)),
    )
    with closing(open_for_reading(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("typed", "permalink"),
    [
        (MARCH, MARCH),
        ("EASTMARSH/HRG/2023-03-02", MARCH),
        ("eastmarsh/shrg/2023-03-02", MARCH),
        ("eastmarsh/scrutiny-housing-repairs-group/2023-03-02", MARCH),
        ("eastmarsh-borough-council/hrg/2023-03-02", MARCH),
        (f"{MARCH}/18", f"{MARCH}/18"),
        (f"{MARCH}/webcast", f"{MARCH}/webcast"),
        (f"{MARCH}/20/r2", f"{MARCH}/20/r2"),
        (f"{MARCH}/18/r1/(ii)", f"{MARCH}/18/r1/(ii)"),
        (f"{MARCH}/18/r1/ii", f"{MARCH}/18/r1/(ii)"),
        (f"{MARCH}/18/R1/IV", f"{MARCH}/18/r1/(iv)"),
        (f"{MARCH}/18/r1/(iv)~2", f"{MARCH}/18/r1/(iv)~2"),
        ("paths-panel/2023-05-01/1", "paths-panel/2023-05-01/1"),
    ],
)
def test_a_place_is_found_by_its_permalink_or_another_way_to_write_it(
    store: sqlite3.Connection, typed: str, permalink: str
) -> None:
    assert find_place(store, typed).permalink == permalink


def test_a_place_knows_the_rows_down_to_itself(store: sqlite3.Connection) -> None:
    meeting_of, item_of, resolution_of, clause_of = (
        find_place(store, f"{MARCH}{rest}") for rest in ("", "/18", "/18/r1", "/18/r1/(i)")
    )
    assert (meeting_of.item_id, item_of.resolution_id, resolution_of.clause_id) == (None, None, None)
    assert {one.meeting_id for one in (meeting_of, item_of, resolution_of, clause_of)} == {meeting_of.meeting_id}
    assert (clause_of.item_id, clause_of.resolution_id) == (item_of.item_id, resolution_of.resolution_id)
    label = store.execute("SELECT label FROM clause WHERE id = ?", (clause_of.clause_id,)).fetchone()
    assert label == ("(i)",)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("eastmarsh/hrg/2023-03-03", "No meeting in the store is called eastmarsh/hrg/2023-03-03."),
        ("tarrow/hrg/2023-03-02", "No meeting in the store is called tarrow/hrg/2023-03-02."),
        ("eastmarsh/paths-panel/2023-05-01", "No meeting in the store is called eastmarsh/paths-panel/2023-05-01."),
        (f"{MARCH}/19", f"{MARCH} has no item 19; its items are: 17, 18, webcast, 20."),
        (f"{MARCH}/20/r3", f"{MARCH}/20 has no resolution 3; it has 2."),
        (f"{MARCH}/17/r1", f"{MARCH}/17 has no resolution 1; it has none."),
        (f"{MARCH}/18/r1/(v)", f"{MARCH}/18/r1 has no clause (v); its clauses are: (i), (ii), (iv), (iv)~2."),
        (f"{MARCH}/webcast/r1/(i)", f"{MARCH}/webcast/r1 has no clause (i); its clauses are: none."),
    ],
)
def test_the_part_that_is_not_there_is_named(store: sqlite3.Connection, typed: str, why: str) -> None:
    with pytest.raises(NotFound) as raised:
        find_place(store, typed)
    assert str(raised.value) == why


def test_a_name_that_two_councils_have_may_be_either(store: sqlite3.Connection) -> None:
    with pytest.raises(NotFound, match=r"^scrutiny-housing-repairs-group/2023-03-02 may be .+ or .+\.$"):
        find_place(store, "scrutiny-housing-repairs-group/2023-03-02")
