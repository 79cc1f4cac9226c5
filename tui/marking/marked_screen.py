"""All that is starred and noted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from tui.commands.kept_list import KeptListScreen
from tui.marking.commands import MARKED_COMMANDS
from tui.marking.note_screen import NoteScreen
from tui.pages.marks import NOTED, STARRED
from tui.pages.safe import pane_title, words
from tui.pages.spoken import short, spoken
from tui.session.user_data import UserDataClient
from tui.widgets.headed_list import HeadedList, Passive, RowHeading
from tui.widgets.roles import key_for

if TYPE_CHECKING:
    from store.userdata.kept_notes import Note
    from store.userdata.stars import StarredPlace
    from store.userdata.summary import Told


_GAP = 2


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A star (`note` None) or a note; `told` is None where the store does not have the place."""

    permalink: str
    at: datetime
    note: "Note | None"
    told: "Told | None"


class MarkedList(HeadedList[MarkedRow]):
    """Where the place is and when it was marked; below it the words of the note, or those of the minutes."""

    DEFAULT_CSS = """
    MarkedList {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 0 0 1;
    }
    """

    @dataclass
    class Chosen(Message):
        """The person chose a row."""

        row: MarkedRow

    def list_marked(
        self, notes: "Iterable[Note]", stars: "Iterable[StarredPlace]", told: "Mapping[str, Told]", cursor: int = 0
    ) -> None:
        """List notes and stars, each newest first, given what is to be said of the places that are there."""
        noted = [MarkedRow(note.permalink, note.changed_at, note, told.get(note.permalink)) for note in notes]
        starred = [MarkedRow(star.permalink, star.at, None, told.get(star.permalink)) for star in stars]
        gone = [row for row in [*noted, *starred] if row.told is None]
        groups = (("Notes", noted), ("Stars", starred))
        rows = [row for name, kept in groups for row in _group(name, [one for one in kept if one.told])]
        self.show([*rows, *_group("Not in this store", gone)], cursor)

    def height(self, row: MarkedRow) -> int:
        return 3 if row.note and row.told and row.told.words else 2

    def draw_row(self, row: MarkedRow, width: int) -> tuple[Content, ...]:
        day = words(short(row.at.astimezone().date().isoformat()), "quiet")
        mark = words(f"{NOTED if row.note else STARRED} ", "label")
        room = max(width - day.cell_length - _GAP - mark.cell_length, 1)
        where = words(spoken(row.told) if row.told else row.permalink).truncate(room, ellipsis=True)
        lines = [Content.assemble(mark, where.pad_right(room - where.cell_length), " " * _GAP, day)]
        if row.note:
            lines.append(words(f"  {' '.join(row.note.text.split())}", "lit"))
        if row.told and row.told.words:
            lines.append(words(f"  {row.told.words}", "quiet"))
        elif not row.note:
            lines.append(
                words("  the whole meeting" if row.told else "  starred; kept for the store that has it", "quiet")
            )
        return tuple(line.truncate(width, ellipsis=True) for line in lines)

    def tell_moved(self, row: MarkedRow | Passive) -> None:
        """Moving over what is marked means nothing yet."""

    def tell_chosen(self, row: MarkedRow | Passive) -> None:
        if isinstance(row, MarkedRow):
            self.tell(self.Chosen(row))

    def nothing(self) -> str:
        star, note = key_for(self, "star"), key_for(self, "note")
        return (
            f"Nothing is starred or noted yet. In the minutes {star} stars what is under the cursor, {note} writes a"
            " note on it."
        )


def _group(name: str, rows: list[MarkedRow]) -> Iterator[MarkedRow | RowHeading]:
    if rows:
        yield RowHeading(f"{name} · {len(rows):,}")
        yield from rows


class MarkedScreen(KeptListScreen):
    """Gives the place that the person chooses to `go`."""

    commands = MARKED_COMMANDS

    def __init__(self, kept: UserDataClient, go: Callable[[str], None]) -> None:
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
            self.app.push_screen(NoteScreen(self.kept, row.permalink, note, self._noted, self.key_for("take-back")))

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
        undo = self.key_for("take-back")
        await self.show(f"The {'note' if row.note else 'star'} is gone; {undo} brings it back.")
