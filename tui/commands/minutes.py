"""Going through the minutes."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.panes import GoToMeetings
from tui.layout import Pane

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class MinutesCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Minutes"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."


class NextResolution(MinutesCommand):
    id = "next-resolution"
    keys = ("]",)
    footer = "next resolution"
    help = "To the next resolution of the meeting, or the next one found"

    def run(self, target: "ReaderScreen") -> None:
        target.step_resolution(1)


class PreviousResolution(MinutesCommand):
    id = "previous-resolution"
    keys = ("[",)
    help = "To the resolution before"

    def run(self, target: "ReaderScreen") -> None:
        target.step_resolution(-1)


class NextMeeting(MinutesCommand):
    id = "next-meeting"
    keys = ("}",)
    help = "To the next meeting down the list"

    def run(self, target: "ReaderScreen") -> None:
        target.step_meeting(1)


class PreviousMeeting(MinutesCommand):
    id = "previous-meeting"
    keys = ("{",)
    help = "To the meeting above it in the list"

    def run(self, target: "ReaderScreen") -> None:
        target.step_meeting(-1)


class OnlyThisCommittee(MinutesCommand):
    id = "only-this-committee"
    keys = ("c",)
    footer = "one committee or all"
    help = "List only the meetings of this committee, or all of them again"

    def why_not(self, target: "ReaderScreen") -> str | None:
        if target.pane is not Pane.MEETINGS:
            meetings, only = target.key_for(GoToMeetings), target.key_for(OnlyThisCommittee)
            return f"Choose a meeting first ({meetings}); then {only} lists its committee only."
        return super().why_not(target)

    def run(self, target: "ReaderScreen") -> None:
        target.listing.toggle_committee()


MINUTES = (
    OnlyThisCommittee,
    NextResolution,
    PreviousResolution,
    NextMeeting,
    PreviousMeeting,
)
