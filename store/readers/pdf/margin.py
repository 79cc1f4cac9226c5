"""Notes in the margin of minutes: who is to act, in a column of its own beside the words."""

from collections import Counter
from collections.abc import Sequence

from store.readers.pdf.rows import Row, extent, within

_FEWEST = 3  # notes
_MOST_WORDS = 3  # in a note
_OUTER_PART = 0.75  # of the width of the words: where the margin may begin
_LARGEST_SHARE = 0.5  # of the rows that have a note; a table has more
_STRAY = 0.5  # points that the beginnings of notes may lie apart
_NOTES_TO_CROSSING = 5  # notes there must be for each row that reaches into the margin (a title)


def margin_of(rows: Sequence[Row]) -> float | None:
    """Where in the rows of a whole document the column of notes begins, in points from the left; None without one.

    Some rows have a few words there after a wide gap, and hardly any other words reach so far.
    """
    if not rows:
        return None
    left, right = extent(rows)
    outer = left + _OUTER_PART * (right - left)
    ends = [row.cells[-1] for row in rows if len(row.cells) > 1]
    starts = Counter(round(end.box.left, 1) for end in ends if end.box.left > outer and len(end.words) <= _MOST_WORDS)
    for start, notes in starts.most_common():
        margin = start - _STRAY
        crossing = sum(not _keeps_clear(row, margin) for row in rows)
        if max(_FEWEST, _NOTES_TO_CROSSING * crossing) <= notes <= _LARGEST_SHARE * len(rows):
            return margin
    return None


def without_notes(rows: Sequence[Row], margin: float | None) -> tuple[list[Row], list[Row]]:
    """`rows` without what stands beyond the margin, and that."""
    if margin is None:
        return list(rows), []
    words: list[Row] = []
    notes: list[Row] = []
    for row in rows:
        if _keeps_clear(row, margin):
            words += within([row], right=margin)
            notes += within([row], left=margin)
        else:
            words.append(row)
    return words, notes


def _keeps_clear(row: Row, margin: float) -> bool:
    """Whether no word of a row reaches over `margin`, nor more than a note's stand beyond it."""
    beyond = [word for word in row.words if word.box.right > margin]
    return len(beyond) <= _MOST_WORDS and all(word.box.left >= margin for word in beyond)
