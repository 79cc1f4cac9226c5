"""Roman figures, as Word and browsers set them before the entries of a list."""

_SIGNS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(number: int) -> str:
    """A number from 1 up in small Roman letters: 4 is "iv"."""
    letters = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        letters += sign * count
    return letters
