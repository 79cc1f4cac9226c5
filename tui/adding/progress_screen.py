"""How far adding has come: a bar with figures, and what became of each document."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.ingest.events import Completed, Failed, Linked, Stored
from store.text.lists import counted
from tui.adding.commands import PROGRESS_COMMANDS
from tui.commands.command_screen import CommandScreen
from tui.pages.imports import event_words
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.widgets.headed_list import HeadedList, Passive, RowHeading
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.adding.run import ImportRun


_MARKS = {Failed: "✗", Completed: "+", Linked: "="}


class EventList(HeadedList[Stored | Failed]):
    """Two lines a document. A mark says what became of it, and the second line says it in words."""

    def __init__(self, path: Path) -> None:
        """`path` is the file or the folder that is added; names in it are told without it."""
        super().__init__()
        self._path = path

    def height(self, row: Stored | Failed) -> int:
        return 2

    def draw_row(self, row: Stored | Failed, width: int) -> tuple[Content, ...]:
        mark = words(f"{_MARKS.get(type(row), '·')} ", "warning" if isinstance(row, Failed) else "label")
        return Content.assemble(mark, words(self._short(row.name))), words(f"  {event_words(row)}", "quiet")

    def tell_moved(self, row: Stored | Failed | Passive) -> None:
        """Moving among them changes nothing elsewhere."""

    def _short(self, name: str) -> str:
        within = name.removeprefix(f"{self._path}/")
        return self._path.name if within == str(self._path) else within

    def nothing(self) -> str:
        return "The documents that are read are listed here."

    def not_yet(self) -> str:
        return self.nothing()


class ProgressScreen(CommandScreen):
    """Shows a run of adding while it runs and after it. Closing the screen does not stop it; `stop` does."""

    commands = PROGRESS_COMMANDS

    DEFAULT_CSS = """
    ProgressScreen > Vertical {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 1;
    }
    ProgressScreen Static { height: auto; max-height: 5; margin-bottom: 1; }
    ProgressScreen EventList { height: 1fr; }
    """

    def __init__(self, run: "ImportRun", stop: Callable[[], None]) -> None:
        super().__init__()
        self._run = run
        self._stop = stop
        self._listed = 0  # how many of what was told are in the list

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title("Adding minutes", str(self._run.path))
            yield Static(id="progress")
            yield EventList(self._run.path)
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.events)
        self.show_progress()

    @property
    def events(self) -> EventList:
        return self.query_one(EventList)

    @property
    def movable(self) -> Movable:
        return self.events

    @property
    def why_not_stopped(self) -> str | None:
        """Why it cannot be stopped."""
        if self._run.ended:
            return f"It has ended; {self.key_for('close')} goes back to the minutes."
        return "It stops after the document in hand." if self._run.stopping else None

    def stop(self) -> None:
        """Stop adding, and say what stays."""
        self._stop()
        self.say("Stopping after the document in hand; what is listed here stays in the store.")

    def show_progress(self) -> None:
        """Show what the run has come to by now."""
        if not self.query("#progress"):  # it was pushed, and is not made yet
            return
        self.query_one("#progress", Static).update(words(self._run.spoken))
        if self._run.ended:
            self.events.show(list(self._by_kind()))
            self.say("")
        elif new := self._run.told[self._listed :]:
            at_end = self.events.cursor >= len(self.events.rows) - 1
            self.events.extend(new)
            if at_end:  # go along, unless the person has gone up to look
                self.events.put(len(self.events.rows) - 1)
        self._listed = len(self._run.told)
        self.refresh_hints()

    def _by_kind(self) -> Iterator[RowHeading | Stored | Failed]:
        """All that was told, with what was not stored above."""
        failed = [event for event in self._run.told if isinstance(event, Failed)]
        stored = [event for event in self._run.told if not isinstance(event, Failed)]
        for heading, events in (("not stored", failed), ("in the store", stored)):
            if events:
                yield RowHeading(f"{counted(len(events), 'document')} {heading}")
                yield from events
