"""One text is one answer, whatever else is asked for; as many places as it is told to have are those that open."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.index.section import Section
from tests.store.building import clause, item, meeting, resolution, store_of

NOTED, PAID = "That the report be noted.", "That the invoice be paid."
MATTERS = ("Roof Repairs", "Road Repairs", "Library Hours")
COMMITTEES = ("Harbour Board", "Planning Committee")
QUERIES = (
    *("report noted", "noted", "report noted repairs", "noted roof", "noted library hours", "noted planning"),
    *("noted march 2022", "noted 2021", "report noted !roof", '"report be noted"', '"report be noted" repairs'),
    *("noted committee:planning", "noted committee:harbour year:2021", "noted date:2022-03", "min 2 noted"),
    *("committee:planning", "year:2021", "outcome:noted", "date:2021..2022 committee:harbour", "!invoice", "paid"),
    *("noted outcome:noted", "noted roof committee:planning", "in:titles repairs", "in:titles year:2021"),
    *("noted roof OR road", "roof OR library"),
)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    """Six meetings, each of which noted the report on every matter, and paid an invoice."""
    meetings = [
        meeting(
            *(
                item(str(number), matter, resolution(clause(NOTED), clause(PAID, "(ii)")))
                for number, matter in enumerate(MATTERS, 1)
            ),
            item("4", "Close", resolution(f"That thanks number {year} be recorded.")),
            committee=committee,
            date=day(year, 3, 2),
        )
        for committee in COMMITTEES
        for year in (2021, 2022, 2023)
    ]
    path: Path = store_of(tmp_path_factory.mktemp("groups") / "minutes.db", *meetings)
    with closing(open_for_reading(path)) as store:
        yield Finder(store, seconds=60)


@pytest.mark.parametrize("query", QUERIES)
def test_one_text_is_one_answer_with_as_many_places_as_open(finder: Finder, query: str) -> None:
    asked = parse_query(query)
    answer = finder.find(asked)
    assert answer.hits
    assert Counter(hit.text for hit in answer.hits).most_common(1)[0][1] == 1
    for hit in answer.hits:
        places = finder.places(hit.permalink, asked)
        assert hit.repeats == len(places)
        assert not hit.more
        assert {place.text for place in places} == {hit.text}
        assert hit.permalink in {place.permalink for place in places}


@pytest.mark.parametrize("query", QUERIES)
def test_the_places_of_exact_answers_are_as_many_as_are_counted(finder: Finder, query: str) -> None:
    asked = parse_query(query)
    counted = finder.count(asked.section or Section.RESOLUTIONS, asked)
    assert sum(hit.repeats for hit in finder.find(asked).hits if hit.exact) == counted.number


@pytest.mark.parametrize(
    ("query", "times"),
    [
        ("report noted", 18),
        ("report noted repairs", 12),
        ("noted roof", 6),
        ("noted march 2022", 6),
        ("noted committee:planning", 9),
        ("noted roof committee:planning", 3),
        ("report noted !roof", 12),
        ("outcome:noted", 18),
    ],
)
def test_the_first_answer_has_these_places(finder: Finder, query: str, times: int) -> None:
    first = finder.find(query).hits[0]
    assert (first.text, first.repeats) == (NOTED, times)


@pytest.mark.parametrize("oldest", [False, True])
@pytest.mark.parametrize("query", ["committee:planning", "year:2021", "outcome:noted", "!invoice"])
def test_a_list_in_the_order_of_time_has_each_text_once_too(finder: Finder, query: str, oldest: bool) -> None:
    asked = parse_query(query)
    order = finder.in_order(asked, oldest=oldest)
    hits = finder.hits_at(Section.RESOLUTIONS, order, 0, len(order.sources))
    assert {hit.text: hit.repeats for hit in hits} == {hit.text: hit.repeats for hit in finder.find(asked).hits}
    assert len({hit.text for hit in hits}) == len(hits)
    assert sum(hit.repeats for hit in hits) == order.count.number
    days = [hit.date or "" for hit in hits]
    assert days == sorted(days, reverse=not oldest)


def test_who_asks_for_nothing_sees_every_place(finder: Finder) -> None:
    answer = finder.find("")
    assert len(answer.hits) == answer.exact.number
    assert {hit.repeats for hit in answer.hits} == {1}


def test_where_there_is_no_time_to_count_no_number_is_told(finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> list[int]:
        import sqlite3

        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr("store.find.hits.same_matching", late)
    first = finder.find("noted roof").hits[0]
    assert (first.repeats, first.more) == (1, True)


def test_a_day_in_words_finds_that_day_in_figures(tmp_path: Path) -> None:
    days = [item(str(at), "Works", resolution(clause(f"That it be done by {at}/05/2021."))) for at in (10, 11)]
    path = store_of(tmp_path / "minutes.db", meeting(*days, committee="Harbour Board", date=day(2019, 3, 2)))
    with closing(open_for_reading(path)) as store:
        hits = Finder(store, seconds=60).find("done 10 may 2021").hits
    assert [hit.text for hit in hits][:1] == ["That it be done by 10/05/2021."]
