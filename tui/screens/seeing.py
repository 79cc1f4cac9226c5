"""Which meetings are seen: those that were read."""

from typing import TYPE_CHECKING, Final

from store.permalinks.permalink import parse
from tui.lists import Lists

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.screens.reader import ReaderScreen

REST: Final = 2.0
"""Seconds for which the cursor rests on a meeting that is seen then."""


class Seeing:
    """Notices for the reader what the person reads."""

    def __init__(self, reader: "ReaderScreen", lists: Lists) -> None:
        self._reader = reader
        self._lists = lists
        self._timer: Timer | None = None

    def at(self, permalink: str) -> None:
        """The person went to a place: its meeting is seen now, or where that is all, after a while."""
        self.leave()
        meeting = str(parse(permalink).meeting)
        if meeting != permalink:
            self._reader.marking.notice(meeting)
        else:
            self._timer = self._reader.set_timer(REST, lambda: self._reader.marking.notice(meeting))

    def every(self) -> None:
        """Mark every meeting in the list as seen."""
        self._reader.attempt("seeing", self._every, newest=True)

    async def _every(self) -> None:
        listed = len(self._reader.panes.meetings.rows)
        meetings = await self._lists.meetings_between(self._reader.listing.chosen, 0, listed)
        self._reader.marking.see([meeting.permalink for meeting in meetings])

    def leave(self) -> None:
        """What the cursor rests on is not to be seen by that."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
