"""Citing on the screen: the words that cite a place, copied at once or shown."""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from store.errors import MinutebookError
from tui.library import Library

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class Citing:
    """Cites for the reader; of two places asked for in haste, the later one."""

    def __init__(self, reader: "ReaderScreen", library: Library) -> None:
        self._reader = reader
        self._library = library

    def copy(self, permalink: str) -> None:
        """Copy the reference of a place, and say by which route it went."""
        self._run(self._copy(permalink))

    def show(self, permalink: str) -> None:
        """Show the words that cite a place."""
        self._run(self._show(permalink))

    async def _copy(self, permalink: str) -> None:
        from tui.app import Reader

        cited = await self._library.cite(permalink)
        assert isinstance(self._reader.app, Reader)
        self._reader.say(f"{await self._reader.app.copy(cited.reference)}: {cited.reference}")

    async def _show(self, permalink: str) -> None:
        from tui.screens.cite import CiteScreen

        self._reader.app.push_screen(CiteScreen(await self._library.cite(permalink)))

    def _run(self, citing: Coroutine[Any, Any, None]) -> None:
        self._reader.run_worker(self._told(citing), exclusive=True, group="citing")

    async def _told(self, citing: Coroutine[Any, Any, None]) -> None:
        try:
            await citing
        except MinutebookError as error:
            self._reader.say(str(error))
