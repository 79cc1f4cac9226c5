"""`minutebook export`: what is chosen, where it goes, and how it ends."""

import io
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.database.connect import writing
from store.userdata.userdata import UserData
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, meeting, put, store_of
from tests.store.export.reading_back import read_bibtex, read_csv
from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
MARCH = "eastmarsh/hrg/2023-03-02"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    return path


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch, minutebook: Minutebook) -> Callable[..., str]:
    """Runs `minutebook export` and gives the bytes that it printed, as text."""

    def run(*arguments: str) -> str:
        out = io.BytesIO()
        stdout = io.TextIOWrapper(out, encoding="latin-1")
        with monkeypatch.context() as changed:
            changed.setattr(sys, "stdout", stdout)
            assert minutebook("export", *arguments)[0] == Exit.DONE
        stdout.flush()
        return out.getvalue().decode()

    return run


def test_places_are_exported_by_their_permalinks(exported: Callable[..., str]) -> None:
    assert (
        exported(f"{MARCH}/18/r1/i", f"{MARCH}/17", f"{MARCH}/18/r1/ii", "--format", "markdown")
        == """\
# Scrutiny Housing Repairs Group

Eastmarsh Borough Council, 2 March 2023

## 18 Repairs Backlog

> (i) That the repairs report be noted.

— Minute 18(i), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023 (`eastmarsh/hrg/2023-03-02/18/r1/(i)`)

> (ii) That these sites be inspected: - Tanner Row - Mill Lane

— Minute 18(ii), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023 (`eastmarsh/hrg/2023-03-02/18/r1/(ii)`)

## 17 Apologies for Absence

— Minute 17, Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023 (`eastmarsh/hrg/2023-03-02/17`)
"""  # noqa: E501 (Markdown has a line a paragraph)
    )


def test_a_query_exports_all_that_it_finds(exported: Callable[..., str]) -> None:
    rows = read_csv(exported("--query", "report", "--format", "csv"))
    assert [row["permalink"] for row in rows] == [f"{MARCH}/18/r1/(i)", f"{MARCH}/18/r1/(iv)"]


def test_stars_are_exported_the_latest_first(minutebook: Minutebook, exported: Callable[..., str]) -> None:
    minutebook("star", f"{MARCH}/18/r1/(i)")
    minutebook("star", f"{MARCH}/webcast/r1")
    places = [json.loads(line)["permalink"] for line in exported("--starred", "--format", "jsonl").splitlines()]
    assert sorted(places) == [f"{MARCH}/18/r1/(i)", f"{MARCH}/webcast/r1"]
    assert exported("--query", "is:starred webcast", "--format", "csv").count("\r\n") == 2


def test_what_was_seen_counts_in_a_query(minutebook: Minutebook, exported: Callable[..., str], desk: Path) -> None:
    asked = ("--query", "is:seen webcast", "--format", "csv")
    assert minutebook("export", *asked)[0] == Exit.FAILED
    UserData(desk).seen.add([MARCH], datetime(2026, 3, 2, tzinfo=UTC))
    assert exported(*asked).count("\r\n") == 2


def test_a_meeting_is_an_entry_an_item_for_a_reference_manager(exported: Callable[..., str]) -> None:
    entries = read_bibtex(exported("--meeting", MARCH, "--format", "biblatex"))
    assert [entry["title"] for entry in entries] == ["Apologies for Absence", "Repairs Backlog", "Webcast"]


def test_a_file_has_the_bytes_that_standard_output_has(
    minutebook: Minutebook, exported: Callable[..., str], tmp_path: Path
) -> None:
    for form in ("markdown", "csv", "json", "jsonl", "csl-json", "bibtex", "biblatex", "ris"):
        asked = ("--meeting", MARCH, "--format", form)
        assert minutebook("export", *asked, "--output", tmp_path / form) == (Exit.DONE, "", "")
        assert (tmp_path / form).read_bytes() == exported(*asked).encode()
        assert exported(*asked, "--output", "-") == exported(*asked)


def test_a_file_that_is_there_needs_force(minutebook: Minutebook, tmp_path: Path) -> None:
    path = tmp_path / "march.md"
    path.write_text("mine", encoding="utf-8")
    asked = ("export", "--meeting", MARCH, "--format", "markdown", "--output", path)
    assert minutebook(*asked) == (
        Exit.FAILED, "", f"minutebook: {path} is there already; --force writes over it.\n",
    )  # fmt: skip
    assert path.read_text(encoding="utf-8") == "mine"
    assert minutebook(*asked, "--force") == (Exit.DONE, "", "")
    assert path.read_text(encoding="utf-8").startswith("# Scrutiny Housing Repairs Group\n")


def test_nothing_found_writes_nothing(minutebook: Minutebook, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    nothing = "minutebook: There is nothing to export; nothing was written.\n"
    for what in (("--query", "zzqx"), ("--starred",)):
        assert minutebook("export", *what, "--format", "csv", "--output", path) == (Exit.FAILED, "", nothing)
    assert not path.exists()


def test_what_is_not_there_is_told_and_leaves_no_file(minutebook: Minutebook, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    status, _, err = minutebook("export", f"{MARCH}/99", "--format", "csv", "--output", path)
    assert (status, err) == (Exit.FAILED, f"minutebook: {MARCH} has no item 99; its items are: 17, 18, webcast.\n")
    assert not path.exists()


def test_a_star_of_another_store_is_told_and_left_out(
    minutebook: Minutebook, exported: Callable[..., str], store: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with writing(other) as db:
        put(db, meeting(APOLOGIES, council="Westmarsh Borough Council"), "other.txt")
    minutebook("star", "westmarsh/hrg/2023-03-02/17", "--store", other)
    minutebook("star", f"{MARCH}/17")
    status, _, err = minutebook("export", "--starred", "--format", "ris", "--output", tmp_path / "stars.ris")
    assert (status, err) == (
        Exit.DONE,
        "minutebook: westmarsh/hrg/2023-03-02/17 is starred, and not in this store; it is left out.\n",
    )


@pytest.mark.parametrize("arguments", [[], [f"{MARCH}/17", "--starred"], ["--query", "x", "--meeting", MARCH]])
def test_one_thing_is_exported_at_a_time(minutebook: Minutebook, arguments: list[str]) -> None:
    status, _, err = minutebook("export", *arguments, "--format", "csv")
    assert status == 2
    assert "one of PERMALINKS, --query, --starred and --meeting" in err


@pytest.mark.parametrize("query", ["date:nonsense", "repairs comittee:planning"])  # codespell:ignore comittee
def test_a_query_of_which_a_part_means_nothing_exports_nothing(
    minutebook: Minutebook, tmp_path: Path, query: str
) -> None:
    path = tmp_path / "none.csv"
    status, shown, told = minutebook("export", "--query", query, "--format", "csv", "--output", path)
    assert (status, shown) == (Exit.FAILED, "")
    assert told.startswith(f"minutebook: “{query.rsplit(maxsplit=1)[-1]}” is not understood: ")
    assert not path.exists()
