"""The reader on the sample minutes, opened from the welcome: in a store and with a desk that go when it is left."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tui.commands.adding import LeaveSample
from tui.commands.all import READER_COMMANDS
from tui.commands.general import Quit
from tui.library import StoreLibrary
from tui.screens.reader import ReaderScreen

_COMMANDS = tuple(LeaveSample if command is Quit else command for command in READER_COMMANDS)


class SampleScreen(ReaderScreen):
    """Has the folder with the sample's store, and clears it away."""

    commands = _COMMANDS

    def __init__(self, folder: "TemporaryDirectory[str]", store: Path) -> None:
        super().__init__(StoreLibrary(store, Path(folder.name) / "desk.db", passing=True))
        self._folder = folder

    def on_unmount(self) -> None:
        self._library.close()
        self._folder.cleanup()
