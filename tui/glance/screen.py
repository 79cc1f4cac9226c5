"""The meeting at a glance, over the panes: from each decision there is a way to its words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Click
from textual.geometry import Region, clamp
from textual.message import Message

from tui.commands.command_screen import CommandScreen
from tui.glance.commands import GLANCE_COMMANDS
from tui.pages.page import PageLines, Setter
from tui.pages.safe import pane_title, words
from tui.pages.spoken import by_group, council_beside, declared, hours, in_doubt, kind_said, named, written
from tui.ports import Movable
from tui.widgets.line_view import PageView
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.citation.record import Confirmation
    from store.views.view_lines import AttendanceLine, ItemLine, MeetingView, ResolutionLine
    from tui.session.lookups import Glance


class PlacesView(PageView):
    """Moving goes to the next place; where there is none ahead, the page scrolls."""

    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """The person chose a place with the mouse."""

        permalink: str

    def __init__(self, make: Callable[[int], PageLines]) -> None:
        super().__init__(make)
        self._cursor = 0

    @property
    def place(self) -> str | None:
        """The permalink under the cursor."""
        return self._places[self._cursor] if self._places else None

    def step(self, rows: int) -> None:
        before = self._cursor
        self._put(self._cursor + rows)
        if self._cursor == before:
            super().step(rows)

    def page(self, pages: float) -> None:
        """Scroll, and put the cursor on a place that is seen."""
        super().step(int(pages * max(self.size.height - 1, 1)))
        top, below = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        seen = [at for at, place in enumerate(self._places) if top <= self.shown.places[place][0] < below]
        if seen and self._cursor not in seen:
            self._cursor = seen[0 if pages > 0 else -1]
            self._note_cursor()
            self.redraw()

    def to_start(self) -> None:
        self._put(0)
        super().to_start()

    def to_end(self) -> None:
        self._put(len(self._places) - 1)
        super().to_end()

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        line = self.scroll_offset.y + offset.y if offset else -1
        for at, place in enumerate(self._places):
            first, end = self.shown.places[place]
            if first <= line < end:
                self._put(at)
                self.post_message(self.Chosen(place))

    @property
    def _places(self) -> list[str]:
        """The permalinks in the order of the page."""
        return sorted(self.shown.places, key=lambda place: self.shown.places[place])

    def _arrive(self, page: PageLines) -> None:
        super()._arrive(page)
        self._note_cursor()

    def _note_cursor(self) -> None:
        self.cursor_lines = range(*self.shown.places[self.place]) if self.place else range(0)

    def _put(self, cursor: int) -> None:
        self._cursor = clamp(cursor, 0, max(len(self._places) - 1, 0))
        self._note_cursor()
        if self.place is not None:
            first, end = self.shown.places[self.place]
            region = Region(0, first, self.scrollable_content_region.width, end - first)
            self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.redraw()


_ABSENT = re.compile("apolog|absen|ymddiheur", re.IGNORECASE)
_NUMBER_COLUMN = 8
_BEGINNING = 60  # characters of a decision's words


def glance_page(view: "MeetingView", confirmation: "Confirmation | None", width: int) -> PageLines:
    """`view` set for `width` cells. The places are those of its decisions and of what confirmed it."""
    page = Setter(width)
    line = view.line
    page.text(words(line.committee, "title"))
    page.facts((council_beside(line), written(line.date), hours(line.start, view.end), view.venue))
    page.facts((f"Chair: {view.chair}" if view.chair else None, in_doubt(len(view.doubts))))
    _standing(page, view, confirmation)

    absent = [person for person in view.attendance if _ABSENT.search(person.group)]
    _people(page, "Who came", [person for person in view.attendance if person not in absent])
    _people(page, "Apologies", absent)
    if view.interests:
        page.heading("Interests declared")
        for interest in view.interests:
            page.text(words(interest.name) + words(declared(interest), "quiet"))
    _business(page, view)
    if view.next_meeting:
        page.heading("Next meeting")
        page.text(words(written(view.next_meeting)))
    return page.page()


def _business(page: Setter, view: "MeetingView") -> None:
    """What was decided, and which items are cut short."""
    decisions = [(item, resolution) for item in view.items for resolution in item.resolutions]
    page.heading(f"Decided ({len(decisions)})" if decisions else "Nothing was decided")
    for item, resolution in decisions:
        _decision(page, item, resolution)
    cut = [item for item in view.items if not item.complete]
    if cut:
        page.heading("Incomplete in the source")
        for item in cut:
            page.hung(words(item.number or "", "label"), words(item.title), column=_NUMBER_COLUMN)


def _standing(page: Setter, view: "MeetingView", confirmation: "Confirmation | None") -> None:
    """Whether the minutes are a draft or confirmed, and where."""
    status = view.line.status
    said = "Minutes" if status == "unknown" else f"{status.capitalize()} minutes"
    first = page.here
    if not view.line.minuted:
        page.text(words("An agenda without minutes"))
    elif confirmation:
        item = f", item {confirmation.number}" if confirmation.number else ""
        page.text(words(f"{said}, confirmed on {written(confirmation.date)}{item}"))
        page.mark(confirmation.permalink, first)
    elif status == "confirmed":
        page.text(words(said))
    else:
        page.text(words(f"{said}; no later meeting in the store confirms them"))


def _people(page: Setter, heading: str, people: "list[AttendanceLine]") -> None:
    """People by the group that they are listed under, each group a paragraph."""
    if not people:
        return
    page.heading(heading)
    groups = by_group(people)
    for group, listed in groups.items():
        names = ", ".join(map(named, listed))
        label = words(f"{group}: ", "label") if len(groups) > 1 else words("")
        page.text(label + words(names))


def _decision(page: Setter, item: "ItemLine", resolution: "ResolutionLine") -> None:
    """The number of the item, what was done, and what about: its title or, of one of several, the first words."""
    outcomes = dict.fromkeys(outcome for clause in resolution.clauses for outcome in clause.outcomes)
    kind = kind_said(resolution)
    done = words(kind if kind != resolution.kind else ", ".join(outcomes) or kind, "marker")
    cut = words("" if resolution.complete else " (cut short)", "warning")
    opening = shorten(resolution.clauses[0].text, _BEGINNING, placeholder=" …")
    about = item.title if len(item.resolutions) == 1 else opening
    first = page.here
    page.hung(words(item.number or "", "label"), done + words(f" · {about}") + cut, column=_NUMBER_COLUMN)
    page.mark(resolution.permalink, first)


class GlanceScreen(CommandScreen):
    """Gives the permalink that was chosen to `go`."""

    commands = GLANCE_COMMANDS

    def __init__(self, glance: "Glance", go: Callable[[str], None]) -> None:
        super().__init__()
        self._glance = glance
        self._go = go

    def compose(self) -> ComposeResult:
        view = PlacesView(partial(glance_page, self._glance.meeting, self._glance.confirmation))
        view.border_title = pane_title("At a glance")
        yield view
        yield StatusLine()

    def on_mount(self) -> None:
        self.refresh_hints()  # after the page is set, and its places known: when it has a width

    @property
    def movable(self) -> Movable:
        return self.view

    @property
    def place(self) -> str | None:
        """The decision under the cursor."""
        return self.view.place

    @property
    def view(self) -> PlacesView:
        return self.query_one(PlacesView)

    def on_places_view_chosen(self, event: PlacesView.Chosen) -> None:
        self.choose(event.permalink)

    def choose(self, permalink: str) -> None:
        """Go to a place."""
        self.dismiss()
        self._go(permalink)
