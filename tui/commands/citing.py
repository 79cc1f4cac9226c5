"""What can be done with the words of a citation while they are on the screen."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import Close

if TYPE_CHECKING:
    from tui.screens.cite import CiteScreen


class CitingCommand(Command["CiteScreen"]):
    group: ClassVar[str] = "Citing"


class CopyIt(CitingCommand):
    id = "copy-reference"
    keys = ("y", "r")
    footer = "copy reference"
    help = "Copy the reference"

    def run(self, target: "CiteScreen") -> None:
        target.copy(target.cited.reference)


class CopyWithText(CitingCommand):
    id = "copy-quotation"
    keys = ("Y", "t")
    footer = "copy text with reference"
    help = "Copy the verbatim text with its reference"

    def why_not(self, target: "CiteScreen") -> str | None:
        return None if target.cited.quotation else "Nothing was decided here that could be quoted."

    def run(self, target: "CiteScreen") -> None:
        if target.cited.quotation:
            target.copy(target.cited.quotation)


CITING = (CopyIt, CopyWithText, Close)
