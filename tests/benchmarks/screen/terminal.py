"""A program in a terminal, timed to the byte: when its first screen stands, and when what a key does is on the screen.

The terminal is a pty of 120 by 36 cells whose other end this process reads. A key's time is from the moment when it is
written to the moment when the last byte of what the program writes because of it has been read; that is the last one
before the program has been silent for `QUIET` seconds. What a terminal does with the bytes is the same for everybody,
and is left out.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Final

QUIET: Final = 0.08  # seconds without a byte after which a burst has ended
_PATIENCE: Final = 60.0  # seconds


def as_installed(scratch: Path) -> None:
    """Have the programs run as when they are installed: modules compiled, and with a desk and a log of their own."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(scratch / "compiled")
    os.environ["MINUTEBOOK_DESK"] = str(scratch / "desk.db")
    os.environ["MINUTEBOOK_LOG"] = str(scratch / "minutebook.log")


class Terminal:
    """A program that runs until the block is left."""

    def __init__(self, command: list[str]) -> None:
        self.started = time.perf_counter()
        self._pid, self._end = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
            os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._end)

    def until(self, sign: str) -> float:
        """Seconds from the start until the program has written `sign`. Raises `TimeoutError`."""
        written = b""
        while sign.encode() not in written:
            if not self._wait(_PATIENCE):
                raise TimeoutError(f"{sign!r} was not written")
            written += os.read(self._end, 1 << 16)
        return time.perf_counter() - self.started

    def settle(self, seconds: float = 0.5) -> None:
        """Wait until nothing was written for so long."""
        while self._wait(seconds):
            os.read(self._end, 1 << 16)

    def key(self, key: bytes) -> tuple[float, float] | None:
        """Seconds from a key to the first byte that comes of it, and to the last one; None when nothing comes."""
        pressed = time.perf_counter()
        os.write(self._end, key)
        first = last = 0.0
        while self._wait(QUIET if first else 1.0):
            os.read(self._end, 1 << 16)
            last = time.perf_counter() - pressed
            first = first or last
        return (first, last) if first else None

    def _wait(self, seconds: float) -> bool:
        return bool(select.select([self._end], [], [], seconds)[0])
