"""Which panes stand on the screen, by its size and the pane in use."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Pane(IntEnum):
    """The panes, by the number in their title."""

    MEETINGS = 1
    ITEMS = 2
    READING = 3
    RESOLUTIONS = 4


BREAKPOINTS: Final = [(0, "-little-room"), (60, "-some-room"), (100, "-much-room")]
"""The style classes of a screen by its width: of what lies over the panes, how much of them it may cover."""

_LEFT = (Pane.MEETINGS, Pane.ITEMS)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The panes to show. `name` is the style class of the screen: "four", "two", "finding" or "one"."""

    name: str
    panes: frozenset[Pane]


def arrange(width: int, height: int, pane: Pane, left: Pane) -> Arrangement:
    """The panes for a screen of `width` by `height` cells with `pane` in use; `left` is the last used of 1 and 2."""
    if width >= 100 and height >= 30:
        return Arrangement("four", frozenset(Pane))
    if width >= 60 and height >= 16:
        if pane is Pane.RESOLUTIONS:
            return Arrangement("finding", frozenset({Pane.RESOLUTIONS, Pane.READING}))
        return Arrangement("two", frozenset({pane if pane in _LEFT else left, Pane.READING}))
    return Arrangement("one", frozenset({pane}))
