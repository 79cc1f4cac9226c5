"""Exporting from the reader: what there is to export now, and having it written."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from store.text.lists import counted
from tui.ports import Pane, ReaderPort
from tui.session.library import Library

if TYPE_CHECKING:
    from store.export.export import Wanted
    from store.export.export_formats import ExportFormat
    from tui.exporting.screen import Offer
    from tui.session.store_thread import Withdrawn


class Exporting:
    """Exports for the reader. The store is read in a thread of its own, so that reading goes on meanwhile."""

    def __init__(self, reader: ReaderPort, library: Library) -> None:
        self._reader = reader
        self._library = library

    def open(self) -> None:
        """Ask what to export and how."""
        self._reader.attempt("exporting", self._open, newest=True)

    async def _open(self) -> None:
        from store.errors import UserDataError
        from tui.exporting.screen import ExportScreen

        try:
            stars = tuple(star.permalink for star in await self._library.kept.stars())
        except UserDataError as error:
            self._reader.say(str(error))
            stars = ()
        self._reader.push(ExportScreen(list(self._offers(stars)), self._name))

    def _offers(self, stars: tuple[str, ...]) -> "Iterator[Offer]":
        """What there is to export, what the person is at first."""
        from store.export.export import Wanted
        from tui.exporting.screen import Offer

        chosen, query = self._reader.chosen, self._reader.find_text.strip()
        finding = self._reader.pane is Pane.RESOLUTIONS and query
        found = Offer(Wanted(query=query), "What is found", query, "found") if query else None
        if self._reader.selected:
            yield Offer(Wanted(places=chosen), "What is selected", counted(len(chosen), "place"), "selected")
        if found and finding:
            yield found
        meeting = None
        if view := self._reader.meeting:
            meeting = view.line.permalink
            yield Offer(Wanted(meeting=meeting), "This meeting", meeting, meeting.replace("/", "-"))
        if chosen and not self._reader.selected and chosen != (meeting,):
            yield Offer(Wanted(places=chosen), "What is under the cursor", chosen[0], "minute")
        if found and not finding:
            yield found
        if stars:
            yield Offer(Wanted(places=stars), "What is starred", counted(len(stars), "place"), "starred")

    def _name(self, offer: "Offer", form: "ExportFormat") -> None:
        """Ask for the file, and have it written."""
        from tui.exporting.screen import ExportFileScreen

        screen = ExportFileScreen(
            f"{offer.words}: {offer.below}, as {form.name}",
            f"{offer.name}{form.suffix}",
            lambda path, *, force: self._write(offer.wanted, form, path, force=force),
            self._reader.say,
        )
        self._reader.push(screen)

    async def _write(self, wanted: "Wanted", form: "ExportFormat", path: Path | None, *, force: bool) -> str:
        """Write a file, or without a path give what would be in it. Raises `MinutebookError`."""
        import sqlite3

        from store.export.export import export
        from store.export.write_file import write_whole
        from store.find.user_filters import UserMarks
        from tui.session.store_thread import StoreThread

        stars = tuple(star.permalink for star in await self._library.kept.stars())
        seen = await self._library.kept.seen()
        marked = UserMarks(lambda: stars, lambda: seen)

        def written(store: sqlite3.Connection, withdrawn: "Withdrawn") -> str:
            pieces = export(store, wanted, form, marked, withdrawn)
            if path is None:
                return "".join(_until(withdrawn, pieces))
            write_whole(path, _until(withdrawn, pieces), force=force)
            return ""

        thread = StoreThread(self._library.path)
        try:
            return await thread.ask(written)
        finally:
            thread.close()


class _NotWanted(Exception):
    """The person went away from it; nothing of it stays."""


def _until(withdrawn: "Withdrawn", pieces: Iterator[str]) -> Iterator[str]:
    for piece in pieces:
        if withdrawn():
            raise _NotWanted
        yield piece
