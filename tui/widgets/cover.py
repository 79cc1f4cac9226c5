"""What covers a screen that is too small to read on, until it is larger."""

from textual.content import Content
from textual.screen import Screen
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
    def cover(cls, screen: Screen[None]) -> bool:
        """Cover a screen, or uncover it, as its size asks; whether it has room to read on."""
        small = not has_room(*screen.app.size)
        covers = screen.query(cls)
        for cover in covers:
            cover.display = small
            cover.refresh()
        if small and not covers:
            screen.mount(cls())
        return not small

    def render(self) -> Content:
        return words(room_needed(*self.app.size))
