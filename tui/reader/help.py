"""Every key and what it does: first of what has the focus, then of finding and citing; and a box to search them."""

from collections.abc import Sequence
from typing import Any, Final

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.widgets import Input

from tui.commands.command import Command, Keymap, key_name
from tui.commands.command_screen import CommandScreen
from tui.commands.general import Down, PageDown, PageUp, Up
from tui.pages.page import PageLines, Setter
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.reader.command_names import rank
from tui.reader.commands import Back
from tui.reader.every_command import EVERY_COMMAND
from tui.reader.help_commands import HELP_COMMANDS
from tui.widgets.find_box import FindBox
from tui.widgets.line_view import PageView
from tui.widgets.status_line import StatusLine

IN_THE_BOX: Final = "In the find box"
_FIRST: Final = ("Finding", "Citing")  # what most people come for
_LAST: Final = ("Panes", "General", "Moving")  # what everybody knows, or finds by pressing keys
_KEY_COLUMN: Final = 14


def help_page(width: int, keymap: Keymap, focus: Sequence[str] = (), typed: str = "") -> PageLines:
    """The commands that have a key, by group, those groups in `focus` first; of a search only those that fit."""
    page = Setter(width)
    groups: dict[str, list[type[Command[Any]]]] = {IN_THE_BOX: []}
    for command in EVERY_COMMAND:
        groups.setdefault(command.group, []).append(command)
    for group in sorted(groups, key=lambda group: _place(group, (*focus, *_FIRST))):
        shown = [one for one in groups[group] if keymap.of(one.id) and rank(typed, one.id, one.help) is not None]
        if shown or (group == IN_THE_BOX and not typed):
            page.heading(group)
        for command in shown:
            page.hung(words(keymap.words(command.id), "label"), words(command.help), column=_KEY_COLUMN)
        if group == IN_THE_BOX and not typed:
            _in_the_box(page, keymap)
    if not page.here:
        page.text(words(f"No key does “{typed}”."))
    return page.page()


def _place(group: str, first: Sequence[str]) -> int:
    """Where a group stands among the others; those that are neither first nor last stand as they come."""
    if group in first:
        return first.index(group)
    return len(first) + (1 + _LAST.index(group) if group in _LAST else 0)


def _in_the_box(page: Setter, keymap: Keymap) -> None:
    moving = " ".join(filter(None, (_in_a_box(keymap, one) for one in (Up, Down, PageUp, PageDown))))
    back = _in_a_box(keymap, Back) or "the palette"
    page.text(words(f"Letters type; {moving} move in the list, Enter opens, {back} goes to the list."))
    page.text(words("Ctrl+W takes a word back, Ctrl+U all of it; of what is pasted the lines become one."))
    page.text(words("A click chooses, the wheel scrolls, and a drag over the text selects it: Ctrl+C copies it."))


def _in_a_box(keymap: Keymap, command: type[Command[Any]]) -> str:
    """The first key of a command that types nothing, as it is printed; empty where there is none."""
    return next((key_name(key) for key in keymap.of(command.id) if len(key) > 1), "")


class HelpScreen(CommandScreen):
    """The keys, in a page that scrolls; `focus` are the groups of what had the focus."""

    commands = HELP_COMMANDS
    DEFAULT_CSS = "HelpScreen > FindBox { margin: 0 1; }"

    def __init__(self, focus: Sequence[str] = ()) -> None:
        super().__init__()
        self._in_use = focus

    def compose(self) -> ComposeResult:
        yield FindBox("Search the keys")
        view = PageView(self._page)
        view.border_title = pane_title("Keys")
        yield view
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(PageView))

    @property
    def movable(self) -> Movable:
        return self.query_one(PageView)

    @property
    def box(self) -> FindBox:
        return self.query_one(FindBox)

    def search(self) -> None:
        """Go to the box."""
        self.set_focus(self.box)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; but from the box only go back to all keys."""
        if self.focused is self.box:
            self.box.put("")
            self.set_focus(self.query_one(PageView))
            return AwaitComplete()
        return super().dismiss(result)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        view = self.query_one(PageView)
        view.set_page(self._page)
        view.to_start()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.query_one(PageView))

    def _page(self, width: int) -> PageLines:
        return help_page(width, self.keymap, self._in_use, self.box.value)
