"""Threads as they are kept: in whatever order meetings come, when one is read anew, and what a person told of them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.database.connect import open_for_reading, writing
from store.ingest.importer import import_paths
from store.ingest.rebuild import rebuild
from store.threads.keeping import THREAD_TABLES, keep_every_thread
from store.userdata.userdata import UserData
from store.views.follow_up import FollowUpLine, RequestState, follow_up_keys, follow_up_lines
from store.views.misfit_list import misfits
from store.views.person_page import people, person_pages
from store.views.place_references import ReferenceState, cited_by, references_at
from tests.store.threads.meetings import JUNE, MARCH, MAY, answered_in_may, asked_in_march, harbour, put_all, store_in

if TYPE_CHECKING:
    from sqlite_utils import Database

TODAY = dt.date(2023, 5, 10)
NOW = dt.datetime(2023, 5, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator["Database"]:
    with writing(tmp_path / "minutes.db") as db:
        yield db


def requests(db: "Database", today: dt.date = TODAY, told: dict[str, str] | None = None) -> dict[str, FollowUpLine]:
    """Every request by its first words about something."""
    keys = follow_up_keys(db.conn, today, told or {}, every=True)
    return {line.text.split(" on ")[-1].split()[0]: line for line in follow_up_lines(db.conn, keys, today, told or {})}


def test_whatever_the_order_in_which_meetings_come_the_threads_are_the_same(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(permutations([asked_in_march(), answered_in_may(), harbour(dt.date(2023, 6, 8))])):
        with closing(open_for_reading(store_in(tmp_path / f"{number}.db", *order))) as store:
            keys = follow_up_keys(store, TODAY, {}, every=True)
            lines = follow_up_lines(store, keys, TODAY, {})
            found.append({(line.name, line.due, line.state, line.answer) for line in lines})
    assert found[0]
    assert all(one == found[0] for one in found)


def test_a_request_for_the_june_meeting_is_due_when_that_is_held(db: "Database") -> None:
    put_all(db, asked_in_march())
    assert requests(db)["dredging"].due == "2023-06-30"
    put_all(db, harbour(dt.date(2023, 6, 8)))
    assert requests(db)["dredging"].due == "2023-06-08"


def test_a_later_item_about_the_same_probably_answers_and_others_do_not(db: "Database") -> None:
    put_all(db, asked_in_march(), answered_in_may())
    told = requests(db)
    assert (told["dredging"].state, told["dredging"].answer) == (RequestState.ANSWERED, f"{MAY}/20")
    assert (told["storm"].state, told["storm"].answer) == (RequestState.OPEN, None)


def test_a_request_is_overdue_against_the_newest_meeting_and_against_today(db: "Database") -> None:
    put_all(db, asked_in_march())
    assert requests(db)["dredging"].state is RequestState.OPEN
    assert requests(db, dt.date(2023, 7, 1))["dredging"].since == "today"
    put_all(db, harbour(dt.date(2023, 9, 1)))
    assert requests(db)["dredging"].since == "newest meeting"


def test_the_last_day_is_not_overdue_and_the_next_is(db: "Database") -> None:
    put_all(db, asked_in_march())
    assert requests(db, dt.date(2023, 6, 30))["dredging"].state is RequestState.OPEN
    assert requests(db, dt.date(2023, 7, 1))["dredging"].state is RequestState.OVERDUE


def test_what_a_person_tells_counts_and_survives_a_rebuild(tmp_path: Path, fixtures: Path) -> None:
    path = tmp_path / "minutes.db"
    for _ in import_paths(path, sorted((fixtures / "minutes").glob("eastmarsh-*.txt"))):
        pass
    with closing(open_for_reading(path)) as store:
        (name,) = [line.name for line in follow_up_lines(store, follow_up_keys(store, TODAY, {}), TODAY, {})][:1]
    with closing(UserData(tmp_path / "desk.db")) as desk:
        desk.threads.tell([name], "done", NOW)
        told = desk.threads.all()
    rebuild(path)
    with closing(open_for_reading(path)) as store:
        (line,) = [
            one
            for one in follow_up_lines(store, follow_up_keys(store, TODAY, told, every=True), TODAY, told)
            if one.name == name
        ]
    assert (line.state, line.by_hand) == (RequestState.DONE, True)


def test_telling_by_hand_can_be_taken_back_and_forgotten(tmp_path: Path) -> None:
    with closing(UserData(tmp_path / "desk.db")) as desk:
        desk.threads.tell(["a#1"], "done", NOW)
        desk.threads.tell(["a#1"], "open", NOW)
        desk.journal.undo()
        assert desk.threads.all() == {"a#1": "done"}
        assert desk.threads.forget(["a#1", "b#2"]) == 1
        assert desk.threads.all() == {}


def test_reading_every_thread_anew_gives_the_same_rows(db: "Database") -> None:
    put_all(db, answered_in_may(), asked_in_march())
    before = {table: told(db, table) for table in THREAD_TABLES}
    keep_every_thread(db.conn)
    assert {table: told(db, table) for table in THREAD_TABLES} == before
    assert before["request"]


def told(db: "Database", table: str) -> list[dict[str, object]]:
    keys = {"id", "repeats_id", "asked_again"}
    rows = [{name: value for name, value in row.items() if name not in keys} for row in db[table].rows]
    return sorted(rows, key=str)


def test_a_number_with_a_label_refers_to_the_clause_of_the_newest_meeting_before(db: "Database") -> None:
    put_all(db, asked_in_march(), answered_in_may())
    (found,) = [one for one in references_at(db.conn, f"{MAY}/20") if one.form == "minute"]
    assert (found.state, found.targets) == (ReferenceState.RESOLVED, (f"{MARCH}/13/r1/(ii)",))
    assert [one.permalink for one in cited_by(db.conn, f"{MARCH}/13")] == [f"{MAY}/20"]


def test_minutes_confirmed_of_a_day_without_meeting_are_a_conflict(db: "Database") -> None:
    put_all(db, asked_in_march(), answered_in_may())
    (found,) = [one for one in references_at(db.conn, f"{MAY}/19") if one.form == "minutes"]
    assert (found.state, found.targets) == (ReferenceState.CONFLICT, (MARCH,))
    assert [one.permalink for one in misfits(db.conn) if one.kind == "day"] == [f"{MAY}/19/r1"]


def test_numbers_that_are_not_held_are_told_between_meetings_of_a_year(db: "Database") -> None:
    put_all(db, asked_in_march(), answered_in_may())
    assert [one for one in misfits(db.conn) if one.kind == "gap"] == []  # a municipal year begins in May
    from tests.store.building import item

    put_all(db, harbour(dt.date(2023, 6, 8), item("25", "Moorings"), item("26", "Lamps")))
    (gap,) = [one for one in misfits(db.conn) if one.kind == "gap"]
    assert (gap.permalink, gap.text) == (JUNE, "21–24")


def test_people_are_put_together_within_a_council_and_initials_kept_apart(db: "Database") -> None:
    put_all(db, asked_in_march(), answered_in_may())
    found = {line.name: (line.names, line.meetings) for line in people(db.conn) if "Crisp" in line.name}
    assert found == {
        "Councillor Ann Crisp": (("Councillor A Crisp", "Councillor Ann Crisp"), 2),
        "Councillor B Crisp": (("Councillor B Crisp",), 1),
    }
    assert [page.line.name for page in person_pages(db.conn, "A Crisp")] == ["Councillor Ann Crisp"]


def test_apologies_that_a_sentence_tells_count_once(db: "Database") -> None:
    put_all(db, asked_in_march())
    (page,) = person_pages(db.conn, "Elm")
    assert page.counts == (("apologies", 1),)
    assert person_pages(db.conn, "Mrs Oak")[0].counts == (("apologies", 1),)
