"""All that the fields of a query let through, in the order of time."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date as day

import pytest

from store.database import open_for_reading
from store.find.answer import Count
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.index.section import Section
from tests.store.building import item, meeting, resolution, store_of

DAYS = (day(2021, 6, 8), day(2023, 3, 2), day(2020, 1, 9), None)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    meetings = (
        meeting(item("1", "Fences", resolution("That one be noted."), resolution("That two be mended.")), date=date)
        for date in DAYS
    )
    with closing(open_for_reading(store_of(tmp_path_factory.mktemp("newest") / "minutes.db", *meetings))) as store:
        yield Finder(store, lambda: ["eastmarsh/hrg/2023-03-02/1/r1"])


def listed(finder: Finder, query: str, *, oldest: bool = False) -> list[str]:
    order = finder.in_order(parse_query(query), oldest=oldest)
    hits = finder.hits_at(Section.RESOLUTIONS, order.sources)
    assert order.count == Count(len(hits))
    return [hit.permalink.removeprefix("eastmarsh/hrg/") for hit in hits]


def test_everything_comes_newest_or_oldest_first_as_printed_and_undated_at_the_end(finder: Finder) -> None:
    days = ["2023-03-02", "2021-06-08", "2020-01-09"]
    assert listed(finder, "")[:6] == [f"{one}/1/r{number}" for one in days for number in (1, 2)]
    assert listed(finder, "", oldest=True)[:6] == [f"{one}/1/r{number}" for one in days[::-1] for number in (1, 2)]
    assert set(listed(finder, "")[6:]) == set(listed(finder, "", oldest=True)[6:])
    assert len(listed(finder, "")) == 8


def test_it_begins_with_what_finding_gives_first(finder: Finder) -> None:
    for query in ("", "outcome:noted", "year:2021", "date:2021-01-01..2023-01-01"):
        found = [hit.permalink.removeprefix("eastmarsh/hrg/") for hit in finder.find(query).hits]
        assert listed(finder, query) == found


def test_fields_and_stars_are_heeded(finder: Finder) -> None:
    assert listed(finder, "outcome:noted year:2021") == ["2021-06-08/1/r1"]
    assert listed(finder, "is:starred") == ["2023-03-02/1/r1"]
    assert listed(finder, "date:2020-01-09") == ["2020-01-09/1/r1", "2020-01-09/1/r2"]
    assert listed(finder, "council:atlantis") == []
