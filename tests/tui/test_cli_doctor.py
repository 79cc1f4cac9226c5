"""`minutebook doctor`: what a report of a fault should say, and no word of any minutes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
PARTS = ["versions", "store", "desk", "config", "terminal", "clipboard", "log"]


def test_it_tells_versions_files_terminal_and_clipboard(
    sample: Path, minutebook: Minutebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    status, out, err = minutebook("doctor", "--store", sample)
    assert (status, err) == (Exit.DONE, "")
    assert [line for line in out.splitlines() if line and not line.startswith(" ")] == PARTS
    for words in (
        "textual",
        "sqlite",
        str(sample),
        "0003 seals",
        "journal               wal",
        "xterm-256color",
        "OSC 52",
    ):
        assert words in out


def test_it_says_no_word_of_any_minutes(sample: Path, minutebook: Minutebook) -> None:
    said = minutebook("doctor", "--store", sample)[1] + minutebook("doctor", "--json", "--store", sample)[1]
    assert "RESOLVED" not in said
    assert "Brackwater" not in said


def test_a_program_reads_it(sample: Path, minutebook: Minutebook) -> None:
    told = json.loads(minutebook("doctor", "--json", "--store", sample)[1])
    assert list(told) == PARTS
    assert told["store"]["meeting"] == 11
    assert told["desk"]["stars"] == 0


def test_it_works_where_nothing_else_does(tmp_path: Path, minutebook: Minutebook, settings: Path, desk: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text("no settings", encoding="utf-8")
    for path in (tmp_path / "minutes.db", desk):
        path.write_text("neither a store nor a desk " * 99, encoding="utf-8")
    status, out, _ = minutebook("doctor", "--store", tmp_path / "minutes.db")
    assert status == Exit.DONE
    assert "is not a store of minutes" in out
    assert "is not a desk" in out
    assert "config" in out
