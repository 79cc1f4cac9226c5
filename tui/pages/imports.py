"""What `minutebook add` says: a line for each document, how far it has come, and what came of it all."""

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from store.ingest.events import Added, AlreadyThere, Completed, Failed, Linked, Stored
from store.text.plurals import counted
from tui.pages.plain import figures, hung
from tui.pages.spoken import written

_CELLS = 24
_COLUMN = 29  # where the remarks begin, behind names and figures
_NAMED = 5  # of many documents, so many are named


def event_line(event: Stored | Failed) -> str:
    """One line on a document: the meeting, its figures, what to know of it; or why it was not stored."""
    return f"{event.name}: {event_words(event)}"


def event_words(event: Stored | Failed) -> str:
    """The same without the document's name."""
    if isinstance(event, Failed):
        return event.reason
    line = event.meeting
    done = {
        AlreadyThere: "already there: ",
        Completed: "completes ",
        Linked: "no better source of ",
    }.get(type(event), "")
    warnings = [f"{warning[0].upper()}{warning[1:]}." for warning in getattr(event, "warnings", ())]
    return " ".join([f"{done}{line.committee}, {written(line.date)}: {figures(line)}.", *warnings])


def summary(events: Sequence[Stored | Failed], width: int) -> str:
    """The table at the end: how many documents, meetings, items and resolutions; what is incomplete, and where."""
    stored = [event for event in events if not isinstance(event, Failed)]
    new = [event for event in stored if isinstance(event, Added | Completed)]
    failed = [event for event in events if isinstance(event, Failed)]
    kinds = (("added", Added), ("completing a meeting", Completed), ("no better source", Linked))
    came = [f"{n} {what}" for what, kind in (*kinds, ("already there", AlreadyThere)) if (n := _count(stored, kind))]
    cut = [event.name for event in new if event.meeting.incomplete]
    unread = [event.name for event in new if event.unread]
    rows = [
        ("documents", len({event.name for event in events}), ", ".join(came)),
        ("not minutes", len(refused := [event for event in failed if event.refused]), _names(refused)),
        ("not read", len(broken := [event for event in failed if not event.refused]), _names(broken)),
        ("meetings", len({event.meeting.permalink for event in new}), ""),
        ("items", sum(event.meeting.items for event in new), ""),
        ("items cut short", sum(event.meeting.incomplete for event in new), _named(cut)),
        ("resolutions", sum(event.meeting.resolutions for event in new), ""),
        ("lines not understood", sum(event.unread for event in new), _named(unread)),
    ]
    always = {"documents", "meetings", "items", "resolutions"}
    return "\n".join(
        line
        for name, number, remark in rows
        if number or name in always
        for line in hung(f"{name:<20}{number:>7,}", remark, width, column=_COLUMN)
    )


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


def _count(events: Sequence[Stored], kind: type[Stored]) -> int:
    return sum(type(event) is kind for event in events)


def _names(events: Sequence[Failed]) -> str:
    return _named([event.name for event in events])


def _named(names: Sequence[str]) -> str:
    """The first few of some documents, and how many more there are."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {counted(more, 'other')}" if more > 0 else "")
