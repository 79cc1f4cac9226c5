"""Tables as lines: a row a line, its cells apart, each with its place; a column of actions beside the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from statistics import median

from store.model import Look, Span
from store.readers.actions import heads_actions, is_action
from store.readers.printed import PrintedLine
from store.readers.styled import PLAIN, moved

CELLS_APART = "\t"
_LONGEST_HEADED = 80  # characters, under a heading that says "Action"
_FEWEST_PROSE = 6  # words in another cell of the row: what a note stands beside
_FEWEST_ACTIONS = 2  # where no heading says what the column is


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its lines, and the column (from 0) that it begins in."""

    lines: tuple[PrintedLine, ...]
    column: int

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(line.text.strip() for line in self.lines)


def table_lines(rows: Sequence[Sequence[TableCell]], table: int) -> list[PrintedLine]:
    """The lines of a table, the `table`-th of its document (from 0).

    A row is one line as far as its cells have but one line each; a cell that has more goes on below, and the next cells
    begin a new line. What a column of actions says stands under the row, as a note.
    """
    actions = action_columns(rows)
    several = max((cell.column for row in rows for cell in row), default=0) > 0
    lines: list[PrintedLine] = []
    apart = True
    for number, row in enumerate(rows):
        words, notes, gone = _row(row, (table, number) if several else None, actions if number else frozenset())
        if apart or len(words) > 1 or notes:
            words = [replace(line, gap=line.gap or at == 0) for at, line in enumerate(words)]
        lines += [*words, *(replace(line, gap=True, note=True, wraps=False) for line in notes), *gone]
        apart = bool(notes) or (apart and not words)
    return lines


def _row(
    row: Sequence[TableCell], place: tuple[int, int] | None, actions: frozenset[int]
) -> tuple[list[PrintedLine], list[PrintedLine], list[PrintedLine]]:
    """The lines of one row: its words, what its columns of `actions` say, and its furniture.

    `place` is its table and its number there, which the looks of its cells tell; None where they shall not.
    """
    words: list[list[PrintedLine]] = []
    notes: list[list[PrintedLine]] = []
    furniture: list[PrintedLine] = []
    for cell in row:
        lines = _placed(cell, (*place, cell.column)) if place else cell.lines
        beside = notes if cell.column in actions else words
        beside.append([line for line in lines if not line.furniture])
        furniture += [line for line in lines if line.furniture]
    return row_lines(words), row_lines(notes), furniture


def row_lines(cells: Iterable[Sequence[PrintedLine]]) -> list[PrintedLine]:
    """The lines of one row; see `table_lines`."""
    lines: list[PrintedLine] = []
    before: list[PrintedLine] = []
    for cell in cells:
        if cell:
            before.append(cell[0])
            if len(cell) > 1:
                lines += [_joined(before), *cell[1:]]
                before = []
    return [*lines, _joined(before)] if before else lines


def action_columns(rows: Sequence[Sequence[TableCell]]) -> frozenset[int]:
    """The last columns of a table that say who is to act and by when; none where that is not clear.

    The first row calls them so; or few short names stand there beside sentences.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return frozenset()
    columns = [cell.column for cell in rows[0]]
    headed = {cell.column for cell in rows[0] if heads_actions(" ".join(cell.text.split()))}
    called = tuple(takewhile(lambda column: column in headed and _is_short(rows[1:], column), reversed(columns[1:])))
    if called:
        return frozenset(called)
    return frozenset(columns[-1:]) if _is_of_actions(rows[1:], columns[-1]) else frozenset()


def _said(rows: Sequence[Sequence[TableCell]], column: int) -> list[tuple[Sequence[TableCell], str]]:
    """The rows that say something in a column, and what."""
    cells = ((row, " ".join(cell.text.split())) for row in rows for cell in row if cell.column == column)
    return [(row, words) for row, words in cells if words]


def _is_short(rows: Sequence[Sequence[TableCell]], column: int) -> bool:
    """Whether a column under a heading says no more than who is to act and by when."""
    return all(len(words) <= _LONGEST_HEADED for _, words in _said(rows, column))


def _is_of_actions(rows: Sequence[Sequence[TableCell]], column: int) -> bool:
    """Whether a column without a heading says who is to act, and stands beside sentences."""
    said = _said(rows, column)
    if not _FEWEST_ACTIONS <= len(said) <= len(rows) or not all(is_action(words) for _, words in said):
        return False
    beside = [[len(cell.text.split()) for cell in row if cell.column != column] for row, _ in said if len(row) > 1]
    return median(map(max, beside) if beside else (0,)) >= _FEWEST_PROSE


def _placed(cell: TableCell, place: tuple[int, int, int]) -> tuple[PrintedLine, ...]:
    """The lines of a cell, each with a look that says where it stands."""
    placed = []
    for line in cell.lines:
        start, end = len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())
        within = any(look.cell for look in line.looks)
        look = () if within or start >= end else (replace(PLAIN, span=Span(start, end), cell=place),)
        placed.append(replace(line, looks=(*look, *line.looks)))
    return tuple(placed)


def _joined(lines: Sequence[PrintedLine]) -> PrintedLine:
    """Lines of cells beside each other, as one."""
    if len(lines) == 1:
        return lines[0]
    text, looks = "", list[Look]()
    for line in lines:
        words = line.text.strip()
        if text:
            text += CELLS_APART
        looks += moved(line.looks, len(text) - (len(line.text) - len(line.text.lstrip())))
        text += words
    return PrintedLine(text, gap=lines[0].gap, wraps=lines[-1].wraps, looks=tuple(looks))
