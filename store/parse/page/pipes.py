"""Tables as text extractors leave them: "No. | Item |", a row an item, its title, agenda and minutes run together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.parse.page.lines import Line
from store.parse.page.passage import Passage

_HEADER = re.compile(
    r"\|?\s*(?:(?:no\.?|rhif|note)\s*)?\|\s*(?:no\.?\s*\|\s*)?(?:item|eitem)\s*\|?(?:[^|]{0,20}\|?){0,3}", re.IGNORECASE
)
_RULE = re.compile(r"[\s|]*:?-{2,}:?(?:[\s|]+:?-{2,}:?)*[\s|]*")
_ROW_END = re.compile(r"(?<!\s)\s*\|\s*$")
_ROW_BEGIN = re.compile(r"\|\s*(?=[^\s|])")
_NUMBER_CELL = re.compile(r"(?P<number>[^\s|]{1,16})\s*\|\s*(?=\S)")
# What stands between the parts of a row that was one line a part: the words stay, each part a line of its own.
_PARTS = re.compile(
    r"""(?:(?<=\s)|^)(?:(?P<section>(?:Minutes|Decisions?|Cofnodion|Penderfyniad(?:au)?)\s?:)(?=\s|$)
    |(?P<link>(?:pdf\sicon\s+)?PDF\s+\d+(?:\.\d+)?\s*[KM]B)(?=\s|$)|(?P<documents>(?:Additional|Accompanying)\sdocuments:)(?=\s|$))""",
    re.VERBOSE,
)
_SUMMONS = re.compile(
    r"(?<=[\w.)’'])\s+(?=(?:To\s(?:receive|consider|note|approve|report|record|confirm|agree|sign|discuss|make|deal|determine"
    r"|pass|review|appoint|elect|adopt|ask|answer|hear|declare)|Any\s\w+\s\w+\smay|Members\s(?:are|will)|Report\sof\sthe|\(Please)\b)"
)


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A page whose items are the rows of such a table.

    `lines` are the page's, each part of a row one; `rows` the offsets in the document at which rows begin; `bars` are
    the marks of the table.
    """

    lines: tuple[Line, ...]
    rows: tuple[int, ...]
    bars: tuple[Passage, ...]


def pipe_table(lines: Sequence[Line]) -> PipeTable | None:
    """The table whose rows are the items of a page, its parts apart; None for a page without one.

    Where the page lost the table's head, a row is a line with a bar at its end in which "Minutes:" stands behind a
    title; a lone one is the page's one item.
    """
    header = next((index for index, line in enumerate(lines) if _HEADER.fullmatch(line.text)), None)
    first = next(filter(_is_row, lines), None) if header is None else None
    if header is None and first is None:
        return None
    begun = header + 1 if header is not None else next(index for index, line in enumerate(lines) if line is first)
    bars: list[Passage] = [lines[header].words] if header is not None else []
    above = lines[: begun - (header is not None)]
    kept = [replace(line, words=_without_bar(line.words, bars)[0]) for line in above]
    rows: list[int] = []
    in_row = told = False  # whether a row goes on, and whether "Minutes:" stood in it
    for line in lines[begun:]:
        if _RULE.fullmatch(line.text) or line.text == "|":
            bars.append(line.words)
            in_row = in_row and line.text != "|"
            continue
        sections = _sections(line)
        if in_row and told and sections and sections[0].start() > 0:
            in_row = False  # a title with its minutes: the bar between two rows is lost
        begins = not in_row and (header is not None or bool(sections))
        if begins:
            rows.append(line.span.start)
            told = False
        told = told or bool(sections)
        words, ended = _without_bar(line.words, bars)
        kept.extend(_parts(replace(line, words=words), begins=begins))
        in_row = not ended
    alone = header is None and len(rows) == 1
    return PipeTable(tuple(kept), () if alone else tuple(rows), tuple(bars))


def _is_row(line: Line) -> bool:
    """Whether a line is a title with its minutes, and the bar that ends a row of a table."""
    sections = _sections(line)
    return bool(sections) and sections[0].start() > 0 and bool(_ROW_END.search(line.words.raw))


def _sections(line: Line) -> list[re.Match[str]]:
    """Where "Minutes:" and "Decision:" stand in a line."""
    return [match for match in _PARTS.finditer(line.words.raw) if match["section"]]


def _without_bar(words: Passage, bars: list[Passage]) -> tuple[Passage, bool]:
    """A line's words without the bars that begin and end its row, which go to `bars`, and whether one ended it."""
    opened, closed = _ROW_BEGIN.match(words.raw), _ROW_END.search(words.raw)
    begin, end = opened.end() if opened else 0, closed.start() if closed else len(words.raw)
    rest = words.part(begin, end)
    if rest is None:
        return words, False
    bars.extend(bar for bar in (words.part(0, begin), words.part(end)) if bar)
    return rest, closed is not None


def _parts(line: Line, *, begins: bool) -> Iterator[Line]:
    """The parts of a line of a row; where it `begins` the row its title is one, apart from the agenda's words."""
    raw = line.words.raw
    number = _NUMBER_CELL.match(raw) if begins else None
    edges = {0, len(raw)} | ({number.end()} if number else set())
    for match in _PARTS.finditer(raw):
        edges |= {match.start(), match.end()}
    first = min((edge for edge in edges if edge > (number.end() if number else 0)), default=len(raw))
    if begins and (summons := _SUMMONS.search(raw, 1, first)):
        edges.add(summons.end())
    for start, end in pairwise(sorted(edges)):
        if part := line.words.part(start, end):
            yield replace(line, words=part, gap=True)
