"""How far adding has come, as a bar on a terminal; and Ctrl+C, which stops it after the document in hand."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_CELLS: Final = 24


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Ctrl+C is noted, for the work to stop when the document in hand is stored; pressed again, it stops at once."""
    pressed = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


class Progress:
    """A bar on a terminal, with a rate and the time left; where stderr is none, nothing."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._total = 0
        self._done = 0
        self._begun = time.monotonic()

    def begin(self, total: int) -> None:
        """Show the bar for so many documents."""
        self._total = total
        self._begun = time.monotonic()
        self._draw()

    def step(self) -> None:
        """Show one more of them done."""
        self._done += 1
        if self._done < self._total:
            self._draw()

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed where it was."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201 (the terminal is what this is for)

    def _draw(self) -> None:
        if self._shown and self._total > 1:
            line = progress_line(self._done, self._total, time.monotonic() - self._begun)
            print(f"\r{line}", end="", file=sys.stderr, flush=True)  # noqa: T201


def progress_line(done: int, total: int, seconds: float) -> str:
    """How far it has come after some seconds: a bar, counts, documents a second and the time left."""
    full = _CELLS * done // total
    bar = "━" * full + "·" * (_CELLS - full)
    if not done or seconds <= 0:
        return f"{bar} {done} of {total}"
    left = round((total - done) * seconds / done)
    return f"{bar} {done} of {total}, {done / seconds:.3g} a second, {left // 60}:{left % 60:02} left"
