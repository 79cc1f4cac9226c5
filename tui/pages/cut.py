"""Names cut to the room there is, so that no two look the same."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len, set_cell_size

_LEFT_OUT: Final = "…"
_LEAST_HEAD: Final = 4  # cells


def cut_name(name: str, room: int, others: Iterable[str]) -> str:
    """A name in at most `room` cells: cut at its end or, where one of `others` would look the same so, in its middle.

    What is kept of the end begins with the word in which the names differ, as far as there is room for it.
    """
    if cell_len(name) <= room:
        return name
    begins = set_cell_size(name, max(room - 1, 0)).rstrip()
    alike = [other for other in others if other != name and other.startswith(begins)]
    room_for_end = room - 1 - _LEAST_HEAD
    if not alike or room_for_end < 1:
        return f"{begins}{_LEFT_OUT}"
    differs = max(_first_difference(name, other) for other in alike)
    end = name[name.rfind(" ", 0, differs) + 1 :]
    end = set_cell_size(end, min(cell_len(end), room_for_end)).rstrip()
    return f"{set_cell_size(name, room - 1 - cell_len(end)).rstrip()}{_LEFT_OUT}{end}"


def _first_difference(one: str, other: str) -> int:
    """The place of the first letter in which two names differ."""
    return next(at for at, (mine, theirs) in enumerate(zip_longest(one, other)) if mine != theirs)
