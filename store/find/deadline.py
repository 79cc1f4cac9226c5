"""How long a question may take: until a deadline, or until nobody wants the answer."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_OPCODES = 2_000  # of SQLite between two looks at the clock: about a tenth of a millisecond
_PATIENCE = 40  # seconds of the clock for each of the processor: a disk may be slow, and other programs busy


Withdrawn = Callable[[], bool]
"""Whether nobody wants the answer any more."""


class Stopped(Exception):
    """The question was withdrawn while it was being answered."""


class Deadline:
    """Watches over what one connection does, in the thread that owns it.

    The time that counts is that of the processor in this thread: where other programs have the machine, an answer comes
    later, and is the same. By the clock it may take forty times as long.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._stopped: Withdrawn = bool
        self._deadline = 0.0
        self._at_last = 0.0

    def begin(self, seconds: float, stopped: Withdrawn) -> None:
        """A new question, with so much time; `stopped` says whether it was withdrawn. Raises `Stopped` if it was."""
        self._stopped = stopped
        self._deadline = time.thread_time() + seconds
        self._at_last = time.monotonic() + seconds * _PATIENCE
        self._store.set_progress_handler(self._is_over, _OPCODES)  # who began last watches over the connection
        if stopped():
            raise Stopped

    def finish(self) -> None:
        """The question is answered: nothing stops what the connection does from here on."""
        self._stopped = bool
        self.end()

    def end(self) -> None:
        """What is left to do is short and must be done: only withdrawing stops it now."""
        self._deadline = self._at_last = float("inf")

    @property
    def late(self) -> bool:
        """Whether the deadline has passed."""
        return time.thread_time() > self._deadline or time.monotonic() > self._at_last

    def after(self, share: float) -> float:
        """When a share of the time that is left will have passed, as `has_passed` takes it."""
        now = time.thread_time()
        return now + share * (self._deadline - now)

    def has_passed(self, moment: float) -> bool:
        """Whether it is later than the moment that `after` gave."""
        return time.thread_time() > moment or time.monotonic() > self._at_last

    @contextmanager
    def paused(self) -> Iterator[None]:
        """A block that is done whole, and whose time does not count. Raises `Stopped` when it was withdrawn."""
        left, left_at_last = self._deadline - time.thread_time(), self._at_last - time.monotonic()
        self.end()
        with self.limited():
            yield
        self._deadline, self._at_last = time.thread_time() + left, time.monotonic() + left_at_last

    @contextmanager
    def limited(self) -> Iterator[None]:
        """A block that the deadline ends wherever it is, without an error. Raises `Stopped` when it was withdrawn."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if self._stopped():
                raise Stopped from error
            if "interrupted" not in str(error):
                raise

    def _is_over(self) -> bool:
        return self._stopped() or self.late
