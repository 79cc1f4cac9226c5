"""Where to go instead of a place that is not there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day

import pytest

from store.database.connect import open_for_reading
from store.places.nearest import bodies_called, spoken_number
from store.places.resolve import going
from tests.store.building import item, meeting, store_of

COMMITTEE = "Scrutiny Housing Repairs Group"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    items = (item("18", "Minutes"), item("20", "Gutters"), item(None, "Webcast"), item("25", "Trees"))
    days = (day(2023, month, 2) for month in (1, 2, 3, 9, 10, 11))
    path = store_of(
        tmp_path_factory.mktemp("nearest") / "minutes.db",
        *(meeting(*items, date=one) for one in days),
        meeting(item("1", "Paths"), committee="Footpaths Panel", council="Tarrow Town Council", date=day(2023, 5, 5)),
    )
    with closing(open_for_reading(path)) as connection:
        yield connection


def instead(store: sqlite3.Connection, text: str, here: str | None = None) -> tuple[list[str], str]:
    found = going(store, text, here)
    return [one.permalink for one in found.destinations], found.why


def test_around_a_day_without_a_meeting_two_are_nearest_each_way(store: sqlite3.Connection) -> None:
    places, why = instead(store, "housing repairs 1 June 2023")
    assert [place.rpartition("/")[2] for place in places] == ["2023-03-02", "2023-02-02", "2023-09-02", "2023-10-02"]
    assert why == (
        f"No meeting of the {COMMITTEE} on 1 June 2023 is in the store; the nearest are on 2 March 2023,"
        " 2 February 2023, 2 September 2023 and 2 October 2023."
    )


def test_the_newest_meeting_of_a_body_with_a_like_name_is_nearest(store: sqlite3.Connection) -> None:
    places, why = instead(store, "skruteny howzing")
    assert len(places) == 1
    assert places[0].endswith("2023-11-02")
    assert why.endswith(f"the nearest is “{COMMITTEE}”.")


@pytest.mark.parametrize(("number", "near"), [("19", "18"), ("22", "20"), ("99", "25"), ("1", "18")])
def test_the_item_with_the_nearest_number_is_nearest(store: sqlite3.Connection, number: str, near: str) -> None:
    places, why = instead(store, f"housing repairs, 2 March 2023, minute {number}")
    assert places[0].endswith(f"2023-03-02/{near}")
    assert places[1].endswith("2023-03-02")
    assert why == f"The {COMMITTEE} of 2 March 2023 has no item {number}; its items go from 18 to 25."


def test_of_a_clause_that_is_not_there_its_item_is_nearest(store: sqlite3.Connection) -> None:
    places, why = instead(store, "housing repairs, 2 March 2023, minute 20(iv)")
    assert places == [next(place for place in places if place.endswith("2023-03-02/20"))]
    assert why == f"The {COMMITTEE} of 2 March 2023 has no (iv) in its item 20."


def test_nothing_is_near_a_number_that_no_meeting_has(store: sqlite3.Connection) -> None:
    assert instead(store, "minute 777") == ([], "Nothing in the store has the number 777.")


@pytest.mark.parametrize(
    ("parts", "spoken"), [(("22", "ii"), "22(ii)"), (("77", "24"), "77/24"), (("42", "1"), "42(1)"), (("9",), "9")]
)
def test_a_number_is_spoken_with_its_label_or_its_year(parts: tuple[str, ...], spoken: str) -> None:
    assert spoken_number(parts) == spoken


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (["repairs"], [COMMITTEE]),
        (["rep"], [COMMITTEE]),
        (["pairs"], []),
        (["repars"], [COMMITTEE]),
        (["gruop", "housing"], [COMMITTEE]),  # codespell:ignore gruop
        (["shrg"], [COMMITTEE]),
        (["fotp"], []),
        (["tarow"], ["Footpaths Panel"]),
        (["pan"], ["Footpaths Panel"]),
        (["pnl"], []),
        (["eastmarsh", "panel"], [COMMITTEE, "Footpaths Panel"]),
        ([], []),
    ],
)
def test_a_body_is_called_by_most_of_the_words(store: sqlite3.Connection, names: list[str], called: list[str]) -> None:
    keyed = dict(store.execute("SELECT id, name FROM organization"))
    assert [keyed[key] for key in bodies_called(store, names)] == called
