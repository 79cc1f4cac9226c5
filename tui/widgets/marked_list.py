"""What is starred and noted, the newest first; below it what is in this store no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from tui.commands.marks import Star as PutStar
from tui.commands.marks import WriteNote
from tui.dates import short
from tui.kept_places import spoken
from tui.marks import NOTED, STARRED
from tui.safe import words
from tui.widgets.headed_list import HeadedList, Heading, Passive
from tui.widgets.keys import key_for

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
        star, note = key_for(self, PutStar), key_for(self, WriteNote)
        return (
            f"Nothing is starred or noted yet. In the minutes {star} stars what is under the cursor, {note} writes a"
            " note on it."
        )


def _group(name: str, rows: list[MarkedRow]) -> Iterator[MarkedRow | Heading]:
    if rows:
        yield Heading(f"{name} · {len(rows):,}")
        yield from rows
