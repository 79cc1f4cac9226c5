"""The timeline of what is filtered: when there were how many meetings and resolutions, and what came of them."""

from collections.abc import Callable

from textual import work
from textual.app import ComposeResult

from store.errors import MinutebookError
from store.text.lists import counted
from tui.commands.command_screen import CommandScreen
from tui.pages.safe import pane_title
from tui.ports import Movable
from tui.session.listings import Lists
from tui.timeline.commands import TIMELINE_COMMANDS
from tui.timeline.widgets import TimelineList, TimeSpan
from tui.widgets.status_line import StatusLine


class TimelineScreen(CommandScreen):
    """Counts in the background, and gives the filter of what the person chooses ("year:2021") to `narrow`."""

    commands = TIMELINE_COMMANDS

    def __init__(self, lists: Lists, meetings: str, resolutions: str, narrow: Callable[[str], None]) -> None:
        super().__init__()
        self._lists = lists
        self._meetings = meetings
        self._resolutions = resolutions
        self._narrow = narrow

    def compose(self) -> ComposeResult:
        yield TimelineList()
        yield StatusLine()

    def on_mount(self) -> None:
        self.timeline.if_none = "Counting …"
        self._call_it()
        self.set_focus(self.timeline)
        self._count()

    @property
    def timeline(self) -> TimelineList:
        return self.query_one(TimelineList)

    @property
    def movable(self) -> Movable:
        return self.timeline

    @property
    def span(self) -> TimeSpan | None:
        """The year, the month or the outcome under the cursor."""
        return self.timeline.chosen

    def narrow(self) -> None:
        """Leave for the list, narrowed to what is under the cursor."""
        if self.span:
            self._leave_for(self.span)

    def on_timeline_list_chosen(self, event: TimelineList.Chosen) -> None:
        self._leave_for(event.span)

    def _leave_for(self, span: TimeSpan) -> None:
        self.dismiss()
        self._narrow(span.filter)

    @work(exclusive=True, group="counting")
    async def _count(self) -> None:
        try:
            counts = await self._lists.timeline(self._meetings, self._resolutions)
        except MinutebookError as error:
            self.timeline.if_none = str(error)
            self.timeline.reset_lines()
            self.say(str(error))
            return
        self.timeline.if_none = "There is nothing to count: no meeting fits the filter and the words in the find box."
        self.timeline.show_timeline(counts)
        self._call_it(counted(counts.meetings, "meeting"), counted(counts.resolutions, "resolution"))
        self.refresh_hints()

    def _call_it(self, *figures: str) -> None:
        self.timeline.border_title = pane_title("Timeline", self._meetings, self._resolutions, *figures)
