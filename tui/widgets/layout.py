"""Which panes stand on the screen, by its size and the pane in use."""

from dataclasses import dataclass
from typing import Final

from tui.ports import Pane

BREAKPOINTS: Final = [(0, "-little-room"), (60, "-some-room"), (100, "-much-room")]
"""The style classes of a screen by its width: of what lies over the panes, how much of them it may cover."""

EVERY_PANE: Final = frozenset(Pane)

_LEAST_WIDTH, _LEAST_HEIGHT = 40, 10
_LEFT = (Pane.MEETINGS, Pane.ITEMS)


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
