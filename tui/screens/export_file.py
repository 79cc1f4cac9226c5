"""Where an export goes: a file, whose name is completed as in a shell, or the clipboard."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.errors import MinutebookError
from store.text.clean import clean_line
from store.text.plurals import counted
from tui.commands.exporting import NAMING_A_FILE
from tui.commands.general import Close
from tui.commands.movement import Movable
from tui.completing import Completion, complete, meant
from tui.copying import copy
from tui.safe import words
from tui.screens.command_screen import CommandScreen
from tui.widgets.choice_list import Choice, ChoiceList
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Note
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.app import Reader


class Write(Protocol):
    """Writes the file; without a path gives what would be in it. Raises `MinutebookError`."""

    async def __call__(self, path: Path | None, *, force: bool) -> str: ...


class ExportFileScreen(CommandScreen):
    """Has `write` write what `about` says, and tells `done` in a sentence what came of it. Going away stops it."""

    commands = NAMING_A_FILE

    DEFAULT_CSS = """
    ExportFileScreen > Vertical {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 1;
    }
    ExportFileScreen Static { color: $quiet; }
    ExportFileScreen Vertical > FindBox { margin-bottom: 1; }
    """

    def __init__(self, about: str, name: str, write: Write, done: Callable[[str], None]) -> None:
        super().__init__()
        self._about = about
        self._suggested = name
        self._write = write
        self._done = done
        self._completion = Completion("")
        self._warned_of: Path | None = None  # the file that is there, and may be written over when asked again

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title("Export to a file")
            yield Static(words(self._about))
            yield FindBox("~/minutes.md")
            yield ChoiceList()
        yield StatusLine()

    def on_mount(self) -> None:
        self.box.put(self._suggested)
        self.set_focus(self.box)

    @property
    def box(self) -> FindBox:
        return self.query_one(FindBox)

    @property
    def movable(self) -> Movable:
        return self.query_one(ChoiceList)

    def complete(self) -> None:
        """Complete the name as far as all agree that fit; when it is, take the one under the cursor."""
        choice = self.query_one(ChoiceList).chosen
        if self._completion.typed != self.box.value:
            self.box.put(self._completion.typed)
        elif choice:
            self.box.put(str(choice.value))
        else:
            self.say("Nothing here begins so; Enter writes a new file of this name.")

    def write(self) -> None:
        """Write the file that is named, over one that is there only when asked again."""
        if not self.box.value.strip():
            self.say(f"Type a name first, such as ~/minutes.md; {self.key_for(Close)} goes back.")
            return
        self._write_file(meant(self.box.value))

    @work(exclusive=True, group="exporting")
    async def copy(self) -> None:
        """Copy what would be in the file."""
        self.say("Reading …")
        try:
            text = await self._write(None, force=False)
        except MinutebookError as error:
            self.say(str(error))
            return
        self.dismiss()
        self._done(await copy(cast("Reader", self.app), text))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.say("")
        self._list(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("export-it")

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.box.put(str(event.choice.value))
        self.set_focus(self.box)

    @work(exclusive=True, group="exporting")
    async def _write_file(self, path: Path) -> None:
        name = clean_line(str(path))
        over, self._warned_of = self._warned_of == path, path
        if not over and await asyncio.to_thread(os.path.isfile, path):
            self.say(f"{name} is there already; Enter again writes over it.")
            return
        self.say("Writing …")
        try:
            await self._write(path, force=over)
        except MinutebookError as error:
            self.say(str(error))
            return
        self.dismiss()
        self._done(f"Written: {name}")

    @work(exclusive=True, group="completing")
    async def _list(self, typed: str) -> None:
        self._completion = Completion(typed)
        completion = await asyncio.to_thread(complete, typed)
        self._completion = completion
        rows: list[Choice | Note] = [
            Choice(one.typed, one.name, "folder" if one.is_folder else "") for one in completion.fitting
        ]
        if completion.more:
            rows.append(Note(f"and {counted(completion.more, 'other')}: type more of the name"))
        choices = self.query_one(ChoiceList)
        choices.if_none = "A new file."
        choices.show(rows)
