"""A list of rows, of any length: a row is drawn when it is looked at and is never a widget."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, clamp
from textual.message import Message

from tui.safe import words
from tui.widgets.line_view import LineView

Row = TypeVar("Row")
_MOST_DRAWN = 500  # rows that are kept as they were drawn


class RowList(LineView, Generic[Row]):
    """Rows under a cursor. What the person does is told, by messages of the subclass; what the program does is not."""

    ALLOW_SELECT = False
    ROW_HEIGHT: ClassVar[int] = 1

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._drawn: dict[int, tuple[Content, ...]] = {}

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

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def cursor(self) -> int:
        return self._cursor

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if self._rows else None

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Replace the rows, and put the cursor on one of them."""
        self._rows = rows
        self._cursor = cursor
        self.reset_lines()
        self.scroll_to(y=0, animate=False)
        self.put(cursor)

    def put(self, cursor: int) -> None:
        """Put the cursor on a row, the nearest there is, and scroll to it."""
        self._cursor = clamp(cursor, 0, max(len(self._rows) - 1, 0))
        top, end = self.to_be_seen(self._cursor)
        region = Region(0, top, self.scrollable_content_region.width, end - top)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.refresh()

    def top(self, index: int) -> int:
        """The first line of a row; of the row behind the last one, how many lines there are."""
        return index * self.ROW_HEIGHT

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

    def page(self, pages: int) -> None:
        """Move the cursor by some screenfuls."""
        line = self.top(self._cursor) + pages * max(self.size.height, self.ROW_HEIGHT)
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
        if not self._rows:
            return self._empty[number]
        index = self.index_at(number)
        part = number - self.top(index)
        lines = self._drawn.get(index)
        if lines is None:
            if len(self._drawn) > _MOST_DRAWN:
                self._drawn.clear()
            lines = self._drawn[index] = self.draw(self._rows[index], self.scrollable_content_region.width)
        return lines[part] if part < len(lines) else Content("")

    def reset_lines(self) -> None:
        self._drawn.clear()
        super().reset_lines()

    @property
    def _empty(self) -> list[Content]:
        """The lines that stand where there are no rows."""
        return words(self.nothing(), "quiet").wrap(max(self.scrollable_content_region.width, 1))

    def under_cursor(self, number: int) -> bool:
        return bool(self._rows) and self.index_at(number) == self._cursor

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

    def _go(self, cursor: int) -> None:
        before = self._cursor
        self.put(cursor)
        if self.current is not None and self._cursor != before:
            self.tell_moved(self.current)
