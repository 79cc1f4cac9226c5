"""Copying, with programs made for the test in the place of the real ones."""

import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.clipboard import ClipboardError, Copied, copy, keep, routes, text_only

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

    def copy_by(self, route: str, words: str = WORDS, **more: str) -> Copied:
        return copy(words, self.sent.append, self.environment | more, only=route)


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
    assert str(desktop.copy(DISPLAY=":0")) == "Copied to the clipboard (xsel)"
    assert desktop.took("xsel") == WORDS


def test_without_a_program_it_does_not_claim_to_have_copied(desktop: Desktop) -> None:
    assert str(desktop.copy()) == "Sent to the terminal, which may or may not have taken it"
    assert desktop.sent == [WORDS]


def test_what_is_too_long_for_the_terminal_is_not_sent_there(desktop: Desktop) -> None:
    assert str(desktop.copy("x" * 80_000)).startswith("Not copied")
    assert desktop.sent == []


def test_a_program_that_hangs_is_given_up(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.terminal.clipboard._DEADLINE", 0.2)
    desktop.install("wl-copy", "exec sleep 30")
    copied = desktop.copy(WAYLAND_DISPLAY="wayland-0")
    assert copied.places == ()
    assert str(copied) == "Sent to the terminal, which may or may not have taken it"


def test_windows_is_given_the_letters_in_its_own_encoding(desktop: Desktop) -> None:
    desktop.install("clip.exe")
    desktop.copy(WSL_DISTRO_NAME="Debian")
    assert (desktop.folder / "clip.exe.took").read_bytes().decode("utf-16-le") == WORDS


def test_over_ssh_the_clipboards_of_the_far_machine_are_left_alone() -> None:
    far = {"SSH_CONNECTION": "here there", "DISPLAY": ":10", "TMUX": "socket"}
    assert [route.place for route in routes(far, "linux")] == ["tmux"]


def test_a_mac_has_its_own_program(desktop: Desktop) -> None:
    (route,) = routes({}, "darwin")
    assert route.command == ("pbcopy",)
    desktop.install("pbcopy")
    assert str(desktop.copy_by(route.name)) == "Copied to the clipboard (pbcopy)"
    assert desktop.took("pbcopy") == WORDS


@pytest.mark.parametrize(
    ("variables", "programs"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"]),
        ({"TMUX": "s", "DISPLAY": ":0"}, ["tmux", "xclip", "xsel"]),
        ({}, []),
    ],
)
def test_the_routes_stand_in_their_order(variables: dict[str, str], programs: list[str]) -> None:
    assert [route.name for route in routes(variables, "linux")] == programs


def test_inside_tmux_the_clipboard_of_the_desktop_has_the_words_too(desktop: Desktop) -> None:
    desktop.install("tmux")
    desktop.install("xclip")
    assert str(desktop.copy(TMUX="socket,1,0", DISPLAY=":0")) == "Copied to tmux and the clipboard (xclip)"
    assert desktop.took("tmux") == desktop.took("xclip") == WORDS


def test_a_tmux_that_is_gone_is_not_said_to_have_the_words(desktop: Desktop) -> None:
    desktop.install("tmux", "echo 'no server running' >&2; exit 1")
    desktop.install("wl-copy")
    assert str(desktop.copy(TMUX="socket,1,0", WAYLAND_DISPLAY="w")) == "Copied to the clipboard (wl-copy)"


def test_a_program_that_cannot_be_run_is_passed_over(desktop: Desktop) -> None:
    (desktop.folder / "xclip").write_bytes(b"\x7fELF no program")
    (desktop.folder / "xclip").chmod(0o755)
    desktop.install("xsel")
    assert desktop.copy(DISPLAY=":0").places == ("the clipboard (xsel)",)


def test_one_route_alone_is_taken_when_it_is_asked_for(desktop: Desktop) -> None:
    desktop.install("xclip")
    desktop.install("tmux")
    assert str(desktop.copy_by("xclip", TMUX="socket")) == "Copied to the clipboard (xclip)"
    assert desktop.sent == []
    assert not (desktop.folder / "tmux.took").exists()
    assert str(desktop.copy_by("xsel")) == "Not copied: xsel did not take it"
    assert str(desktop.copy_by("osc52", TMUX="socket")) == "Sent to the terminal, which may or may not have taken it"
    assert str(desktop.copy_by("osc52", "x" * 80_000)) == "Not copied: it is too long to send to the terminal"
    assert desktop.sent == [WORDS]


def test_nothing_but_text_goes_out(desktop: Desktop) -> None:
    desktop.install("tmux")
    desktop.copy("\x1b]52;c;x\x07 One\tline\r\n\u202eand  another\x00\n", TMUX="socket,1,0")
    assert desktop.took("tmux") == "]52;c;x One line\nand another"
    assert desktop.sent == ["]52;c;x One line\nand another"]
    assert text_only("one line") == "one line"


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\x07\t\r\n\x9b\u2028\ud800 ")))
def test_copying_never_raises_and_sends_no_control_character(words: str) -> None:
    sent: list[str] = []
    assert copy(words, sent.append, {"PATH": ""}).terminal
    (out,) = sent
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", out)


def test_words_that_nothing_took_are_kept_where_only_their_owner_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "state" / "minutebook.log"))
    path = keep(f"{WORDS}\n\x1b[2Jmore")
    assert path == tmp_path / "state" / "copied.txt"
    assert path.read_text(encoding="utf-8") == f"{WORDS}\n[2Jmore\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keep("others").read_text(encoding="utf-8") == "others\n"
    assert [one.name for one in path.parent.iterdir()] == ["copied.txt"]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").touch()
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "state" / "minutebook.log"))
    with pytest.raises(ClipboardError, match="the words cannot be kept there"):
        keep(WORDS)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Runs a command of a real tmux that belongs to the test."""
    if shutil.which("tmux") is None:
        pytest.skip("There is no tmux here.")
    socket = tmp_path / "tmux"

    def command(*arguments: str) -> str:
        told = ["tmux", "-S", str(socket), "-f", "/dev/null", *arguments]
        return subprocess.run(told, check=True, capture_output=True, text=True).stdout

    command("new-session", "-d", "sleep 60")
    yield command
    command("kill-server")


@pytest.mark.parametrize("setting", ["on", "external", "off"])
def test_a_real_tmux_has_the_words_whatever_its_setting(
    tmux: Callable[..., str], desktop: Desktop, setting: str
) -> None:
    tmux("set-option", "-s", "set-clipboard", setting)
    inside = tmux("display-message", "-p", "#{socket_path},#{pid},0").strip()
    assert str(desktop.copy(TMUX=inside)) == "Copied to tmux"
    assert tmux("show-buffer") == WORDS
