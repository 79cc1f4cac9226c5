"""The first screen of somebody who has no minutes yet: what this is, and the two ways to begin."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TYPE_CHECKING, Protocol

from textual import work
from textual.app import ComposeResult

from tui.adding.commands import WELCOME_COMMANDS
from tui.adding.importing import begin_apart
from tui.commands.command_screen import CommandScreen
from tui.pages.page import PageLines, Setter
from tui.pages.safe import pane_title, words
from tui.ports import Host, Movable
from tui.widgets.line_view import PageView
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.adding.controller import Adding
    from tui.reader.watching import Watching

_WHAT = (
    "adds some: a file, or a folder with all below it. PDF, Word, web pages and text are read.",
    "opens sample minutes, of councils that do not exist; leaving them comes back here.",
    "shows every key.",
)


def welcome_page(store: Path, keys: tuple[str, str, str], width: int) -> PageLines:
    """What this is, how to begin, and where the store will be; `keys` add, open the sample and help."""
    page = Setter(width)
    page.gap()
    page.text(words("Read council minutes, find what was decided though you mistype it, and cite it with one key."))
    page.gap()
    page.text(words("There are no minutes here yet.", "title"))
    page.gap()
    for key, what in zip(keys, _WHAT, strict=True):
        page.hung(words(key, "label"), words(what), column=max(map(len, keys)) + 2)
    page.gap()
    page.text(words(f"Your minutes will be kept in one file on this machine, and nothing leaves it: {store}", "quiet"))
    return page.page()


class WelcomeHost(Host, Protocol):
    """The reader over which the welcome stands; `welcoming` says whether it still has nothing to read."""

    @property
    def adding(self) -> "Adding": ...
    @property
    def watching(self) -> "Watching": ...
    @property
    def welcoming(self) -> bool: ...
    @property
    def is_current(self) -> bool: ...


class WelcomeScreen(CommandScreen):
    """Stands over the reader while its store has no meetings."""

    commands = WELCOME_COMMANDS

    def __init__(self, reader: WelcomeHost, store: Path) -> None:
        super().__init__()
        self._reader = reader
        self._store = store

    def compose(self) -> ComposeResult:
        keys = (self.key_for("add"), self.key_for("open-sample"), self.key_for("help"))
        view = PageView(lambda width: welcome_page(self._store, keys, width))
        view.border_title = pane_title("minutebook")
        yield view
        yield StatusLine()

    def on_screen_resume(self) -> None:
        """Go when minutes came in while another screen stood over this one."""
        if self.app.screen is self and not self.welcoming:
            self.dismiss()

    @property
    def movable(self) -> Movable:
        return self.query_one(PageView)

    @property
    def adding(self) -> "Adding":
        return self._reader.adding

    @property
    def watching(self) -> "Watching":
        return self._reader.watching

    @property
    def welcoming(self) -> bool:
        return self._reader.welcoming

    def open_sample(self) -> None:
        """Open the sample minutes, in a store that goes when they are left."""
        self.say("Making the sample …")
        self._open_sample()

    @work(exclusive=True, group="sample")
    async def _open_sample(self) -> None:

        folder = TemporaryDirectory(prefix="minutebook-")
        store = Path(folder.name) / "sample.db"
        if reason := await asyncio.to_thread(_make_sample, store):
            folder.cleanup()
            self.say(reason)
        else:
            self.say("")
            self.application.show_sample(folder, store)


def _make_sample(store: Path) -> str:
    """Make the sample's store, in a process apart; what went wrong, empty when nothing did."""
    with TemporaryFile() as errors:
        making = begin_apart("tui.cli", "--store", str(store), "sample", errors=errors)
        making.communicate()
        errors.seek(0)
        return errors.read().decode(errors="replace").strip() if making.returncode else ""


class Welcoming:
    """Stands a welcome over a reader of an empty store, and takes it away when there is something to read."""

    def __init__(self, reader: WelcomeHost, store: Path) -> None:
        self._reader = reader
        self._store = store
        self._screen: WelcomeScreen | None = None

    @property
    def stands(self) -> bool:
        """Whether the welcome stands, or stood and what is over it was not closed yet."""
        return self._screen is not None

    def show(self, *, empty: bool) -> None:
        """Stand it over an `empty` store; over another, take it away."""
        if not empty:
            screen, self._screen = self._screen, None
            if screen and screen.is_current:  # else it goes when what stands over it is closed
                screen.dismiss()
        elif self._screen is None and self._reader.is_current:
            self._screen = WelcomeScreen(self._reader, self._store)
            self._reader.push(self._screen)

    def remark(self, words: str) -> None:
        """Show a few words at the end of its status line, where it stands."""
        if self._screen:
            self._screen.remark(words)
