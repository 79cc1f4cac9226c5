"""Copying, with programs made for the test in the place of the real ones."""

from pathlib import Path

import pytest

from tui.clipboard import Copied, copy, routes

WORDS = "Minute 23, Highways Committee, Tarrowshire County Council, 4 June 2019 ✓"


class Desktop:
    """A folder of programs, and what was sent to the terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent: list[str] = []
        self.environment = {"PATH": f"{folder}:/usr/bin:/bin"}

    def install(self, name: str, script: str = 'cat > "$0.took"; echo "$@" > "$0.told"') -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def took(self, name: str) -> str:
        return (self.folder / f"{name}.took").read_text(encoding="utf-8")

    def told(self, name: str) -> str:
        return (self.folder / f"{name}.told").read_text().strip()

    def copy(self, words: str = WORDS, **more: str) -> Copied:
        return copy(words, self.sent.append, self.environment | more)


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def test_inside_tmux_the_words_go_to_its_buffer_and_on_to_its_terminal(desktop: Desktop) -> None:
    desktop.install("tmux")
    assert str(desktop.copy(TMUX="socket,1,0")) == "Copied to tmux"
    assert desktop.took("tmux") == WORDS
    assert desktop.told("tmux") == "load-buffer -w -"
    assert desktop.sent == [WORDS]


def test_the_next_program_is_tried_when_one_fails(desktop: Desktop) -> None:
    desktop.install("xclip", "exit 1")
    desktop.install("xsel")
    assert str(desktop.copy(DISPLAY=":0")) == "Copied to the clipboard"
    assert desktop.took("xsel") == WORDS


def test_without_a_program_it_does_not_claim_to_have_copied(desktop: Desktop) -> None:
    assert str(desktop.copy()) == "Sent to the terminal, which may or may not have taken it"
    assert desktop.sent == [WORDS]


def test_what_is_too_long_for_the_terminal_is_not_sent_there(desktop: Desktop) -> None:
    assert str(desktop.copy("x" * 80_000)).startswith("Not copied")
    assert desktop.sent == []


def test_a_program_that_hangs_is_given_up(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.clipboard._DEADLINE", 0.2)
    desktop.install("wl-copy", "exec sleep 30")
    assert desktop.copy(WAYLAND_DISPLAY="wayland-0").place is None


def test_windows_is_given_the_letters_in_its_own_encoding(desktop: Desktop) -> None:
    desktop.install("clip.exe")
    desktop.copy(WSL_DISTRO_NAME="Debian")
    assert (desktop.folder / "clip.exe.took").read_bytes().decode("utf-16-le") == WORDS


def test_over_ssh_the_clipboards_of_the_far_machine_are_left_alone() -> None:
    far = {"SSH_CONNECTION": "here there", "DISPLAY": ":10", "TMUX": "socket"}
    assert [route.place for route in routes(far, "linux")] == ["tmux"]


def test_a_mac_has_its_own_program() -> None:
    assert [route.command for route in routes({}, "darwin")] == [("pbcopy",)]
