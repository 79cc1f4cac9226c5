"""Adding minutes from inside the reader: one import at a time, in the background, and told of in the status line."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import MinutebookError
from tui.ports import ReaderPort
from tui.session.library import Library
from tui.terminal.log import log

if TYPE_CHECKING:
    from tui.adding.importing import Import
    from tui.adding.progress_screen import ProgressScreen
    from tui.adding.run import ImportRun


class Adding:
    """Adds for the reader. Reading goes on meanwhile; quitting asks once, and then stops it."""

    def __init__(self, reader: ReaderPort, library: Library, show_new: Callable[[str], None]) -> None:
        """`show_new` shows what came into the store, and says a sentence of it."""
        self._reader = reader
        self._show_new = show_new
        self._library = library
        self._import: Import | None = None
        self._run: ImportRun | None = None  # the one that runs, or that ended and was not looked at
        self._screen: ProgressScreen | None = None
        self._warned = False

    @property
    def running(self) -> bool:
        """Whether an import runs."""
        return self._import is not None

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

        self._reader.push(AddScreen(self.begin, self._library.councils))

    def name_council(self) -> None:
        """Ask for the council of the committee whose meeting is shown."""
        from tui.adding.naming import CouncilNaming

        CouncilNaming(self._reader, self._library, self._show_new).ask()

    def begin(self, path: Path, council: str | None) -> None:
        """Add what is at a path, and show how it goes."""
        from tui.adding.importing import Import
        from tui.adding.run import ImportRun

        self._import = Import(self._library.path, path, council)
        self._run = ImportRun(path)
        self._warned = False
        self._reader.attempt("adding", partial(self._add, self._import, self._run))
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
        quits = self._reader.key_for("quit")
        return f"Minutes are being added. {quits} again stops that and quits; what was added stays."

    def _show(self, run: "ImportRun") -> None:
        from tui.adding.progress_screen import ProgressScreen

        if run.ended:
            self._run = None
        self._screen = ProgressScreen(run, self.stop)
        self._reader.push(self._screen)

    async def _add(self, adding: "Import", run: "ImportRun") -> None:
        try:
            async for events in adding.events():
                run.take(events)
                self._tell(run)
            run.end()
        except MinutebookError as error:
            run.end(str(error))
        finally:
            self._import = None
        if self._screen and self._screen.is_current:
            self._run = None  # it was seen
        self._tell(run)
        await asyncio.to_thread(log, f"added: {run.came_of_it}")
        self._show_new(run.ended)

    def _tell(self, run: "ImportRun") -> None:
        self._reader.remark("" if run.ended else run.remark(self._reader.key_for("add")))
        if self._screen and self._screen.is_attached:
            self._screen.show_progress()
