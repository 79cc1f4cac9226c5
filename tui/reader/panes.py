"""The four panes: which of them is in use, and which of them the size of the screen has room for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, MouseDown, MouseMove, MouseUp, Resize
from textual.message import Message
from textual.widget import Widget

from tui.commands.general import Movable
from tui.finding.resolution_pane import ResolutionPane
from tui.pages.marks import Marks
from tui.reader.item_tree import ItemTree
from tui.reader.meeting_list import MeetingList
from tui.reader.pane_sizes import PaneSizes
from tui.reader.reading_pane import ReadingPane
from tui.widgets.cover import Covered
from tui.widgets.layout import Arrangement, Pane, arrange

if TYPE_CHECKING:
    from tui.app import Reader

_TWO_COLUMNS = "-two-columns"


class Column(Vertical, Covered):
    """Panes one over the other."""


class Panes(Horizontal, Covered):
    """Meetings over items at the left, reading over resolutions at the right, or as many of them as fit.

    The pane in use always has the focus, whatever is resized or clicked.
    """

    @dataclass
    class Changed(Message):
        """Another pane is in use."""

        before: Pane
        now: Pane

    def __init__(self) -> None:
        super().__init__()
        self.pane = Pane.MEETINGS
        self.left = Pane.MEETINGS  # which of the left two stands where there is room for one
        self.alone = False  # whether the pane in use has the whole screen
        self.sizes = PaneSizes(self)
        self.arrangement = Arrangement("", frozenset())
        self._focused: Widget | None = None

    def compose(self) -> ComposeResult:
        # Said before there are styles to change, or all of them would be made twice.
        self.set_class(self._arranged().two_columns, _TWO_COLUMNS, update=False)
        with Column(id="left"):
            yield MeetingList()
            yield ItemTree()
        with Column(id="right"):
            yield ReadingPane()
            yield ResolutionPane()

    @property
    def meetings(self) -> MeetingList:
        return self.query_one(MeetingList)

    @property
    def items(self) -> ItemTree:
        return self.query_one(ItemTree)

    @property
    def reading(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @property
    def resolutions(self) -> ResolutionPane:
        return self.query_one(ResolutionPane)

    @property
    def movable(self) -> Movable:
        """What the movement keys move; from the find box it is the list below it."""
        return (self.meetings, self.items, self.reading, self.resolutions.answers)[self.pane - 1]

    @property
    def under_cursor(self) -> str | None:
        """The permalink that the cursor is on."""
        if self.pane is Pane.MEETINGS:
            return self.meetings.current.permalink if self.meetings.current else None
        if self.pane is Pane.ITEMS:
            return self.items.place
        if self.pane is Pane.READING:
            return self.reading.place
        return self.resolutions.hit.permalink if self.resolutions.hit else None

    @property
    def in_find_box(self) -> bool:
        """Whether letters go to the find box."""
        return self.screen.focused is self.resolutions.box

    def mark(self, marks: Marks) -> None:
        """Mark in every list what the person keeps."""
        self.meetings.mark(marks)
        self.items.mark(marks)
        self.resolutions.answers.mark(marks)

    def use(self, pane: Pane) -> None:
        """Put a pane on the screen and the focus on it."""
        self._enter(pane)
        self._focus((self.meetings, self.items, self.reading, self.resolutions.answers)[pane - 1])

    def use_find_box(self) -> None:
        """Put the focus on the find box, with its words selected: typing begins anew, arrows and Esc keep them."""
        self._enter(Pane.RESOLUTIONS)
        self._focus(self.resolutions.box)
        self.resolutions.box.action_select_all()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self._focused = event.widget
        for number, widget in zip(Pane, self._widgets, strict=True):
            if widget in event.widget.ancestors_with_self:
                self._enter(number)

    def on_descendant_blur(self) -> None:
        self.call_later(self._keep_focus)

    def maximise(self) -> None:
        """Give the pane in use the whole screen, or give the others their room back."""
        self.alone = not self.alone
        self._arrange()

    def on_resize(self, event: Resize) -> None:
        self._arrange()

    def on_mouse_down(self, event: MouseDown) -> None:
        if self.sizes.begin_drag(event.screen_offset):
            self.screen.clear_selection()  # which Textual begins wherever a button goes down
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        self.sizes.drag(event.screen_offset)

    def on_mouse_up(self, event: MouseUp) -> None:
        if self.sizes.end_drag():
            self.release_mouse()

    @property
    def _widgets(self) -> tuple[Widget, Widget, Widget, Widget]:
        return self.meetings, self.items, self.reading, self.resolutions

    def _enter(self, pane: Pane) -> None:
        before, self.pane = self.pane, pane
        if pane in (Pane.MEETINGS, Pane.ITEMS):
            self.left = pane
        self._arrange()
        if before is not pane:
            self.post_message(self.Changed(before, pane))

    def _arranged(self) -> Arrangement:
        wanted = cast("Reader", self.app).config.panes
        return arrange(*self.app.size, self.pane, self.left, wanted, alone=self.alone)

    def _arrange(self) -> None:
        arrangement = self._arranged()
        if arrangement == self.arrangement:
            return
        self.arrangement = arrangement
        for number, widget in zip(Pane, self._widgets, strict=True):
            widget.display = number in arrangement.panes
        self.query_one("#left").display = arrangement.left
        self.query_one("#right").display = arrangement.right
        self.set_class(arrangement.name == "finding", "-finding")
        self.set_class(arrangement.two_columns, _TWO_COLUMNS)
        self.sizes.apply()

    def _focus(self, widget: Widget) -> None:
        """Focus at once: `Widget.focus` waits its turn, and the letters typed right after `/` would go elsewhere."""
        self.screen.set_focus(widget)

    def _keep_focus(self) -> None:
        """Textual takes the focus from a widget that a small screen has no room for; give it back."""
        if self.screen.is_current and self.screen.focused is None and self._focused and self.app.app_focus:
            self.screen.set_focus(self._focused, scroll_visible=False)
