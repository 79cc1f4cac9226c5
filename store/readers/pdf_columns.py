"""The columns of a PDF page: which rows are read down before those beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from store.readers.pdf_rows import Row, extent, within

_FEWEST_ROWS = 4  # on each side: fewer are no column
_FEWEST_WORDS = 5  # in a row of prose, at the median; the cells of a table have fewer
_FILLED = 0.7  # of its column's width that a row of prose fills, at the median
_NARROWEST = 0.25  # of the whole: what is narrower is labels, or notes in the margin
_GUTTER = 0.8  # heights of a row: the narrowest gap between two columns
_PLACES = 4  # points from one place where a gutter is looked for to the next
_NEXT_ROW = 1.6  # heights of a row: what is further below is not the same column's


@dataclass(frozen=True)
class Column:
    """Rows read one after the other, at least one.

    `place` tells columns of one page apart: "" goes over its whole width, "r" is its right half, "rl" the left half of
    that. `continued`: the words run on from the foot of the column before.
    """

    rows: tuple[Row, ...]
    place: str = ""
    continued: bool = False


def columns_of(rows: Sequence[Row], place: str = "") -> Iterator[Column]:
    """`rows` (from the top of the page) in the order in which they are read."""
    if not rows:
        return
    run = _longest_run(rows)
    if run is None:
        yield Column(tuple(rows), place)
        return
    first, last, gutter = run
    yield from columns_of(rows[:first], place)
    yield from columns_of(within(rows[first:last], right=gutter), place + "l")
    for number, column in enumerate(columns_of(within(rows[first:last], left=gutter), place + "r")):
        yield replace(column, continued=True) if number == 0 else column
    yield from columns_of(rows[last:], place)


def _longest_run(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """The longest run of rows that a gutter divides into two columns of prose: first, last + 1, and the gutter."""
    left, right = extent(rows)
    narrowest = _NARROWEST * (right - left)
    middles = (
        (one.box.right + two.box.left) / 2
        for row in rows
        for one, two in pairwise(row.words)
        if two.box.left - one.box.right > _GUTTER * row.box.height
    )
    places = {_PLACES * round(middle / _PLACES) for middle in middles if left + narrowest < middle < right - narrowest}
    runs = (run for place in sorted(places) for run in _runs_beside(rows, place))
    return max(runs, key=lambda run: run[1] - run[0], default=None)


def _runs_beside(rows: Sequence[Row], gutter: float) -> Iterator[tuple[int, int, float]]:
    """The runs of rows that keep clear of `gutter` and are prose on both sides of it.

    What stands on the left below the last row on the right is the left column's to the foot of the page; where wider
    rows follow, only as far as no gap parts it.
    """
    first = 0
    for at in range(len(rows) + 1):
        if at < len(rows) and _keeps_clear(rows[at], gutter):
            continue
        to_right = [index for index in range(first, at) if rows[index].words[-1].box.left > gutter]
        if to_right:
            start, end = to_right[0], to_right[-1] + 1
            while end < at and (at == len(rows) or _is_next(rows[end - 1], rows[end])):
                end += 1  # the left column is the longer one
            beside = rows[start:end]
            if _is_prose(within(beside, right=gutter)) and _is_prose(within(beside, left=gutter)):
                yield start, end, gutter
        first = at + 1


def _keeps_clear(row: Row, gutter: float) -> bool:
    """Whether no word of the row stands in the gutter."""
    margin = _GUTTER * row.box.height / 2
    return not any(word.box.left < gutter + margin and gutter - margin < word.box.right for word in row.words)


def _is_next(row: Row, following: Row) -> bool:
    return row.box.bottom - following.box.bottom < _NEXT_ROW * following.box.height


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether rows are lines of running text: several, of several words, most of them as long as the longest."""
    if len(rows) < _FEWEST_ROWS:
        return False
    left, right = extent(rows)
    filled = median(row.box.right - row.box.left for row in rows)
    return median(len(row.words) for row in rows) >= _FEWEST_WORDS and filled >= _FILLED * (right - left)
