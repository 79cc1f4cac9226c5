"""The app in a real terminal: what it writes there, and what it leaves behind."""

import shutil
import signal
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.tui.terminal_session import TerminalSession
from tui.terminal.console import NoScreen, require_screen

LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
HOSTILE = (
    "\x1b]52;c;aG9zdGlsZQ==\x07\x1b[31;5mHOSTILE\u009b7m\u202e\x1b]8;;http://hostile\x1b\\ [@click=app.quit]x[/] [/]"
)


def test_it_opens_and_quits_and_leaves_the_terminal_as_it_was(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert LEFT_ALTERNATE_SCREEN in session.written


def test_keys_that_come_all_at_once_are_all_taken_in_their_turn(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press("/culvert survey\r")
        session.wait_for("Gallows Bank")  # another item of the meeting that was found, in the outline
        session.press("q", pause=0)
        assert session.wait() == 0


@pytest.mark.parametrize(
    "sent",
    [b"\xff", b"\xe9", b"\xe2\x82", b"\x1b[200~\xa3400 \xe9\x1b[201~", b"\x1b[1114112u", b"\x1b[48;0;0;0;0t"],
)
def test_no_byte_that_is_no_utf_8_and_no_nonsense_ends_it(sample: Path, sent: bytes) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press(sent)
        session.press("?")
        session.wait_for("Keys")
        session.press("qq", pause=0)
        assert session.wait() == 0
        assert session.left_behind() == []


def test_what_is_pasted_in_latin_1_stands_in_the_box_and_the_next_key_works(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press("/")
        session.press(b"\x1b[200~d\xe9j\xe0 floods\x1b[201~")
        session.wait_for("d\ufffdj\ufffd floods")
        session.press(b"\x1b[200~ never ended", pause=6)  # which is waited for, and then it has ended
        session.wait_for("never ended")
        assert session.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert session.left_behind() == []


@pytest.mark.parametrize("pieces", [30, 3_000])
def test_a_paste_that_comes_as_keys_does_not_hold_up_the_end(sample: Path, pieces: int) -> None:
    slow = "import time; from tui.widgets.find_box import FindBox\n"
    slow += "FindBox.validate_value = lambda self, value: time.sleep(0.02) or value"
    with TerminalSession(sample, before=slow) as session:
        session.wait_for("Planning Committee")
        session.press("/")
        for _ in range(3_000 // pieces):  # as many as a terminal holds, and a minute's work
            session.send(b"x" * pieces)
            session.read_for(0.001)
        assert session.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert session.left_behind() == []


def test_a_signal_that_comes_while_much_else_does_is_not_lost(sample: Path) -> None:
    flood = "import asyncio, os, signal; from tui.widgets.find_box import FindBox\n"
    flood += "def validate(self, value):\n"
    flood += "    for _ in range(value == 'x' and 1_000): asyncio.get_running_loop().call_soon_threadsafe(int)\n"
    flood += "    if value == 'x': os.kill(os.getpid(), signal.SIGTERM)\n"
    flood += "    return value\n"
    flood += "FindBox.validate_value = validate"
    with TerminalSession(sample, before=flood) as session:
        session.wait_for("Planning Committee")
        session.press("/x", pause=0)
        assert session.wait() == 128 + signal.SIGTERM
        assert session.left_behind() == []


def test_without_colours_it_writes_none(sample: Path) -> None:
    with TerminalSession(sample, NO_COLOR="1") as session:
        session.wait_for("Planning Committee")
        session.press("/flood\r", pause=1.0)
        assert session.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert b"38;2" not in session.written
        assert b"38;5" not in session.written
        assert b"48;2" not in session.written


def test_a_latin_1_terminal_is_given_its_lines(sample: Path) -> None:
    with TerminalSession(sample, LC_ALL="C", PYTHONIOENCODING="latin-1", PYTHONUTF8="0") as session:
        session.wait_for("━")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert b"\\u2" not in session.written


def test_no_control_sequence_from_a_store_reaches_the_terminal(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    shutil.copy(sample, path)
    with closing(sqlite3.connect(path)) as store, store:
        for table, column in [
            ("organization", "name"),
            ("meeting", "chair"),
            ("meeting", "venue"),
            ("agenda_item", "title"),
            ("paragraph", "text"),
            ("clause", "text"),
            ("attendance", "name"),
            ("attendance", "role"),
            ("document", "name"),
        ]:
            store.execute(f"UPDATE {table} SET {column} = ? || {column}", (HOSTILE,))  # noqa: S608 - names from above
    with TerminalSession(path, TMUX="", DISPLAY="") as session:
        session.wait_for("HOSTILE")
        for keys in ("j", "\r", "jjjj", "\r", "]", "y", "Y", "\x1b", "/", "flood", "\x1b[B", "\r", "?", "q"):
            session.press(keys, pause=1 if keys == "flood" else 0.3)  # the finder is made for the first words
        session.press("q", pause=0)
        assert session.wait() == 0
        written = session.written
        assert b"HOSTILE" in written
        assert b"[@click=app.quit]x[/]" in written
        assert b"aG9zdGlsZQ==\x07" not in written
        assert b"\x1b[31;5m" not in written
        assert b"\x1b]8;;http://hostile" not in written
        assert "\u009b".encode() not in written
        assert "\u202e".encode() not in written


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": ""}, {}])
def test_a_terminal_that_cannot_show_it_is_told_what_can_be_used_instead(
    environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.terminal.console.is_terminal", lambda: True)
    with pytest.raises(NoScreen, match="minutebook find"):
        require_screen(environment)


def test_without_a_terminal_it_is_refused_and_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.terminal.console.is_terminal", lambda: False)
    with pytest.raises(NoScreen, match="needs a terminal"):
        require_screen({"TERM": "xterm"})
