"""The meetings, all or those of a filter, in the order that was chosen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message

from store.text.lists import counted
from store.views.view_lines import MeetingOrder
from tui.pages.marks import Marks
from tui.pages.safe import pane_title, words
from tui.pages.spoken import day_of_year, short
from tui.session.listings import MeetingChoice, MeetingListing
from tui.session.paged import Paged
from tui.widgets.roles import key_for
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.views.view_lines import MeetingLine

_UNDATED: Final = "no date"
_GAP: Final = 2
_ROOM_FOR_FIGURES: Final = 32  # cells beside the day, for a number
_ROOM_FOR_WORDS: Final = 56  # for what it counts, too
_ROOM_FOR_COUNCILS: Final = 12  # cells left beside the name


class MeetingList(RowList["MeetingLine"]):
    """One line a meeting: its marks, its day, whose it is and how much was decided; years or committees as headings."""

    @dataclass
    class Moved(Message):
        """The person moved to another meeting."""

        permalink: str

    TITLE = "1 Meetings"

    def __init__(self) -> None:
        super().__init__()
        self.border_title = pane_title(self.TITLE)
        self._marks = Marks()
        self._chosen = MeetingChoice()
        self._names: tuple[str, ...] = ()
        self._begins: list[int] = []  # the rows over which a heading stands
        self._headings: list[str] = []

    def list_meetings(self, meetings: "Paged[MeetingLine]", chosen: MeetingChoice, listing: MeetingListing) -> None:
        """Show the meetings of a choice."""
        self._chosen, self._names = chosen, listing.names
        self._begins = [at for at, _ in listing.headings]
        self._headings = [heading or _UNDATED for _, heading in listing.headings]
        self.show(meetings, listing.place or 0)
        every = listing.every
        count = f"{len(meetings):,} of {every:,}" if chosen.query else f"{every:,}" if every else ""
        order = chosen.order.value if chosen.order is not MeetingOrder.NEWEST else ""
        self.border_title = pane_title(self.TITLE, count, chosen.query, order)

    def mark(self, marks: Marks) -> None:
        """Mark what the person keeps, and what is unseen."""
        changed, self._marks = marks.changes(self._marks), marks
        if changed is None:
            self.reset_lines()
        elif changed:
            self.draw_anew(lambda row: row.permalink in changed)

    def top(self, index: int) -> int:
        """The first line of a row, which is the heading over it where there is one."""
        return index + bisect_left(self._begins, index)

    def row_top(self, index: int) -> int:
        return index + bisect_right(self._begins, index)

    def index_at(self, line: int) -> int:
        before = bisect_right(range(len(self._begins)), line, key=lambda at: self._begins[at] + at)
        return max(line - before, self._begins[before - 1]) if before else line

    def above(self, index: int) -> Content:
        """The heading over a row."""
        return words(self._headings[bisect_left(self._begins, index)], "heading")

    def draw(self, row: "MeetingLine", width: int) -> tuple[Content, ...]:
        by_year = self._chosen.order in (MeetingOrder.NEWEST, MeetingOrder.OLDEST)
        day = day_of_year(row.date) if by_year else f"{short(row.date):<11}"
        gutter = self._marks.gutter(row.permalink, is_meeting=True, in_doubt=row.doubts > 0)
        lead = words(f"{gutter} {day} ", "label")
        figures = self._figures(row, width - lead.cell_length)
        room = max(width - lead.cell_length - figures.cell_length - _GAP * bool(figures.plain), 1)
        name = words(cut_name(row.committee, room, self._names))
        left = room - name.cell_length
        if row.council not in (None, row.committee) and left >= _ROOM_FOR_COUNCILS:
            name = Content.assemble(name, words(f" · {row.council}", "quiet").truncate(left, ellipsis=True))
        behind = max(width - lead.cell_length - name.cell_length - figures.cell_length, 0)
        return (Content.assemble(lead, name.pad_right(behind), figures),)

    def _figures(self, row: "MeetingLine", width: int) -> Content:
        """How much was decided, as far as there is room for it; and whether the source stops before its end."""
        cut = " …" if row.incomplete else ""
        if width < _ROOM_FOR_FIGURES:
            return words(cut.strip(), "quiet")
        number = counted(row.resolutions, "resolution") if width >= _ROOM_FOR_WORDS else f"{row.resolutions:,}"
        return words(f"{number}{cut}" if row.minuted else "agenda", "quiet")

    def tell_moved(self, row: "MeetingLine") -> None:
        self.tell(self.Moved(row.permalink))

    def nothing(self) -> str:
        if self._chosen.query:
            back, change = key_for(self, "back"), key_for(self, "filter")
            return f"No meeting fits “{self._chosen.query}”. {back} takes the filter away, {change} changes it."
        return f"No minutes yet: {key_for(self, 'add')} adds some."


_LEFT_OUT: Final = "…"
_LEAST_HEAD: Final = 4  # cells


def cut_name(name: str, room: int, others: Iterable[str]) -> str:
    """A name in at most `room` cells: cut at its end or, where one of `others` would look the same so, in its middle.

    What is kept of the end begins with the word in which the names differ, as far as there is room for it.
    """
    if cell_len(name) <= room:
        return name
    begins = set_cell_size(name, max(room - 1, 0)).rstrip()
    alike = [other for other in others if other != name and other.startswith(begins)]
    room_for_end = room - 1 - _LEAST_HEAD
    if not alike or room_for_end < 1:
        return f"{begins}{_LEFT_OUT}"
    differs = max(_first_difference(name, other) for other in alike)
    end = name[name.rfind(" ", 0, differs) + 1 :]
    end = set_cell_size(end, min(cell_len(end), room_for_end)).rstrip()
    return f"{set_cell_size(name, room - 1 - cell_len(end)).rstrip()}{_LEFT_OUT}{end}"


def _first_difference(one: str, other: str) -> int:
    """The place of the first letter in which two names differ."""
    return next(at for at, (mine, theirs) in enumerate(zip_longest(one, other)) if mine != theirs)
