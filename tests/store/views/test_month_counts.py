"""Counting by month and outcome."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.find.deadline import Stopped
from store.find.user_filters import UserMarks
from store.views.meeting_filter import MeetingFilter
from store.views.month_counts import Month, Timeline, timeline
from tests.store.building import item, meeting, resolution, store_of

MARCH = "eastmarsh/hrg/2023-03-02"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = store_of(
        tmp_path / "minutes.db",
        meeting(item("1", "Budget", resolution("That it be noted."), resolution("That roofs be mended."))),
        meeting(item("1", "Fences", resolution("That roofs be noted.")), date=day(2022, 12, 8), committee="Cabinet"),
        meeting(item("1", "Roads", resolution("That it be done.")), date=None, committee="Highways Board"),
    )
    with closing(open_for_reading(path)) as opened:
        yield opened


def told(store: sqlite3.Connection, meetings: str = "", resolutions: str = "") -> Timeline:
    filtered = MeetingFilter(store, UserMarks(lambda: [f"{MARCH}/1/r2"], lambda: [MARCH]))
    filtered.renew()
    return timeline(filtered, meetings, resolutions, bool)


def test_months_go_from_the_first_to_the_last_without_a_gap(store: sqlite3.Connection) -> None:
    counted = told(store)
    assert counted.months == (
        Month("2022-12", 1, 1), Month("2023-01", 0, 0), Month("2023-02", 0, 0), Month("2023-03", 1, 2),
    )  # fmt: skip
    assert counted.undated == Month("", 1, 1)
    assert (counted.meetings, counted.resolutions) == (3, 4)
    assert counted.outcomes == (("noted", 2),)


def test_it_counts_what_both_queries_mean(store: sqlite3.Connection) -> None:
    assert told(store, "committee:cabinet").months == (Month("2022-12", 1, 1),)
    assert told(store, "", "roofs").months == (
        Month("2022-12", 1, 1), Month("2023-01", 0, 0), Month("2023-02", 0, 0), Month("2023-03", 1, 1),
    )  # fmt: skip
    assert told(store, "committee:cabinet", "outcome:noted").outcomes == (("noted", 1),)
    assert told(store, "year:2023", "year:2022").months == ()
    assert told(store, "", "date:2023-03-02").months == (Month("2023-03", 1, 2),)
    assert told(store, "", '"roofs be"').resolutions == 2
    assert told(store, "", '"be roofs"').meetings == 0


def test_it_counts_what_the_person_marked(store: sqlite3.Connection) -> None:
    assert told(store, "is:seen").months == told(store, "", "is:seen").months == (Month("2023-03", 1, 2),)
    assert (told(store, "is:unseen").meetings, told(store, "", "is:unseen").resolutions) == (2, 2)
    assert told(store, "", "is:starred").months == (Month("2023-03", 1, 1),)
    assert told(store, "", "is:starred is:unseen").meetings == 0


def test_a_withdrawn_question_is_given_up(store: sqlite3.Connection) -> None:
    filtered = MeetingFilter(store)
    filtered.renew()
    with pytest.raises(Stopped):
        timeline(filtered, "", "", lambda: True)
