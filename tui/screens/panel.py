"""A panel at the left over the screen that asked for it, which can still be seen beside it."""

from textual.screen import ModalScreen

from tui.layout import BREAKPOINTS
from tui.screens.command_screen import CommandScreen


class PanelScreen(CommandScreen, ModalScreen[None]):
    """What is asked stands in a `Vertical`, and the status line below it."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    DEFAULT_CSS = """
    PanelScreen {
        background: transparent;
        &:ansi { background: transparent; }
        & > Vertical {
            width: 40%;
            max-width: 56;
            height: 1fr;
            border-top: heavy $accent;
            border-title-color: $accent;
            border-title-style: bold;
            padding: 0 1;
            background: $surface;
        }
        &.-some-room > Vertical { width: 54; }
        &.-little-room > Vertical { width: 100%; }
        & > StatusLine { dock: bottom; }
    }
    """
