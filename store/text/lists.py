"""Lists as sentences write them: "a, b and c"."""

from collections.abc import Iterable


def listed(things: Iterable[str], joined: str = "and") -> str:
    """Things in their order, the last behind `joined` ("and", "or"); empty where there are none."""
    *others, last = [*things] or [""]
    return f"{', '.join(others)} {joined} {last}" if others else last
