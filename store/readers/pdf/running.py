"""Running headers and footers of printed pages, known by coming back."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from store.readers.pdf.box import Box
from store.readers.pdf.printed_rows import Row
from store.readers.printed import is_said_again
from store.text.clean import fold

_MARGIN = 0.125  # of a page's height: where headers and footers stand
_FEWEST = 2  # pages on which words must come back
_NUMBER = re.compile(r"\d+")
_ONLY_NUMBER = re.compile(r"(?:page|of|\d|\W)+", re.IGNORECASE)


def running_rows(pages: Sequence[tuple[Sequence[Row], Box]]) -> list[tuple[int, int]]:
    """For each page (its rows from the top, and its area) how many rows its header has, and how many its footer.

    They stand in the margin, with no other words between them and the page's edge, and come back, numbers aside, on
    at least half of the pages, or of those on the left or on the right. What heads the first page is left with the
    words when they do not say it again: it may be all the heading that the minutes have.
    """
    headers = _running([_top(rows, area) for rows, area in pages])
    footers = _running([_foot(rows, area) for rows, area in pages])
    if headers:
        first = [row.text for row in pages[0][0]]
        body = first[len(headers[0]) :]
        again = takewhile(lambda line: _ONLY_NUMBER.fullmatch(line) or is_said_again(line, body), first)
        headers[0] = headers[0][: len(list(again))]
    return [(len(header), len(footer)) for header, footer in zip(headers, footers, strict=True)]


def _top(rows: Sequence[Row], area: Box) -> list[str]:
    """The words of the rows in the upper margin, from the edge of the page."""
    return _words(takewhile(lambda row: row.box.bottom > area.top - _MARGIN * area.height, rows))


def _foot(rows: Sequence[Row], area: Box) -> list[str]:
    """The words of the rows in the lower margin, from the edge of the page."""
    return _words(takewhile(lambda row: row.box.top < area.bottom + _MARGIN * area.height, rows[::-1]))


def _words(rows: Iterable[Row]) -> list[str]:
    """The words of rows as headers are compared: without case, every number alike."""
    return [_NUMBER.sub("#", fold(row.text)) for row in rows]


def _running(margins: Sequence[list[str]]) -> list[list[str]]:
    """The outermost of each page's lines, as far as they come back on other pages."""
    everywhere = _returning(margins)
    sides = [everywhere | _returning(margins[first::2]) for first in (0, 1)]
    return [list(takewhile(sides[page % 2].__contains__, margin)) for page, margin in enumerate(margins)]


def _returning(margins: Sequence[list[str]]) -> set[str]:
    """The lines that stand in the margins of at least half of the pages."""
    seen = Counter(words for margin in margins for words in set(margin))
    return {words for words, pages in seen.items() if pages >= _FEWEST and pages * 2 >= len(margins)}
