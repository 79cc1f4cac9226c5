"""Asking what minutes to add: a path and the council of those that name none, both completed as in a shell."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.widgets import Input, Static

from store.text.clean import clean_line
from store.text.lists import counted
from tui.adding.commands import PATH_COMMANDS
from tui.commands.command_screen import CommandScreen
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.widgets.completion import Completion, complete, complete_name, meant, why_not_added
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Choice, ChoiceList, RowNote
from tui.widgets.status_line import StatusLine

_PATH = "A file of minutes, or a folder with all below it"
_COUNCIL = "The council of minutes that do not name one; it may stay empty"


class PathBox(FindBox):
    """Where the path is typed."""


class CouncilBox(FindBox):
    """Where the council is typed."""


class AddScreen(CommandScreen):
    """Gives a path that can be read, and a council or None, to `begin`; `councils` are those of the store."""

    commands = PATH_COMMANDS

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

    def __init__(
        self, begin: Callable[[Path, str | None], None], councils: Callable[[], Awaitable[Sequence[str]]]
    ) -> None:
        super().__init__()
        self._begin = begin
        self._ask_councils = councils
        self._councils: Sequence[str] = ()
        self._last_box: FindBox | None = None  # that had the focus
        self._listed: tuple[bool, str] | None = None  # whether in the path, and what was typed, for what is listed

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
        self.attempt("councils", self._learn_councils)

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
    def box(self) -> FindBox:
        """What is being typed in, though the list was clicked on."""
        return self.focused if isinstance(self.focused, FindBox) else self._last_box or self.path_box

    @property
    def in_path(self) -> bool:
        """Whether the path is being typed, and not the council."""
        return self.box is self.path_box

    def change_box(self) -> None:
        """Go to the other box."""
        self.set_focus(self.council_box if self.in_path else self.path_box)

    def complete(self) -> None:
        """Complete what is typed as far as all agree that fit; when it is, take the one under the cursor."""
        self.box.call_later(self._complete)  # behind the letters that are on their way to the box

    def go_on(self) -> None:
        """From a path that can be read to the council, and from there begin."""
        if not self.path_box.value.strip():
            self.say(f"Type a path first, such as ~/minutes; {self.key_for('close')} goes back.")
        else:
            self._go_on(begin=not self.in_path)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is self.box:
            self.say("")
            self._list()

    @on(DescendantFocus)
    def _change_list(self, event: DescendantFocus) -> None:
        """List what fits what is typed in the other box; a click on the list leaves that as it is."""
        if isinstance(event.widget, FindBox):
            self._last_box = event.widget
            self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("add-it")

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.box.put(str(event.choice.value))
        self.set_focus(self.box)

    @work(exclusive=True, group="completing")
    async def _list(self) -> None:
        asked = self.in_path, self.box.value
        self._show(asked, await self._fitting(*asked))

    @work(exclusive=True, group="tab")
    async def _complete(self) -> None:
        box, asked = self.box, (self.in_path, self.box.value)
        under = self.query_one(ChoiceList).chosen if asked == self._listed else None
        completion = await self._fitting(*asked)
        if asked != (self.in_path, self.box.value):
            return
        self._show(asked, completion)
        if completion.typed != box.value:
            box.put(completion.typed)
        elif under:
            box.put(str(under.value))
        elif not completion.fitting:
            self.say(_why_nothing(*asked))

    async def _fitting(self, in_path: bool, typed: str) -> Completion:
        return await asyncio.to_thread(complete, typed) if in_path else complete_name(typed, self._councils)

    async def _learn_councils(self) -> None:
        self._councils = await self._ask_councils()
        if not self.in_path:
            self._list()

    def _show(self, asked: tuple[bool, str], completion: Completion) -> None:
        """List what fits what was typed."""
        self._listed = asked
        rows: list[Choice | RowNote] = [
            Choice(one.typed, one.name, "folder" if one.is_folder else "") for one in completion.fitting
        ]
        if completion.more:
            rows.append(RowNote(f"and {counted(completion.more, 'other')}: type more of the name"))
        choices = self.query_one(ChoiceList)
        choices.if_none = _why_nothing(*asked)
        choices.show(rows)

    @work(exclusive=True, group="adding")
    async def _go_on(self, *, begin: bool) -> None:
        path = meant(self.path_box.value)
        if reason := await asyncio.to_thread(why_not_added, path, self.key_for("complete")):
            self.say(reason)
            self.set_focus(self.path_box)
        elif begin:
            self.dismiss()
            self._begin(path, clean_line(self.council_box.value) or None)
        else:
            self.set_focus(self.council_box)
            self.say("Enter adds; a council is only for minutes that do not name theirs.")


def _why_nothing(in_path: bool, typed: str) -> str:
    """Why nothing is listed."""
    if in_path:
        return "Nothing here begins so." if typed else "There is nothing in this folder."
    return "No council in the store is called so." if typed else "The store knows no council yet."
