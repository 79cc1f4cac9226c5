"""Tables as lines: a row a line, its cells apart, each with its place; a column of actions beside the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
        placed = [_placed(cell, (table, number, cell.column)) if several else cell.lines for cell in row]
        cells = [[line for line in cell if not line.furniture] for cell in placed]
        beside = [bool(number) and cell.column in actions for cell in row]
        words = row_lines(cell for cell, note in zip(cells, beside, strict=True) if not note)
        notes = row_lines(cell for cell, note in zip(cells, beside, strict=True) if note)
        gone = [line for cell in placed for line in cell if line.furniture]
        if apart or len(words) > 1 or notes:
            words = [replace(line, gap=line.gap or at == 0) for at, line in enumerate(words)]
        lines += [*words, *(replace(line, gap=True, note=True, wraps=False) for line in notes), *gone]
        apart = bool(notes) or (apart and not words)
    return lines


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
    last: set[int] = set()
    for column in reversed(columns[1:]):
        cells = [(row, cell) for row in rows[1:] for cell in row if cell.column == column and cell.text.strip()]
        said = [" ".join(cell.text.split()) for _, cell in cells]
        if column in headed and all(len(words) <= _LONGEST_HEADED for words in said):
            last.add(column)
            continue
        if not last and column == columns[-1] and _is_of_actions([row for row, _ in cells], said, column, len(rows)):
            last.add(column)
        break
    return frozenset(last)


def _is_of_actions(beside: Sequence[Sequence[TableCell]], said: Sequence[str], column: int, rows: int) -> bool:
    if not _FEWEST_ACTIONS <= len(said) < rows:
        return False
    if not all(map(is_action, said)):
        return False
    longest = (max(len(cell.text.split()) for cell in row if cell.column != column) for row in beside if len(row) > 1)
    return median([0, *longest][1:] or [0]) >= _FEWEST_PROSE


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
