"""All that is starred and noted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.background import Work
from tui.commands.marked import MARKED
from tui.commands.movement import Movable
from tui.kept import Kept
from tui.kept_places import undone_words
from tui.screens.command_screen import CommandScreen
from tui.screens.note import NoteScreen
from tui.widgets.marked_list import MarkedList, MarkedRow
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.desk.notes import Note


class MarkedScreen(CommandScreen):
    """Gives the place that the person chooses to `go`."""

    commands = MARKED

    def __init__(self, kept: Kept, go: Callable[[str], None]) -> None:
        super().__init__()
        self._kept = kept
        self._go = go
        self._notes: dict[str, Note] = {}

    def compose(self) -> ComposeResult:
        marked = MarkedList()
        marked.border_title = pane_title("Starred and noted")
        yield marked
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self._list)
        self._run(self._show)

    @property
    def movable(self) -> Movable:
        return self._list

    @property
    def row(self) -> MarkedRow | None:
        """What is under the cursor."""
        return self._list.chosen

    def go(self) -> None:
        """Go to the place under the cursor."""
        if self.row:
            self._go_to(self.row)

    def take_away(self) -> None:
        """Take away the star, or remove the note, under the cursor."""
        if self.row:
            self._run(partial(self._remove, self.row))

    def write_note(self) -> None:
        """Open the note on the place under the cursor."""
        if row := self.row:
            note = self._notes.get(row.permalink)
            self.app.push_screen(NoteScreen(self._kept, row.permalink, note, self._noted))

    def undo(self) -> None:
        """Take the last change back."""
        self._run(self._undo)

    def on_marked_list_chosen(self, event: MarkedList.Chosen) -> None:
        self._go_to(event.row)

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _go_to(self, row: MarkedRow) -> None:
        self.dismiss()
        self._go(row.permalink)

    def _noted(self, said: str) -> None:
        self._run(partial(self._show, said))

    async def _show(self, said: str = "") -> None:
        """List what there is."""
        notes, stars = await self._kept.notes(), await self._kept.stars()
        self._notes = {note.permalink: note for note in notes}
        places = {*self._notes, *(star.permalink for star in stars)}
        told = await self._kept.told(places)
        self._list.list_marked(notes, stars, told, self._list.cursor)
        self.refresh_hints()
        if said:
            self.say(said)

    async def _remove(self, row: MarkedRow) -> None:
        if row.note:
            await self._kept.write_note(row.permalink, "")
        else:
            await self._kept.toggle_stars([row.permalink])
        await self._show(f"The {'note' if row.note else 'star'} is gone; u brings it back.")

    async def _undo(self) -> None:
        await self._show(await undone_words(self._kept))

    def _run(self, marking: Work) -> None:
        self.attempt("marked", marking)
