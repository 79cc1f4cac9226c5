"""The log tells what ran and where errors came from, and no word of what was read."""

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.terminal import log as logging
from tui.terminal.log import log, log_error, log_path


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "state" / "minutebook.log"
    monkeypatch.setenv("MINUTEBOOK_LOG", str(path))
    yield path
    logging._logger.cache_clear()


def test_it_begins_with_the_versions(file: Path) -> None:
    log("opened /somewhere/minutes.db")
    first, second = file.read_text(encoding="utf-8").splitlines()
    assert "minutebook 0." in first
    assert "Python 3." in first
    assert "SQLite 3." in first
    assert second.endswith("INFO opened /somewhere/minutes.db")


def test_nobody_else_may_read_it(file: Path) -> None:
    log("opened")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_of_an_error_it_has_the_code_and_not_the_words(file: Path) -> None:
    def read(words: str) -> None:
        try:
            int(words)
        except ValueError as error:
            raise sqlite3.OperationalError(f"cannot store {words}") from error

    with pytest.raises(sqlite3.OperationalError) as failed:
        read("the secret clause")
    log_error(failed.value)
    told = file.read_text(encoding="utf-8")
    assert "sqlite3.OperationalError" in told
    assert "builtins.ValueError" in told
    assert "test_log.py" in told
    assert "int(words)" in told
    assert "secret" not in told.replace('read("the secret clause")', "")  # a line of code, of this test


def test_it_has_no_control_characters(file: Path) -> None:
    log("opened /tmp/\x1b[31mred\n2026 forged line")
    assert "\x1b" not in file.read_text(encoding="utf-8")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2


def test_it_does_not_grow_for_ever(file: Path) -> None:
    for _ in range(20_000):
        log("x" * 50)
    files = sorted(one.name for one in file.parent.iterdir())
    assert files == ["minutebook.log", "minutebook.log.1", "minutebook.log.2"]
    assert all(one.stat().st_size <= 256_000 for one in file.parent.iterdir())


def test_a_log_that_cannot_be_written_is_nobodys_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "file" / "minutebook.log"))
    log("opened")
    log_error(ValueError())


def test_without_a_name_it_is_in_the_state_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MINUTEBOOK_LOG", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert log_path().name == "minutebook.log"
