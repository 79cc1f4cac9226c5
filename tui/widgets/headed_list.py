"""A list with headings and rows of several heights: the cursor passes over what nobody can choose."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from textual.content import Content

from tui.safe import words
from tui.widgets.row_list import Row, RowList


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over the rows of a kind."""

    words: str


class HeadedList(RowList[Row | Heading]):
    """Rows of one kind and headings over them. A subclass says how high its rows are."""

    def __init__(self) -> None:
        super().__init__()
        self._tops = [0]
