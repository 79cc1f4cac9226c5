"""What can be done with all that is starred and noted."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import Close
from tui.commands.movement import MOVEMENTS

if TYPE_CHECKING:
    from tui.screens.marked import MarkedScreen


class MarkedCommand(Command["MarkedScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Starred and noted"

    def why_not(self, target: "MarkedScreen") -> str | None:
        return None if target.row else "Nothing is starred or noted yet."


class GoThere(MarkedCommand):
    id = "go-there"
    keys = ("enter",)
    footer = "go there"
    help = "Go to the place under the cursor"

    def why_not(self, target: "MarkedScreen") -> str | None:
        if target.row and target.row.told is None:
            return "This place is not in this store; its star or note is kept for the store that has it."
        return super().why_not(target)

    def run(self, target: "MarkedScreen") -> None:
        target.go()


class Remove(MarkedCommand):
    id = "remove-mark"
    keys = ("d", "s")
    footer = "remove"
    help = "Take this star away, or remove this note"

    def run(self, target: "MarkedScreen") -> None:
        target.take_away()


class EditNote(MarkedCommand):
    id = "edit-note"
    keys = ("m",)
    footer = "note"
    help = "Change the note on this place, or write one"

    def run(self, target: "MarkedScreen") -> None:
        target.write_note()


class TakeBack(MarkedCommand):
    id = "take-back"
    keys = ("u",)
    footer = "undo"
    help = "Take back the last change to stars, notes, what was seen or the basket"

    def why_not(self, target: "MarkedScreen") -> str | None:
        return None

    def run(self, target: "MarkedScreen") -> None:
        target.undo()


MARKED_ALONE = (GoThere, Remove, EditNote, TakeBack)
MARKED = (*MARKED_ALONE, Close, *MOVEMENTS)
