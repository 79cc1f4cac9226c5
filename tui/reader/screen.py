"""The reader: what the person does in one pane, shown in the others."""

from typing import TYPE_CHECKING

from textual import work

from store.errors import MinutebookError
from tui.adding.controller import Adding
from tui.finding.answer_list import AnswerList
from tui.finding.controller import Finding
from tui.finding.query_keeping import QueryKeeping
from tui.finding.resolution_pane import ResolutionPane
from tui.going.controller import Journey
from tui.marking.controller import Marking, Seeing
from tui.matching.controller import Matching
from tui.ports import Narrowing, Pane, ReaderPort
from tui.reader.every_command import READER_COMMANDS
from tui.reader.item_tree import ItemTree, resolution_beside
from tui.reader.late_controllers import LateControllers
from tui.reader.listing import Listing
from tui.reader.meetings_pane import MeetingList
from tui.reader.outlining import Outlining
from tui.reader.panes import Panes
from tui.reader.remembering import Remembering
from tui.reader.selecting import Selecting
from tui.reader.watching import Watching
from tui.session.library import Library
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.find.answer import Hit
    from tui.reader.welcome import Welcoming


class ReaderScreen(LateControllers):
    """Reading; `finding`, `marking`, `citing` and the others do for it what their names say.

    `place` is the permalink that the outline and the text are at. Moving over hits shows them in the reading pane and
    leaves `place` alone; choosing one moves everything there.
    """

    commands = READER_COMMANDS
    AUTO_FOCUS = ""

    def __init__(self, library: Library, *, fresh: bool = False) -> None:
        """`fresh` begins with the newest meeting, wherever the person was the last time."""
        super().__init__(library)
        self.closer = library.closer
        self.listing = Listing(self, library.lists)
        self.outlining = Outlining(self)
        self.finding = Finding(self, library, lambda: self.panes.resolutions)
        self.saved_queries = QueryKeeping(self, library.kept, lambda: self.panes.resolutions)
        self.marking = Marking(self, library.kept, lambda: self.panes, lambda: self.selecting.marked)
        self.selecting = Selecting(self, self.marking.draw)
        self.seeing = Seeing(self, self.marking, self.listing.permalinks)
        self.journey = Journey(self, library.closer, self.finding.look)
        self.matching = Matching(self, library.closer, lambda: self.panes.reading)
        self.watching = Watching(self, library, lambda: self.adding.running)
        self.adding = Adding(self, library, self.watching.show_new)
        self.remembering = Remembering(
            self,
            library,
            lambda: {
                "sizes": self.panes.sizes,
                "meetings": self.listing,
                "items": self.outlining,
                "resolutions": self.finding,
            },
            fresh=fresh,
        )
        self._welcoming: Welcoming | None = None
        self._before_finding = Pane.MEETINGS
        self._wanted: str | None = None  # the place being gone to, until it is read

    @property
    def port(self) -> ReaderPort:
        return self

    def show_new(self, said: str) -> None:
        self.watching.show_new(said)

    def on_mount(self) -> None:
        self.panes.use(Pane.MEETINGS)
        self.watching.begin()
        self._begin()

    @work(exclusive=True, group="beginning")
    async def _begin(self) -> None:
        """Begin where the person was."""
        if place := await self.remembering.restore():
            self.put(place)
        self.listing.begin(place)
        if not self.panes.resolutions.box.value:
            self.call_after_refresh(self.finding.ask, "")  # making the finder would hold up the first painting
        self.call_after_refresh(self.marking.begin)
        self.call_after_refresh(self.watching.tell_outdated)
        self.remembering.begin()

    def show_hints(self) -> None:
        if self.selecting.begun:
            self.selecting.keep_up()
        super().show_hints()

    def leave(self) -> None:
        self.remembering.keep()
        self.workers.cancel_node(self)  # what they would show it on goes before they do

    def on_unmount(self) -> None:
        self.adding.stop()
        self.watching.end()

    @property
    def is_new(self) -> bool:
        """Whether no place was gone to yet."""
        return self.place is None and self._wanted is None

    @property
    def selected(self) -> tuple[str, ...]:
        """The permalinks selected in the pane in use, in the order of its list."""
        return self.selecting.selected if self.selecting.begun else ()

    @property
    def is_unnamed(self) -> bool:
        """Whether the council of the meeting shown is not known, and could be named now."""
        return self.meeting is not None and self.meeting.line.council is None and not self.adding.running

    @property
    def welcoming(self) -> bool:
        """Whether there are no minutes yet, and so adding is what to begin with."""
        return self._welcoming is not None and self._welcoming.stands

    @property
    def chosen(self) -> tuple[str, ...]:
        """What a command is about: the permalinks selected or, where none is, the one under the cursor."""
        return self.selected or tuple(filter(None, (self.under_cursor,)))

    @property
    def narrowing(self) -> Narrowing | None:
        """What filters the pane in use, where that is not the find box."""
        lists: dict[Pane, Narrowing] = {Pane.MEETINGS: self.listing, Pane.ITEMS: self.outlining}
        return lists.get(self.pane)

    def open(self) -> None:
        """Go one step in: from a meeting to its items, from an item to its words, from a hit to where it stands."""
        if self.pane is Pane.RESOLUTIONS:
            self.panes.resolutions.answers.choose()
        else:
            self.journey.choose()
            self.panes.use(Pane(min(self.pane + 1, Pane.READING)))

    def back(self) -> None:
        """Go one step out: from a selection to none, from places to answers, from the box to its list, and so on."""
        if not self.panes.in_find_box and self.selecting.clear():
            return
        if (self.pane is Pane.RESOLUTIONS and self.finding.close_places()) or (
            self.narrowing and self.narrowing.clear()
        ):
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
        view = self.meeting
        if self.pane is Pane.RESOLUTIONS:
            self.movable.step(step)
        elif view and self.place:
            if beside := resolution_beside(view, self.place, step):
                self.journey.wander()
                self.put(beside)
            else:
                self.say(f"That is the {'last' if step > 0 else 'first'} resolution of this meeting.")

    def step_meeting(self, step: int) -> None:
        """Go to the meeting below (1) or above (-1) in the list."""
        meetings, before = self.panes.meetings, self.panes.meetings.cursor
        meetings.step(step)
        self.journey.choose()
        if meetings.cursor == before:
            self.say(f"That is the {'last' if step > 0 else 'first'} meeting in the list.")

    def go_to(self, permalink: str, said: str = "") -> None:
        """Go to a place, at the paragraph with the words `said` if there is one; the person can go back from there."""
        self.journey.leave()
        self.put(permalink, said)

    def visit(self, permalink: str, said: str = "") -> None:
        """Go to a place and read it."""
        self.go_to(permalink, said)
        self.panes.left = Pane.ITEMS
        self.panes.use(Pane.READING)

    def put(self, permalink: str, said: str = "") -> None:
        """Move every pane to a place, as `go_to` does, when it is no place to go back from."""
        self._wanted = permalink
        self._read(permalink, None, said)

    def look_at(self, hit: "Hit") -> None:
        """Show a hit in the reading pane with its words lit, unless it is there already, and move nowhere."""
        self.matching.light()
        if self._last_read != (hit.permalink, hit.text):
            self._read(hit.permalink, Pane.RESOLUTIONS, hit.text)
        else:
            self.matching.shown()  # the words may be others though the hit is the same

    def find(self, query: str) -> None:
        """Write a query into the find box, and go on from there."""
        self.finding.put(query)

    def remember_query(self) -> None:
        """Remember the query of which the answer under the cursor is about to be used."""
        if self.pane is Pane.RESOLUTIONS:
            self.saved_queries.remember()

    def remark(self, words: str) -> None:
        """Show a few words at the end of the status line, on the welcome too where that stands."""
        super().remark(words)
        if self._welcoming:
            self._welcoming.remark(words)

    def welcome(self, *, empty: bool) -> None:
        """Stand a welcome over the reader of an empty store, and take it away when there is something to read."""
        if empty or self._welcoming:
            from tui.reader.welcome import Welcoming

            self._welcoming = self._welcoming or Welcoming(self, self._library.path)
            self._welcoming.show(empty=empty)

    def list_anew(self, *, other_store: bool = False) -> None:
        """Make every list anew from the store as it is now; the cursor stays on its meeting, and the text too.

        Another store may have nothing of what was read: then its first meeting is.
        """
        if other_store:
            self.listing.filter("")
        else:
            self.listing.list_anew()
        self.finding.ask(self.panes.resolutions.box.value)

    def on_meeting_list_moved(self, event: MeetingList.Moved) -> None:
        self._wander()
        self._read(event.permalink, Pane.MEETINGS)

    def on_row_list_failed(self, event: RowList.Failed) -> None:
        self.say(event.why)

    def on_item_tree_moved(self, event: ItemTree.Moved) -> None:
        """Read what the person moved to; a tree that was filled tells of its cursor too, and late."""
        if self.pane is Pane.ITEMS:
            self._wander()
            self._read(event.permalink, Pane.ITEMS)

    def on_resolution_pane_asked(self, event: ResolutionPane.Asked) -> None:
        self.finding.ask(event.query)

    def on_answer_list_moved(self, event: AnswerList.Moved) -> None:
        self.selecting.moved()
        self.look_at(event.hit)

    def on_answer_list_mended(self, event: AnswerList.Mended) -> None:
        self.finding.put(event.query)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        self.remember_query()
        self.visit(event.hit.permalink, event.hit.text)

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

    def _wander(self) -> None:
        self.journey.wander()
        if self.selecting.begun:
            self.selecting.moved()

    def _read_again(self) -> None:
        if self.place and self.panes.reading.place != self.place:
            self.put(self.place)

    def _read(self, permalink: str, origin: Pane | None, said: str = "") -> None:
        """Show a place in every pane but the one that the person is moving in. A hit is only shown, not gone to."""
        self._last_read = (permalink, said)
        self._show_reading(permalink, origin, said)

    @work(exclusive=True, group="reading")
    async def _show_reading(self, permalink: str, origin: Pane | None, said: str) -> None:
        try:
            reading = await self._library.read(permalink)
        except MinutebookError as error:
            self.complain(error)
            return
        await self.panes.reading.show(reading, said, self.journey.top(permalink))
        self.matching.shown()
        if origin is not Pane.RESOLUTIONS:
            self.place, self._wanted = permalink, None
            self.seeing.at(permalink)
        if origin is not Pane.ITEMS:
            await self.outlining.show(reading.meeting, permalink)
        if origin is Pane.RESOLUTIONS:
            self.listing.follow(reading.meeting.line.permalink)
        elif origin is None:
            self.listing.show(reading.meeting.line.permalink)
            self.journey.arrived(permalink)
        self.refresh_hints()

    def complain(self, error: MinutebookError) -> None:
        """Show an error in words where the minutes would be."""
        self._last_read = None
        self.panes.reading.say("The minutes cannot be shown.", str(error))
        self.say(str(error))
