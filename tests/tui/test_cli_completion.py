"""`minutebook completion`: each shell completes commands and options, and installing it twice leaves one line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
PATIENCE = 60  # seconds


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folder, and a `minutebook` to be found."""
    home, programs = tmp_path / "home of mine", tmp_path / "bin"
    home.mkdir()
    programs.mkdir()
    (programs / "minutebook").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui.cli "$@"\n', encoding="utf-8")
    (programs / "minutebook").chmod(0o755)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    return home


def said(shell: str, *arguments: str) -> str:
    """What a shell prints. Skips where it is not installed."""
    if shutil.which(shell) is None:
        pytest.skip(f"There is no {shell} here.")
    done = subprocess.run([shell, *arguments], check=True, capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (("exp",), ["export"]),
        (("export", "--format", "bib"), ["bibtex", "biblatex"]),
        (("unf",), ["unfollow"]),
    ],
)
def test_bash_completes(words: tuple[str, ...], completed: list[str], home: Path, minutebook: Minutebook) -> None:
    assert minutebook("completion", "bash", "--install")[0] == Exit.DONE
    asked = f"COMP_WORDS=(minutebook {' '.join(words)}); COMP_CWORD={len(words)}; _minutebook_completion minutebook"
    printed = said("bash", "-c", f'. ~/.bashrc; {asked}; printf "%s\\n" "${{COMPREPLY[@]}}"')
    assert printed.split() == completed


@pytest.mark.slow
def test_fish_completes(home: Path, minutebook: Minutebook) -> None:
    assert minutebook("completion", "fish", "--install")[0] == Exit.DONE
    assert "export" in said("fish", "-c", "complete -C 'minutebook exp'").split()


@pytest.mark.slow
def test_zsh_reads_it_and_knows_which_program_it_completes(home: Path, minutebook: Minutebook) -> None:
    assert minutebook("completion", "zsh", "--install")[0] == Exit.DONE
    assert said("zsh", "-fc", ". ~/.zshrc; print $_comps[minutebook]").strip() == "_minutebook_completion"


@pytest.mark.parametrize(("shell", "settings"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_installing_again_leaves_one_line_and_what_was_there(
    shell: str, settings: str, home: Path, minutebook: Minutebook
) -> None:
    (home / settings).write_bytes(b"alias l=ls\nexport A=\xff")
    for _ in range(2):
        assert minutebook("completion", shell, "--install")[0] == Exit.DONE
    lines = (home / settings).read_bytes().splitlines()
    assert lines[:2] == [b"alias l=ls", b"export A=\xff"]
    assert len(lines) == 3


def test_your_shell_is_the_one_that_the_environment_names(
    home: Path, minutebook: Minutebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert "fish_complete" in minutebook("completion")[1]
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    status, _, told = minutebook("completion")
    assert status == 2
    assert "bash, zsh, fish" in told
