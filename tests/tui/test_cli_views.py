"""What the reader shows beside the minutes, as plain lines."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.userdata.basket import Citation
from store.userdata.userdata import UserData
from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
CLAUSE = "brackwater/planning-committee/2024-02-07/6/r1/b)"


def test_the_source_of_a_clause_is_shown_with_its_line_numbers(minutebook: Minutebook, sample: Path) -> None:
    status, said, _ = minutebook("--store", sample, "evidence", CLAUSE)
    assert status == Exit.DONE
    lines = [line for line in said.splitlines() if line.startswith(">")]
    assert [line.split()[:2] for line in lines] == [[">", "140"]]
    assert "That the applicant be required to submit a plan" in lines[0] + said


def test_the_evidence_has_the_hash_of_the_whole_file_for_a_program(minutebook: Minutebook, sample: Path) -> None:
    _, said, _ = minutebook("--store", sample, "evidence", CLAUSE, "--json")
    (source,) = json.loads(said)
    assert len(source["sha256"]) == 64
    assert source["spans"]


def test_the_timeline_counts_what_a_query_means(minutebook: Minutebook, sample: Path) -> None:
    status, said, _ = minutebook("--store", sample, "timeline", "committee:planning")
    assert status == Exit.DONE
    assert [line.split()[0] for line in said.splitlines()[:2]] == ["2024-03", "2024-02"]
    assert "2 meetings" not in said


def test_the_timeline_counts_the_meetings_that_were_seen(minutebook: Minutebook, sample: Path, desk: Path) -> None:
    UserData(desk).seen.add([CLAUSE.removesuffix("/6/r1/b)")], datetime(2026, 3, 2, tzinfo=UTC))
    for asked in (("--meetings", "is:seen"), ("is:seen",)):
        _, said, _ = minutebook("--store", sample, "timeline", *asked)
        assert said.startswith("2024-02")
    _, said, _ = minutebook("--store", sample, "timeline", "is:unseen")
    assert "2024-02" not in said


def test_a_timeline_of_nothing_says_so(minutebook: Minutebook, sample: Path) -> None:
    status, said, complaint = minutebook("--store", sample, "timeline", "year:1066")
    assert (status, said) == (Exit.FAILED, "")
    assert complaint == "minutebook: no meeting fits that.\n"


def test_what_narrows_is_listed_with_what_to_type(minutebook: Minutebook, sample: Path) -> None:
    _, said, _ = minutebook("--store", sample, "narrow", "flood")
    assert said.splitlines()[0] == "committee"
    assert "            year:2024" in said.splitlines()


def test_the_basket_tells_what_was_copied_and_from_what(minutebook: Minutebook, desk: Path) -> None:
    assert minutebook("basket")[1:] == (
        "",
        "minutebook: the basket is empty; the citations that are copied in the reader are kept there.\n",
    )
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    UserData(desk).basket.add(Citation("Item 6(b)", "full", CLAUSE, "minutes.txt", "0" * 64, "minutes.db", at))
    status, said, _ = minutebook("basket")
    assert status == Exit.DONE
    assert said.splitlines()[0] == "Item 6(b)"
    assert "full, from minutes.txt" in said
    assert CLAUSE in said


def test_a_fault_of_the_program_is_told_in_a_sentence(
    minutebook: Minutebook, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("store.views.meeting_views.committees", fall)
    status, _, complaint = minutebook("--store", sample, "council")
    assert status == Exit.CRASHED
    assert (
        complaint
        == f"minutebook: This is a fault of the program. Where in it stands in {tmp_path / 'minutebook.log'}.\n"
    )
    assert "secret" not in (tmp_path / "minutebook.log").read_text(encoding="utf-8").replace('"secret words"', "")
