"""Tables in Markdown: of pipes, as they are written or as converters break them over lines; and of HTML."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.readers.breaks import whole_lines
from store.readers.markdown.inline import runs_of
from store.readers.printed import PrintedLine
from store.readers.styled import styled_lines
from store.readers.table import TableCell, table_lines

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\s*(?:\|\s*)?(?::?-+:?\s*\|\s*)*:?-+:?\s*(?:\|\s*)?")
_MARKUP = re.compile(r"\s{0,3}<(?P<tag>table|ul|ol|dl|details)\b", re.IGNORECASE)
_LONGEST_ROW = 200  # lines
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


class PipeTable(NamedTuple):
    """The lines that a table makes, and the line of the source after it."""

    lines: list[PrintedLine]
    end: int


def begins_table(line: str) -> bool:
    """Whether a table, or a list of HTML, may begin with a line."""
    return "|" in line or bool(_MARKUP.match(line))


def table_at(name: str, lines: Sequence[str], at: int, number: int) -> PipeTable | None:
    """The table (the `number`-th of the document, from 0) that begins at a line; None where none does.

    Raises `UnreadableDocument` when HTML nests without end.
    """
    if match := _MARKUP.match(lines[at]):
        return _markup(name, lines, at, match["tag"].lower())
    columns, first = _columns(lines, at)
    if not columns:
        return None
    rows = [_row("\n".join(lines[at:first]), columns)] if first > at else []
    end = min(first + 1, len(lines)) if first > at else at
    while end < len(lines) and (after := _row_end(lines, end, columns)):
        rows.append(_row("\n".join(lines[end:after]), columns))
        end = after
    return PipeTable(table_lines(rows, number), end)


def _columns(lines: Sequence[str], at: int) -> tuple[int, int]:
    """How many columns a table has, and the line of dashes under its head; its first line where it has no such line."""
    leading = lines[at].lstrip().startswith("|")
    for under in range(at + 1, min(at + (_LONGEST_ROW if leading else 2), len(lines))):
        if "-" in lines[under] and "|" in lines[under] and _DELIMITER.fullmatch(lines[under]):
            columns = len(_cells(lines[under]))
            head = _cells(" ".join(lines[at:under]))
            return (columns, under) if len(head) == columns else (0, at)
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if all(line.strip().startswith("|") and line.strip().endswith("|") for line in (lines[at], following)):
        columns = len(_cells(lines[at]))
        return (columns, at) if columns > 1 and columns == len(_cells(following)) else (0, at)
    return 0, at


def _row_end(lines: Sequence[str], at: int, columns: int) -> int | None:
    """The line after a row that begins at a line; a row that lines break goes on until it has all its cells."""
    first = lines[at].strip()
    if "|" not in first:
        return None
    if not first.startswith("|"):
        return at + 1
    pipes = len(_PIPE.findall(first))
    for end in range(at + 1, min(at + _LONGEST_ROW, len(lines))):
        if pipes > columns:
            return end
        here = len(_PIPE.findall(lines[end]))
        if lines[end].startswith("|") and here > columns:  # a whole row: this one only has fewer cells
            break
        pipes += here
    return at + 1


def _cells(row: str) -> list[str]:
    """The cells of a row as they are written."""
    row = row.strip()
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return _PIPE.split(row)


def _row(source: str, columns: int) -> list[TableCell]:
    cells = [cell.replace("\\|", "|") for cell in _cells(source)]
    if len(cells) > columns:  # a pipe too many is one of words
        cells = [*cells[: columns - 1], "|".join(cells[columns - 1 :])]
    return [TableCell(tuple(_lines(cell)), column) for column, cell in enumerate(cells)]


def _lines(cell: str) -> list[PrintedLine]:
    """The lines of a cell: one for each paragraph, and where a tag ends a line."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in _PARAGRAPHS.split(cell))
    styled = (line for paragraph in paragraphs for line in whole_lines(styled_lines(runs_of(paragraph))))
    return [PrintedLine(line.text, looks=line.looks) for line in styled if line.text]


def _markup(name: str, lines: Sequence[str], at: int, tag: str) -> PipeTable:
    """A table or a list of HTML, up to the end of the line that closes it."""
    from store.readers.web.blocks import blocks_of
    from store.readers.web.markup import parse_markup

    begins, ends = (re.compile(rf"<{slash}{tag}\b", re.IGNORECASE) for slash in ("", "/"))
    opened, end = 0, at
    for end in range(at, len(lines)):
        opened += len(begins.findall(lines[end])) - len(ends.findall(lines[end]))
        if opened <= 0:
            break
    markup = "\n".join(lines[at : end + 1])
    blocks = blocks_of(parse_markup(name, markup).body)
    gaps = [True, *(tag != "tr" for tag in (block.tag for block in blocks))]
    printed = [
        PrintedLine(
            " ".join(block.text.split("\n")), gap, furniture=block.furniture, looks=block.looks, note=block.note
        )
        for block, gap in zip(blocks, gaps, strict=False)
    ]
    return PipeTable(printed, end + 1)
