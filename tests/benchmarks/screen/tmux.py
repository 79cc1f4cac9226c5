"""A program in a window of tmux, timed by what tmux has on its screen: what a person sees who works in tmux.

Keys go in by `send-keys`, and the screen is read by `capture-pane` again and again. Each is a process of its own that
takes a few milliseconds, whatever the program: they are in every figure, and no two figures are nearer than that.
"""

import os
import subprocess
import time
from types import TracebackType
from typing import Final

_PATIENCE: Final = 60.0  # seconds
_QUIET: Final = 0.08  # seconds without a change after which what a key did has ended


class Tmux:
    """A program in a server of its own, in 120 by 36 cells, until the block is left."""

    def __init__(self, command: list[str]) -> None:
        self._name = f"minutebook-benchmark-{os.getpid()}"
        self._tmux("new-session", "-d", "-x", "120", "-y", "36", *command)

    def __enter__(self) -> "Tmux":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tmux("kill-server")
        time.sleep(0.5)  # a server that is going still answers

    def until(self, sign: str) -> None:
        """Wait until `sign` is on the screen. Raises `TimeoutError`."""
        began = time.perf_counter()
        while sign not in self._screen():
            if time.perf_counter() - began > _PATIENCE:
                raise TimeoutError(f"{sign!r} was not written")

    def settle(self, seconds: float = 0.5) -> None:
        """Wait until nothing changed for so long."""
        shown, since = self._screen(), time.perf_counter()
        while time.perf_counter() - since < seconds:
            if (now := self._screen()) != shown:
                shown, since = now, time.perf_counter()

    def key(self, key: bytes) -> tuple[float, float] | None:
        """Seconds from a key to the first change of the screen, and to the last one; None when nothing changes."""
        shown = self._screen()
        pressed = time.perf_counter()
        self._tmux("send-keys", "-H", *(f"{byte:02x}" for byte in key))
        first = last = 0.0
        while time.perf_counter() - pressed - last < (_QUIET if first else 1.0):
            if (now := self._screen()) != shown:
                shown, last = now, time.perf_counter() - pressed
                first = first or last
        return (first, last) if first else None

    def _screen(self) -> str:
        return self._tmux("capture-pane", "-p", "-e")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self._name, "-f", os.devnull, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
