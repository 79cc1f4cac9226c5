"""Minutes set as a table: a row an item, its number, title, what was said, what was decided and who acts in columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby, pairwise

from store.parse.page.lines import Line
from store.parse.page.passage import Passage
from store.parse.page.pipes import PipeTable
from store.text.clean import fold


class Column(Enum):
    """What a column of such a table holds."""

    NUMBER = "number"
    TITLE = "title"
    TEXT = "text"
    DECISION = "decision"
    ACTION = "action"


_TALK = r"discussions?|minutes?|notes?|comments?|details?|summary|updates?|report|key\spoints|cofnodion|trafodaeth"
_TEXT = rf"(?:{_TALK})"
# What heads a column: (what it holds, pattern of its head, example).
HEADS = (
    (
        Column.NUMBER,
        r"no|nr|#|ref|rhif|(?:agenda\s)?item\s?(?:no|number|ref|#)|min(?:ute)?\s?(?:no|ref|number)|agenda\s(?:no|ref)",
        "Item no.",
    ),
    (
        Column.TITLE,
        r"(?:agenda\s)?items?(?:\sdescription)?|subject|topic|title|heading|matter|business|agenda|eitem|issue|item\sof\sbusiness",
        "Subject",
    ),
    (
        Column.TEXT,
        rf"{_TEXT}(?:\s?(?:and|&|/|,)\s?(?:\w+\s?)?(?:{_TEXT}|outcomes?|decisions?|actions?|resolutions?))?",
        "Discussion and decisions",
    ),
    (
        Column.DECISION,
        r"(?:decisions?|resolutions?|outcomes?|agreements?|penderfyniad(?:au)?)(?:\s(?:made|taken|reached))?|resolved|agreed|decided",
        "Decision",
    ),
    (
        Column.ACTION,
        r"actions?\b.{0,30}|who|by\swhom|lead|owner|responsib\w+|by\swhen|when|deadline|due(?:\sdate)?|gweithredu",
        "Action by",
    ),
)
_HEADS = [(column, re.compile(pattern, re.IGNORECASE)) for column, pattern, _ in HEADS]
_RULE = re.compile(r"[\s|:+=-]+")
_FEWEST_BARS = 3
_RULED = -1  # the column of a rule under a table's head
_FEWEST_ROWS = 2
_MOST = 0.6  # share of the words from the table on that stand in its rows, at least


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of one line that stand in one cell: the line, the table and row, the column."""

    line: Line
    row: tuple[int, int]
    column: int


def item_rows(lines: Sequence[Line]) -> PipeTable | None:
    """The table whose rows are the items of a document, each cell's lines apart; None for a document without one."""
    piped = list(_piped(lines))
    lines = [line for line, _ in piped]
    cells = [list(_cells(line)) for line in lines]
    heads = _heads([cell for of_line in cells for cell in of_line])
    inside = [bool(of_line) and of_line[0].row[0] in heads for of_line in cells]
    if not any(inside):
        return None
    kept: list[Line] = list(lines[: inside.index(True)])
    rows: dict[tuple[int, int], int] = {}
    bars: list[Passage] = []
    for (line, of_row), of_line, is_inside in list(zip(piped, cells, inside, strict=True))[len(kept) :]:
        if not is_inside:
            kept.append(line)
        elif of_line[0].row[1] == 0:
            bars.append(line.words)
        else:
            bars += of_row
            kept += [_of_column(cell, heads, rows) for cell in of_line]
    told = [len(line.text) for line, is_inside in zip(lines, inside, strict=True) if is_inside]
    if len(rows) < _FEWEST_ROWS or sum(told) < _MOST * sum(len(line.text) for line in lines[inside.index(True) :]):
        return None
    return PipeTable(tuple(kept), tuple(rows.values()), tuple(bars))


def _of_column(cell: _Cell, heads: Mapping[int, Mapping[int, Column]], rows: dict[tuple[int, int], int]) -> Line:
    """A cell's words as a line; where they number or name an item, its row begins there and goes to `rows`."""
    column = heads[cell.row[0]].get(cell.column, Column.TEXT)
    if column in (Column.NUMBER, Column.TITLE):
        rows.setdefault(cell.row, cell.line.span.start)
    return replace(cell.line, decides=column is Column.DECISION, note=column is Column.ACTION)


def _piped(lines: Sequence[Line]) -> Iterator[tuple[Line, list[Passage]]]:
    """`lines`, those between bars with their cells, and the bars; a rule under a table's head is all bar."""
    table, row = -1, -1
    for line in lines:
        raw = line.words.raw
        if raw.count("|") < _FEWEST_BARS or not (raw.startswith("|") and raw.endswith("|")):
            table, row = (table - 1, -1) if row >= 0 else (table, row)
            yield line, []
            continue
        row += not _RULE.fullmatch(raw)
        edges = [match.start() for match in re.finditer(r"\|", raw)]
        bars = [bar for at in edges if (bar := line.words.part(at, at + 1))]
        parts = [(column, line.words.part(one + 1, two)) for column, (one, two) in enumerate(pairwise(edges))]
        cells = tuple((part.span, (table, row, column)) for column, part in parts if part)
        if _RULE.fullmatch(raw):
            yield replace(line, look=replace(line.look, cells=((line.span, (table, 0, _RULED)),))), []
        else:
            yield replace(line, look=replace(line.look, cells=cells)), bars


def _cells(line: Line) -> Iterator[_Cell]:
    """The parts of a line that stand in cells of a table."""
    for at, (span, (table, row, column)) in enumerate(line.look.cells):
        words = line.words.part(line.words.raw_at(span.start), line.words.raw_at(span.end))
        if words:
            look = replace(line.look, cells=((span, (table, row, column)),))
            yield _Cell(replace(line, words=words, look=look, gap=line.gap or at > 0), (table, row), column)


def _heads(cells: Sequence[_Cell]) -> dict[int, dict[int, Column]]:
    """What the columns hold of each table whose rows are items."""
    of_rows = groupby(cells, key=lambda cell: cell.row)
    return {table: columns for (table, row), of_row in of_rows if row == 0 and (columns := _columns(list(of_row)))}


def _columns(head: Sequence[_Cell]) -> dict[int, Column]:
    """What the columns of a table hold, by the first row; none where it is no table of items."""
    head = [cell for cell in head if cell.column != _RULED]
    columns = {cell.column: found for cell in head if (found := head_of(cell.line.text))}
    held = set(columns.values())
    if (
        len(columns) < len(head)
        or not held & {Column.TEXT, Column.DECISION}
        or not held & {Column.TITLE, Column.NUMBER}
    ):
        return {}
    return columns


def head_of(text: str) -> Column | None:
    """What a column holds that has such a head; None where that is none of these."""
    words = fold(text).strip(" .:*_")
    return next((column for column, pattern in _HEADS if pattern.fullmatch(words)), None)
