"""The reader: what the person does in one pane, shown in the others."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from store.errors import MinutebookError
from tui.commands.all import READER_COMMANDS
from tui.commands.command import bindings
from tui.commands.movement import Movable
from tui.layout import Pane
from tui.library import Library
from tui.outline import resolution_beside
from tui.pages.notice import EMPTY, HOW_TO_ADD
from tui.screens.citing import Citing
from tui.screens.command_screen import CommandScreen
from tui.screens.finding import Finding
from tui.screens.keeping import Keeping
from tui.widgets.answer_list import AnswerList
from tui.widgets.item_tree import ItemTree
from tui.widgets.meeting_list import MeetingList
from tui.widgets.panes import Panes
from tui.widgets.resolution_pane import ResolutionPane
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.find.answer import Hit


class ReaderScreen(CommandScreen):
    """Reading; `finding`, `keeping` and `citing` do for it what their names say.

    `place` is the permalink that the outline and the text are at. Moving over hits shows them in the reading pane and
    leaves `place` alone; choosing one moves everything there.
    """

    commands = READER_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READER_COMMANDS)]
    AUTO_FOCUS = ""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.finding = Finding(self, library)
        self.keeping = Keeping(self, library.kept)
        self.citing = Citing(self, library)
        self._before_finding = Pane.MEETINGS
        self.place: str | None = None
        self._wanted: str | None = None  # the place being gone to, until it is read
        self._last_read: tuple[str, str] | None = None  # the place, and what is said there

    def compose(self) -> ComposeResult:
        yield Panes()
        yield StatusLine()

    def on_mount(self) -> None:
        self.panes.use(Pane.MEETINGS)
        self._list_meetings(None)
        self.call_after_refresh(self.finding.ask, "")  # making the finder would hold up the first painting
        self.call_after_refresh(self.keeping.show_stars)

    @property
    def panes(self) -> Panes:
        return self.query_one(Panes)

    @property
    def pane(self) -> Pane:
        """The pane in use."""
        return self.panes.pane

    @property
    def movable(self) -> Movable:
        return self.panes.movable

    def open(self) -> None:
        """Go one step in: from a meeting to its items, from an item to its words, from a hit to where it stands."""
        if self.pane is Pane.RESOLUTIONS:
            self.panes.resolutions.answers.choose()
        else:
            self.panes.use(Pane(min(self.pane + 1, Pane.READING)))

    def back(self) -> None:
        """Go one step out: from places to answers, from the box to its list, from the list to where finding began."""
        if self.pane is Pane.RESOLUTIONS and self.finding.close_places():
            return
        if self.focused is self.panes.resolutions.box:
            self.panes.use(Pane.RESOLUTIONS)
        elif self.pane is Pane.RESOLUTIONS:
            self._read_again()
            self.panes.use(self._before_finding)
        else:
            self.panes.use(Pane(max(self.pane - 1, Pane.MEETINGS)))

    def step_resolution(self, step: int) -> None:
        """Go to the next resolution (1) or the one before (-1): of the meeting, or in the list of hits."""
        view = self.panes.items.view
        if self.pane is Pane.RESOLUTIONS:
            self.movable.step(step)
        elif view and self.place:
            if beside := resolution_beside(view, self.place, step):
                self.go_to(beside)
            else:
                self.say(f"That is the {'last' if step > 0 else 'first'} resolution of this meeting.")

    def step_meeting(self, step: int) -> None:
        """Go to the meeting below (1) or above (-1) in the list."""
        meetings = self.panes.meetings
        before = meetings.cursor
        meetings.step(step)
        if meetings.cursor == before:
            self.say(f"That is the {'last' if step > 0 else 'first'} meeting in the list.")

    def toggle_committee(self) -> None:
        """List only the meetings of the committee under the cursor, or all again."""
        meetings = self.panes.meetings
        if meetings.current:
            self._list_meetings(None if meetings.committee else meetings.current.committee)

    def go_to(self, permalink: str, said: str = "") -> None:
        """Move every pane to a place, at the paragraph with the words `said` if there is one."""
        self._wanted = permalink
        self._read(permalink, None, said)

    def look_at(self, hit: "Hit") -> None:
        """Show a hit in the reading pane, unless it was the last thing to be read, and move nowhere."""
        if self._last_read != (hit.permalink, hit.text):
            self._read(hit.permalink, Pane.RESOLUTIONS, hit.text)

    def on_meeting_list_moved(self, event: MeetingList.Moved) -> None:
        self._read(event.permalink, Pane.MEETINGS)

    def on_item_tree_moved(self, event: ItemTree.Moved) -> None:
        """Read what the person moved to; a tree that was filled tells of its cursor too, and late."""
        if self.pane is Pane.ITEMS:
            self._read(event.permalink, Pane.ITEMS)

    def on_resolution_pane_asked(self, event: ResolutionPane.Asked) -> None:
        self.finding.ask(event.query)

    def on_answer_list_moved(self, event: AnswerList.Moved) -> None:
        self.look_at(event.hit)

    def on_answer_list_mended(self, event: AnswerList.Mended) -> None:
        self.finding.put(event.query)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        self.keeping.remember()
        self.go_to(event.hit.permalink, event.hit.text)
        self.panes.left = Pane.ITEMS
        self.panes.use(Pane.READING)

    def on_panes_changed(self, event: Panes.Changed) -> None:
        """Remember where finding began; on leaving it for the text, stay with the hit that the text shows."""
        if event.now is Pane.RESOLUTIONS:
            self._before_finding = event.before
        elif event.before is Pane.RESOLUTIONS and self._wanted is None:
            shown = self.panes.reading.place
            if event.now is Pane.READING and shown and shown != self.place:
                self.go_to(*(self._last_read or (shown,)))
            else:
                self._read_again()
        self.refresh_hints()

    def _read_again(self) -> None:
        if self.place and self.panes.reading.place != self.place:
            self.go_to(self.place)

    @work(exclusive=True, group="meetings")
    async def _list_meetings(self, committee: str | None) -> None:
        try:
            meetings = await self._library.meetings(committee)
        except MinutebookError as error:
            self._complain(error)
            return
        self.panes.meetings.list_meetings(meetings, committee)
        if view := self.panes.items.view:
            self.panes.meetings.put(self.panes.meetings.index(view.line.permalink))
        if not meetings:
            self.panes.reading.say(EMPTY, *HOW_TO_ADD)
        elif self.place is None and self._wanted is None:
            self.go_to(meetings[0].permalink)
        self.refresh_hints()

    def _read(self, permalink: str, origin: Pane | None, said: str = "") -> None:
        """Show a place in every pane but the one that the person is moving in. A hit is only shown, not gone to."""
        self._last_read = (permalink, said)
        self._show_reading(permalink, origin, said)

    @work(exclusive=True, group="reading")
    async def _show_reading(self, permalink: str, origin: Pane | None, said: str) -> None:
        try:
            reading = await self._library.read(permalink)
        except MinutebookError as error:
            self._complain(error)
            return
        self.panes.reading.show(reading, said)
        if origin is not Pane.RESOLUTIONS:
            self.place, self._wanted = permalink, None
            if origin is not Pane.ITEMS:
                self.panes.items.show(reading.meeting, permalink)
            if origin is None:
                self._show_meeting(reading.meeting.line.permalink)
        self.refresh_hints()

    def _show_meeting(self, permalink: str) -> None:
        """Put the cursor of the meeting list on a meeting, which may need the other committees back."""
        meetings = self.panes.meetings
        if any(row.permalink == permalink for row in meetings.rows):
            meetings.put(meetings.index(permalink))
        elif meetings.committee:
            self._list_meetings(None)

    def _complain(self, error: MinutebookError) -> None:
        """Show an error in words where the minutes would be."""
        self._last_read = None
        self.panes.reading.say("The minutes cannot be shown.", str(error))
        self.say(str(error))
