"""The app: colours, the screen to begin with, the clipboard and the way out."""

import asyncio
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from os import environ
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Final

from rich.console import RenderableType
from textual import on
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Resize
from textual.filter import LineFilter
from textual.reactive import Initialize, Reactive
from textual.theme import Theme

from store.database.connect import settle
from store.errors import MinutebookError
from store.text.clean import clean_line
from tui.commands.command_screen import CommandScreen
from tui.config.file import load
from tui.config.settings import Config
from tui.pages.safe import ControlFilter, NoColourFilter
from tui.reader.screen import ReaderScreen
from tui.session.library import Library, StoreLibrary
from tui.terminal.console import Exit, crashed, require_screen
from tui.terminal.driver import forgiving
from tui.terminal.ending import EndingApp, tidy_terminal
from tui.terminal.gc_scheduling import ScreenFirst
from tui.terminal.log import log
from tui.widgets.theme import NO_COLOURS, THEMES, first_theme

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from textual.driver import Driver

    from tui.terminal import clipboard

_SECONDS_TO_SETTLE: Final = 0.5
_SECONDS_TO_LOG: Final = 1.0  # so that the first screen does not wait for it


class Reader(EndingApp):
    """Reads the minutes of one library."""

    TITLE = "minutebook"
    ENABLE_COMMAND_PALETTE = False  # ours is a screen as the others are

    CSS = """
    Panes { height: 1fr; }
    #right { width: 1fr; }
    Panes.-two-columns #right { padding-left: 1; }
    MeetingList, ItemTree, PageView, ResolutionPane {
        height: 1fr;
        border-top: solid $rule;
        border-title-color: $quiet;
        padding: 0 0 0 1;
    }
    SourceView { padding: 0; }
    MeetingList:focus, ItemTree:focus, PageView:focus, ResolutionPane:focus-within {
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
    }
    Panes.-finding ResolutionPane { dock: top; }
    TextArea:light .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    """

    def __init__(
        self, library: Library, config: Config | None = None, remark: str = "", *, fresh: bool = False
    ) -> None:
        """`remark` is a sentence for the status line, until the first key; `fresh` forgets where the person was."""
        self.config = config or Config()  # says what theme to begin with
        self.current_theme = THEMES[self._first_theme()]
        super().__init__()
        self._library = library
        self._fresh = fresh
        self.keymap = self.config.keymap
        self.remark = remark
        self._line_filter = ControlFilter()
        self._no_colour = NoColourFilter()
        self._screen_first = ScreenFirst()

    current_theme = next(iter(THEMES.values()))  # which Textual would look up for every widget at every key

    @property
    def available_themes(self) -> dict[str, Theme]:
        return THEMES

    def validate_theme(self, name: str) -> str:
        """The name of a theme, which is in use from now on."""
        self.current_theme = THEMES[name]
        return name

    def _first_theme(self) -> str:
        return first_theme(self.config.theme, environ)

    theme: Reactive[str] = Reactive(Initialize(_first_theme))  # set later, it would have every style made twice

    def get_default_screen(self) -> ReaderScreen:
        return ReaderScreen(self._library, fresh=self._fresh)

    def get_driver_class(self) -> "type[Driver]":
        return forgiving(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = [*super().get_line_filters(), self._line_filter]
        return [*filters, self._no_colour] if self.theme == NO_COLOURS.name else filters

    @on(Driver.SignalResume)
    def draw_anew(self) -> None:
        """Draw the whole screen after a stop: one that came while it was drawn has lost what was drawn by then.

        The screen hears first of the size that the terminal has now, or it would be drawn once at its former one.
        """
        self.screen.post_message(Resize(self.size, self.size))
        self.screen.call_later(self.screen.refresh)

    def on_mount(self) -> None:
        self._screen_first.begin()
        self.set_timer(_SECONDS_TO_SETTLE, self._screen_first.settle_in)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, InputEvent):
            self._screen_first.note_input()
        if isinstance(event, Key) and not event.is_forwarded:
            self.remark = ""
            if isinstance(self.screen, CommandScreen) and self.screen.press(event):
                return
        await super().on_event(event)

    def on_unmount(self) -> None:
        self._screen_first.end()
        self._library.close()

    def leave(self) -> None:
        """Quit; but where minutes are being added, the first time only say so."""
        reader = self.screen_stack[0]
        if isinstance(reader, ReaderScreen) and (reason := reader.adding.why_stay()):
            self._say(reason)
        else:
            self.exit()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End; first every screen keeps what it has, while it has it."""
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                screen.leave()
        super().exit(result, return_code, message)

    async def copy_words(self, text: str) -> str:
        """Copy `text` by every route there is, else keep it in a file and show it; what came of it, in words."""
        copied = await self.copy(text)
        if copied.places or copied.terminal:
            return str(copied)
        from tui.commands.uncopied import UncopiedScreen
        from tui.terminal.clipboard import ClipboardError, keep

        try:
            said = f"{copied}. The words are in {await asyncio.to_thread(keep, text)}"
        except ClipboardError as error:
            said = f"{copied}. {error}"
        self.push_screen(UncopiedScreen(text, said))
        return said

    def show_help(self) -> None:
        """Show every key and what it does."""
        from tui.reader.help import HelpScreen

        below = self.screen
        self.push_screen(HelpScreen(below.in_use if isinstance(below, CommandScreen) else ()))

    def show_sample(self, folder: "TemporaryDirectory[str]", store: Path) -> None:
        """Open a reader on the sample's store, which clears the folder away that the store is in."""
        from tui.reader.sample_screen import SampleScreen

        self.push_screen(SampleScreen(folder, store))

    async def copy(self, text: str) -> "clipboard.Copied":
        """Copy `text` by every route there is, without holding up the screen."""
        from tui.terminal import clipboard

        send = super().copy_to_clipboard
        return await asyncio.to_thread(clipboard.copy, text, send, only=self.config.clipboard)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse."""
        self.run_worker(self._copy_selected(text), exclusive=True, group="copying")

    def action_command_palette(self) -> None:
        from tui.reader.palette import PaletteScreen

        if isinstance(self.screen, CommandScreen) and not isinstance(self.screen, PaletteScreen):
            self.push_screen(PaletteScreen(self.screen))

    def action_help_quit(self) -> None:
        """Ctrl+C is for copying here; say what quits."""
        if isinstance(self.screen, CommandScreen):
            self.screen.say(f"{self.screen.key_for('quit')} quits; Ctrl+C copies what is selected.")

    async def _copy_selected(self, text: str) -> None:
        lines = [clean_line(line) for line in text.split("\n")]
        copied = await self.copy("\n".join(lines))
        self._say(f"{copied}: {f'{len(lines):,} selected lines' if len(lines) > 1 else 'the selected words'}")

    def _say(self, sentence: str) -> None:
        if isinstance(self.screen, CommandScreen):
            self.screen.say(sentence)


def run(
    store_path: Path,
    config_file: Path | None = None,
    *,
    fresh: bool = False,
    passing: bool = False,
    desk_path: Path | None = None,
) -> int:
    """Open the reader on a store; the exit status is one of `Exit`, or 128 and the signal that ended it.

    It begins where the person was the last time, unless it is to begin `fresh`. `passing` is true of a store that goes
    afterwards; `desk_path` is another desk than the person's own. Raises `NoScreen` where there is no terminal that
    could show it.
    """
    require_screen()
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(
            encoding="utf-8"
        )  # what draws the screen writes there; a Latin-1 locale has no lines
    config, remark = _config(config_file)
    app = Reader(StoreLibrary(store_path, desk_path, passing=passing), config, remark, fresh=fresh)
    opening = Timer(_SECONDS_TO_LOG, log, [f"opened {store_path}"])
    opening.daemon = True
    opening.start()
    app.run()
    opening.cancel()
    tidy_terminal()
    settle(store_path)
    return crashed(None) if app.return_code == Exit.CRASHED else app.return_code or Exit.DONE


def _config(path: Path | None) -> tuple[Config, str]:
    """The person's settings, and nothing to say; or those of the program, and why."""
    try:
        return load(path), ""
    except MinutebookError as error:
        return Config(), f"Settings set aside (minutebook config --check): {error}"
