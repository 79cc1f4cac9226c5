"""Exporting: what is chosen as a file that other programs read, or on the clipboard."""

from typing import ClassVar, Final, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import LIST_MOVES, Choose, Close
from tui.ports import ReaderPort


class Exports(Protocol):
    """What exports."""

    def open(self) -> None: ...


class CanExport(ReaderPort, Protocol):
    """The reader, where something in it is exported."""

    @property
    def exporting(self) -> Exports: ...


class FileNaming(Protocol):
    """Where the file gets a name."""

    def write(self) -> None: ...
    def complete(self) -> None: ...
    def copy(self) -> object: ...


_GROUP: Final = "Exporting"


class Export(Command[CanExport]):
    id = "export"
    group: ClassVar[str] = _GROUP
    keys = ("X",)
    help = "Export what is found, selected or starred, or the meeting: as Markdown, CSV, BibTeX and more"

    def why_not(self, target: CanExport) -> str | None:
        return None if target.place else "There are no minutes here yet."

    def run(self, target: CanExport) -> None:
        target.exporting.open()


class ExportCommand(Command[FileNaming]):
    """These are about the file that is being named."""

    group: ClassVar[str] = _GROUP


class ExportIt(ExportCommand):
    id = "export-it"
    keys = ("enter",)
    footer = "write"
    help = "Write the file; over one that is there only when asked twice"

    def run(self, target: FileNaming) -> None:
        target.write()


class CompleteName(ExportCommand):
    id = "complete-name"
    keys = ("tab",)
    footer = "complete"
    help = "Complete the name of the file as far as all agree that fit; then take the one under the cursor"

    def run(self, target: FileNaming) -> None:
        target.complete()


class ExportToClipboard(ExportCommand):
    id = "export-to-clipboard"
    keys = ("ctrl+y",)
    footer = "copy instead"
    help = "Copy it in place of writing a file"

    def run(self, target: FileNaming) -> None:
        target.copy()


EXPORTING = (Export,)
FILE_COMMANDS = every(ExportCommand)
FORMAT_COMMANDS: Commands = (Choose, Close, *LIST_MOVES)
FILE_SCREEN_COMMANDS: Commands = (*FILE_COMMANDS, Close, *LIST_MOVES)
