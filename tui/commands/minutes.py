"""Going through the minutes and citing them."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.layout import Pane

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class MinutesCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Minutes"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."


class CopyReference(MinutesCommand):
    id = "copy-reference"
    keys = ("y",)
    footer = "copy citation"
    help = "Copy the reference of what is under the cursor"

    def run(self, target: "ReaderScreen") -> None:
        if permalink := target.panes.under_cursor:
            target.keeping.remember()
            target.citing.copy(permalink)


class ShowReference(MinutesCommand):
    id = "show-reference"
    keys = ("Y",)
    footer = "show citation"
    help = "Show the reference, and the words with it, to copy or select"

    def run(self, target: "ReaderScreen") -> None:
        if permalink := target.panes.under_cursor:
            target.keeping.remember()
            target.citing.show(permalink)


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
            return "Choose a meeting first (1), then press c for its committee only."
        return super().why_not(target)

    def run(self, target: "ReaderScreen") -> None:
        target.toggle_committee()


class Star(MinutesCommand):
    id = "star"
    keys = ("s",)
    footer = "star"
    help = "Star what is under the cursor, or take the star away; is:starred finds what has one"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.under_cursor else "There is nothing here to star."

    def footer_now(self, target: "ReaderScreen") -> str:
        return super().footer_now(target) if target.pane is not Pane.MEETINGS else ""

    def run(self, target: "ReaderScreen") -> None:
        if permalink := target.panes.under_cursor:
            target.keeping.toggle_star(permalink)


MINUTES = (
    CopyReference,
    ShowReference,
    OnlyThisCommittee,
    NextResolution,
    PreviousResolution,
    NextMeeting,
    PreviousMeeting,
    Star,
)
