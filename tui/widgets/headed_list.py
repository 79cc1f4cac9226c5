"""A list with headings and rows of several heights: the cursor passes over what nobody can choose."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TypeVar

from textual.content import Content
from textual.geometry import clamp
from textual.message import Message

from tui.pages.safe import words
from tui.session.paged import Paged
from tui.widgets.row_list import RowList

_RULE = "─"


@dataclass(frozen=True, slots=True)
class RowHeading:
    """A line over the rows of a kind."""

    words: str


@dataclass(frozen=True, slots=True)
class RowNote:
    """A sentence among the rows, as long as it is."""

    words: str
    style: str = "quiet"


Passive = RowHeading | RowNote
Choosable = TypeVar("Choosable")


class HeadedList(RowList[Choosable | Passive]):
    """Rows that can be chosen, with headings and notes between them.

    Rows that come by the page can all be chosen and are `ROW_HEIGHT` high; those below them need not be.
    """

    def __init__(self) -> None:
        super().__init__()
        self._even = 0  # rows that come by the page
        self._tops = [0]  # of the others, and how many lines there are

    @abstractmethod
    def height(self, row: Choosable) -> int:
        """How many lines a row has."""

    def heights(self, rows: Sequence[Choosable]) -> list[int]:
        """How many lines each of some rows has; a subclass may know of all at once."""
        return [self.height(row) for row in rows]

    @abstractmethod
    def draw_row(self, row: Choosable, width: int) -> tuple[Content, ...]:
        """The lines of a row."""

    @property
    def chosen(self) -> Choosable | None:
        """The row under the cursor, where the cursor is on one that can be chosen."""
        row = self.current
        return None if row is None or isinstance(row, Passive) else row

    def show(self, rows: Sequence[Choosable | Passive | None], cursor: int = 0) -> None:
        self._cursor = 0  # so that the cursor looks for its row downwards
        super().show(rows, cursor)

    def extend(self, rows: Sequence[Choosable | Passive]) -> None:
        """Put more rows below those there are, and leave everything else as it is."""
        if not self._rows:
            self.show(rows)
            return
        if isinstance(self._rows, Paged):
            self._rows.below += rows
        else:
            self._rows = [*self._rows, *rows]
        self._measure()
        self.note_size()  # what was drawn stays drawn
        if self.chosen is None:
            self.put(self._cursor)

    def reword(self, heading: RowHeading, words: str) -> None:
        """Put other words into a heading."""
        reworded = (RowHeading(words) if row is heading else row for row in self._uneven)
        if isinstance(self._rows, Paged):
            self._rows.below = list(reworded)
        else:
            self._rows = list(reworded)
        self.reset_lines()

    def put(self, cursor: int) -> None:
        """Put the cursor on a row that can be chosen: the nearest in the direction it moves, else the other way."""
        cursor = clamp(cursor, 0, max(len(self._rows) - 1, 0))
        below, above = range(cursor, len(self._rows)), range(cursor if self._rows else -1, -1, -1)
        ahead, behind = (above, below) if cursor < self._cursor else (below, above)
        super().put(next((at for at in chain(ahead, behind) if self.can_choose(at)), cursor))

    def can_choose(self, index: int) -> bool:
        return not isinstance(self._rows[index], Passive)

    def top(self, index: int) -> int:
        return index * self.ROW_HEIGHT if index < self._even else self._tops[index - self._even]

    def index_at(self, line: int) -> int:
        if line < self._tops[0]:
            return line // self.ROW_HEIGHT
        return self._even + bisect_right(self._tops, line) - 1

    def to_be_seen(self, index: int) -> tuple[int, int]:
        """The row with what stands directly over it, if there is room for that."""
        top, end = super().to_be_seen(index) if self._rows else (0, 0)
        above = index
        while above and not self.can_choose(above - 1):
            above -= 1
        return (self.top(above) if end - self.top(above) <= self.size.height else top), end

    def draw(self, row: Choosable | Passive, width: int) -> tuple[Content, ...]:
        match row:
            case RowHeading():
                return (_ruled(row.words, width),)
            case RowNote():
                return tuple(words(row.words, row.style).wrap(max(width, 1)))
            case _:
                return self.draw_row(row, width)

    def reset_lines(self) -> None:
        self._measure()
        super().reset_lines()

    @property
    def _uneven(self) -> "Sequence[Choosable | Passive | None]":
        """The rows that do not come by the page."""
        return self._rows.below if isinstance(self._rows, Paged) else self._rows

    def _measure(self) -> None:
        """Take note of the first line of every row, and of how many lines there are."""
        width = self.scrollable_content_region.width
        self._even = len(self._rows) - len(self._uneven)
        rows = [row for row in self._uneven if row is not None]
        choosable = iter(self.heights([row for row in rows if not isinstance(row, Passive)]))
        heights = (self._passive_height(row, width) if isinstance(row, Passive) else next(choosable) for row in rows)
        self._tops = list(accumulate(heights, initial=self._even * self.ROW_HEIGHT))

    def _passive_height(self, row: Passive, width: int) -> int:
        return len(self.draw(row, width)) if isinstance(row, RowNote) else 1


def _ruled(text: str, width: int) -> Content:
    """A heading with a rule behind it to the end of the line."""
    heading = Content.assemble(words(f"{_RULE} ", "bar"), words(text, "heading"), " ")
    return Content.assemble(heading, words(_RULE * max(width - heading.cell_length, 0), "bar"))


_GAP = 2
_WORDS_COLUMN = 24  # cells, where something stands beside the words


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: `value`, to the screen. `marked` is in use.

    `beside` stands behind the words, in a column of its own where there is room for it, `below` on a second line.
    """

    value: object
    words: str
    figure: str = ""
    below: str = ""
    marked: bool = False
    beside: str = ""


class ChoiceList(HeadedList[Choice]):
    """One line a choice, two where it has something to say below."""

    # The letters go to a box above, and the list is in use all the same.
    DEFAULT_CSS = """
    ChoiceList { height: 1fr; }
    ChoiceList > .role--cursor { background: $cursor; }
    ChoiceList:ansi > .role--cursor { text-style: reverse; }
    """

    @dataclass
    class Chosen(Message):
        """The person chose with the mouse or a key."""

        choice: Choice

    def __init__(self) -> None:
        super().__init__()
        self._if_none = ""

    def height(self, row: Choice) -> int:
        return 2 if row.below else 1

    def draw_row(self, row: Choice, width: int) -> tuple[Content, ...]:
        mark = words("✓ " if row.marked else "  ", "label")
        figure = words(row.figure, "quiet")
        room = max(width - figure.cell_length - _GAP - 2, 1)
        said = words(row.words, "lit" if row.below or row.beside else "")
        if row.beside and room > _WORDS_COLUMN:
            said = Content.assemble(said.pad_right(_WORDS_COLUMN - said.cell_length), words(row.beside, "quiet"))
        said = said.truncate(room, ellipsis=True)
        first = Content.assemble(mark, said.pad_right(room - said.cell_length), " " * _GAP, figure)
        return (first, words(f"  {row.below}", "quiet")) if row.below else (first,)

    def tell_moved(self, row: Choice | Passive) -> None:
        """Moving among choices means nothing yet."""

    def tell_chosen(self, row: Choice | Passive) -> None:
        if isinstance(row, Choice):
            self.tell(self.Chosen(row))

    def nothing(self) -> str:
        return self._if_none

    def not_yet(self) -> str:
        return self.nothing()

    @property
    def if_none(self) -> str:
        """What to say where there is nothing to choose from."""
        return self._if_none

    @if_none.setter
    def if_none(self, sentence: str) -> None:
        self._if_none = sentence
        if not self.rows:
            self.reset_lines()
