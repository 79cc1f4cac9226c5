"""Asking what minutes to add: a path, completed as in a shell, and the council of those that name none."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.clean import clean_line
from store.wording import counted
from tui.commands.adding import TYPING_A_PATH
from tui.commands.movement import Movable
from tui.completing import Completion, complete, meant, why_not_added
from tui.safe import words
from tui.screens.command_screen import CommandScreen
from tui.widgets.choice_list import Choice, ChoiceList
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Note
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine

_PATH = "A file of minutes, or a folder with all below it"
_COUNCIL = "The council of minutes that do not name one; it may stay empty"


class PathBox(FindBox):
    """Where the path is typed."""


class CouncilBox(FindBox):
    """Where the council is typed."""


class AddScreen(CommandScreen):
    """Gives a path that can be read, and a council or None, to `begin`."""

    commands = TYPING_A_PATH

    DEFAULT_CSS = """
    AddScreen > Vertical {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 1;
    }
    AddScreen Static { color: $quiet; }
    AddScreen Vertical > PathBox, AddScreen Vertical > CouncilBox { margin-bottom: 1; }
    """

    def __init__(self, begin: Callable[[Path, str | None], None]) -> None:
        super().__init__()
        self._begin = begin
        self._listed: str | None = None  # what was typed when what fits was listed

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title("Add minutes")
            yield Static(words(_PATH))
            yield PathBox("~/minutes")
            yield Static(words(_COUNCIL))
            yield CouncilBox("Borough Council")
            yield ChoiceList()
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.path_box)
        self._list("")

    @property
    def movable(self) -> Movable:
        return self.query_one(ChoiceList)

    @property
    def path_box(self) -> PathBox:
        return self.query_one(PathBox)

    @property
    def council_box(self) -> CouncilBox:
        return self.query_one(CouncilBox)

    @property
    def in_path(self) -> bool:
        """Whether the path is being typed."""
        return self.focused is self.path_box

    def change_box(self) -> None:
        """Go to the other box."""
        self.set_focus(self.council_box if self.in_path else self.path_box)

    def complete(self) -> None:
        """Complete the path as far as all agree that fit; when it is, take the one under the cursor."""
        self.path_box.call_later(self._complete)  # behind the letters that are on their way to the box

    def go_on(self) -> None:
        """From a path that can be read to the council, and from there begin."""
        if not self.path_box.value.strip():
            self.say("Type a path first, such as ~/minutes; Esc goes back.")
        else:
            self._go_on(begin=not self.in_path)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is self.path_box:
            self.say("")
            self._list(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("add-it")

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.path_box.put(str(event.choice.value))
        self.set_focus(self.path_box)

    @work(exclusive=True, group="completing")
    async def _list(self, typed: str) -> None:
        self._show(typed, await asyncio.to_thread(complete, typed))

    @work(exclusive=True, group="tab")
    async def _complete(self) -> None:
        typed = self.path_box.value
        under = self.query_one(ChoiceList).chosen if typed == self._listed else None
        completion = await asyncio.to_thread(complete, typed)
        self._show(typed, completion)
        if typed != self.path_box.value:
            return
        if completion.typed != typed:
            self.path_box.put(completion.typed)
        elif under:
            self.path_box.put(str(under.value))
        elif not completion.fitting:
            self.say("Nothing here begins so.")

    def _show(self, typed: str, completion: Completion) -> None:
        """List what fits what was typed."""
        self._listed = typed
        rows: list[Choice | Note] = [
            Choice(one.typed, one.name, "folder" if one.is_folder else "") for one in completion.fitting
        ]
        if completion.more:
            rows.append(Note(f"and {counted(completion.more, 'other')}: type more of the name"))
        choices = self.query_one(ChoiceList)
        choices.if_none = "Nothing here begins so." if typed else "There is nothing in this folder."
        choices.show(rows)

    @work(exclusive=True, group="adding")
    async def _go_on(self, *, begin: bool) -> None:
        path = meant(self.path_box.value)
        if reason := await asyncio.to_thread(why_not_added, path):
            self.say(reason)
            self.set_focus(self.path_box)
        elif begin:
            self.dismiss()
            self._begin(path, clean_line(self.council_box.value) or None)
        else:
            self.set_focus(self.council_box)
            self.say("Enter adds; a council is only for minutes that do not name theirs.")
