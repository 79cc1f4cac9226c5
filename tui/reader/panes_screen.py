"""A screen with the four panes on it: which is in use, and what the person is at in each."""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widget import Widget

from tui.commands.command_screen import CommandScreen
from tui.ports import Movable, Pane
from tui.reader.panes import Panes
from tui.widgets.line_view import Covered
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.find.answer import Hit
    from store.views.view_lines import MeetingView


_GROUPS: Final = {
    Pane.MEETINGS: ("Lists",),
    Pane.ITEMS: ("Minutes",),
    Pane.READING: ("Looking closer",),
    Pane.RESOLUTIONS: ("Finding",),
}
"""What works on each pane most of all, as the help calls it."""


class PanesScreen(CommandScreen, Covered):
    """Answers from its panes what the features ask of the reader."""

    place: str | None = None
    _last_read: tuple[str, str] | None = None  # the place, and what is said there

    def compose(self) -> ComposeResult:
        self._panes = Panes()
        yield self._panes
        yield StatusLine()

    def get_focusable_widget_at(self, x: int, y: int) -> Widget | None:
        """What a click puts the focus on; a rule between panes is for dragging."""
        return None if self.panes.sizes.rule_at(Offset(x, y)) else super().get_focusable_widget_at(x, y)

    @property
    def panes(self) -> Panes:
        return self._panes

    @property
    def pane(self) -> Pane:
        """The pane in use."""
        return self._panes.pane

    @property
    def in_use(self) -> tuple[str, ...]:
        """The groups of commands that the help begins with."""
        return ("In the find box", "Finding") if self._panes.in_find_box else _GROUPS[self._panes.pane]

    @property
    def movable(self) -> Movable:
        return self._panes.movable

    @property
    def under_cursor(self) -> str | None:
        """The permalink that the cursor of the pane in use is on."""
        return self._panes.under_cursor

    @property
    def openable(self) -> object:
        """What can be opened: what the cursor is on or, among the answers, what puts the query right."""
        return self._panes.under_cursor or self._panes.resolutions.answers.chosen

    @property
    def maximised(self) -> bool:
        """Whether the pane in use has the whole screen because the person gave it that."""
        return self._panes.alone

    @property
    def doubts(self) -> int:
        """How many doubts there are about the meeting of which the outline is shown."""
        return len(self.meeting.doubts) if self.meeting else 0

    @property
    def said(self) -> str:
        """The words of the paragraph that the text is at, where it is at one that has no permalink."""
        return self._last_read[1] if self._last_read else ""

    @property
    def meeting(self) -> "MeetingView | None":
        """The meeting of which the outline is shown."""
        return self._panes.items.view

    @property
    def find_text(self) -> str:
        """What stands in the find box."""
        return self._panes.resolutions.box.value

    @property
    def asked(self) -> str | None:
        """The query that the answers shown are to."""
        return self._panes.resolutions.asked

    @property
    def hit(self) -> "Hit | None":
        """The answer under the cursor of the resolutions."""
        return self._panes.resolutions.hit

    @property
    def first_line(self) -> int | None:
        """The first line of the text that is seen, where the text is that of `place`."""
        reading = self._panes.reading
        return reading.scroll_offset.y if reading.place == self.place else None

    @property
    def lists_meetings(self) -> bool:
        """Whether any meeting is in the list."""
        return bool(self._panes.meetings.rows)

    def use(self, pane: Pane) -> None:
        """Put a pane on the screen and the focus on it."""
        self._panes.use(pane)

    def use_find_box(self) -> None:
        """Put the focus on the find box."""
        self._panes.use_find_box()
