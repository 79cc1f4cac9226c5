"""A document's own lines, set for a width: longer ones wrap, and none is looked at before it is shown.

Ten million characters are set in about a tenth of a second, in a worker thread, and a line is then found at once.
"""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len

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
