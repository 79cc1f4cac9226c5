"""Where an export goes: a file, whose name is completed as in a shell, or the clipboard."""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.errors import MinutebookError
from store.text.clean import clean_line
from store.text.lists import counted
from tui.commands.command_screen import CommandScreen
from tui.commands.picker import PickerScreen, fits
from tui.exporting.commands import FILE_SCREEN_COMMANDS, FORMAT_COMMANDS
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.widgets.completion import Completion, complete, meant
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Choice, ChoiceList, RowHeading, RowNote
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.export.export import Wanted
    from store.export.export_formats import ExportFormat


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to export: what it is in words, with more of them below, and what a file of it may be called."""

    wanted: "Wanted"
    words: str
    below: str
    name: str


class ExportScreen(PickerScreen):
    """Gives what was marked, and the format that was chosen, to `name`."""

    commands = FORMAT_COMMANDS
    PLACEHOLDER = "Some letters of a format"

    def __init__(self, offers: "Sequence[Offer]", name: "Callable[[Offer, ExportFormat], None]") -> None:
        super().__init__()
        self._offers = offers
        self._ask_name = name
        self._offer = offers[0]

    @property
    def heading(self) -> str:
        return f"Export: {self._offer.words.lower()}"

    def on_mount(self) -> None:
        self.choices.if_none = "No format fits."

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        from store.export.export_formats import FORMATS

        formats = [
            Choice(one, one.id, below=one.name) for one in FORMATS.values() if fits(typed, one.id, one.name, one.suffix)
        ]
        what = [
            Choice(one, one.words, below=one.below, marked=one is self._offer)
            for one in self._offers
            if fits(typed, one.words, one.below)
        ]
        yield RowHeading("In this format"), formats
        yield RowHeading("Or something else"), what

    def choose(self, choice: Choice) -> None:
        from store.export.export_formats import ExportFormat

        if isinstance(choice.value, ExportFormat):
            self.dismiss()
            self._ask_name(self._offer, choice.value)
        else:
            self._offer = next(one for one in self._offers if one is choice.value)
            self.query_one(Vertical).border_title = pane_title(self.heading)
            self.list_choices()


class Write(Protocol):
    """Writes the file; without a path gives what would be in it. Raises `MinutebookError`."""

    async def __call__(self, path: Path | None, *, force: bool) -> str: ...


class ExportFileScreen(CommandScreen):
    """Has `write` write what `about` says, and tells `done` in a sentence what came of it. Going away stops it."""

    commands = FILE_SCREEN_COMMANDS

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
            self.say(f"Type a name first, such as ~/minutes.md; {self.key_for('close')} goes back.")
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
        self._done(await self.application.copy_words(text))

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
        rows: list[Choice | RowNote] = [
            Choice(one.typed, one.name, "folder" if one.is_folder else "") for one in completion.fitting
        ]
        if completion.more:
            rows.append(RowNote(f"and {counted(completion.more, 'other')}: type more of the name"))
        choices = self.query_one(ChoiceList)
        choices.if_none = "A new file."
        choices.show(rows)
