"""The rows of a PDF page: words on one level, read from left to right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import inf
from statistics import median

from store.model import Look
from store.readers.pdf.box import Box
from store.readers.pdf.words import Word
from store.readers.styled import RAISED, Run, Styled, both, styled_lines

# In heights of a row.
_SPACE = 0.15  # what sets two words apart although no space is written between them
_CELL_GAP = 1.2  # what sets two cells, or a label and its words, apart
LETTER = 0.42  # the width of a letter, about: what spaces stand for a wider gap
_MOST_SPACES = 8
_SMALLER, _OVER = 0.8, 0.1  # what is less high and begins so far over the foot of the others is raised
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
        return self.styled.text

    @cached_property
    def styled(self) -> Styled:
        """The words with their looks; the sizes are in points, and letters that stand over the others are raised."""
        runs = [Run(self.words[0].text, self._look(self.words[0]))]
        height = self.box.height
        for one, two in zip(self.words, self.words[1:], strict=False):
            gap = two.box.left - one.box.right
            between = ""
            if gap > _CELL_GAP * height:
                between = " " * min(_MOST_SPACES, max(2, round(gap / (LETTER * height))))
            elif two.spaced or gap > _SPACE * height:
                between = " "
            runs.append(Run(between + two.text, self._look(two)))
        return styled_lines(runs)[0]

    def _look(self, word: Word) -> Look:
        raised = word.box.height < _SMALLER * self.box.height and (
            word.box.bottom > self.box.bottom + _OVER * self.box.height
        )
        return both(word.look, RAISED) if raised else word.look

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
    ordered = (sorted(row, key=lambda word: word.box.left) for row in rows)
    return [Row(tuple(without_letter_spacing(row))) for row in ordered]


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


_FEWEST = 4  # letters: fewer may be initials
_WIDEST = 1.2  # heights of the letters: what is further apart are cells
_LEAST = 0.1  # heights of the letters: what more there is between two words, at least
_STEP = 1.3  # times the usual step from one letter to the next, too
_BETWEEN_WORDS = 1.5  # times the usual room between the letters, where a word ends


def without_letter_spacing(words: Sequence[Word]) -> list[Word]:
    """The words of a row from left to right, those of letters apart as one word each."""
    whole: list[Word] = []
    for run in _runs(words):
        letters = sum(word.text.isalpha() for word in run)
        whole += _words(run) if letters >= _FEWEST else run
    return whole


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Single letters that stand beside each other, and every other word for itself."""
    run: list[Word] = []
    for word in words:
        goes_on = run and len(run[-1].text) == len(word.text) == 1 and _gap(run[-1], word) <= _WIDEST * word.box.height
        if run and not goes_on:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _gap(one: Word, two: Word) -> float:
    return two.box.left - one.box.right


def _words(letters: Sequence[Word]) -> Iterator[Word]:
    """The words that letters make: one ends where the room after it is wider than between the others."""
    usual = median(_gap(one, two) for one, two in pairwise(letters))
    step = median(two.box.left - one.box.left for one, two in pairwise(letters))
    word = [letters[0]]
    for one, two in pairwise(letters):
        wide = _gap(one, two) > max(_BETWEEN_WORDS * usual, usual + _LEAST * two.box.height)
        if wide and two.box.left - one.box.left > _STEP * step:  # else it is only a narrow letter
            yield _joined(word)
            word = []
        word.append(two)
    yield _joined(word)


def _joined(letters: Sequence[Word]) -> Word:
    boxes = [letter.box for letter in letters]
    box = Box(boxes[0].left, min(one.bottom for one in boxes), boxes[-1].right, max(one.top for one in boxes))
    return replace(letters[0], text="".join(letter.text for letter in letters), box=box)
