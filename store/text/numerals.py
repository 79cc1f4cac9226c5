"""Roman figures, as minutes, Word and browsers set them before the entries of a list."""

import re

_SIGNS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_VALUES = {sign: value for value, sign in _SIGNS if len(sign) == 1}
_FIGURES = re.compile("x{0,3}(?:ix|iv|v?i{0,3})")  # to 39: lists are no longer, and "c", "d", "m" are letters of a list


def roman(number: int) -> str:
    """A number from 1 up in small Roman letters: 4 is "iv"."""
    letters = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def roman_value(figures: str) -> int | None:
    """What small Roman letters count to, "iv" to 4; None for other letters, and for more than 39."""
    if not figures or not _FIGURES.fullmatch(figures):
        return None
    values = [_VALUES[letter] for letter in figures]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
