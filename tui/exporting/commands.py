"""Exporting: what is chosen as a file that other programs read, or on the clipboard."""

from typing import TYPE_CHECKING, ClassVar, Final

from tui.commands.command import Command
from tui.commands.general import Close, Down, PageDown, PageUp, Up
from tui.finding.commands import Choose

if TYPE_CHECKING:
    from tui.exporting.screen import ExportFileScreen
    from tui.reader.screen import ReaderScreen

_GROUP: Final = "Exporting"


class Export(Command["ReaderScreen"]):
    id = "export"
    group: ClassVar[str] = _GROUP
    keys = ("X",)
    help = "Export what is found, selected or starred, or the meeting: as Markdown, CSV, BibTeX and more"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."

    def run(self, target: "ReaderScreen") -> None:
        target.exporting.open()


class ExportCommand(Command["ExportFileScreen"]):
    """These are about the file that is being named."""

    group: ClassVar[str] = _GROUP


class ExportIt(ExportCommand):
    id = "export-it"
    keys = ("enter",)
    footer = "write"
    help = "Write the file; over one that is there only when asked twice"

    def run(self, target: "ExportFileScreen") -> None:
        target.write()


class CompleteName(ExportCommand):
    id = "complete-name"
    keys = ("tab",)
    footer = "complete"
    help = "Complete the name of the file as far as all agree that fit; then take the one under the cursor"

    def run(self, target: "ExportFileScreen") -> None:
        target.complete()


class ExportToClipboard(ExportCommand):
    id = "export-to-clipboard"
    keys = ("ctrl+y",)
    footer = "copy instead"
    help = "Copy it in place of writing a file"

    def run(self, target: "ExportFileScreen") -> None:
        target.copy()


EXPORTING = (Export,)
EXPORTING_TOO = (ExportIt, CompleteName, ExportToClipboard)
CHOOSING_AN_EXPORT = (Choose, Close, Up, Down, PageUp, PageDown)
NAMING_A_FILE = (ExportIt, CompleteName, ExportToClipboard, Close, Up, Down, PageUp, PageDown)
