"""`minutebook thread`, `follow-up`, `findings`, `people`, `person` and `compare`."""

import csv
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.views.veiling import VEIL, veiled
from tests.store.threads.meetings import MARCH, MAY, answered_in_may, asked_in_march, store_in
from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]

THREAD = f"""{MAY}/20
  resolved      “minute 13(ii)” — '{MARCH}/13/r1/(ii)'
  answers       probably, of 2 March 2023: That a report on dredging costs be
                reported to the June meeting.
                '{MARCH}/13/r1/(i)'
"""


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = store_in(tmp_path / "minutes.db", asked_in_march(), answered_in_may())
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    monkeypatch.setenv("MINUTEBOOK_DESK", str(tmp_path / "desk.db"))
    return path


def test_a_thread_tells_what_a_place_refers_to_and_answers(minutebook: Minutebook) -> None:
    assert minutebook("thread", f"{MAY}/20") == (Exit.DONE, THREAD, "")


def test_follow_up_lists_what_is_open_and_by_owner(minutebook: Minutebook) -> None:
    _, printed, _ = minutebook("follow-up", "--json")
    assert [(one["owner"], one["state"]) for one in json.loads(printed)] == [("The Clerk", "open"), (None, "open")]
    _, printed, _ = minutebook("follow-up", "--owner", "clerk")
    assert printed.endswith("1 request\n")


def test_what_is_told_by_hand_counts_until_it_is_forgotten(minutebook: Minutebook) -> None:
    name = json.loads(minutebook("follow-up", "--json")[1])[0]["name"]
    assert minutebook("follow-up", "--set", "done", name)[0] == Exit.DONE
    assert minutebook("follow-up")[1].endswith("1 request\n")
    assert minutebook("follow-up", "--forget", name)[0] == Exit.DONE
    assert minutebook("follow-up")[1].endswith("2 requests\n")


def test_a_request_that_is_not_there_cannot_be_settled(minutebook: Minutebook) -> None:
    status, _, complained = minutebook("follow-up", "--set", "done", "nothing")
    assert (status, "there is no request called “nothing”" in complained) == (Exit.FAILED, True)


def test_follow_up_is_a_table_for_an_action_tracker(minutebook: Minutebook) -> None:
    _, printed, _ = minutebook("follow-up", "--all", "--csv")
    heading, *rows = csv.reader(printed.lstrip("\ufeff").splitlines())
    assert heading == ["reference", "meeting", "action", "owner", "due", "status", "evidence"]
    assert [row[6] for row in rows if row[5] == "probably answered"] == [f"{MAY}/20"]


def test_findings_are_listed_dismissed_and_restored(minutebook: Minutebook) -> None:
    (found,) = json.loads(minutebook("findings", "--json")[1])
    assert found["kind"] == "day"
    minutebook("findings", "--dismiss", found["name"])
    assert minutebook("findings")[1] == "0 findings\n"
    minutebook("findings", "--restore", found["name"])
    assert minutebook("findings")[1].endswith("1 finding\n")


def test_people_and_a_person_are_told(minutebook: Minutebook) -> None:
    assert minutebook("people")[1].endswith("5 people\n")
    _, printed, _ = minutebook("person", "Ann", "Crisp")
    assert "present 2" in printed
    assert minutebook("person", "Nobody")[0] == Exit.FAILED


def test_two_wordings_are_compared(minutebook: Minutebook) -> None:
    _, printed, _ = minutebook("compare", f"{MARCH}/13/r1/(i)", f"{MARCH}/13/r1/(ii)")
    assert "[dredging costs]" in printed
    assert "% of the words are the same" in printed


def test_the_names_of_the_public_are_veiled_and_others_not(store: Path) -> None:
    with closing(open_for_reading(store)) as opened:
        assert veiled(opened, "Mr Fern asked Mrs Oak to write.") == f"Mr {VEIL} asked Mrs Oak to write."
