"""How the rows of printed pages follow one another: after a gap, as a new sentence, or only for want of room."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import quantiles
from typing import NamedTuple

from store.readers.breaks import goes_on
from store.readers.pdf.box import Box
from store.readers.pdf.columns import Column
from store.readers.pdf.printed_rows import LETTER, Row

_PARAGRAPH_GAP = 1.25  # times the usual leading: what parts paragraphs
_LEADING = 1.1  # heights of a row, where there are too few rows to tell
_WITHIN_EDGE = 0.97  # of the rows that were wrapped; a few may reach into the margin
_FEWEST_WRAPPED = 3  # rows that tell where the edge is
_EVEN_MARGINS = 0.85  # of the width between even margins, where too few rows tell
_MOST_CELLS = 2  # a label and the words that hang from it; a row of more is a table's
_STOPS = (".", ":", ";")
_LARGER = 1.15  # times the height of the row before: a row that does not go on with it


@dataclass(frozen=True, slots=True)
class FlowingRow:
    """A row in its place among the others. `left` is where its column begins.

    `gap`: it stands apart from the row before it. `wraps`: the next row goes on with its words.
    """

    row: Row
    page: int
    left: float
    gap: bool
    wraps: bool


class _Kind(NamedTuple):
    """A kind of column: one at the same place of pages of the same width."""

    place: str
    width: int


@dataclass(frozen=True, slots=True)
class _Placed:
    row: Row
    page: int
    column: Column
    first: bool
    kind: _Kind


def flow(pages: Sequence[tuple[Sequence[Column], Box]]) -> list[FlowingRow]:
    """The rows of pages, each its columns as they are read and its area, one after the other."""
    rows = [
        _Placed(row, page, column, number == 0, _Kind(column.place, round(area.right - area.left)))
        for page, (columns, area) in enumerate(pages)
        for column in columns
        for number, row in enumerate(column.rows)
    ]
    leading = _usual_leading(rows)
    gaps = [False, *(_is_gap(one, two, leading) for one, two in pairwise(rows))]
    lefts, rights = _edges(rows, gaps, pages)
    wraps = [
        not gap and _goes_on(one.row, two.row, rights[one.kind])
        for (one, two), gap in zip(pairwise(rows), gaps[1:], strict=False)
    ]
    return [
        FlowingRow(placed.row, placed.page, lefts[placed.kind], gap, wrapped)
        for placed, gap, wrapped in zip(rows, gaps, [*wraps, False], strict=False)
    ]


def _usual_leading(rows: Sequence[_Placed]) -> float:
    """The distance between the rows of a paragraph, in heights of a row: that of the closer quarter of all rows."""
    distances = [_distance(one.row, two.row) for one, two in pairwise(rows) if not two.first]
    return quantiles(distances)[0] if len(distances) > 1 else _LEADING


def _distance(one: Row, two: Row) -> float:
    return (one.box.bottom - two.box.bottom) / two.box.height


def _is_gap(one: _Placed, two: _Placed, leading: float) -> bool:
    if one.page != two.page:
        return False
    if two.first:
        return not two.column.continued
    return _distance(one.row, two.row) > _PARAGRAPH_GAP * leading


def _edges(
    rows: Sequence[_Placed], gaps: Sequence[bool], pages: Sequence[tuple[Sequence[Column], Box]]
) -> tuple[dict[_Kind, float], dict[_Kind, float]]:
    """Where the words of each kind of column begin, and where they end.

    The end is where the rows end that must have been wrapped, for the next begins in lower case; where there are too
    few of those, it is taken to leave even margins.
    """
    lefts: dict[_Kind, float] = {}
    rights: dict[_Kind, float] = {}
    ends: defaultdict[_Kind, list[float]] = defaultdict(list)
    for placed in rows:
        kind, box = placed.kind, placed.row.box
        area = pages[placed.page][1]
        lefts[kind] = min(lefts.get(kind, inf), box.left)
        even = lefts[kind] + _EVEN_MARGINS * (area.right - area.left - 2 * (lefts[kind] - area.left))
        rights[kind] = max(rights.get(kind, -inf), box.right, even)
    for (one, two), gap in zip(pairwise(rows), gaps[1:], strict=False):
        if not gap and len(one.row.cells) <= _MOST_CELLS and two.row.text[0].islower():
            ends[one.kind].append(one.row.box.right)
    for kind, of_kind in ends.items():
        if len(of_kind) >= _FEWEST_WRAPPED:
            rights[kind] = sorted(of_kind)[int(_WITHIN_EDGE * (len(of_kind) - 1))]
    return lefts, rights


def _goes_on(one: Row, two: Row, edge: float) -> bool:
    """Whether `two` goes on with the words of `one`: its first word would have gone beyond the edge, or is no first."""
    if len(one.cells) > _MOST_CELLS or two.box.height > _LARGER * one.box.height:
        return False
    if (two.text[0].islower() and not one.text.endswith(_STOPS)) or goes_on(one.text, two.text):
        return True
    first = two.words[0].box
    return one.box.right + LETTER / 2 * one.box.height + first.right - first.left > edge
