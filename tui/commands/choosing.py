"""What can be done with a list of choices, over which letters narrow it."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import Close
from tui.commands.movement import Down, PageDown, PageUp, Up

if TYPE_CHECKING:
    from tui.screens.facets import FacetScreen
    from tui.screens.name import NameScreen
    from tui.screens.picker import PickerScreen
    from tui.screens.queries import QueryScreen


class Choose(Command["PickerScreen"]):
    id = "choose"
    group: ClassVar[str] = "Choosing"
    keys = ("enter",)
    footer = "choose"
    help = "Choose what is under the cursor"

    def why_not(self, target: "PickerScreen") -> str | None:
        return None if target.choices.chosen else "There is nothing here to choose."

    def run(self, target: "PickerScreen") -> None:
        target.choices.choose()


class ChooseToo(Command["FacetScreen"]):
    id = "choose-too"
    group: ClassVar[str] = "Choosing"
    keys = ("tab",)
    footer = "this one too"
    help = "Of what narrows: let this value in beside the others of its kind, or take it out again"

    def why_not(self, target: "FacetScreen") -> str | None:
        return None if target.choices.chosen else "There is nothing here to choose."

    def run(self, target: "FacetScreen") -> None:
        target.choose_too()


class Forget(Command["QueryScreen"]):
    id = "forget"
    group: ClassVar[str] = "Choosing"
    keys = ("ctrl+x",)
    footer = "forget"
    help = "Of queries: forget the saved one under the cursor"

    def why_not(self, target: "QueryScreen") -> str | None:
        return None if target.saved else "Only a saved query can be forgotten; earlier ones make room by themselves."

    def run(self, target: "QueryScreen") -> None:
        target.forget()


class SaveIt(Command["NameScreen"]):
    id = "save-it"
    group: ClassVar[str] = "Choosing"
    keys = ("enter",)
    footer = "save"
    help = "Save it under this name"

    def run(self, target: "NameScreen") -> None:
        target.save()


_MOVES = (Up, Down, PageUp, PageDown)

CHOOSING = (Choose, ChooseToo, Forget)
CHOOSING_FACETS = (Choose, ChooseToo, Close, *_MOVES)
CHOOSING_QUERIES = (Choose, Forget, Close, *_MOVES)
CHOOSING_PLACES = (Choose, Close, *_MOVES)
NAMING = (SaveIt, Close)
