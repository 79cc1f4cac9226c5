"""A page with a cursor that goes from place to place on it."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.events import Click
from textual.geometry import Region, clamp
from textual.message import Message

from tui.pages.page import Page
from tui.widgets.page_view import PageView


class PlacesView(PageView):
    """Moving goes to the next place; where there is none ahead, the page scrolls."""

    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """The person chose a place with the mouse."""

        permalink: str

    def __init__(self, make: Callable[[int], Page]) -> None:
        super().__init__(make)
        self._cursor = 0

    @property
    def place(self) -> str | None:
        """The permalink under the cursor."""
        return self._places[self._cursor] if self._places else None

    def step(self, rows: int) -> None:
        before = self._cursor
        self._put(self._cursor + rows)
        if self._cursor == before:
            super().step(rows)

    def page(self, pages: float) -> None:
        """Scroll, and put the cursor on a place that is seen."""
        super().step(int(pages * max(self.size.height - 1, 1)))
        top, below = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        seen = [at for at, place in enumerate(self._places) if top <= self.shown.places[place][0] < below]
        if seen and self._cursor not in seen:
            self._cursor = seen[0 if pages > 0 else -1]
            self.redraw()

    def to_start(self) -> None:
        self._put(0)
        super().to_start()

    def to_end(self) -> None:
        self._put(len(self._places) - 1)
        super().to_end()

    def under_cursor(self, number: int) -> bool:
        if self.place is None:
            return False
        first, end = self.shown.places[self.place]
        return first <= number < end

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        line = self.scroll_offset.y + offset.y if offset else -1
        for at, place in enumerate(self._places):
            first, end = self.shown.places[place]
            if first <= line < end:
                self._put(at)
                self.post_message(self.Chosen(place))

    @property
    def _places(self) -> list[str]:
        """The permalinks in the order of the page."""
        return sorted(self.shown.places, key=lambda place: self.shown.places[place])

    def _put(self, cursor: int) -> None:
        self._cursor = clamp(cursor, 0, max(len(self._places) - 1, 0))
        if self.place is not None:
            first, end = self.shown.places[self.place]
            region = Region(0, first, self.scrollable_content_region.width, end - first)
            self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.redraw()
