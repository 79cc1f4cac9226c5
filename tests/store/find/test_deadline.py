"""A question ends by its deadline, or when nobody wants the answer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.find.deadline import Deadline, Stopped
from store.find.finder import Finder
from store.find.sentence import sentence
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, meeting, store_of

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def store() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        yield connection


def test_a_block_ends_at_the_deadline_without_an_error(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    deadline.begin(0.01, bool)
    ended = []
    with deadline.limited():
        ended.append(store.execute(ENDLESS).fetchone())
    assert ended == []
    assert deadline.late


def test_a_question_that_is_withdrawn_is_stopped_before_and_while_it_is_answered(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    with pytest.raises(Stopped):
        deadline.begin(60, lambda: True)
    asked = iter([False, False])
    deadline.begin(60, lambda: next(asked, True))
    with pytest.raises(Stopped), deadline.limited():
        store.execute(ENDLESS).fetchone()


def test_what_is_left_to_do_has_no_deadline(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    deadline.begin(-1, bool)
    late = [deadline.late]
    deadline.end()
    assert [*late, deadline.late] == [True, False]
    numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) SELECT count(*) FROM n"
    assert store.execute(numbers).fetchone() == (9999,)


def test_a_pause_does_not_count(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    deadline.begin(60, bool)
    with deadline.paused():
        assert not deadline.late
    assert not deadline.late
    deadline.begin(-1, bool)
    with deadline.paused():
        assert not deadline.late
    assert deadline.late


@pytest.mark.parametrize(
    ("worked", "passed", "late"),
    [(0.05, 0.05, False), (0.05, 2.39, False), (0.07, 0.07, True), (0.0, 2.41, True)],
)
def test_the_time_that_counts_is_that_of_the_processor_up_to_forty_times_as_long(
    store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, worked: float, passed: float, *, late: bool
) -> None:
    now = {"thread_time": 100.0, "monotonic": 200.0}
    monkeypatch.setattr("store.find.deadline.time.thread_time", lambda: now["thread_time"])
    monkeypatch.setattr("store.find.deadline.time.monotonic", lambda: now["monotonic"])
    deadline = Deadline(store)
    deadline.begin(0.06, bool)
    half = deadline.after(0.5)
    now["thread_time"] += worked
    now["monotonic"] += passed
    assert deadline.late is late
    assert deadline.has_passed(half) is (worked > 0.03 or late)
    deadline.finish()
    monkeypatch.undo()


def test_other_errors_are_told(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    deadline.begin(60, bool)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), deadline.limited():
        store.execute("SELECT * FROM no_such")


@pytest.fixture
def minutes(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST))
    with closing(open_for_reading(path)) as store:
        yield store


LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT max(i) FROM n"


@pytest.mark.parametrize("typed", ["repairs", "repiars", "zzqx", "outcome:noted", "outcome:zzqx", ""])
def test_an_answer_that_had_no_time_is_never_no(minutes: sqlite3.Connection, typed: str) -> None:
    answer = Finder(minutes, seconds=0).find(typed)
    if not answer.total.number and (answer.query.words or answer.query.filters):
        known = answer.unfound and all(not one.meant for one in answer.unfound)  # what stands nowhere in the dictionary
        said = sentence(answer.query, answer)
        assert known or said.startswith("Not looked through to the end; so far no resolution")


@pytest.mark.parametrize("typed", ["repairs", "zzqx", "committee:zzqx", "outcome:noted", ""])
def test_what_comes_behind_a_question_is_not_stopped_by_its_deadline(minutes: sqlite3.Connection, typed: str) -> None:
    Finder(minutes, seconds=0).find(typed)
    assert minutes.execute(LONG).fetchone() == (200_000,)


def test_a_question_that_is_withdrawn_leaves_the_connection_as_it_was(minutes: sqlite3.Connection) -> None:
    with pytest.raises(Stopped):
        Finder(minutes).find("repairs", stopped=lambda: True)
    assert minutes.execute(LONG).fetchone() == (200_000,)


def test_with_time_enough_everything_is_looked_through(minutes: sqlite3.Connection) -> None:
    answer = Finder(minutes, seconds=float("inf")).find("outcome:noted")
    assert answer.total.number
    assert not answer.total.more


def test_after_a_pause_as_much_time_is_left_as_before(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    deadline.begin(60, bool)
    before = deadline.after(1.0)
    with deadline.paused():
        pass
    assert before <= deadline.after(1.0) < before + 5
