"""A real terminal's end of the app: a pty to run it in, and every byte it writes."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

_RUN = "import sys; from pathlib import Path; from tui.app import run; sys.exit(run(Path(sys.argv[1])))"
_PATIENCE = 20.0  # seconds; a slow machine is not a failure
ROOT = Path(__file__).parent.parent.parent


class TerminalSession:
    """The app in a pty of 100 by 30 cells. `written` grows as the app writes."""

    def __init__(self, store: Path, **environment: str) -> None:
        command = [sys.executable, "-c", _RUN, str(store)]
        self.written = b""
        self._before_keys = 0
        self._status: int | None = None  # once it has ended
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.execve(sys.executable, command, {**os.environ, "TERM": "xterm-256color", **environment})
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def __enter__(self) -> "TerminalSession":
        return self

    def __exit__(self, *error: object) -> None:
        if self._is_running():
            os.kill(self.pid, signal.SIGKILL)
            self.wait()

    def wait_for(self, words: str) -> None:
        """Read until `words` were written since the last keys. Raises `AssertionError` when they are not."""
        until = time.monotonic() + _PATIENCE
        while words.encode() not in self.written[self._before_keys :]:
            assert time.monotonic() < until, f"{words!r} was not written"
            self._read(0.2)

    def press(self, keys: str, pause: float = 0.3) -> None:
        """Send keys, and read what comes of them."""
        self._before_keys = len(self.written)
        os.write(self._end, keys.encode())
        until = time.monotonic() + pause
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def end(self, how: signal.Signals) -> int:
        """Send a signal and wait for the exit status."""
        os.kill(self.pid, how)
        return self.wait()

    def wait(self) -> int:
        """The exit status, once everything was read."""
        until = time.monotonic() + _PATIENCE
        while self._read(1) or self._is_running():
            assert time.monotonic() < until, "the app did not end"
        os.close(self._end)
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
