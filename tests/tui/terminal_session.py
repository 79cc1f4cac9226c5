"""A real terminal's end of the app: a pty to run it in, every byte it writes, and what it leaves behind."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

_RUN = "import sys; from pathlib import Path; from tui.app import run\n{before}\nsys.exit(run(Path(sys.argv[1])))"
_PATIENCE = 20.0  # seconds; a slow machine is not a failure
_AT_ONCE = 4_096  # bytes
ROOT = Path(__file__).parent.parent.parent


_ON_WHILE_IT_RUNS = (1000, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048)
_OFF_WHILE_IT_RUNS = (7, 25)  # lines wrap, the cursor is shown


class TerminalSession:
    """The app in a pty of 100 by 30 cells. `written` grows as the app writes.

    `before` is Python that runs before the app does.
    """

    def __init__(self, store: Path, before: str = "", **environment: str) -> None:
        command = [sys.executable, "-c", _RUN.format(before=before), str(store)]
        self.written = b""
        self._before_keys = 0
        self._status: int | None = None  # once it has ended
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.execve(sys.executable, command, {**os.environ, "TERM": "xterm-256color", **environment})
        os.set_blocking(self._end, False)
        self._attributes = termios.tcgetattr(self._end)
        self.resize(100, 30)

    def __enter__(self) -> "TerminalSession":
        return self

    def __exit__(self, *error: object) -> None:
        if self._is_running():
            os.kill(self.pid, signal.SIGKILL)
            self.wait()
        os.close(self._end)

    def wait_for(self, words: str) -> None:
        """Read until `words` were written since the last keys. Raises `AssertionError` when they are not."""
        until = time.monotonic() + _PATIENCE
        while words.encode() not in self.written[self._before_keys :]:
            assert time.monotonic() < until, f"{words!r} was not written"
            self._read(0.2)

    def press(self, keys: str | bytes, pause: float = 0.3) -> None:
        """Send keys, or the bytes of something else, and read what comes of them."""
        self._before_keys = len(self.written)
        self.send(keys.encode() if isinstance(keys, str) else keys)
        self.read_for(pause)

    def send(self, data: bytes) -> None:
        """Send bytes as a terminal does, which goes on drawing while nobody takes them."""
        until = time.monotonic() + _PATIENCE
        while data:
            assert time.monotonic() < until, f"{len(data):,} bytes were not taken"
            try:
                data = data[os.write(self._end, data[:_AT_ONCE]) :]
            except BlockingIOError:
                self._read(0.01)

    def read_for(self, seconds: float) -> None:
        """Read what comes within some seconds."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def worked(self) -> float:
        """The seconds of the processor that the app has had."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # for itself and for the system

    def resize(self, width: int, height: int) -> None:
        """Make the terminal larger or smaller."""
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def widest(self) -> int:
        """The cells of the longest row written since the last keys, of a frame that was drawn whole."""
        moves = re.sub(r"\x1b\[[\d;]*H", "\n", self.written[self._before_keys :].decode(errors="ignore"))
        rows = re.sub(r"\x1b\[[\d;?<>=]*[a-zA-Z$]+", "", moves)
        return max(map(len, rows.splitlines()), default=0)

    def suspend(self) -> None:
        """Have it suspended from outside, and wait until it has stopped."""
        os.kill(self.pid, signal.SIGTSTP)
        self.wait_until_stopped()

    def wait_until_stopped(self) -> None:
        """Read until it has stopped. Raises `AssertionError` when it goes on."""
        until = time.monotonic() + _PATIENCE
        while os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)[0] == 0:
            assert time.monotonic() < until, "the app did not stop"
            self._read(0.1)
        while self._read(0.2):
            pass

    def go_on(self) -> None:
        """Wake it after it was suspended."""
        self._before_keys = len(self.written)
        os.kill(self.pid, signal.SIGCONT)

    def left_behind(self) -> list[str]:
        """What of the terminal is not as it was before the app began: as good as empty."""
        modes = {int(mode): state for mode, state in re.findall(rb"\x1b\[\?(\d+)([hl])", self.written)}
        left = [f"mode {mode} is on" for mode in _ON_WHILE_IT_RUNS if modes.get(mode, b"l") != b"l"]
        left += [f"mode {mode} is off" for mode in _OFF_WHILE_IT_RUNS if modes.get(mode, b"h") != b"h"]
        if len(re.findall(rb"\x1b\[>\d+u", self.written)) != self.written.count(b"\x1b[<u"):
            left.append("the keyboard protocol is on")
        if re.findall(rb"\x1b\[([\d;]*)m", self.written)[-1:] not in ([], [b"0"], [b""]):
            left.append("colours are on")
        if termios.tcgetattr(self._end) != self._attributes:
            left.append("the attributes of the terminal are others")
        return left

    def end(self, how: signal.Signals) -> int:
        """Send a signal and wait for the exit status."""
        os.kill(self.pid, how)
        return self.wait()

    def wait(self) -> int:
        """The exit status, once everything was read."""
        until = time.monotonic() + _PATIENCE
        while self._read(0.2) or self._is_running():
            assert time.monotonic() < until, "the app did not end"
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)

    def _is_running(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = status if pid else None
        return self._status is None

    def _read(self, seconds: float) -> bool:
        """Read what there is within some seconds; False when the app has closed its end."""
        ready, _, _ = select.select([self._end], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._end, 65_536)
        except OSError:  # Linux says so when the last process has gone
            return False
        self.written += data
        return bool(data)
