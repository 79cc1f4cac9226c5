"""The timeline: opening it, and narrowing a list to a part of it."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import MOVEMENTS, Close
from tui.ports import Movable, ReaderPort
from tui.timeline.widgets import TimeSpan


class OpensTimeline(Protocol):
    """What shows when what is filtered and asked was."""

    def open_timeline(self) -> None: ...


class HasTimeline(ReaderPort, Protocol):
    """The reader, of which there is a timeline."""

    @property
    def listing(self) -> OpensTimeline: ...


class TimelineShown(Protocol):
    """A timeline; `span` is the year, the month or the outcome under the cursor."""

    @property
    def span(self) -> TimeSpan | None: ...
    @property
    def movable(self) -> Movable: ...
    def narrow(self) -> None: ...


class OpenTimeline(Command[HasTimeline]):
    id = "timeline"
    group: ClassVar[str] = "Lists"
    keys = ("t",)
    help = "How many meetings and resolutions there were when, and what came of them, of what is filtered and asked"

    def why_not(self, target: HasTimeline) -> str | None:
        return None if target.place else "There are no minutes here yet."

    def run(self, target: HasTimeline) -> None:
        target.listing.open_timeline()


class TimelineCommand(Command[TimelineShown]):
    """These stand together in the help."""

    group: ClassVar[str] = "Timeline"


class NarrowToIt(TimelineCommand):
    id = "narrow-to-it"
    keys = ("enter",)
    footer = "narrow to it"
    help = "Narrow the meetings, or what is found, to this year, month or outcome"

    def why_not(self, target: TimelineShown) -> str | None:
        return None if target.span else "There is nothing here to narrow to."

    def run(self, target: TimelineShown) -> None:
        target.narrow()


class OpenYear(TimelineCommand):
    id = "open-year"
    keys = ("right", "l")
    footer = "months"
    help = "Open a year to its months"

    def why_not(self, target: TimelineShown) -> str | None:
        return None if target.span and target.span.is_year else "Only a year opens, to its months."

    def run(self, target: TimelineShown) -> None:
        target.movable.inward()


class CloseYear(TimelineCommand):
    id = "close-year"
    keys = ("left", "h")
    help = "Close a year again"

    def run(self, target: TimelineShown) -> None:
        target.movable.outward()


TIMELINE = every(TimelineCommand)
TIMELINE_COMMANDS: Commands = (*TIMELINE, Close, *MOVEMENTS)
