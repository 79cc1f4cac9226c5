"""Marking the minutes: stars, notes, what is seen, what is selected, and taking a change back."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import MOVEMENTS, Close, TakeBack
from tui.ports import Pane, ReaderPort


class MarksPlaces(Protocol):
    """What marks places by their permalinks."""

    def toggle_stars(self, permalinks: Sequence[str]) -> None: ...
    def write_note(self, permalink: str) -> None: ...
    def open_marked(self) -> None: ...
    def toggle_seen(self, places: Sequence[str]) -> None: ...
    def undo(self) -> None: ...


class Sees(Protocol):
    """What notices which meetings are seen."""

    def leave(self) -> None: ...
    def every(self) -> None: ...


class Selects(Protocol):
    """What selects rows."""

    def toggle(self) -> None: ...
    def toggle_range(self) -> None: ...


class CanMark(ReaderPort, Protocol):
    """The reader, where something is marked in it."""

    @property
    def marking(self) -> MarksPlaces: ...
    @property
    def seeing(self) -> Sees: ...
    @property
    def selecting(self) -> Selects: ...

    @property
    def lists_meetings(self) -> bool:
        """Whether any meeting is in the list."""
        ...


class Marked(Protocol):
    """A place that is starred or noted; `told` is None where the store does not have it."""

    @property
    def told(self) -> object: ...


class MarkedPlaces(Protocol):
    """The list of them."""

    @property
    def row(self) -> Marked | None: ...
    def go(self) -> None: ...
    def take_away(self) -> None: ...
    def write_note(self) -> None: ...


class NoteWriting(Protocol):
    """A note being written."""

    def keep(self) -> None: ...
    def edit(self) -> None: ...
    def give_up(self) -> None: ...


class MarkedCommand(Command[MarkedPlaces]):
    """These stand together in the help."""

    group: ClassVar[str] = "Starred and noted"

    def why_not(self, target: MarkedPlaces) -> str | None:
        return None if target.row else "Nothing is starred or noted yet."


class GoThere(MarkedCommand):
    id = "go-there"
    keys = ("enter",)
    footer = "go there"
    help = "Go to the place under the cursor"

    def why_not(self, target: MarkedPlaces) -> str | None:
        if target.row and target.row.told is None:
            return "This place is not in this store; its star or note is kept for the store that has it."
        return super().why_not(target)

    def run(self, target: MarkedPlaces) -> None:
        target.go()


class Remove(MarkedCommand):
    id = "remove-mark"
    keys = ("d", "s")
    footer = "remove"
    help = "Take this star away, or remove this note"

    def run(self, target: MarkedPlaces) -> None:
        target.take_away()


class EditNote(MarkedCommand):
    id = "edit-note"
    keys = ("m",)
    footer = "note"
    help = "Change the note on this place, or write one"

    def run(self, target: MarkedPlaces) -> None:
        target.write_note()


MARKED_LIST_COMMANDS: Commands = (*every(MarkedCommand), TakeBack)
MARKED_COMMANDS: Commands = (*MARKED_LIST_COMMANDS, Close, *MOVEMENTS)


class NotingCommand(Command[NoteWriting]):
    """These stand together in the help."""

    group: ClassVar[str] = "Writing a note"


class OwnEditor(NotingCommand):
    id = "own-editor"
    keys = ("ctrl+g",)
    footer = "your editor"
    help = "Go on writing in $VISUAL or $EDITOR"

    def run(self, target: NoteWriting) -> None:
        target.edit()


class LeaveNote(NotingCommand):
    id = "leave-note"
    keys = ("ctrl+r",)
    footer = "leave as it was"
    help = "Leave the note as it was before"

    def run(self, target: NoteWriting) -> None:
        target.give_up()


class KeepNote(NotingCommand):
    id = "keep-note"
    keys = ("escape", "ctrl+n")
    footer = "keep and close"
    help = "Keep the note as it is written now; without words there is none"

    def run(self, target: NoteWriting) -> None:
        target.keep()


NOTE_COMMANDS = every(NotingCommand)  # the last is the last to be left out of the footer


class MarkCommand(Command[CanMark]):
    """These stand together in the help."""

    group: ClassVar[str] = "Marking"


class Star(MarkCommand):
    id = "star"
    keys = ("s",)
    footer = "star"
    footer_in = (Pane.ITEMS, Pane.READING, Pane.RESOLUTIONS)
    needs = "chosen"
    lacking = "There is nothing here to star."
    help = "Star (★) what is under the cursor or selected, or take the star away; is:starred finds what has one"

    def run(self, target: CanMark) -> None:
        target.marking.toggle_stars(target.chosen)


class WriteNote(MarkCommand):
    id = "note"
    keys = ("m",)
    help = "Write a note (✎) on what is under the cursor, or change the one there"

    def why_not(self, target: CanMark) -> str | None:
        return None if target.under_cursor else "There is nothing here to write a note on."

    def run(self, target: CanMark) -> None:
        if permalink := target.under_cursor:
            target.marking.write_note(permalink)


class ShowMarked(MarkCommand):
    id = "marked"
    keys = ("M",)
    help = "All that is starred and noted"

    def run(self, target: CanMark) -> None:
        target.marking.open_marked()


class Select(MarkCommand):
    id = "select"
    keys = ("space",)
    help = "Select (✓) what is under the cursor, or no longer, and go one down; going back selects nothing"

    def why_not(self, target: CanMark) -> str | None:
        return _why_not_select(target)

    def run(self, target: CanMark) -> None:
        target.selecting.toggle()


class SelectRange(MarkCommand):
    id = "select-range"
    keys = ("v",)
    help = "Begin a range here, or end it: all between is selected"

    def why_not(self, target: CanMark) -> str | None:
        return _why_not_select(target)

    def run(self, target: CanMark) -> None:
        target.selecting.toggle_range()


class ToggleSeen(MarkCommand):
    id = "seen"
    keys = ("U",)
    help = "Mark the meeting here, or those selected, as seen or as unseen (•)"

    def why_not(self, target: CanMark) -> str | None:
        return None if target.chosen else "There is no meeting here."

    def run(self, target: CanMark) -> None:
        target.seeing.leave()
        target.marking.toggle_seen(target.chosen)


class EverySeen(MarkCommand):
    id = "every-seen"
    help = "Mark every meeting in the list as seen"

    def why_not(self, target: CanMark) -> str | None:
        return None if target.lists_meetings else "There is no meeting in the list."

    def run(self, target: CanMark) -> None:
        target.seeing.every()


class Undo(MarkCommand):
    id = "undo"
    keys = ("u",)
    help = "Take back the last change to stars, notes, what was seen or the basket"

    def run(self, target: CanMark) -> None:
        target.marking.undo()


def _why_not_select(target: CanMark) -> str | None:
    if target.pane is Pane.READING:
        return "Meetings, items and resolutions can be selected; this is the text."
    return None if target.under_cursor else "There is nothing here to select."


MARKS = every(MarkCommand)
