"""Adding minutes from inside the reader: one import at a time, in the background, and told of in the status line."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import MinutebookError
from tui.adding.commands import Add
from tui.commands.general import Quit
from tui.session.library import Library
from tui.terminal.log import log

if TYPE_CHECKING:
    from tui.adding.importing import Import
    from tui.adding.progress_screen import ProgressScreen
    from tui.adding.run import Run
    from tui.reader.screen import ReaderScreen
    from tui.reader.welcome import WelcomeScreen


class Adding:
    """Adds for the reader. Reading goes on meanwhile; quitting asks once, and then stops it."""

    def __init__(self, reader: "ReaderScreen", library: Library) -> None:
        self._reader = reader
        self._library = library
        self._import: Import | None = None
        self._run: Run | None = None  # the one that runs, or that ended and was not looked at
        self._screen: ProgressScreen | None = None
        self._warned = False
        self._welcome: WelcomeScreen | None = None

    @property
    def running(self) -> bool:
        """Whether an import runs."""
        return self._import is not None

    @property
    def welcoming(self) -> bool:
        """Whether there are no minutes yet, and so adding is what to begin with."""
        return self._welcome is not None

    @property
    def why_not(self) -> str | None:
        """Why nothing can be added here."""
        if self._library.passing:
            return "This is the sample, which goes when it is left: leave it to add minutes of your own."
        return None

    def open(self) -> None:
        """Ask what to add; or show how far it has come, or what came of it."""
        if self._run:
            self._show(self._run)
            return
        from tui.adding.screen import AddScreen

        self._reader.app.push_screen(AddScreen(self.begin, self._library.councils))

    def welcome(self, *, empty: bool) -> None:
        """Stand a welcome over the reader of an empty store, and take it away when there is something to read."""
        if not empty:
            welcome, self._welcome = self._welcome, None
            if welcome and self._reader.app.screen is welcome:  # else it goes when what stands over it is closed
                welcome.dismiss()
        elif self._welcome is None and self._reader.app.screen is self._reader:
            from tui.reader.welcome import WelcomeScreen

            self._welcome = WelcomeScreen(self._reader, self._library.path)
            self._reader.app.push_screen(self._welcome)

    def remark(self, words: str) -> None:
        """Show a few words at the end of the status line, on the welcome too where that stands."""
        self._reader.remark(words)
        if self._welcome:
            self._welcome.remark(words)

    def begin(self, path: Path, council: str | None) -> None:
        """Add what is at a path, and show how it goes."""
        from tui.adding.importing import Import
        from tui.adding.run import Run

        self._import = Import(self._library.path, path, council)
        self._run = Run(path)
        self._warned = False
        self._reader.run_worker(self._add(self._import, self._run), group="adding")
        self._show(self._run)

    def stop(self) -> None:
        """Stop after the document in hand."""
        if self._import and self._run:
            self._run.stopping = True
            self._import.stop()

    def why_stay(self) -> str | None:
        """Why not to quit yet; asked a second time, nothing is in the way."""
        if not self.running or self._warned:
            return None
        self._warned = True
        quits = self._reader.key_for(Quit)
        return f"Minutes are being added. {quits} again stops that and quits; what was added stays."

    def _show(self, run: "Run") -> None:
        from tui.adding.progress_screen import ProgressScreen

        if run.ended:
            self._run = None
        self._screen = ProgressScreen(run, self.stop)
        self._reader.app.push_screen(self._screen)

    async def _add(self, adding: "Import", run: "Run") -> None:
        try:
            async for events in adding.events():
                run.take(events)
                self._tell(run)
            run.end()
        except MinutebookError as error:
            run.end(str(error))
        finally:
            self._import = None
        if self._reader.app.screen is self._screen:
            self._run = None  # it was seen
        self._tell(run)
        await asyncio.to_thread(log, f"added: {run.came_of_it}")
        self._reader.watching.show_new(run.ended)

    def _tell(self, run: "Run") -> None:
        self.remark("" if run.ended else run.remark(self._reader.key_for(Add)))
        if self._screen in self._reader.app.screen_stack:
            self._screen.show_progress()
