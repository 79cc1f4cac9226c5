"""Marking the minutes: stars, notes, what is seen, what is selected, and taking a change back."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.layout import Pane

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class MarkCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Marking"


class Star(MarkCommand):
    id = "star"
    keys = ("s",)
    footer = "star"
    help = "Star (★) what is under the cursor or selected, or take the star away; is:starred finds what has one"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.chosen else "There is nothing here to star."

    def footer_now(self, target: "ReaderScreen") -> str:
        return super().footer_now(target) if target.pane is not Pane.MEETINGS else ""

    def run(self, target: "ReaderScreen") -> None:
        target.marking.toggle_stars(target.chosen)


class WriteNote(MarkCommand):
    id = "note"
    keys = ("m",)
    help = "Write a note (✎) on what is under the cursor, or change the one there"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.under_cursor else "There is nothing here to write a note on."

    def run(self, target: "ReaderScreen") -> None:
        if permalink := target.panes.under_cursor:
            target.marking.write_note(permalink)


class ShowMarked(MarkCommand):
    id = "marked"
    keys = ("M",)
    help = "All that is starred and noted"

    def run(self, target: "ReaderScreen") -> None:
        target.marking.open_marked()


class Select(MarkCommand):
    id = "select"
    keys = ("space",)
    help = "Select (✓) what is under the cursor, or no longer, and go one down; going back selects nothing"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return _why_not_select(target)

    def run(self, target: "ReaderScreen") -> None:
        target.selecting.toggle()


class SelectRange(MarkCommand):
    id = "select-range"
    keys = ("v",)
    help = "Begin a range here, or end it: all between is selected"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return _why_not_select(target)

    def run(self, target: "ReaderScreen") -> None:
        target.selecting.toggle_range()


class ToggleSeen(MarkCommand):
    id = "seen"
    keys = ("U",)
    help = "Mark the meeting here, or those selected, as seen or as unseen (•)"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.chosen else "There is no meeting here."

    def run(self, target: "ReaderScreen") -> None:
        target.seeing.leave()
        target.marking.toggle_seen(target.chosen)


class EverySeen(MarkCommand):
    id = "every-seen"
    help = "Mark every meeting in the list as seen"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.meetings.rows else "There is no meeting in the list."

    def run(self, target: "ReaderScreen") -> None:
        target.seeing.every()


class Undo(MarkCommand):
    id = "undo"
    keys = ("u",)
    help = "Take back the last change to stars, notes, what was seen or the basket"

    def run(self, target: "ReaderScreen") -> None:
        target.marking.undo()


def _why_not_select(target: "ReaderScreen") -> str | None:
    if target.pane is Pane.READING:
        return "Meetings, items and resolutions can be selected; this is the text."
    return None if target.panes.under_cursor else "There is nothing here to select."


MARKS = (Star, WriteNote, ShowMarked, Select, SelectRange, ToggleSeen, EverySeen, Undo)
