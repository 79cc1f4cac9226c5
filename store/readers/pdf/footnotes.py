"""Notes at the foot of a printed page, told from the words by the raised mark that refers to them."""

from collections.abc import Sequence
from typing import NamedTuple

from store.readers.pdf.printed_rows import Row
from store.readers.styled import Styled, beside

_MOST_ROWS = 25  # of a page's notes


class Footnote(NamedTuple):
    """A note on one line, and the row of the words that refers to it."""

    text: Styled
    row: Row


def without_footnotes(rows: Sequence[Row]) -> tuple[list[Row], list[Footnote]]:
    """The rows of a page's words, and the notes below them.

    A note begins with a raised mark that a row above it has, too; what follows it to the foot of the page is its own.
    """
    first = len(rows)
    notes: list[tuple[int, Row]] = []
    for at in range(len(rows) - 1, max(len(rows) - _MOST_ROWS, 0), -1):
        mark = _mark_before(rows[at])
        if not mark:
            continue
        refers = next((row for row in rows[:at] if _refers(row, mark)), None)
        if refers is None:
            break
        notes.append((at, refers))
        first = at
    footnotes, end = [], len(rows)
    for at, refers in notes:
        text = beside([row.styled.stripped() for row in rows[at:end]], " ")
        footnotes.append(Footnote(text, refers))
        end = at
    return list(rows[:first]), footnotes[::-1]


def _mark_before(row: Row) -> str:
    """The raised mark that a row begins with."""
    look = next((look for look in row.styled.looks if look.raised and look.span.start == 0), None)
    return row.text[look.span.start : look.span.end] if look and look.span.end < len(row.text) else ""


def _refers(row: Row, mark: str) -> bool:
    """Whether a row has a raised mark behind one of its words."""
    return any(
        look.raised and look.span.start and row.text[look.span.start : look.span.end] == mark
        for look in row.styled.looks
    )
