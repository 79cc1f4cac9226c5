"""The latest answers to a query that has more of them than are ranked at once."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date as day

import pytest

from store.database.connect import open_for_reading
from store.find.finder import Finder
from store.find.latest_by_date import latest
from store.find.parse_query import parse_query
from tests.store.building import item, meeting, resolution, store_of

YEARS, A_YEAR = range(1990, 2022), 25


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    meetings = [
        meeting(
            item("1", "Gates", resolution(*(f"That flood gate {year} {at} be inspected." for at in range(A_YEAR)))),
            date=day(year, 1 + year % 12, 5),
        )
        for year in YEARS
    ]
    path = store_of(tmp_path_factory.mktemp("latest") / "minutes.db", *meetings)
    with closing(open_for_reading(path)) as store:
        yield Finder(store)


def test_few_answers_are_all_there(finder: Finder) -> None:
    found = latest(finder, parse_query("flood gate year:2007"), 1_000)
    assert (len(found.hits), found.total, found.whole) == (A_YEAR, A_YEAR, True)


@pytest.mark.parametrize("query", ["flood gate", "flood gate date:1990..2100", "flood gate year:1990..2100", ""])
def test_of_many_the_latest_come_first_and_all_are_counted(finder: Finder, query: str) -> None:
    found = latest(finder, parse_query(query), 300)
    assert (len(found.hits), found.total, found.whole) == (300, len(YEARS) * A_YEAR, False)
    assert [hit.date for hit in found.hits] == sorted((hit.date or "" for hit in found.hits), reverse=True)
    assert {(hit.date or "")[:4] for hit in found.hits} == {str(year) for year in YEARS[-12:]}
    assert len({hit.permalink for hit in found.hits}) == 300


def test_of_many_all_are_given_that_are_asked_for(finder: Finder) -> None:
    found = latest(finder, parse_query("flood gate"), 1_000)
    assert (len(found.hits), found.total) == (len(YEARS) * A_YEAR, len(YEARS) * A_YEAR)


def test_a_query_with_both_kinds_of_date_gets_the_best_instead(finder: Finder) -> None:
    found = latest(finder, parse_query("flood gate date:1990..2100 year:1990..2100"), 1_000)
    assert 0 < len(found.hits) < found.total
    assert not found.whole
