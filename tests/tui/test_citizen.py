"""A good citizen of the terminal: however it ends or rests, the terminal is as it was."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.tui.terminal_session import ROOT, TerminalSession

FAULT = "from tui.reader.screen import ReaderScreen; ReaderScreen.step_meeting = lambda *_: int('secret words')"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "minutebook.log"
    monkeypatch.setenv("MINUTEBOOK_LOG", str(path))
    return path


@pytest.mark.parametrize(
    "how",
    [
        *(signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGABRT, signal.SIGUSR1),
        *(signal.SIGUSR2, signal.SIGALRM, signal.SIGXCPU, signal.SIGVTALRM),
    ],
)
def test_a_signal_ends_it_with_the_terminal_as_it_was(sample: Path, how: signal.Signals) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        assert session.end(how) == 128 + how
        assert session.left_behind() == []


@pytest.mark.parametrize("seconds", [0.0, 0.005, 0.02, 0.05])
def test_a_signal_that_comes_while_it_begins_ends_it_as_well(sample: Path, log: Path, seconds: float) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("\x1b[?1049h")
        time.sleep(seconds)
        assert session.end(signal.SIGQUIT) == 128 + signal.SIGQUIT
        assert session.left_behind() == []
    assert not log.exists() or "ERROR" not in log.read_text(encoding="utf-8")


def test_a_signal_ends_it_when_the_program_that_has_its_terminal_has_ended(sample: Path, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\ncat >/dev/null\necho reading\nread key </dev/tty\necho done\n", encoding="utf-8")
    pager.chmod(0o700)
    with TerminalSession(sample, PAGER=str(pager)) as session:
        session.wait_for("Present")
        session.press("p", pause=0)
        session.wait_for("reading")
        os.kill(session.pid, signal.SIGQUIT)
        session.press("\n", pause=0)
        session.wait_for("done")
        assert session.wait() == 128 + signal.SIGQUIT
        assert session.left_behind() == []


def test_q_leaves_the_terminal_as_it_was(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert session.left_behind() == []


def test_a_terminal_that_tells_of_its_size_itself_and_of_the_mouse_in_pixels_is_as_it_was_too(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press("\x1b[?2048;2$y")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert b"\x1b[?1016h" in session.written
        assert session.left_behind() == []


def test_suspended_it_gives_the_terminal_back_and_comes_back_itself(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.suspend()
        assert session.left_behind() == []
        session.go_on()
        session.wait_for("Planning Committee")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert session.left_behind() == []


def test_stopped_while_it_still_draws_it_draws_everything_when_it_goes_on(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Committee")
        for _ in range(4):
            session.suspend()
            session.go_on()
            session.wait_for("Planning Committee")


@pytest.mark.parametrize("woken", [(signal.SIGCONT,), (signal.SIGSTOP, signal.SIGCONT), (signal.SIGCONT,) * 3])
def test_woken_though_it_did_not_see_itself_suspended_it_goes_on_and_leaves_the_terminal_as_it_was(
    sample: Path, woken: tuple[signal.Signals, ...]
) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        for how in woken:
            os.kill(session.pid, how)
            session.read_for(0.3)
        session.press("?", pause=0)
        session.wait_for("Another order")
        session.press("qq", pause=0)
        assert session.wait() == 0
        assert session.left_behind() == []


def test_what_is_typed_while_it_is_woken_is_taken(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        for key in "?q" * 3:
            os.kill(session.pid, signal.SIGCONT)
            session.press(key, pause=0.02)
            os.kill(session.pid, signal.SIGCONT)
            session.wait_for("Another order" if key == "?" else "Planning Committee")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert session.left_behind() == []


def test_a_terminal_that_goes_and_wakes_it_ends_it(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        os.kill(session.pid, signal.SIGHUP)
        os.kill(session.pid, signal.SIGCONT)
        assert session.wait() == 128 + signal.SIGHUP


def test_ctrl_z_suspends_it(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        session.press("\x1a", pause=0)
        session.wait_until_stopped()
        assert session.left_behind() == []
        session.go_on()
        session.wait_for("Planning Committee")
        session.press("q", pause=0)
        assert session.wait() == 0


def test_a_terminal_that_changed_its_size_meanwhile_is_drawn_at_the_new_one(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Present")  # the text, the last that is drawn: what is under way is drawn as it was
        session.read_for(0.5)
        session.suspend()
        session.resize(72, 20)
        session.go_on()
        session.wait_for("Wendleham")
        session.read_for(0.5)
        assert session.widest() == 72
        assert session.end(signal.SIGTERM) == 128 + signal.SIGTERM


def test_a_storm_of_sizes_ends_at_the_last_one(sample: Path) -> None:
    with TerminalSession(sample) as session:
        session.wait_for("Planning Committee")
        for number in range(200):
            session.resize(30 + number * 7 % 120, 5 + number * 3 % 40)
            session.read_for(0.005)
        session.resize(90, 25)
        session.read_for(1)
        session.press("?")  # a screen that is drawn whole
        session.wait_for("Keys")
        session.read_for(0.5)
        assert session.widest() == 90
        session.press("qq", pause=0)
        assert session.wait() == 0
        assert session.left_behind() == []


def test_a_fault_of_its_own_is_told_in_a_sentence_and_logged_without_a_word_of_the_minutes(
    sample: Path, log: Path
) -> None:
    with TerminalSession(sample, before=FAULT) as session:
        session.wait_for("Present")
        session.press("}", pause=0)
        assert session.wait() == 70
        assert session.left_behind() == []
        _, _, after = session.written.rpartition(b"\x1b[?1049l")
        assert f"fault of the program. Where in it stands in {log}." in " ".join(after.decode().split())
        assert b"Traceback" not in session.written
        assert b"secret" not in after
    told = log.read_text(encoding="utf-8")
    assert "builtins.ValueError" in told
    assert "Textual 8." in told
    assert "literal" not in told


def test_a_terminal_that_goes_without_a_signal_ends_it_too(sample: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (30, 100))
    code = "import sys; from pathlib import Path; from tui.app import run; sys.exit(run(Path(sys.argv[1])))"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(sample)],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as app:
        try:
            os.close(theirs)
            until = time.monotonic() + 20
            written = b""
            while b"Planning Committee" not in written:
                assert time.monotonic() < until
                assert select.select([ours], [], [], 20)[0]
                written += os.read(ours, 65_536)
            os.close(ours)
            assert app.wait(20) == 128 + signal.SIGHUP
        finally:
            app.kill()


@pytest.mark.parametrize(
    ("closed", "told"),
    [("<&-", "Planning Committee"), ("2>&-", "Planning Committee"), (">&-", ""), ("</dev/null", "P")],
)
def test_without_one_of_its_streams_it_prints_what_it_can_and_does_not_fall(
    sample: Path, closed: str, told: str
) -> None:
    for command in ("", "list"):
        line = f'"{sys.executable}" -m tui.cli --store "{sample}" {command} {closed}'
        done = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0
        assert told in done.stdout
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
@pytest.mark.parametrize("locale", ["C", "en_GB.ISO-8859-1"])
def test_another_locale_has_its_lines_and_names(sample: Path, locale: str, encoding: str) -> None:
    with TerminalSession(sample, LC_ALL=locale, PYTHONIOENCODING=encoding, PYTHONUTF8="0") as session:
        session.wait_for("━")
        session.wait_for("Councillor")
        session.press("q", pause=0)
        assert session.wait() == 0
        assert b"\\u2" not in session.written


@pytest.mark.parametrize("locale", ["C", "en_GB.ISO-8859-1"])
def test_the_plain_commands_print_names_in_any_locale(sample: Path, locale: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "--store", str(sample), "show", "wendleham/wpc/2024-09-09"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "Councillor" in done.stdout.decode("latin-1")


def test_a_terminal_without_a_cursor_is_told_what_to_use(sample: Path) -> None:
    with TerminalSession(sample, TERM="dumb") as session:
        assert session.wait() == 1
        assert b"minutebook find" in session.written
        assert b"\x1b" not in session.written.partition(b"Traceback")[0]


@pytest.mark.parametrize("command", ["list", "find the", "export --query the --format csv"])
def test_a_reader_of_the_pipe_who_has_seen_enough_is_left_in_peace(sample: Path, command: str) -> None:
    line = f'"{sys.executable}" -m tui.cli {command} --store "{sample}" | head -n 1'
    done = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "fault" not in done.stderr
    assert "BrokenPipe" not in done.stderr
