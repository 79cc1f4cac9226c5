"""`minutebook note` and `minutebook marks`."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.ingest.organizations import set_council
from store.userdata.userdata import UserData
from tests.store.building import COUNCIL, REPAIRS, meeting, store_of
from tui.terminal.console import Exit

Run = Callable[..., tuple[int, str, str]]
CLAUSE = "eastmarsh/hrg/2023-03-02/18/r1/(ii)"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    return path


def test_a_note_is_written_printed_changed_and_removed(store: Path, minutebook: Run) -> None:
    assert minutebook("note", "hrg/2023-03-02/18/r1/ii", "Ask the clerk.") == (Exit.DONE, "", "")
    assert minutebook("note", CLAUSE) == (Exit.DONE, "Ask the clerk.\n", "")
    assert minutebook("note", CLAUSE, "Asked.") == (Exit.DONE, "", "")
    told = json.loads(minutebook("note", CLAUSE, "--json")[1])
    assert (told["permalink"], told["text"]) == (CLAUSE, "Asked.")
    assert minutebook("note", CLAUSE, "--remove") == (Exit.DONE, "", "")
    nothing = (Exit.FAILED, "", f"minutebook: there is no note on {CLAUSE}.\n")
    assert minutebook("note", CLAUSE) == minutebook("note", CLAUSE, "--remove") == nothing


def test_a_note_of_several_lines_comes_from_a_pipe(
    store: Path, minutebook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("One\n\nTwo\n"))
    assert minutebook("note", CLAUSE, "-") == (Exit.DONE, "", "")
    assert minutebook("note", CLAUSE) == (Exit.DONE, "One\n\nTwo\n", "")


def test_a_note_is_on_something_that_is_there(store: Path, minutebook: Run) -> None:
    status, _, why = minutebook("note", "eastmarsh/hrg/2023-03-02/99", "x")
    assert status == Exit.FAILED
    assert why == "minutebook: eastmarsh/hrg/2023-03-02 has no item 99; its items are: 18.\n"
    assert minutebook("note", CLAUSE, "x", "--remove")[0] == 2


def test_a_note_from_before_the_council_was_told_is_the_same_note(
    tmp_path: Path, minutebook: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS, council=None))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    minutebook("note", "hrg/2023-03-02/18", "Old.")
    minutebook("star", "hrg/2023-03-02/18")
    set_council(path, "hrg", COUNCIL)
    assert minutebook("note", "eastmarsh/hrg/2023-03-02/18") == (Exit.DONE, "Old.\n", "")
    minutebook("note", "eastmarsh/hrg/2023-03-02/18", "New.")
    assert [note.text for note in UserData(desk).notes.all()] == ["New."]
    assert minutebook("star", "--remove", "eastmarsh/hrg/2023-03-02/18") == (Exit.DONE, "", "")
    assert UserData(desk).stars.all() == ()


def test_marks_lists_notes_stars_and_what_is_not_in_this_store(store: Path, minutebook: Run, desk: Path) -> None:
    one = UserData(desk)
    one.notes.write(CLAUSE, "Ask the clerk.\nSoon.", NOW)
    one.stars.add(["eastmarsh/hrg/2023-03-02/18", "elsewhere/planning/2020-01-01/4"], NOW)
    assert minutebook("marks") == (
        Exit.DONE,
        """\
Notes

Scrutiny Housing Repairs Group · 2 Mar 2023 · 18(ii) (2 March 2026)
    Ask the clerk.
    Soon.
    eastmarsh/hrg/2023-03-02/18/r1/(ii)

Stars

Scrutiny Housing Repairs Group · 2 Mar 2023 · 18 (2 March 2026)
    Repairs Backlog
    eastmarsh/hrg/2023-03-02/18

Not in this store

a place that is not here (2 March 2026)
    elsewhere/planning/2020-01-01/4
""",
        "",
    )


def test_marks_tells_a_program_all_there_is(store: Path, minutebook: Run, desk: Path) -> None:
    UserData(desk).notes.write(CLAUSE, "Ask.", NOW)
    UserData(desk).stars.add(["elsewhere/planning/2020-01-01/4"], NOW)
    time = "2026-03-02T12:00:00+00:00"
    assert json.loads(minutebook("marks", "--json")[1]) == {
        "notes": [
            {
                "permalink": CLAUSE,
                "text": "Ask.",
                "written_at": time,
                "changed_at": time,
                "place": {
                    "committee": "Scrutiny Housing Repairs Group",
                    "date": "2023-03-02",
                    "number": "18",
                    "label": "(ii)",
                    "words": "That these sites be inspected:",
                },
            }
        ],
        "stars": [{"permalink": "elsewhere/planning/2020-01-01/4", "at": time, "place": None}],
    }


def test_a_note_that_is_too_long_is_told_and_not_kept(store: Path, minutebook: Run, desk: Path) -> None:
    assert minutebook("note", CLAUSE, "x" * 10_001) == (
        Exit.FAILED,
        "",
        "minutebook: A note holds 10,000 characters, and this one has 10,001; make it shorter.\n",
    )
    assert UserData(desk).notes.all() == ()


def test_where_nothing_is_marked_it_says_so(store: Path, minutebook: Run) -> None:
    assert minutebook("marks") == (
        Exit.DONE,
        "",
        "minutebook: nothing is starred or noted yet; `minutebook star` and `minutebook note` mark places.\n",
    )
    assert json.loads(minutebook("marks", "--json")[1]) == {"notes": [], "stars": []}
