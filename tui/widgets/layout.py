"""Which panes stand on the screen, by its size and the pane in use."""

from dataclasses import dataclass, replace
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

EVERY_PANE: Final = frozenset(Pane)

_LEAST_WIDTH, _LEAST_HEIGHT = 40, 10
_LEFT = (Pane.MEETINGS, Pane.ITEMS)


LEAST_SHARE, MOST_SHARE = 10, 90


@dataclass(frozen=True, slots=True)
class Sizes:
    """How the panes share the screen, in percent: the width of the left two, and of each two the height of the upper.

    `found` is the height of the resolutions over the text, in the arrangement called "finding".
    """

    left: float = 40
    meetings: float = 33
    reading: float = 60
    found: float = 60

    def changed(self, name: str, share: float) -> "Sizes":
        """The same with another share of that name, within what leaves room for both."""
        return replace(self, **{name: min(max(share, LEAST_SHARE), MOST_SHARE)})


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The panes to show. `name` is the style class of the screen: "four", "two", "finding" or "one"."""

    name: str
    panes: frozenset[Pane]

    @property
    def left(self) -> bool:
        """Whether any of the left two is shown."""
        return not self.panes.isdisjoint(_LEFT)

    @property
    def right(self) -> bool:
        """Whether any of the right two is shown."""
        return not self.panes <= set(_LEFT)

    @property
    def two_columns(self) -> bool:
        """Whether panes stand beside one another."""
        return self.left and self.right


def arrange(
    width: int, height: int, pane: Pane, left: Pane, wanted: frozenset[Pane] = EVERY_PANE, *, alone: bool = False
) -> Arrangement:
    """The panes for a screen of `width` by `height` cells with `pane` in use; `left` is the last used of 1 and 2.

    `wanted` are those to show where there is room for all, beside the one in use, and `alone` shows only that one.
    """
    if alone:
        return Arrangement("one", frozenset({pane}))
    if width >= 100 and height >= 30:
        return Arrangement("four", wanted | {pane})
    if width >= 60 and height >= 16:
        if pane is Pane.RESOLUTIONS:
            return Arrangement("finding", frozenset({Pane.RESOLUTIONS, Pane.READING}))
        return Arrangement("two", frozenset({pane if pane in _LEFT else left, Pane.READING}))
    return Arrangement("one", frozenset({pane}))


def has_room(width: int, height: int) -> bool:
    """Whether a screen is large enough to read on."""
    return width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT


def room_needed(width: int, height: int) -> str:
    """What to say on a screen that is not."""
    return f"minutebook needs {_LEAST_WIDTH} columns by {_LEAST_HEIGHT} lines; this is {width} by {height}."
