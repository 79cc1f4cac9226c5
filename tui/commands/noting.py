"""What can be done with a note while it is written."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command

if TYPE_CHECKING:
    from tui.screens.note import NoteScreen


class NotingCommand(Command["NoteScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Writing a note"


class KeepNote(NotingCommand):
    id = "keep-note"
    keys = ("escape", "ctrl+n")
    footer = "keep and close"
    help = "Keep the note as it is written now; without words there is none"

    def run(self, target: "NoteScreen") -> None:
        target.keep()


class OwnEditor(NotingCommand):
    id = "own-editor"
    keys = ("ctrl+g",)
    footer = "your editor"
    help = "Go on writing in $VISUAL or $EDITOR"

    def run(self, target: "NoteScreen") -> None:
        target.edit()


class LeaveNote(NotingCommand):
    id = "leave-note"
    keys = ("ctrl+r",)
    footer = "leave as it was"
    help = "Leave the note as it was before"

    def run(self, target: "NoteScreen") -> None:
        target.give_up()


NOTING = (OwnEditor, LeaveNote, KeepNote)  # the last is the last to be left out of the footer
