"""Words for numbers of things."""


def counted(number: int, thing: str) -> str:
    """A number with its thing: "1 item", "3 items", "33,361 meetings"."""
    return f"{number} {thing}" if number == 1 else f"{number:,} {thing}s"
