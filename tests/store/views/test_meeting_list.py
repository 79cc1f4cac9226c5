"""Lists of meetings: filtered as a query says, in several orders, and by the page."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading, writing
from store.find.parse_query import parse_query
from store.find.user_filters import NO_MARKS, UserMarks
from store.model import Clause, Resolution
from store.views.meeting_filter import MeetingFilter
from store.views.meeting_list import Meetings
from store.views.view_lines import MeetingOrder
from tests.store.building import NOWHERE, item, meeting, put, store_of


def decided(outcome: str, text: str = "That it be so.") -> Resolution:
    return Resolution("RESOLVED:", "resolved", None, (Clause(None, None, text, NOWHERE, outcomes=(outcome,)),), NOWHERE)


MEETINGS = (
    meeting(item("1", "Budget", decided("approved"), decided("noted")), committee="Planning Committee"),
    meeting(item("1", "Fences", decided("deferred")), committee="Planning Committee", date=day(2021, 6, 8)),
    meeting(item("1", "Library roof", decided("noted")), committee="Cabinet", date=day(2021, 3, 2)),
    meeting(item("1", "Roads"), committee="Highways Board", council="Tarrowshire Council", date=None),
)
BUDGET, FENCES, ROOF, ROADS = (
    "eastmarsh/planning-committee/2023-03-02",
    "eastmarsh/planning-committee/2021-06-08",
    "eastmarsh/cabinet/2021-03-02",
    "tarrowshire/highways-board/undated",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return store_of(tmp_path / "minutes.db", *MEETINGS)


@pytest.fixture
def store(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(path)) as opened:
        yield opened


MARKED = UserMarks(lambda: [f"{BUDGET}/1/r1", ROADS, "no permalink"], lambda: [BUDGET, ROOF, "gone/x/2020-01-01"])


def made_filter(store: sqlite3.Connection, marked: UserMarks = NO_MARKS) -> MeetingFilter:
    made = MeetingFilter(store, marked)
    made.renew()
    return made


def listed(
    store: sqlite3.Connection,
    query: str = "",
    order: MeetingOrder = MeetingOrder.NEWEST,
    marked: UserMarks = NO_MARKS,
) -> list[str]:
    return [line.permalink for line in Meetings(store, lambda: marked).lines(query, order, 0, 100)]


@pytest.mark.parametrize(
    ("order", "permalinks"),
    [
        (MeetingOrder.NEWEST, [BUDGET, FENCES, ROOF, ROADS]),
        (MeetingOrder.OLDEST, [ROOF, FENCES, BUDGET, ROADS]),
        (MeetingOrder.COMMITTEE, [ROOF, ROADS, BUDGET, FENCES]),
        (MeetingOrder.RESOLUTIONS, [BUDGET, FENCES, ROOF, ROADS]),
    ],
)
def test_meetings_come_in_every_order(store: sqlite3.Connection, order: MeetingOrder, permalinks: list[str]) -> None:
    assert [one.split("/")[:2] for one in listed(store, order=order)] == [one.split("/")[:2] for one in permalinks]
    assert listed(store, order=order)[:2] == permalinks[:2] or order is MeetingOrder.COMMITTEE


@pytest.mark.parametrize(
    ("query", "permalinks"),
    [
        ("committee:planning", [BUDGET, FENCES]),
        ("committee:planing", [BUDGET, FENCES]),
        ("committee:eastmarsh/cabinet", [ROOF]),
        ("!committee:planning council:eastmarsh", [ROOF]),
        ("year:2021", [FENCES, ROOF]),
        ("date:2021-04..", [BUDGET, FENCES]),
        ("outcome:noted", [BUDGET, ROOF]),
        ("outcome:postponed", [FENCES]),
        ("!outcome:noted year:2021", [FENCES]),
        ("outcome:noted year:2021", [ROOF]),
        ("roof", [ROOF]),
        ("lybrary", [ROOF]),
        ("cabinet", [ROOF]),
        ('"library roof"', [ROOF]),
        ('"roof library"', []),
        ("!fences year:2021", [ROOF]),
        ("outcome:noted outcome:deferred", [BUDGET, FENCES, ROOF]),
        ("council:atlantis", []),
        ("zeppelin", []),
    ],
)
def test_a_filter_leaves_the_meetings_that_it_means(
    store: sqlite3.Connection, query: str, permalinks: list[str]
) -> None:
    assert listed(store, query) == permalinks


@pytest.mark.parametrize(
    ("query", "permalinks"),
    [
        ("is:unseen", [FENCES, ROADS]),
        ("is:seen", [BUDGET, ROOF]),
        ("!is:seen", [FENCES, ROADS]),
        ("!is:unseen", [BUDGET, ROOF]),
        ("is:seen is:unseen", []),
        ("is:unseen committee:planning", [FENCES]),
        ("is:seen outcome:noted year:2021", [ROOF]),
        ("is:unseen roads", [ROADS]),
        ("is:seen !roof", [BUDGET]),
        ("is:starred", [BUDGET, ROADS]),
        ("!is:starred", [FENCES, ROOF]),
        ("is:starred is:unseen", [ROADS]),
        ("is:starred outcome:approved", [BUDGET]),
    ],
)
def test_a_filter_leaves_what_the_person_marked(store: sqlite3.Connection, query: str, permalinks: list[str]) -> None:
    assert listed(store, query, marked=MARKED) == permalinks


def test_to_somebody_who_marked_nothing_every_meeting_is_unseen(store: sqlite3.Connection) -> None:
    assert listed(store, "is:unseen") == listed(store)
    assert listed(store, "is:starred") == listed(store, "is:seen") == []


def test_what_is_seen_meanwhile_stays_in_the_list_until_that_is_made_anew(store: sqlite3.Connection) -> None:
    seen = [BUDGET]
    meetings = Meetings(store, lambda: UserMarks(seen=lambda: seen))
    order = MeetingOrder.NEWEST
    assert len(meetings.keys("is:unseen", order)) == 3
    seen.append(FENCES)
    assert meetings.place("is:unseen", order, FENCES) == 0
    assert len(meetings.lines("is:unseen", order, 0, 100)) == 3
    meetings.anew()
    assert meetings.place("is:unseen", order, FENCES) is None
    assert len(meetings.lines("is:unseen", order, 0, 100)) == 2


def test_a_page_is_a_part_of_the_list_and_a_meeting_has_a_place_in_it(store: sqlite3.Connection) -> None:
    meetings = Meetings(store, lambda: NO_MARKS)
    assert [one.permalink for one in meetings.lines("", MeetingOrder.NEWEST, 1, 3)] == [FENCES, ROOF]
    assert meetings.place("", MeetingOrder.OLDEST, BUDGET) == 2
    assert meetings.place("year:2021", MeetingOrder.OLDEST, BUDGET) is None
    assert meetings.place("", MeetingOrder.NEWEST, "gone/x/2020-01-01") is None
    assert (len(meetings.keys("year:2021", MeetingOrder.NEWEST)), meetings.every) == (2, 4)


def test_what_is_added_is_listed_at_the_next_question(path: Path, store: sqlite3.Connection) -> None:
    meetings = Meetings(store, lambda: NO_MARKS)
    assert len(meetings.keys("", MeetingOrder.NEWEST)) == 4
    with writing(path) as db:
        put(db, meeting(item("1", "Parks"), date=day(2024, 1, 1)), "parks.txt")
    assert len(meetings.keys("", MeetingOrder.NEWEST)) == 5
    assert len(meetings.keys("parks", MeetingOrder.NEWEST)) == 1


def test_facets_say_how_many_meetings_each_value_leaves(store: sqlite3.Connection) -> None:
    facets = made_filter(store).facets(parse_query("year:2021"))
    counts = {field: {one.filter: one.count for one in values} for field, values in facets.items()}
    assert counts["committee"] == {"committee:eastmarsh/planning-committee": 1, "committee:eastmarsh/cabinet": 1}
    assert counts["council"] == {"council:eastmarsh": 2}
    assert counts["year"] == {"year:2023": 1, "year:2021": 2}
    assert counts["outcome"] == {"outcome:deferred": 1, "outcome:noted": 1}


def test_every_facet_leaves_as_many_meetings_as_it_says(store: sqlite3.Connection) -> None:
    meetings = Meetings(store, lambda: MARKED)
    facets = made_filter(store, MARKED).facets(parse_query(""))
    assert [one.filter for one in facets["is"]] == ["is:unseen", "is:seen", "is:starred"]
    for values in facets.values():
        for one in values:
            assert len(meetings.keys(one.filter, MeetingOrder.NEWEST)) == one.count


def test_headings_say_where_the_year_or_the_committee_changes(store: sqlite3.Connection) -> None:
    meetings = Meetings(store, lambda: NO_MARKS)
    assert meetings.headings("", MeetingOrder.NEWEST) == ((0, "2023"), (1, "2021"), (3, ""))
    assert meetings.headings("", MeetingOrder.OLDEST) == ((0, "2021"), (2, "2023"), (3, ""))
    committees = ((0, "Cabinet"), (1, "Highways Board"), (2, "Planning Committee"))
    assert meetings.headings("", MeetingOrder.COMMITTEE) == committees
    assert meetings.headings("", MeetingOrder.RESOLUTIONS) == ()


def test_a_filtered_list_has_the_headings_of_what_is_left(store: sqlite3.Connection) -> None:
    meetings = Meetings(store, lambda: NO_MARKS)
    assert meetings.headings("committee:planning", MeetingOrder.NEWEST) == ((0, "2023"), (1, "2021"))
    assert meetings.headings("committee:planning", MeetingOrder.RESOLUTIONS) == ()
    assert meetings.headings("year:2019", MeetingOrder.NEWEST) == ()


def test_names_of_committees_are_told_once(store: sqlite3.Connection) -> None:
    names = Meetings(store, lambda: NO_MARKS).names()
    assert sorted(names) == ["Cabinet", "Highways Board", "Planning Committee"]
