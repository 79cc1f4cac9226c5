"""All that is starred and noted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.commands.marked import MARKED, TakeBack
from tui.kept import Kept
from tui.screens.kept_list import KeptListScreen
from tui.screens.note import NoteScreen
from tui.widgets.marked_list import MarkedList, MarkedRow
from tui.widgets.pane_title import pane_title

if TYPE_CHECKING:
    from store.userdata.kept_notes import Note


class MarkedScreen(KeptListScreen):
    """Gives the place that the person chooses to `go`."""

    commands = MARKED

    def __init__(self, kept: Kept, go: Callable[[str], None]) -> None:
        super().__init__(kept)
        self._go = go
        self._notes: dict[str, Note] = {}

    def make_list(self) -> MarkedList:
        marked = MarkedList()
        marked.border_title = pane_title("Starred and noted")
        return marked

    async def fill(self) -> None:
        notes, stars = await self.kept.notes(), await self.kept.stars()
        self._notes = {note.permalink: note for note in notes}
        places = {*self._notes, *(star.permalink for star in stars)}
        self._list.list_marked(notes, stars, await self.kept.told(places), self._list.cursor)

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
            self.begin(partial(self._remove, self.row))

    def write_note(self) -> None:
        """Open the note on the place under the cursor."""
        if row := self.row:
            note = self._notes.get(row.permalink)
            self.app.push_screen(NoteScreen(self.kept, row.permalink, note, self._noted, self.key_for(TakeBack)))

    def on_marked_list_chosen(self, event: MarkedList.Chosen) -> None:
        self._go_to(event.row)

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _go_to(self, row: MarkedRow) -> None:
        self.dismiss()
        self._go(row.permalink)

    def _noted(self, said: str) -> None:
        self.begin(partial(self.show, said))

    async def _remove(self, row: MarkedRow) -> None:
        if row.note:
            await self.kept.write_note(row.permalink, "")
        else:
            await self.kept.toggle_stars([row.permalink])
        undo = self.key_for(TakeBack)
        await self.show(f"The {'note' if row.note else 'star'} is gone; {undo} brings it back.")
