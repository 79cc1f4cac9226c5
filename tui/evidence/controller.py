"""What stands behind what is under the cursor: its evidence, its source, its plain text."""

from collections.abc import Callable
from functools import partial
from typing import Final

from tui.ports import Pane, ReaderPort, Work
from tui.session.library import Library

_SECONDS_TO_SEE: Final = 0.5  # in less a person sees nothing, nor closes what they saw
_MEASURE: Final = 100  # cells of a line of plain text; longer ones tire the eye


class EvidenceController:
    """Shows the reader's sources; of two things asked for in haste, the later one."""

    def __init__(self, reader: ReaderPort, library: Library, put_right: Callable[[str, int | None], None]) -> None:
        """`put_right` has put right how a place was read, from its words on, or from a character of its document."""
        self._reader = reader
        self._library = library
        self._closer = library.closer
        self._put_right = put_right

    def show(self) -> None:
        """Show the source lines of what is under the cursor."""
        if permalink := self._reader.under_cursor:
            self._run(partial(self._evidence, permalink))

    def doubts(self) -> None:
        """Show the doubts about the meeting of what is under the cursor, or say that there are none."""
        if permalink := self._reader.under_cursor:
            self._run(partial(self._doubts, permalink))

    def open_source(self) -> None:
        """Open the document that what is under the cursor was read from."""
        if permalink := self._reader.under_cursor:
            self._run(partial(self._open_source, permalink))

    def put_right(self) -> None:
        """Put right how what is under the cursor was read."""
        if permalink := self._reader.under_cursor:
            self._put_right(permalink, None)

    def page(self) -> None:
        """Show the item or the meeting under the cursor in the pager."""
        if permalink := self._reader.under_cursor:
            self._run(partial(self._page, permalink))

    async def _open_source(self, permalink: str) -> None:
        from tui.evidence.opening import open_source

        sources = await self._closer.evidence(permalink, self._said)
        await open_source(self._reader, self._closer, sources[0])

    async def _page(self, permalink: str) -> None:
        from tui.pages.plain import item_page, meeting_page
        from tui.terminal import programs

        reading = await self._library.read(permalink)
        width = min(self._reader.application.size.width, _MEASURE)
        text = item_page(reading.item, width) if reading.item else meeting_page(reading.meeting, width)
        pager = programs.pager()
        if programs.run_here(self._reader.application, pager, f"{text}\n") < _SECONDS_TO_SEE:
            self._reader.say(f"{pager[0]} ended at once, and so nothing was to be seen; $PAGER names another pager.")

    async def _evidence(self, permalink: str) -> None:
        from tui.evidence.screen import EvidenceScreen

        sources = await self._closer.evidence(permalink, self._said)
        self._reader.push(EvidenceScreen(self._closer, sources, partial(self._put_right, permalink)))

    async def _doubts(self, permalink: str) -> None:
        from tui.evidence.doubts_screen import DoubtsScreen

        put_right = partial(self._put_right, permalink)
        if doubts := await self._closer.doubts(permalink):
            self._reader.push(DoubtsScreen(self._closer, doubts, permalink, self._reader.visit, put_right))
        else:
            outdated = await self._closer.outdated()
            self._reader.say(outdated or "There is no doubt whether this meeting was read rightly.")

    @property
    def _said(self) -> str:
        """The words of the paragraph that is looked at, where it has no permalink of its own."""
        hit = self._reader.hit
        return hit.text if hit and self._reader.pane is Pane.RESOLUTIONS else self._reader.said

    def _run(self, looking: Work) -> None:
        self._reader.attempt("looking", looking, newest=True)
