"""Which meetings have doubts, the doubts of one place, and the words of the source that each is about."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.errors import NotFound
from store.find.finder import Finder
from store.views.doubted_meetings import doubt_sources, doubted_at, each_doubted
from store.views.evidence_places import source_text
from store.views.meeting_filter import MeetingFilter
from store.views.meeting_views import item, meeting, meetings
from store.views.outline_filter import places_left
from tests.store import building
from tests.store.building import resolution
from tests.store.doubted import AT, DOUBTS, TEXT, doubted_store

JUNE = "eastmarsh/hrg/2023-06-08"
SURE = building.meeting(building.item("9", "Lofts", resolution("That the lofts be lagged.")), date=day(2023, 6, 8))
WHY = [doubt.why for doubt in DOUBTS]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(doubted_store(tmp_path / "minutes.db", SURE))) as opened:
        yield opened


def test_only_meetings_with_doubts_are_listed(store: sqlite3.Connection) -> None:
    ((line, doubts),) = each_doubted(store)
    assert (line.permalink, line.doubts) == (AT, 4)
    assert [doubt.why for doubt in doubts] == WHY


def test_a_list_of_meetings_tells_how_many_doubts_each_has(store: sqlite3.Connection) -> None:
    assert {line.permalink: line.doubts for line in meetings(store)} == {AT: 4, JUNE: 0}


def test_a_meeting_has_all_its_doubts_and_an_item_its_own(store: sqlite3.Connection) -> None:
    assert [doubt.permalink for doubt in meeting(store, AT).doubts] == [AT, f"{AT}/5", f"{AT}/5", f"{AT}/7"]
    assert [doubt.why for doubt in item(store, f"{AT}/5").doubts] == WHY[1:3]


@pytest.mark.parametrize(
    ("place", "why"),
    [(AT, WHY), (f"{AT}/5", WHY[1:3]), (f"{AT}/7/r1", WHY[3:]), (JUNE, [])],
)
def test_the_doubts_of_a_place_are_those_that_lie_in_it(store: sqlite3.Connection, place: str, why: list[str]) -> None:
    _, doubts = doubted_at(store, place)
    assert [doubt.why for doubt in doubts] == why


def test_a_place_that_is_not_there_has_none(store: sqlite3.Connection) -> None:
    with pytest.raises(NotFound):
        doubted_at(store, "eastmarsh/hrg/2020-01-01")


def test_each_doubt_leads_to_its_words_in_the_source(store: sqlite3.Connection) -> None:
    told = doubt_sources(store, f"{AT}/5")
    assert [doubt.why for doubt, _ in told] == WHY, "of the whole meeting, wherever one is in it"
    words = [source_text(store, source.key)[span.start : span.end] for _, source in told for span in source.spans]
    assert words == [TEXT[doubt.span.start : doubt.span.end] for doubt in DOUBTS]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("has:doubt", [f"{AT}/7/r1"]),
        ("!has:doubt", [f"{JUNE}/9/r1"]),
        ("has:doubt in:title", [f"{AT}/7", f"{AT}/5"]),
        ("in:text has:doubt mast", [f"{AT}/5"]),
    ],
)
def test_what_lies_in_an_item_with_a_doubt_is_found(store: sqlite3.Connection, query: str, found: list[str]) -> None:
    answer = Finder(store).find(query)
    assert sorted(hit.permalink for hit in answer.hits if hit.exact) == sorted(found)


def test_meetings_are_filtered_by_doubts_in_items_and_beside_them(store: sqlite3.Connection) -> None:
    filtered = MeetingFilter(store)
    filtered.renew()
    keys = dict(store.execute("SELECT permalink, id FROM meeting"))
    assert filtered.keys("has:doubt") == {keys[AT]}
    assert filtered.keys("!has:doubt") == {keys[JUNE]}
    assert filtered.keys("has:doubt lofts") == set()


def test_the_outline_is_filtered_by_what_items_and_decisions_have(store: sqlite3.Connection) -> None:
    view = meeting(store, AT)
    assert places_left(view, "has:doubt") >= {f"{AT}/5", f"{AT}/7"}
    assert places_left(view, "has:vote") == set()
    assert places_left(view, "result:carried") == {f"{AT}/7", f"{AT}/7/r1"}
    assert places_left(view, "form:prose") == set()
