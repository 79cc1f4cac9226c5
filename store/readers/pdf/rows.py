"""The rows of a PDF page: words on one level, read from left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from store.readers.pdf.words import Box, Word

# In heights of a row.
_SPACE = 0.15  # what sets two words apart although no space is written between them
_CELL_GAP = 1.2  # what sets two cells, or a label and its words, apart
LETTER = 0.42  # the width of a letter, about: what spaces stand for a wider gap
_MOST_SPACES = 8
_TALLEST = 2.5  # times the other's height: what may still stand on one row with it


@dataclass(frozen=True)
class Row:
    """Words on one level, from left to right; at least one."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        """Around all the words; its level and height are those of the longest, which a raised letter does not move."""
        main = max(self.words, key=lambda word: len(word.text)).box
        return Box(self.words[0].box.left, main.bottom, max(word.box.right for word in self.words), main.top)

    @cached_property
    def text(self) -> str:
        """The words with the spaces between them, a wide gap as several."""
        text = self.words[0].text
        for one, two in zip(self.words, self.words[1:], strict=False):
            gap = two.box.left - one.box.right
            if gap > _CELL_GAP * self.box.height:
                text += " " * min(_MOST_SPACES, max(2, round(gap / (LETTER * self.box.height))))
            elif two.spaced or gap > _SPACE * self.box.height:
                text += " "
            text += two.text
        return text

    @cached_property
    def cells(self) -> tuple["Row", ...]:
        """The row divided at its wide gaps."""
        cells = [[self.words[0]]]
        for one, two in zip(self.words, self.words[1:], strict=False):
            if two.box.left - one.box.right > _CELL_GAP * self.box.height:
                cells.append([])
            cells[-1].append(two)
        return tuple(Row(tuple(cell)) for cell in cells)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows that words stand in, from the top of the page."""
    rows: list[list[Word]] = []
    level: Box | None = None  # of the tallest word in the last row
    for word in sorted(words, key=lambda word: -word.box.middle):
        if level is not None and _on_one_level(level, word.box):
            rows[-1].append(word)
            level = max(level, word.box, key=lambda box: box.height)
        else:
            rows.append([word])
            level = word.box
    return [Row(tuple(sorted(row, key=lambda word: word.box.left))) for row in rows]


def _on_one_level(one: Box, two: Box) -> bool:
    shorter, taller = sorted((one, two), key=lambda box: box.height)
    return taller.bottom <= shorter.middle <= taller.top and taller.height <= _TALLEST * shorter.height


def extent(rows: Sequence[Row]) -> tuple[float, float]:
    """From the left of the leftmost to the right of the rightmost."""
    return min(row.box.left for row in rows), max(row.box.right for row in rows)


def within(rows: Sequence[Row], left: float | None = None, right: float | None = None) -> list[Row]:
    """What of each row stands between two places on the page, by the middles of the words; empty rows are left out."""
    low, high = -inf if left is None else left, inf if right is None else right
    parts = (tuple(word for word in row.words if low <= (word.box.left + word.box.right) / 2 < high) for row in rows)
    return [Row(words) for words in parts if words]
