"""Paths are completed as a shell completes them."""

from pathlib import Path

import pytest

from tui.widgets.completion import complete, complete_name, meant, why_not_added


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home directory with some minutes in it, which is where the person is."""
    for name in ("minutes/2023", "minutes/2024", "Music", ".hidden"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("minutes/march.txt", "minutes/march draft.pdf", "minute-taker.txt"):
        (tmp_path / name).touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("KEPT", str(tmp_path / "minutes"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "completed", "fitting"),
    [
        ("", "", ["minutes/", "Music/", "minute-taker.txt"]),
        ("min", "minute", ["minutes/", "minute-taker.txt"]),
        ("minutes", "minutes/", ["minutes/"]),
        ("minutes/", "minutes/", ["2023/", "2024/", "march draft.pdf", "march.txt"]),
        ("minutes/2", "minutes/202", ["2023/", "2024/"]),
        ("minutes/mar", "minutes/march", ["march draft.pdf", "march.txt"]),
        ("~", "~/", ["~/"]),
        ("~/mus", "~/Music/", ["Music/"]),
        ("$KEPT/march.", "$KEPT/march.txt", ["march.txt"]),
        (".hid", ".hidden/", [".hidden/"]),
        ("nothing", "nothing", []),
        ("nowhere/at/all", "nowhere/at/all", []),
        ("~nobody-of-that-name/x", "~nobody-of-that-name/x", []),
    ],
)
def test_what_is_typed_is_completed_as_far_as_all_agree(typed: str, completed: str, fitting: list[str]) -> None:
    completion = complete(typed)
    assert completion.typed == completed
    assert [one.name for one in completion.fitting] == fitting


def test_what_is_taken_from_the_list_stands_as_it_would_be_typed() -> None:
    assert [one.typed for one in complete("~/minutes/2").fitting] == ["~/minutes/2023/", "~/minutes/2024/"]


def test_of_a_folder_of_very_many_some_are_listed_and_the_rest_is_counted(home: Path) -> None:
    (home / "many").mkdir()
    for number in range(510):
        (home / "many" / f"{number:03}.txt").touch()
    completion = complete("many/")
    assert len(completion.fitting) == 500
    assert completion.more == 10


@pytest.mark.parametrize(
    "typed",
    ["minutes/march draft.pdf", "'minutes/march draft.pdf'", r"minutes/march\ draft.pdf", "~/minutes/march draft.pdf "],
)
def test_a_file_that_was_dropped_here_is_meant_whatever_the_terminal_put_around_it(typed: str, home: Path) -> None:
    assert meant(typed).resolve() == home / "minutes" / "march draft.pdf"


def test_why_a_path_cannot_be_added_is_said(home: Path) -> None:
    assert why_not_added(home / "minutes", "Tab") is None
    assert why_not_added(Path("june.txt"), "Tab") == "There is nothing at june.txt; Tab completes what is there."
    assert why_not_added(Path("x" * 300), "Tab") == f"{'x' * 300} cannot be read: File name too long."


@pytest.mark.parametrize("typed", ["/tmp\0/", "a" * 300, f"{'b' * 300}/", "\ud800/", "~\0", "$HOME\0\udfff/x"])
def test_what_no_path_can_have_is_passed_over(typed: str) -> None:
    complete(typed)
    why_not_added(meant(typed), "Tab")
    assert not set(str(meant(typed))) & set("\0\ud800\udfff")


COUNCILS = ("Brackwater City Council", "Brackwater Parish Council", "Cwm Tŷ Town Council", "Tarrowshire Council")


@pytest.mark.parametrize(
    ("typed", "completed", "fitting"),
    [
        ("", "", COUNCILS),
        ("b", "Brackwater ", COUNCILS[:2]),
        ("BRACKWATER C", COUNCILS[0], COUNCILS[:1]),
        ("cwm ty", COUNCILS[2], COUNCILS[2:3]),
        ("  tarr", COUNCILS[3], COUNCILS[3:]),
        ("town", "town", COUNCILS[2:3]),
        ("council", "council", COUNCILS),
        ("shire", "shire", ()),
    ],
)
def test_a_name_is_completed_by_how_it_begins_and_found_by_a_word_of_it(
    typed: str, completed: str, fitting: tuple[str, ...]
) -> None:
    completion = complete_name(typed, COUNCILS)
    assert completion.typed == completed
    assert tuple(one.typed for one in completion.fitting) == fitting
