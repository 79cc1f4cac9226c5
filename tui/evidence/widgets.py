"""A document in its own layout, with its lines numbered and the words that are evidence lit."""

import asyncio
from array import array
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import work
from textual.content import Content
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.pages.page import LIT_BAR, MARGIN
from tui.pages.safe import lit, words
from tui.widgets.line_view import PageView

if TYPE_CHECKING:
    from store.views.evidence_places import EvidenceSource

_LONGEST: Final = 1_000  # cells of a row, however wide the pane: a longer one would not be drawn in time
_LEAST: Final = 8  # cells of a row, however narrow the pane
_PRINTED: Final = 132  # characters: the longest lines that are printed, and of the longest a paragraph is made
_FEW: Final = 50  # lines, of which one may be longer


@dataclass(frozen=True)
class SourceLines:
    """`rows` are the first characters of the rows that are shown, `lines` those of the document's lines.

    A row is a line, or the part of a line that fits the width; it ends where the next begins. `widest` are the cells of
    the widest row, where lines were left whole.
    """

    text: str
    rows: "array[int]"
    lines: "array[int]"
    widest: int = 0

    def row_at(self, offset: int) -> int:
        """The number of the row that a character stands on."""
        return max(bisect_right(self.rows, offset) - 1, 0)

    def line_at(self, offset: int) -> int:
        """The number of the line that a character stands on, from 1."""
        return max(bisect_right(self.lines, offset), 1)

    def words(self, row: int) -> tuple[int, str]:
        """The first character of a row, and what it says."""
        start = self.rows[row]
        end = self.rows[row + 1] if row + 1 < len(self.rows) else len(self.text)
        return start, self.text[start:end].rstrip("\n")

    def begins_line(self, row: int) -> bool:
        """Whether a line begins on a row."""
        start = self.rows[row]
        return self.lines[self.line_at(start) - 1] == start


def is_laid_out(text: str) -> bool:
    """Whether lines end where they do on paper, as in what was printed, and not where a paragraph ends."""
    lengths = [len(line) for line in text.split("\n") if line]
    return sum(length > _PRINTED for length in lengths) * _FEW <= len(lengths)


def whole_lines(text: str) -> SourceLines:
    """A document's text in rows that are its lines, whatever width they need."""
    lines = set_lines(text, _LONGEST)
    return replace(lines, widest=max(cell_len(lines.words(row)[1].rstrip()) for row in range(len(lines.rows))))


def set_lines(text: str, width: int) -> SourceLines:
    """A document's text in rows of at most `width` cells, cut after a space where there is one."""
    width = max(width, _LEAST)
    lines, rows = array("Q", [0]), array("Q")
    at = 0
    while True:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        rows.append(at)
        if end - at > width // 2:  # a character may be two cells wide
            _wrap(text, at, end, width, rows)
        if end == len(text):
            return SourceLines(text, rows, lines)
        at = end + 1
        lines.append(at)


def _wrap(text: str, at: int, end: int, width: int, rows: "array[int]") -> None:
    """Add the rows after the first of a long line, from `at` to `end`."""
    narrow = cell_len(text[at:end]) == end - at
    while (cut := _cut(text, at, end, width, narrow=narrow)) < end:
        at = cut
        rows.append(at)


def _cut(text: str, at: int, end: int, width: int, *, narrow: bool) -> int:
    """Where the row that begins at `at` ends."""
    limit = min(at + width, end)
    if not narrow:
        while (over := cell_len(text[at:limit]) - width) > 0 and limit > at + 1:
            limit -= max(over // 2, 1)  # a character has two cells at most
    if limit == end:
        return end
    space = text.rfind(" ", at + 1, limit + 1)
    return space + 1 if space > at else limit


_AT_ONCE: Final = 100_000  # characters that are set while the screen waits: a millisecond or two
_ABOVE: Final = 3  # the part of the height, one in so many, that is left above the words
_SIDEWAYS: Final = 8  # cells
_GOES_ON: Final = "…"
_LEAST_SEEN: Final = 60  # cells: of less, nobody reads a printed line by going sideways


class SourceView(PageView):
    """Lines are set for the width there is, and drawn when they are looked at.

    What was printed line by line keeps its layout, and longer lines are scrolled sideways; where a line is a paragraph
    or there is little room it wraps, unless the person wants it otherwise.
    """

    class Scrolled(Message):
        """Other lines are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.source: EvidenceSource | None = None
        self._text = ""
        self._laid_out = False
        self._wraps: bool | None = None  # as the person wants it; None where nobody said
        self._digits = 1  # of what stands before a line: its number, or that of a page
        self._is_narrow = False  # so that nothing is left for air beside the bar
        self._lines = set_lines("", 1)
        self._at: int | None = None  # the character to scroll to as soon as there is room

    @property
    def whereabouts(self) -> str:
        """What is seen first: "line 34 of 120, page 2 of 9, column 17"."""
        offset = self._lines.rows[min(self.scroll_offset.y, len(self._lines.rows) - 1)]
        page = self.source.page_of(offset) if self.source else None
        on_page = f", page {page} of {len(self.source.pages)}" if self.source and page else ""
        column = f", column {self.scroll_offset.x + 1}" if self.scroll_offset.x else ""
        return f"line {self._lines.line_at(offset):,} of {len(self._lines.lines):,}{on_page}{column}"

    @property
    def wraps(self) -> bool:
        """Whether long lines wrap."""
        if self._wraps is not None:
            return self._wraps
        return not self._laid_out or self._room < _LEAST_SEEN

    @property
    def has_long_lines(self) -> bool:
        """Whether there are lines longer than there is room for."""
        return len(self._lines.rows) > len(self._lines.lines) or self.max_scroll_x > 0

    @property
    def line_width(self) -> int:
        widest = self._lines.widest
        return max(self._room, self._before + widest) if widest else self._room

    @property
    def max_scroll_x(self) -> int:
        return self.line_width - self._room

    @property
    def allow_horizontal_scroll(self) -> bool:
        return self.max_scroll_x > 0

    def read(self, source: "EvidenceSource", text: str) -> None:
        """Show a document, scrolled to the words that are evidence."""
        self.source, self._at, self._text = source, source.start, text
        self._laid_out = source.format.keeps_lines and is_laid_out(text)
        last_page = f"p.{len(source.pages)}" if source.pages else ""
        self._digits = max(len(str(text.count("\n") + 1)), len(last_page))
        self.scroll_to(x=0, animate=False, immediate=True)
        self._set()

    def wrap(self) -> None:
        """Wrap long lines, or leave them whole where they wrap."""
        self._wraps = not self.wraps
        self._reset()

    def sideways(self, steps: int) -> None:
        """Go so many steps to the right, or to the left."""
        self.scroll_to(x=self.scroll_offset.x + steps * _SIDEWAYS, animate=False, immediate=True)

    def to_words(self) -> None:
        """Scroll to the words that are evidence."""
        if self.source:
            row = self._lines.row_at(self.source.start)
            column = self._before + self.source.start - self._lines.rows[row]
            self.scroll_to(
                x=column - self._room // 2 if column >= self._room else 0,
                y=max(row - self.size.height // _ABOVE, 0),
                animate=False,
                immediate=True,
            )

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
        return Content.assemble(*self._margin(number, start, is_lit=bool(spans)), lit(text, spans, "lit"))

    def render_line(self, y: int) -> Strip:
        """The part of a line that is seen, with a mark at its end where it goes on."""
        strip = super().render_line(y)
        first, width = self.scroll_offset.x, self._room
        if strip.cell_length <= width:
            return strip
        seen = strip.crop(first, first + width)
        if strip.crop(first + width).text.strip():
            seen = Strip([*seen.crop(0, width - 1), Segment(_GOES_ON, self._base + self._role("quiet"))])
        return seen.apply_offsets(first, self.scroll_offset.y + y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that are selected, without what stands before them."""
        first, last = selection.start, selection.end
        rows = range(first.y if first else 0, (last.y + 1) if last else self.line_count)
        parts = []
        for row in rows[: self.line_count]:
            start, end = selection.get_span(row) or (0, 0)
            begin, after = max(start - self._before, 0), None if end == -1 else max(end - self._before, 0)
            parts.append(self._lines.words(row)[1][begin:after])
        return "\n".join(parts), "\n"

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_x(old_value, new_value)
        self.post_message(self.Scrolled())

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
        room = self._room - self._cells_before(narrow=False)
        make = partial(set_lines, self._text, room) if self.wraps else partial(whole_lines, self._text)
        self._lines = make() if len(self._text) < _AT_ONCE else await asyncio.to_thread(make)
        self._is_narrow = self._lines.widest > room
        self.reset_lines()
        self.scroll_to(x=min(self.scroll_offset.x, self.max_scroll_x), animate=False, immediate=True, force=True)
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

    @property
    def _room(self) -> int:
        """The cells of a line that can be seen."""
        return self.scrollable_content_region.width

    @property
    def _before(self) -> int:
        """The cells before the words of a line."""
        return self._cells_before(narrow=self._is_narrow)

    def _cells_before(self, *, narrow: bool) -> int:
        return self._digits + (1 if narrow else 2 + len(MARGIN))

    def _margin(self, row: int, start: int, *, is_lit: bool) -> tuple[Content, Content]:
        """What stands before a row: the number of the line, or of the page, that begins there; and the bar."""
        number = f"{self._number(row, start):>{self._digits}}"
        bar = words(LIT_BAR, "lit-bar") if is_lit else words(MARGIN)
        return (words(number, "quiet"), bar[:1]) if self._is_narrow else (words(f" {number} ", "quiet"), bar)

    def _number(self, row: int, start: int) -> str:
        source = self.source
        if source and (page := source.page_of(start)) and (start == 0 or page != source.page_of(start - 1)):
            return f"p.{page}"
        return str(self._lines.line_at(start)) if self._lines.begins_line(row) else ""
