"""A list of rows, of any length: a row is drawn when it is looked at and is never a widget."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import ClassVar, Final, Generic, TypeVar

from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, clamp
from textual.message import Message

from store.errors import MinutebookError
from tui.pages.safe import words
from tui.session.paged import Paged
from tui.widgets.line_view import LineView

Row = TypeVar("Row")
_MOST_DRAWN: Final = 500  # rows that are kept as they were drawn
_COMING: Final = "…"
_LOADING: Final = "Loading …"


class RowList(LineView, Generic[Row]):
    """Rows under a cursor. What the person does is told, by messages of the subclass; what the program does is not.

    Of rows that come by the page those that are looked at are asked for, and stand as "…" until they are there. What
    the cursor is on is told when it is.
    """

    ALLOW_SELECT = False
    ROW_HEIGHT: ClassVar[int] = 1

    @dataclass
    class Failed(Message):
        """A page of rows could not be had."""

        why: str

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row | None] = ()
        self._unknown: str | None = _LOADING  # what to say while nobody has told of any rows or of none
        self._has_none = True  # rows, when their number was noted last
        self._cursor = 0
        self._drawn: dict[int, tuple[Content, ...]] = {}
        self._untold = False  # whether the person moved to a row that is not here yet
        self._bringing: Paged[Row] | None = None

    @abstractmethod
    def draw(self, row: Row, width: int) -> tuple[Content, ...]:
        """The lines of a row, at most as many as it is high."""

    @abstractmethod
    def tell_moved(self, row: Row) -> None:
        """The person moved the cursor to another row: post a message that says so."""

    def tell(self, message: Message) -> None:
        """Post a message as this list's own, whoever moved it: Textual does not hand a message back to its sender."""
        self.post_message(message.set_sender(self))

    def tell_chosen(self, row: Row) -> None:
        """The person chose a row: post a message where that means more than moving to it."""

    @abstractmethod
    def nothing(self) -> str:
        """What to say where there are no rows."""

    def not_yet(self) -> str:
        """What to say before it is known whether there are any."""
        return self._unknown or ""

    @property
    def rows(self) -> Sequence[Row | None]:
        """All rows; None is one that is not here yet."""
        return self._rows

    @property
    def cursor(self) -> int:
        return self._cursor

    @property
    def current(self) -> Row | None:
        """The row under the cursor, if it is here."""
        return None if self._has_none else self._rows[self._cursor]

    def show(self, rows: Sequence[Row | None], cursor: int = 0) -> None:
        """Replace the rows, and put the cursor on one of them."""
        self._rows, self._unknown = rows, None
        self._cursor = cursor
        self._untold = False
        self.reset_lines()
        self.scroll_to(y=0, animate=False)
        self.put(cursor)

    def fail(self, why: str) -> None:
        """Say why the rows could not be had, where none have been told yet."""
        if self._unknown is not None:
            self._unknown = why
            self.reset_lines()

    def show_more(self, rows: Sequence[Row | None]) -> None:
        """Replace the rows by others that begin with the same, and leave the cursor and the scrolling alone."""
        self._rows, self._unknown = rows, None
        self.reset_lines()
        self._bring()

    def put(self, cursor: int) -> None:
        """Put the cursor on a row, the nearest there is, and scroll to it."""
        before, self._cursor = self._cursor, clamp(cursor, 0, max(len(self._rows) - 1, 0))
        self._note_cursor()
        top, end = self.to_be_seen(self._cursor)
        region = Region(0, top, self.scrollable_content_region.width, end - top)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        for index in {before, self._cursor}:  # drawing all of them takes twice as long
            if index < len(self._rows):
                self.refresh_lines(self.top(index), self.top(index + 1) - self.top(index))
        self._bring()

    def top(self, index: int) -> int:
        """The first line of a row; of the row behind the last one, how many lines there are."""
        return index * self.ROW_HEIGHT

    def row_top(self, index: int) -> int:
        """The first line of what `draw` gives for a row; those from `top` to there are `above` it."""
        return self.top(index)

    def above(self, index: int) -> Content:
        """The line over a row, where there is one between `top` and `row_top`."""
        return Content("")

    def index_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return line // self.ROW_HEIGHT

    def can_choose(self, index: int) -> bool:
        """Whether the cursor may be on a row."""
        return True

    def to_be_seen(self, index: int) -> tuple[int, int]:
        """The lines to scroll to for a row: the first, and the one after the last."""
        return self.top(index), self.top(index + 1)

    def step(self, rows: int) -> None:
        """Move the cursor by some rows, as the person asked."""
        self._go(self._cursor + rows)

    def page(self, pages: float) -> None:
        """Move the cursor by some screenfuls, or half of one."""
        line = self.top(self._cursor) + int(pages * max(self.size.height, self.ROW_HEIGHT))
        self._go(self.index_at(clamp(line, 0, max(self.top(len(self._rows)) - 1, 0))))

    def choose(self) -> None:
        """Choose the row under the cursor, if there is one."""
        if self.current is not None and self.can_choose(self._cursor):
            self.tell_chosen(self.current)

    def to_start(self) -> None:
        self._go(0)

    def to_end(self) -> None:
        self._go(len(self._rows) - 1)

    def inward(self) -> bool:
        """A row has nothing inside it to go to."""
        return False

    def outward(self) -> bool:
        return False

    @property
    def line_count(self) -> int:
        return self.top(len(self._rows)) or len(self._empty)

    def line(self, number: int) -> Content:
        if self._has_none:
            empty = self._empty
            return empty[number] if number < len(empty) else Content("")
        index = self.index_at(number)
        part = number - self.row_top(index)
        if part < 0:
            return self.above(index)
        lines = self._drawn.get(index)
        if lines is None:
            if len(self._drawn) > _MOST_DRAWN:
                self._drawn.clear()
            row = self._rows[index]
            width = self.scrollable_content_region.width
            lines = self._drawn[index] = (words(_COMING, "quiet"),) if row is None else self.draw(row, width)
        return lines[part] if part < len(lines) else Content("")

    def note_size(self) -> None:
        self._has_none = not self._rows
        super().note_size()
        self._note_cursor()

    def reset_lines(self) -> None:
        self._drawn.clear()
        super().reset_lines()

    def draw_anew(self, changed: Callable[[Row], bool]) -> None:
        """Draw the rows anew that changed, of those that are drawn."""
        for index in [index for index in self._drawn if index < len(self._rows)]:
            row = self._rows[index]
            if row is not None and changed(row):
                del self._drawn[index]
                self.forget_lines(range(self.top(index), self.top(index + 1)))

    def _note_cursor(self) -> None:
        at = self._cursor
        self.cursor_lines = range(self.row_top(at), self.top(at + 1)) if at < len(self._rows) else range(0)

    @property
    def _empty(self) -> list[Content]:
        """The lines that stand where there are no rows."""
        empty = self.nothing() if self._unknown is None else self.not_yet()
        return words(empty, "quiet").wrap(max(self.scrollable_content_region.width, 1))

    def on_resize(self, event: Resize) -> None:
        self.reset_lines()
        self.put(self._cursor)

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self._rows:
            return
        line = self.scroll_offset.y + offset.y
        if line < self.line_count and self.can_choose(index := self.index_at(line)):
            self._go(index)
            self.choose()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._bring()

    def _go(self, cursor: int) -> None:
        before = self._cursor
        self.put(cursor)
        if self._cursor != before:
            self._untold = True
            self._tell()

    def _tell(self) -> None:
        """Tell where the person moved to, if that is here."""
        if self._untold and self.current is not None:
            self._untold = False
            self.tell_moved(self.current)

    def _bring(self) -> None:
        """Ask for what is looked at and not here, unless that is being done."""
        rows = self._rows
        if isinstance(rows, Paged) and self._bringing is not rows and rows.missing(self._looked_at) is not None:
            self._bringing = rows
            self.run_worker(partial(self._bring_pages, rows), exclusive=True, group="rows")  # type: ignore[arg-type]  # which kind, mypy cannot tell

    async def _bring_pages(self, rows: "Paged[Row]") -> None:
        """Ask for a page at a time of what is then looked at, until nothing is missing or other rows are shown."""
        try:
            while self._rows is rows and (missing := rows.missing(self._looked_at)) is not None:
                await rows.bring(missing)
                if self._rows is rows:
                    self._drawn.clear()
                    self.redraw()
                    self._tell()
        except MinutebookError as error:
            self.tell(self.Failed(str(error)))
        finally:
            if self._bringing is rows:
                self._bringing = None

    @property
    def _looked_at(self) -> "chain[int]":
        """The row under the cursor and those on the screen."""
        top = self.scroll_offset.y
        last = min(self.index_at(top + self.size.height), len(self._rows) - 1)
        return chain([self._cursor] if self._rows else [], range(self.index_at(top), last + 1))
