"""A document in its own layout, with its lines numbered and the words that are evidence lit."""

import asyncio
from typing import TYPE_CHECKING, Final

from textual import work
from textual.content import Content
from textual.message import Message
from textual.selection import Selection

from tui.pages.page import LIT_BAR, MARGIN
from tui.safe import lit, words
from tui.source_lines import set_lines
from tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from store.evidence import Source

_AT_ONCE: Final = 100_000  # characters that are set while the screen waits: a millisecond or two
_ABOVE: Final = 3  # the part of the height, one in so many, that is left above the words


class SourceView(PageView):
    """Lines are set for the width there is, and drawn when they are looked at."""

    class Scrolled(Message):
        """Other lines are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.source: Source | None = None
        self._text = ""
        self._digits = 1  # of the number of its last line
        self._lines = set_lines("", 1)
        self._at: int | None = None  # the character to scroll to as soon as there is room

    @property
    def whereabouts(self) -> str:
        """Which line of how many is the first that is seen, and which page: "line 34 of 120, page 2 of 9"."""
        offset = self._lines.rows[min(self.scroll_offset.y, len(self._lines.rows) - 1)]
        page = self.source.page_of(offset) if self.source else None
        on_page = f", page {page} of {len(self.source.pages)}" if self.source and page else ""
        return f"line {self._lines.line_at(offset):,} of {len(self._lines.lines):,}{on_page}"

    def read(self, source: "Source", text: str) -> None:
        """Show a document, scrolled to the words that are evidence."""
        self.source, self._at, self._text = source, source.start, text
        self._digits = len(str(text.count("\n") + 1))
        self._set()

    def to_words(self) -> None:
        """Scroll to the words that are evidence."""
        if self.source:
            row = self._lines.row_at(self.source.start)
            self.scroll_to(y=max(row - self.size.height // _ABOVE, 0), animate=False, immediate=True)

    @property
    def line_count(self) -> int:
        return len(self._lines.rows) if self.source else 0

    def line(self, number: int) -> Content:
        start, text = self._lines.words(number)
        text = text.rstrip()  # the space behind which a long line was cut need not fit
        end = start + len(text)
        among = self.source.spans if self.source else ()
        spans = [
            (max(one.start, start) - start, min(one.end, end) - start)
            for one in among
            if one.start < end and start < one.end
        ]
        bar = words(LIT_BAR, "lit-bar") if spans else words(MARGIN)
        return Content.assemble(words(self._margin(number, start), "quiet"), bar, lit(text, spans, "lit"))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that are selected, without what stands before them."""
        first, last = selection.start, selection.end
        rows = range(first.y if first else 0, (last.y + 1) if last else self.line_count)
        before = len(self._margin(0, 0)) + len(MARGIN)
        parts = []
        for row in rows[: self.line_count]:
            start, end = selection.get_span(row) or (0, 0)
            begin, after = max(start - before, 0), None if end == -1 else max(end - before, 0)
            parts.append(self._lines.words(row)[1][begin:after])
        return "\n".join(parts), "\n"

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def _reset(self) -> None:
        if self.source and self._at is None:
            self._at = self._lines.rows[min(self.scroll_offset.y, len(self._lines.rows) - 1)]
        self._set()

    @work(exclusive=True, group="setting")
    async def _set(self) -> None:
        """Set the lines for the width there is."""
        text = self._text
        width = self.scrollable_content_region.width - len(self._margin(0, 0)) - len(MARGIN)
        at_once = len(text) < _AT_ONCE
        self._lines = set_lines(text, width) if at_once else await asyncio.to_thread(set_lines, text, width)
        self.reset_lines()
        self.call_after_refresh(self._come_to)

    def _come_to(self) -> None:
        """Scroll to the character that is to be seen, if there is room for any."""
        if self._at is not None and self.size.height:
            if self.source and self._at == self.source.start:
                self.to_words()
            else:
                self.scroll_to(y=self._lines.row_at(self._at), animate=False, immediate=True)
            self._at = None
        self.post_message(self.Scrolled())

    def _margin(self, row: int, start: int) -> str:
        """What stands before a row: the number of the line that begins there, and of the page if one does."""
        number = str(self._lines.line_at(start)) if self._lines.begins_line(row) else ""
        if not (self.source and self.source.pages):
            return f"{number:>{self._digits}} "
        at = self.source.page_of(start)
        page = f"p. {at}" if start == 0 or at != self.source.page_of(start - 1) else ""
        return f"{page:<{len(f'p. {len(self.source.pages)}')}} {number:>{self._digits}} "
