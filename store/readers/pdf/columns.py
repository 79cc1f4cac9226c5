"""The columns of a PDF page: which rows are read down before those beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from store.readers.pdf.printed_rows import Row, extent, within

_FEWEST_ROWS = 4  # on each side: fewer are no column
_FEWEST_WORDS = 5  # in a row of prose, at the median; the cells of a table have fewer
_FILLED = 0.7  # of its column's width that a row of prose fills, at the median
_NARROWEST = 0.25  # of the whole: a narrower column is of headings, labels or notes
_NARROWEST_HEADINGS = 0.1  # of the whole: a narrower column is of labels
_MOST_HEADINGS = 0.6  # of the rows beside them; in a table every row has a first cell
_FEWEST_MIXED = 2  # rows that would run a heading and the words beside it together
_FEWEST_LETTERS = 4  # in a row of a heading, at the median; labels have fewer
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


@dataclass(frozen=True, slots=True)
class _Run:
    """The rows from `first` to before `last`, divided by a gutter: both sides prose, or the left one headings."""

    first: int
    last: int
    gutter: float
    headed: bool


def columns_of(rows: Sequence[Row], place: str = "") -> Iterator[Column]:
    """`rows` (from the top of the page) in the order in which they are read."""
    if not rows:
        return
    run = _longest_run(rows)
    if run is None:
        yield Column(tuple(rows), place)
        return
    beside = rows[run.first : run.last]
    yield from columns_of(rows[: run.first], place)
    for stretch in _headed(beside, run.gutter) if run.headed else [beside]:
        yield from columns_of(within(stretch, right=run.gutter), place + "l")
        for number, column in enumerate(columns_of(within(stretch, left=run.gutter), place + "r")):
            yield replace(column, continued=not run.headed) if number == 0 else column
    yield from columns_of(rows[run.last :], place)


def _longest_run(rows: Sequence[Row]) -> _Run | None:
    left, right = extent(rows)
    middles = (
        (one.box.right + two.box.left) / 2
        for row in rows
        for one, two in pairwise(row.words)
        if two.box.left - one.box.right > _GUTTER * row.box.height
    )
    low, high = left + _NARROWEST_HEADINGS * (right - left), right - _NARROWEST * (right - left)
    places = {_PLACES * round(middle / _PLACES) for middle in middles if low < middle < high}
    wide = left + _NARROWEST * (right - left)
    runs = (run for place in sorted(places) for run in _runs_beside(rows, place, wide=place > wide))
    return max(runs, key=lambda run: run.last - run.first, default=None)


def _runs_beside(rows: Sequence[Row], gutter: float, *, wide: bool) -> Iterator[_Run]:
    """The runs of rows that keep clear of `gutter`; `wide`: what is on its left is wide enough for prose.

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
            if wide and _is_prose(within(beside, right=gutter)) and _is_prose(within(beside, left=gutter)):
                yield _Run(start, end, gutter, headed=False)
            elif _has_headings(beside, gutter):
                yield _Run(start, end, gutter, headed=True)
        first = at + 1


def _has_headings(rows: Sequence[Row], gutter: float) -> bool:
    """Whether the left column is of headings, of several rows each, beside the words that they stand over."""
    headings = within(rows, right=gutter)
    beside = within(rows, left=gutter)
    if len(beside) < _FEWEST_ROWS or not headings or len(headings) > _MOST_HEADINGS * len(beside):
        return False
    mixed = sum(
        _is_next(one, two) and all(row.words[0].box.left < gutter < row.words[-1].box.left for row in (one, two))
        for one, two in pairwise(rows)
    )
    letters = median(sum(letter.isalpha() for letter in row.text) for row in headings)
    return mixed >= _FEWEST_MIXED and letters >= _FEWEST_LETTERS


def _headed(rows: Sequence[Row], gutter: float) -> Iterator[Sequence[Row]]:
    """`rows` divided where a heading begins on the left of `gutter`."""
    start = 0
    for at in range(1, len(rows)):
        heads = rows[at].words[0].box.left < gutter
        goes_on = rows[at - 1].words[0].box.left < gutter and _is_next(rows[at - 1], rows[at])
        if heads and not goes_on:
            yield rows[start:at]
            start = at
    yield rows[start:]


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
