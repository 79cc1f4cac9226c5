"""A question ends by its deadline, or when nobody wants the answer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from store.find.deadline import Deadline, Stopped

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


def test_other_errors_are_told(store: sqlite3.Connection) -> None:
    deadline = Deadline(store)
    deadline.begin(60, bool)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), deadline.limited():
        store.execute("SELECT * FROM no_such")
