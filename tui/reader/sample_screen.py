"""The reader on the sample minutes, opened from the welcome: in a store and with a desk that go when it is left."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tui.adding.commands import LeaveSample
from tui.commands.general import Quit
from tui.reader.every_command import READER_COMMANDS
from tui.reader.screen import ReaderScreen
from tui.session.library import StoreLibrary


class SampleScreen(ReaderScreen):
    """Has the folder with the sample's store, and clears it away."""

    commands = tuple(LeaveSample if command is Quit else command for command in READER_COMMANDS)

    def __init__(self, folder: "TemporaryDirectory[str]", store: Path) -> None:
        super().__init__(StoreLibrary(store, Path(folder.name) / "desk.db", passing=True))
        self._folder = folder

    def on_unmount(self) -> None:
        self._library.close()
        self._folder.cleanup()
