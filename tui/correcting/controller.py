"""Putting a reading right, for the reader: it shows afterwards what is read now."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.ports import ReaderPort
from tui.session.library import Library

if TYPE_CHECKING:
    from tui.correcting.screen import CorrectingScreen


class CorrectingController:
    """Opens the document that a place is read from; `show_new` shows what is in the store, and says a sentence."""

    def __init__(self, reader: ReaderPort, library: Library, show_new: Callable[[str], None]) -> None:
        self._reader = reader
        self._library = library
        self._show_new = show_new

    def open(self, permalink: str, at: int | None = None) -> None:
        """Put right how a place was read, beginning with its words, or with those at a character of its document."""
        self._reader.attempt("putting right", partial(self._open, permalink, at), newest=True)

    async def _open(self, permalink: str, at: int | None) -> None:
        from tui.correcting.screen import CorrectingScreen
        from tui.session.correcting import CorrectingSession

        self._reader.say("Reading the document again …")
        session = CorrectingSession(self._library.path, self._library.kept)
        screen = CorrectingScreen(session, await session.open(permalink), at)
        self._reader.say("")
        self._reader.push(screen, partial(self._closed, screen))

    def _closed(self, screen: "CorrectingScreen") -> None:
        if not screen.is_settled:
            self._reader.attempt("putting right", partial(self._settle, screen))
        elif screen.told:
            self._show(screen.told)

    async def _settle(self, screen: "CorrectingScreen") -> None:
        """Finish what was left while it was read."""
        self._show(await screen.finish())

    def _show(self, told: str) -> None:
        """Show what the store says now, where the person was; a place that is called otherwise leads on."""
        self._show_new(told)
        if place := self._reader.place:
            self._reader.put(place)
