"""The app: colours, the screen to begin with, the clipboard and the way out."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter

from store.clean import clean_line
from tui import clipboard
from tui.commands.palette import PaletteCommands
from tui.library import Library, StoreLibrary
from tui.safe import ControlFilter
from tui.screen_first import ScreenFirst
from tui.screens.command_screen import CommandScreen
from tui.screens.reader import ReaderScreen
from tui.terminal import require_screen
from tui.theme import THEMES, first_theme

_ENDINGS: Final = (signal.SIGTERM, signal.SIGHUP)
_SECONDS_TO_TIDY: Final = 0.5


class Reader(App[None]):
    """Reads the minutes of one library."""

    TITLE = "minutebook"
    COMMANDS = {PaletteCommands}

    CSS = """
    Screen { background: $background; }
    SearchIcon { display: none; }
    Panes { height: 1fr; }
    #left { width: 40%; max-width: 56; }
    #right { width: 1fr; padding-left: 1; }
    MeetingList, ItemTree, PageView, ResolutionPane {
        height: 1fr;
        border-top: solid $rule;
        border-title-color: $quiet;
        padding: 0 0 0 1;
    }
    MeetingList:focus, ItemTree:focus, PageView:focus, ResolutionPane:focus-within {
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
    }
    ItemTree { height: 2fr; }
    ReadingPane { height: 3fr; }
    ResolutionPane { height: 2fr; }
    Panes.-finding ResolutionPane { dock: top; height: 60%; }
    Panes.-finding #right, Panes.-one #right { padding-left: 0; }
    Panes.-one #left { width: 1fr; max-width: 100%; }
    PickerScreen, NameScreen { background: $background 0%; }
    PickerScreen > Vertical, NameScreen > Vertical {
        width: 40%;
        max-width: 56;
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 1;
        background: $surface;
    }
    .-some-room > Vertical { width: 54; }
    .-little-room > Vertical { width: 100%; }
    NameScreen > Vertical { height: auto; border-bottom: solid $rule; }
    PickerScreen StatusLine, NameScreen StatusLine { dock: bottom; }
    ChoiceList { height: 1fr; }
    """

    def __init__(self, library: Library) -> None:
        plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=plain or None)
        self._library = library
        self._line_filter = ControlFilter()
        self._screen_first = ScreenFirst()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = first_theme(plain)

    def get_default_screen(self) -> ReaderScreen:
        return ReaderScreen(self._library)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._line_filter]

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for ending in _ENDINGS:
            loop.add_signal_handler(ending, self._end, ending)

        self._screen_first.begin()
        self.set_interval(_SECONDS_TO_TIDY, self._screen_first.tidy)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key):
            self._screen_first.key()
        await super().on_event(event)

    def on_unmount(self) -> None:
        self._screen_first.end()
        self._library.close()

    async def copy(self, text: str) -> clipboard.Copied:
        """Copy `text` by every route there is, without holding up the screen."""
        return await asyncio.to_thread(clipboard.copy, clean_line(text), super().copy_to_clipboard)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse."""
        self.run_worker(self._copy_selected(text), exclusive=True, group="copying")

    def action_help_quit(self) -> None:
        """Ctrl+C is for copying here; say what quits."""
        self._say("q quits; Ctrl+C copies what is selected.")

    async def _copy_selected(self, text: str) -> None:
        self._say(f"{await self.copy(text)}: the selected words")

    def _say(self, sentence: str) -> None:
        if isinstance(self.screen, CommandScreen):
            self.screen.say(sentence)

    def _end(self, ending: signal.Signals) -> None:
        self.exit(return_code=128 + ending)


def run(store_path: Path) -> int:
    """Open the reader on a store; the exit status is 0, or 128 and the signal that ended it.

    Raises `NoScreen` where there is no terminal that could show it.
    """
    require_screen()
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(
            encoding="utf-8"
        )  # what draws the screen writes there; a Latin-1 locale has no lines
    app = Reader(StoreLibrary(store_path))
    app.run()
    return app.return_code or 0
