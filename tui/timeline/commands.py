"""The timeline: opening it, and narrowing a list to a part of it."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import MOVEMENTS, Close

if TYPE_CHECKING:
    from tui.reader.screen import ReaderScreen
    from tui.timeline.screen import TimelineScreen


class OpenTimeline(Command["ReaderScreen"]):
    id = "timeline"
    group: ClassVar[str] = "Lists"
    keys = ("t",)
    help = "How many meetings and resolutions there were when, and what came of them, of what is filtered and asked"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."

    def run(self, target: "ReaderScreen") -> None:
        target.listing.open_timeline()


class TimelineCommand(Command["TimelineScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Timeline"


class NarrowToIt(TimelineCommand):
    id = "narrow-to-it"
    keys = ("enter",)
    footer = "narrow to it"
    help = "Narrow the meetings, or what is found, to this year, month or outcome"

    def why_not(self, target: "TimelineScreen") -> str | None:
        return None if target.span else "There is nothing here to narrow to."

    def run(self, target: "TimelineScreen") -> None:
        target.narrow()


class OpenYear(TimelineCommand):
    id = "open-year"
    keys = ("right", "l")
    footer = "months"
    help = "Open a year to its months"

    def why_not(self, target: "TimelineScreen") -> str | None:
        return None if target.span and target.span.is_year else "Only a year opens, to its months."

    def run(self, target: "TimelineScreen") -> None:
        target.movable.inward()


class CloseYear(TimelineCommand):
    id = "close-year"
    keys = ("left", "h")
    help = "Close a year again"

    def run(self, target: "TimelineScreen") -> None:
        target.movable.outward()


TIMELINE = (NarrowToIt, OpenYear, CloseYear)
ALONG_A_TIMELINE = (*TIMELINE, Close, *MOVEMENTS)
