"""Words for numbers of things, and lists as sentences write them: "3 items", "a, b and c"."""

from collections.abc import Iterable


def counted(number: int, thing: str) -> str:
    """A number with its thing: "1 item", "3 items", "33,361 meetings"."""
    return f"{number} {thing}" if number == 1 else f"{number:,} {thing}s"


def listed(things: Iterable[str], joined: str = "and") -> str:
    """Things in their order, the last behind `joined` ("and", "or"); empty where there are none."""
    *others, last = [*things] or [""]
    return f"{', '.join(others)} {joined} {last}" if others else last
