"""Back and forward through where the person has been, as in a browser."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tui.ports import Pane, ReaderPort
from tui.session.lookups import PlaceLookups

_MOST: Final = 500  # stops that are remembered


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the person was: the place, the first line of its text that was seen (None: any), the pane in use."""

    permalink: str
    top: int | None
    pane: Pane


class Journey:
    """The stops of one reader.

    A place that the person went to is a stop; one that the cursor passes over in a list is not, unless the person
    chooses it or goes elsewhere from there.
    """

    def __init__(self, reader: ReaderPort, closer: PlaceLookups, look: Callable[[], None]) -> None:
        """`look` shows the answer under the cursor, where the answers are in use."""
        self._reader = reader
        self._look = look
        self._closer = closer
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []
        self._left: Stop | None = None  # where the cursor began to move over a list
        self._arriving: Stop | None = None

    @property
    def behind(self) -> bool:
        """Whether there is anywhere to go back to."""
        return bool(self._behind or self._wandered)

    @property
    def ahead(self) -> bool:
        """Whether there is anywhere to go forward to."""
        return bool(self._ahead)

    def ask(self) -> None:
        """Ask for a place to go to."""
        from tui.going.screen import GoScreen

        self._reader.push(GoScreen(self._closer, self._reader.place, self._reader.visit))

    def wander(self) -> None:
        """Take note of where the person is: the cursor is about to move over a list."""
        if self._left is None:
            self._left = self._here

    def choose(self) -> None:
        """Make what the cursor is on a stop."""
        if self._wandered:
            self._stop_where_left()
            self._ahead.clear()
        self._left = None

    def leave(self) -> None:
        """Remember where the person is, who goes elsewhere."""
        self._stop_where_left()
        if here := self._here:
            self._behind = [*self._behind, here][-_MOST:]
            self._ahead.clear()

    def back(self) -> None:
        """Go to the stop before."""
        self._stop_where_left()
        self._go(self._behind, self._ahead)

    def forward(self) -> None:
        """Go to the stop that the person came back from."""
        self._left = None
        self._go(self._ahead, self._behind)

    def top(self, permalink: str) -> int | None:
        """The line that the text of a place begins with, where the person comes back to it."""
        return self._arriving.top if self._arriving and self._arriving.permalink == permalink else None

    def arrived(self, permalink: str) -> None:
        """The place is read: if the person left it for an answer, show the answer under the cursor again."""
        stop, self._arriving = self._arriving, None
        if stop and stop.permalink == permalink and stop.pane is Pane.RESOLUTIONS:
            self._look()

    @property
    def _here(self) -> Stop | None:
        place = self._reader.place
        return Stop(place, self._reader.first_line, self._reader.pane) if place else None

    @property
    def _wandered(self) -> bool:
        return self._left is not None and self._left.permalink != self._reader.place

    def _stop_where_left(self) -> None:
        if self._left and self._wandered:
            self._behind.append(self._left)
        self._left = None

    def _go(self, stops: list[Stop], others: list[Stop]) -> None:
        if here := self._here:
            others.append(here)
        stop = self._arriving = stops.pop()
        self._reader.put(stop.permalink)
        self._reader.use(stop.pane)
