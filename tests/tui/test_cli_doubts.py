"""`minutebook doubts`, and doubts in what is printed of adding."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.database.connect import writing
from store.ingest.events import Added, AlreadyThere, Stored
from store.views.meeting_views import meeting_line
from tests.store.doubted import AT, DOUBTS, doubted_store
from tui.pages.imports import summary
from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]

LISTED = """2 March 2023       Scrutiny Housing Repairs Group, Eastmarsh Borough Council
eastmarsh/hrg/2023-03-02
  day         the day of the meeting is not found (line 1)
  decision    “It was agreed” stands outside every decision (line 3; item 5)
  decision    “moved and seconded” stands outside every decision (line 4; item
              5)
  number      no item between 5 and 7 (line 5; item 7)

4 doubts
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = doubted_store(tmp_path / "minutes.db")
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    return path


def test_the_doubts_of_every_meeting_are_listed_with_their_lines(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("doubts") == (Exit.DONE, LISTED, "")


def test_the_doubts_of_one_item_are_listed(store: Path, minutebook: Minutebook) -> None:
    status, printed, _ = minutebook("doubts", f"{AT}/7")
    assert status == Exit.DONE
    assert printed.splitlines()[2:] == ["  number      no item between 5 and 7 (line 5; item 7)", "", "1 doubt"]


def test_doubts_are_printed_for_a_program(store: Path, minutebook: Minutebook) -> None:
    status, printed, _ = minutebook("doubts", "--json")
    told = json.loads(printed)
    assert status == Exit.DONE
    assert [(one["meeting"], one["kind"], one["line"], one["start"]) for one in told] == [
        (AT, doubt.kind, line, doubt.span.start) for doubt, line in zip(DOUBTS, (1, 3, 4, 5), strict=True)
    ]


def test_a_place_without_doubts_says_so(store: Path, minutebook: Minutebook) -> None:
    with writing(store) as db:
        db.execute("DELETE FROM doubt")
    assert minutebook("doubts") == (Exit.DONE, "0 doubts\n", "")


def test_a_store_that_another_version_filled_is_told_before_its_doubts(store: Path, minutebook: Minutebook) -> None:
    with writing(store) as db:
        db.execute("UPDATE document SET reader = 'older'")
    _, _, complained = minutebook("doubts")
    assert "1 document here was read by another version of minutebook" in complained


def test_the_table_of_what_was_added_counts_documents_with_doubts(store: Path) -> None:
    with writing(store) as db:
        line = meeting_line(db.conn, 1)
    events: list[Stored] = [Added("a.txt", line, (), 0, 2), Added("b.txt", line, (), 0, 0), AlreadyThere("c.txt", line)]
    rows = summary(events, 80).splitlines()
    assert rows[:2] == [
        "documents                 3  2 added, 1 already there",
        "with doubts               1  a.txt",
    ]
    assert not any(row.startswith("with doubts") for row in summary(events[1:], 80).splitlines())
