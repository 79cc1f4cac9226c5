"""What covers a screen that is too small to read on, until it is larger."""

from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.pages.safe import words
from tui.widgets.layout import has_room, room_needed


class TooSmall(Widget):
    """One sentence over everything; what it covers stays as it is."""

    DEFAULT_CSS = """
    TooSmall { layer: cover; width: 100%; height: 100%; background: $background; color: $foreground; }
    """

    ALLOW_SELECT = False

    @classmethod
    def cover(cls, screen: Screen[None]) -> None:
        """Cover a screen, or uncover it, as its size asks."""
        small = not has_room(*screen.app.size)
        covers = screen.query(cls)
        for cover in covers:
            cover.display = small
            cover.refresh()
        if small and not covers:
            screen.mount(cls())

    def render(self) -> Content:
        return words(room_needed(*self.app.size))


class Covered(Widget):
    """A widget that others cover, but for a line above and a margin: each other line is as good as the second.

    Textual draws what is covered too, line by line, which takes nearly as long as drawing what covers it.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        lines = super().render_lines(Region(crop.x, crop.y, crop.width, min(crop.height, 2)))
        return lines[:1] + lines[1:] * (crop.height - 1)
