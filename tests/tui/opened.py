"""The app as a test uses it: opened on a store, driven, and read as lines of text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from textual.pilot import Pilot
from textual.strip import Strip
from textual.worker import WorkerState

from tui.app import Reader
from tui.commands.command_screen import CommandScreen
from tui.config.settings import Config
from tui.marking import controller as seeing
from tui.ports import Pane
from tui.reader.screen import ReaderScreen
from tui.session.library import Library, StoreLibrary
from tui.widgets.status_line import StatusLine

_NAP = 0.004  # seconds between looks at whether the app is idle; Textual's own 0.02 are most of the time of most tests
_IDLE = 0.3  # of a nap, at most: what is computed in it by an app that has nothing to do
WIDE, USUAL, SMALL = (120, 36), (80, 24), (40, 12)


class Opened:
    """An app that is running without a terminal."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        assert isinstance(pilot.app, Reader)
        self.app = pilot.app
        reader = self.app.screen_stack[0]
        assert isinstance(reader, ReaderScreen)
        self.reader = reader

    async def settle(self) -> None:
        """Wait until nothing is being asked or drawn."""
        await self.pilot.pause()
        await self._answered()
        await self._painted()

    async def _answered(self) -> None:
        """Wait until nothing is being asked."""
        while any(worker.state in (WorkerState.PENDING, WorkerState.RUNNING) for worker in self.app.workers):
            await self.pilot.pause(0.01)

    async def _painted(self) -> None:
        """Wait until everything is laid out and drawn; drawing may ask for more of it, as scrollbars do."""
        for _ in range(3):
            await self.pilot.pause()
            screen = self.app.screen
            while self.app.is_running and (
                screen._layout_required or screen._repaint_required or screen._dirty_widgets
            ):
                await self.pilot.pause(0.01)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when what the one before it asked for is answered."""
        for key in keys:
            await self._answered()
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def run(self, *commands: str) -> None:
        """Run commands of the screen by their ids, as keys and palette do."""
        for command in commands:
            assert isinstance(self.app.screen, CommandScreen)
            self.app.screen.action_command(command)
            await self.settle()

    def in_use(self, pane: Pane) -> bool:
        """Whether `pane` is the one in use."""
        return self.reader.pane is pane

    @property
    def strips(self) -> list[Strip]:
        """The lines of the screen as they are drawn."""
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def said(self) -> str:
        """The sentence in the status line, empty while it names keys."""
        return self.app.screen.query_one(StatusLine).sentence


@asynccontextmanager
async def opened(
    store: Path | Library,
    size: tuple[int, int] = WIDE,
    *,
    settle: bool = True,
    desk: Path | None = None,
    fresh: bool = False,
    config: Config | None = None,
    remark: str = "",
) -> AsyncIterator[Opened]:
    """Open the app on a store or a library, and unless told otherwise wait until it shows the minutes.

    `desk` is the file of the desk; without one the app has a desk that nobody else sees. `fresh` begins with the newest
    meeting, whatever is on the desk. `config` are the person's settings, `remark` what is said of them. No meeting is
    seen by the cursor resting on it, however slow the machine is.
    """
    with (
        TemporaryDirectory() as folder,
        patch.object(seeing, "REST", 3_600.0),
        patch.multiple("textual._wait", SLEEP_GRANULARITY=_NAP, SLEEP_IDLE=_NAP * _IDLE),
    ):
        library = StoreLibrary(store, desk or Path(folder) / "desk.db") if isinstance(store, Path) else store
        async with Reader(library, config, remark, fresh=fresh).run_test(size=size) as pilot:
            app = Opened(pilot)
            if settle:
                await app.settle()
            yield app
