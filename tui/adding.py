"""What `minutebook add` says: a line for each document, and how far it has come."""

import sys

from store.importer import AlreadyThere, Completed, Failed, Linked, Stored
from tui.dates import written
from tui.plain import figures

_CELLS = 24


def event_line(event: Stored | Failed) -> str:
    """One line on a document: the meeting, its figures, what to know of it; or why it was not stored."""
    if isinstance(event, Failed):
        return f"{event.name}: {event.reason}"
    line = event.meeting
    done = {
        AlreadyThere: "already there: ",
        Completed: "completes ",
        Linked: "no better source of ",
    }.get(type(event), "")
    warnings = [f"{warning[0].upper()}{warning[1:]}." for warning in getattr(event, "warnings", ())]
    return " ".join([f"{event.name}: {done}{line.committee}, {written(line.date)}: {figures(line)}.", *warnings])


class Progress:
    """A bar on a terminal; where stderr is none, nothing."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._total = 0
        self._done = 0

    def begin(self, total: int) -> None:
        """Show the bar for so many documents."""
        self._total = total
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
            full = _CELLS * self._done // self._total
            bar = "━" * full + "·" * (_CELLS - full)
            print(f"\r{bar} {self._done} of {self._total}", end="", file=sys.stderr, flush=True)  # noqa: T201
