"""Notes in the margin of minutes: who is to act, in a column of its own beside the words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from store.readers.actions import heads_actions, is_action
from store.readers.pdf.printed_rows import Row, extent, within

_FEWEST = 3  # notes
_FEWEST_ACTIONS = 2  # notes that say who is to act
_MOST_CELLS = 3  # a label, the words, the note; more are a table's
_FEWEST_BESIDE = 5  # words beside such a note, at the median; in a table of names there are fewer
_MOST_WORDS = 3  # in a note
_OUTER_PART = 0.75  # of the width of the words: where the margin may begin
_LARGEST_SHARE = 0.5  # of the rows that have a note; a table has more
_STRAY = 0.5  # points that the beginnings of notes may lie apart
_NOTES_TO_CROSSING = 5  # notes there must be for each row that reaches into the margin (a title)


@dataclass(frozen=True, slots=True)
class Margin:
    """The column of notes: where it begins in points from the left, and in which rows of the document."""

    left: float
    first: int
    last: int


def margin_of(rows: Sequence[Row]) -> Margin | None:
    """The column of notes in the rows of a whole document; None without one.

    Some rows have a few words there after a wide gap, and hardly any other words reach so far; or they say who is to
    act, and from the first of them to the last no other words reach so far.
    """
    if not rows:
        return None
    left, right = extent(rows)
    outer = left + _OUTER_PART * (right - left)
    ends = [(at, row.cells[-1]) for at, row in enumerate(rows) if len(row.cells) > 1]
    beyond = [(at, end) for at, end in ends if end.box.left > outer and len(end.words) <= _MOST_WORDS]
    starts = Counter(round(end.box.left, 1) for _, end in beyond)
    for start, _ in starts.most_common():
        margin = _margin_at(start - _STRAY, rows, [at for at, end in beyond if round(end.box.left, 1) == start])
        if margin is not None:
            return margin
    return None


def _margin_at(left: float, rows: Sequence[Row], noted: Sequence[int]) -> Margin | None:
    """The column of notes that begins at `left`, if it is one; `noted` are the places of the rows that have a note."""
    if len(noted) > _LARGEST_SHARE * len(rows):
        return None
    crossing = sum(not _keeps_clear(row, left) for row in rows)
    if max(_FEWEST, _NOTES_TO_CROSSING * crossing) <= len(noted):
        return Margin(left, 0, len(rows))
    first, last = noted[0], noted[-1] + 1
    if len(noted) >= _FEWEST_ACTIONS and _are_actions(rows[first:last], left):
        return Margin(left, first, last)
    return None


def _are_actions(rows: Sequence[Row], margin: float) -> bool:
    """Whether what stands beyond a margin says who is to act, beside sentences, and nothing reaches over it."""
    if not all(_keeps_clear(row, margin) for row in rows):
        return False
    cells = [row.cells for row in rows if row.cells[-1].box.left >= margin]
    said = [note for *_, last in cells if not heads_actions(note := last.text)]
    beside = [max((len(cell.words) for cell in others), default=0) for *others, _ in cells]
    few_cells = all(len(of_row) <= _MOST_CELLS for of_row in cells)
    return few_cells and bool(said) and all(map(is_action, said)) and median(beside) >= _FEWEST_BESIDE


def without_notes(rows: Sequence[Row], margin: Margin | None, first: int) -> tuple[list[Row], list[Row]]:
    """`rows` without what stands beyond the margin, and that; the first of them is the `first` of the document."""
    if margin is None:
        return list(rows), []
    words: list[Row] = []
    notes: list[Row] = []
    for at, row in enumerate(rows, first):
        if margin.first <= at < margin.last and _keeps_clear(row, margin.left):
            words += within([row], right=margin.left)
            notes += within([row], left=margin.left)
        else:
            words.append(row)
    return words, notes


def _keeps_clear(row: Row, margin: float) -> bool:
    """Whether no word of a row reaches over `margin`, nor more than a note's stand beyond it, apart from the others."""
    beyond = [word for word in row.words if word.box.right > margin]
    if not beyond:
        return True
    if len(beyond) > _MOST_WORDS or beyond[0].box.left < margin:
        return False
    return len(beyond) == len(row.words) or row.cells[-1].words == tuple(beyond)
