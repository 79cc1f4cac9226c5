"""A meeting at a glance, shown over the reader."""

from functools import partial

from tui.ports import ReaderPort
from tui.session.lookups import PlaceLookups


class Glancing:
    """Shows the meeting of what is under the cursor; of two asked for in haste, the later one."""

    def __init__(self, reader: ReaderPort, closer: PlaceLookups) -> None:
        self._reader = reader
        self._closer = closer

    def show(self) -> None:
        """Show the meeting of what is under the cursor at a glance."""
        if permalink := self._reader.under_cursor:
            self._reader.attempt("looking", partial(self._show, permalink), newest=True)

    async def _show(self, permalink: str) -> None:
        from tui.glance.screen import GlanceScreen

        glance = await self._closer.glance(permalink)
        self._reader.push(GlanceScreen(glance, self._reader.visit))
