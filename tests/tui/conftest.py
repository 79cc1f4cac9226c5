"""What the tests of the terminal share: a store of the project's own minutes, a desk of their own, and commands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.ingest.importer import import_paths
from tui.cli.program import cli
from tui.terminal.console import run


@pytest.fixture(scope="session")
def sample(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the minutes in `fixtures/minutes`. Nobody writes to it."""
    path = tmp_path_factory.mktemp("sample") / "minutes.db"
    for _ in import_paths(path, [fixtures / "minutes"]):
        pass
    return path


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desk of each test is, so that none touches a person's own."""
    path = tmp_path / "desk.db"
    monkeypatch.setenv("MINUTEBOOK_DESK", str(path))
    return path


@pytest.fixture(autouse=True)
def log_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the log of each test is."""
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "minutebook.log"))


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the config file of each test would be; there is none."""
    path = tmp_path / "settings" / "minutebook" / "config.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("MINUTEBOOK_CONFIG", raising=False)
    return path


@pytest.fixture
def minutebook(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command: its exit status, stdout and stderr."""

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        status = run(cli, [str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return command
