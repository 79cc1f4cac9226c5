"""What a person marked, in queries: the meetings seen and unseen, be they few or many, and the stars beside them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading, writing
from store.find import by_date, user_filters
from store.find.answer import Answer, Count
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.find.user_filters import UserMarks
from store.index.section import Section
from tests.store.building import item, meeting, put, resolution, store_of

MARCH, JUNE, JULY = "eastmarsh/hrg/2023-03-02", "eastmarsh/hrg/2023-06-08", "eastmarsh/hrg/2023-07-06"
MEETINGS = (
    meeting(item("1", "Roofs", resolution("That the roof be mended.", "That it be noted."), said="A roof leaks.")),
    meeting(item("2", "Roofs", resolution("That the roof be painted.")), date=day(2023, 6, 8)),
    meeting(item("3", "Doors", resolution("That the doors be noted."), said="A door sticks."), date=day(2023, 7, 6)),
)
MENDED, NOTED, PAINTED, DOORS = f"{MARCH}/1/r1/~1", f"{MARCH}/1/r1/~2", f"{JUNE}/2/r1", f"{JULY}/3/r1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return store_of(tmp_path / "minutes.db", *MEETINGS)


@pytest.fixture
def store(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(path)) as opened:
        yield opened


@pytest.fixture(params=["few rows", "many rows", "no time to sort them"])
def finder(store: sqlite3.Connection, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Finder:
    """A finder for whom the rows of some meetings are few, or too many to be named, or to be put in order."""
    if request.param != "few rows":
        monkeypatch.setattr(user_filters, "_FEW", 0)
    if request.param == "no time to sort them":
        monkeypatch.setattr(by_date, "_SORTED", 0)
    return Finder(store, UserMarks(lambda: [NOTED, JUNE], lambda: [MARCH, "gone/x/2020-01-01"]))


def places(answer: Answer) -> set[str]:
    return {hit.permalink for hit in answer.hits if hit.exact}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("is:seen", {MENDED, NOTED}),
        ("is:unseen", {PAINTED, DOORS}),
        ("!is:unseen", {MENDED, NOTED}),
        ("!is:seen", {PAINTED, DOORS}),
        ("is:unseen roof", {PAINTED}),
        ("is:seen roof mended", {MENDED}),
        ("is:seen painted", set()),
        ("is:seen is:unseen", set()),
        ("is:unseen is:starred", {PAINTED}),
        ("is:seen is:starred", {NOTED}),
        ("!is:starred is:seen", {MENDED}),
        ("is:unseen outcome:noted", {DOORS}),
        ("is:unseen !outcome:noted", {PAINTED}),
        ('is:unseen "be noted"', {DOORS}),
        ("is:unseen date:2023-07-01..", {DOORS}),
        ("in:title is:unseen", {f"{JUNE}/2", f"{JULY}/3"}),
        ("in:title is:seen roofs", {f"{MARCH}/1"}),
        ("in:text is:unseen sticks", {f"{JULY}/3"}),
        ("in:text is:seen sticks", set()),
    ],
)
def test_a_query_asks_which_meetings_were_seen(finder: Finder, query: str, found: set[str]) -> None:
    asked = parse_query(query)
    answer = finder.find(query)
    assert asked.problems == ()
    assert places(answer) == found
    assert finder.count(answer.section, asked) == Count(len(found))
    if not asked.asks_words:
        assert finder.in_order(asked, anew=True).count == Count(len(found))


def test_what_narrows_the_answers_is_counted_among_them(finder: Finder) -> None:
    facets = finder.facets(parse_query("is:unseen"))
    assert [(facet.name, facet.count) for facet in facets["year"]] == [("2023", 2)]
    assert [(facet.name, facet.count) for facet in facets["outcome"]] == [("noted", 1)]


def test_the_places_of_an_answer_are_those_in_unseen_meetings(path: Path, store: sqlite3.Connection) -> None:
    with writing(path) as db:
        put(db, meeting(item("9", "Again", resolution("That the doors be noted.")), date=day(2024, 1, 4)), "again.txt")
    finder = Finder(store, UserMarks(seen=lambda: [JULY]))
    (hit,) = finder.places(DOORS, parse_query("is:unseen doors"))
    assert hit.permalink == "eastmarsh/hrg/2024-01-04/9/r1"


def test_to_somebody_who_marked_nothing_everything_is_unseen(store: sqlite3.Connection) -> None:
    finder = Finder(store)
    assert finder.find("is:unseen").total == Count(4)
    assert finder.find("is:seen").hits == ()


def test_what_is_seen_meanwhile_counts_at_the_next_question_and_moves_nothing_in_a_list(
    store: sqlite3.Connection,
) -> None:
    seen = [MARCH]
    finder = Finder(store, UserMarks(seen=lambda: seen))
    unseen = parse_query("is:unseen")
    listed = finder.in_order(unseen, anew=True)
    seen.append(JUNE)
    assert finder.in_order(unseen) is listed
    assert places(finder.find(unseen)) == {DOORS}
    assert finder.in_order(unseen, anew=True).count == Count(1)
    assert finder.count(Section.RESOLUTIONS, unseen) == Count(1)


def test_what_is_added_is_unseen(path: Path, store: sqlite3.Connection) -> None:
    finder = Finder(store, UserMarks(seen=lambda: [MARCH, JUNE, JULY]))
    assert finder.find("is:unseen").hits == ()
    with writing(path) as db:
        put(db, meeting(item("4", "Parks", resolution("That it be so.")), date=day(2024, 1, 4)), "parks.txt")
    assert finder.find("is:unseen").total == Count(1)
