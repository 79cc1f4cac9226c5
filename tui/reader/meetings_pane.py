"""The meetings, all or those of a filter, in the order that was chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from store.text.plurals import counted
from store.views.view_lines import MeetingOrder
from tui.pages.marks import Marks
from tui.pages.safe import pane_title, words
from tui.pages.spoken import short
from tui.session.listings import MeetingChoice
from tui.session.paged import Paged
from tui.widgets.roles import key_for
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.views.view_lines import MeetingLine


class MeetingList(RowList["MeetingLine"]):
    """Two lines a meeting: when and which committee; which council and how much there is to read."""

    @dataclass
    class Moved(Message):
        """The person moved to another meeting."""

        permalink: str

    ROW_HEIGHT = 2
    TITLE = "1 Meetings"

    def __init__(self) -> None:
        super().__init__()
        self.border_title = pane_title(self.TITLE)
        self._marks = Marks()
        self._chosen = MeetingChoice()

    def list_meetings(self, meetings: "Paged[MeetingLine]", chosen: MeetingChoice, every: int, cursor: int) -> None:
        """Show the meetings of a choice, of `every` that there are."""
        self._chosen = chosen
        self.show(meetings, cursor)
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

    def draw(self, row: "MeetingLine", width: int) -> tuple[Content, ...]:
        council = row.council if row.council != row.committee else None
        figures = [council, counted(row.resolutions, "resolution") if row.minuted else "agenda without minutes"]
        if row.incomplete:
            figures.append(f"{row.incomplete} cut short")
        lead = f"{self._marks.margin(row.permalink)}{short(row.date):<11} {self._marks.before(row.permalink)}"
        first = Content.assemble(words(lead, "label"), words(row.committee))
        return first, words(f"  {' · '.join(part for part in figures if part)}", "quiet")

    def tell_moved(self, row: "MeetingLine") -> None:
        self.tell(self.Moved(row.permalink))

    def nothing(self) -> str:
        if self._chosen.query:
            back, change = key_for(self, "back"), key_for(self, "filter")
            return f"No meeting fits “{self._chosen.query}”. {back} takes the filter away, {change} changes it."
        return f"No minutes yet: {key_for(self, 'add')} adds some."
