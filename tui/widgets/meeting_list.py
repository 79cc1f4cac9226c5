"""The meetings, newest first."""

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from store.wording import counted
from tui.dates import short
from tui.safe import words
from tui.stars import STARRED
from tui.widgets.pane_title import pane_title
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.views import MeetingLine


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
        self.committee: str | None = None  # the one committee listed, or None for all
        self._starred: Set[str] = frozenset()

    def list_meetings(self, meetings: list["MeetingLine"], committee: str | None) -> None:
        """Show `meetings`; `committee` names the only one they are of."""
        self.committee = committee
        self.show(meetings)
        self.border_title = pane_title(self.TITLE, str(len(meetings) or ""), f"only {committee}" if committee else "")

    def mark(self, starred: Set[str]) -> None:
        """Mark what is starred."""
        self._starred = starred
        self.reset_lines()

    def index(self, permalink: str | None) -> int:
        """The row of a meeting, 0 when it is not listed."""
        return next((index for index, row in enumerate(self.rows) if row.permalink == permalink), 0)

    def draw(self, row: "MeetingLine", width: int) -> tuple[Content, ...]:
        council = row.council if row.council != row.committee else None
        figures = [council, counted(row.resolutions, "resolution") if row.minuted else "agenda without minutes"]
        if row.incomplete:
            figures.append(f"{row.incomplete} cut short")
        star = f"{STARRED} " if row.permalink in self._starred else ""
        first = Content.assemble(words(f"{short(row.date):<11} {star}", "label"), words(row.committee))
        return first, words(f"  {' · '.join(part for part in figures if part)}", "quiet")

    def tell_moved(self, row: "MeetingLine") -> None:
        self.tell(self.Moved(row.permalink))

    def nothing(self) -> str:
        return "No minutes yet: `minutebook add PATH` adds some, `minutebook sample` shows invented ones."
