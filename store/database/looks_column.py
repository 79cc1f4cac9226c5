"""The looks of a document as the store keeps them: short rows of numbers."""

from collections.abc import Iterable

from store.model import Look, Span

Numbers = list[int]

_FLAGS = ("bold", "italic", "underlined", "raised", "struck", "hidden", "quoted")  # the first is the lowest bit
_HUNDREDTHS = 100  # of a size: letters are told apart by no less


def kept_looks(looks: Iterable[Look]) -> list[Numbers]:
    """Looks as rows of numbers: start, length, flags, heading, size in hundredths, the cell; without noughts last."""
    return [_numbers(look) for look in looks]


def looks_of(rows: Iterable[Numbers]) -> tuple[Look, ...]:
    """The looks that rows of numbers are."""
    return tuple(_look(*row) for row in rows)


def _numbers(look: Look) -> Numbers:
    flags = sum(1 << bit for bit, name in enumerate(_FLAGS) if getattr(look, name))
    row = [look.span.start, look.span.end - look.span.start, flags, look.heading, round(look.size * _HUNDREDTHS)]
    row += look.cell or ()
    while look.cell is None and row[-1] == 0:
        row.pop()
    return row


def _look(start: int, length: int, flags: int = 0, heading: int = 0, size: int = 0, *cell: int) -> Look:
    named = {name: bool(flags >> bit & 1) for bit, name in enumerate(_FLAGS)}
    place = (cell[0], cell[1], cell[2]) if cell else None
    return Look(Span(start, start + length), heading=heading, size=size / _HUNDREDTHS, cell=place, **named)
