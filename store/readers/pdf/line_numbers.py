"""The numbers that some printed pages set before every line, or every fifth: the page's own, and no words of its."""

from collections.abc import Sequence
from itertools import pairwise

from store.readers.pdf.printed_rows import Row

_FEWEST = 6  # numbers on a page
_STEPS = (1, 2, 5, 10)  # lines from one number to the next
_NUMBERED = 0.8  # of the lines that the numbers count, at least
_COUNTING = 0.9  # of the numbers that count on from the one before
_APART = 0.4  # heights of a row between a number and the words


def without_line_numbers(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[str]]:
    """The rows of each page without the numbers of its lines, and for each page those numbers, "" where it has none.

    Every page is judged by itself, and all stay as they are unless half of those with words are numbered.
    """
    numbered = [_numbers(rows) for rows in pages]
    if sum(bool(numbers) for numbers in numbered) * 2 < max(sum(bool(rows) for rows in pages), 1):
        return [list(rows) for rows in pages], [""] * len(pages)
    bare, told = [], []
    for rows, numbers in zip(pages, numbered, strict=True):
        bare.append([rest for at, row in enumerate(rows) if (rest := _without_first(row) if at in numbers else row)])
        told.append(" ".join(rows[at].words[0].text for at in numbers))
    return bare, told


def _numbers(rows: Sequence[Row]) -> list[int]:
    """The rows that begin with the number of their line; none unless the numbers count the lines of the page."""
    begin = [at for at, row in enumerate(rows) if _begins_with_number(row)]
    if len(begin) < _FEWEST:
        return []
    values = [int(rows[at].words[0].text) for at in begin]
    steps = [two - one for one, two in pairwise(values)]
    step = max(set(steps), key=steps.count)
    if step not in _STEPS or steps.count(step) < _COUNTING * len(steps):
        return []
    edge = max(rows[at].words[0].box.right for at in begin)
    words_left_of_it = any(
        word.box.left < edge for at, row in enumerate(rows) for word in row.words[at in set(begin) :]
    )
    return [] if words_left_of_it or len(begin) * step < _NUMBERED * len(rows) else begin


def _begins_with_number(row: Row) -> bool:
    first, *rest = row.words
    number = first.text.isascii() and first.text.isdecimal() and len(first.text) <= 4
    return number and (not rest or rest[0].box.left - first.box.right > _APART * row.box.height)


def _without_first(row: Row) -> Row | None:
    return Row(row.words[1:]) if len(row.words) > 1 else None
