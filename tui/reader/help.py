"""Every key and what it does."""

from itertools import groupby
from typing import Any

from textual.app import ComposeResult

from tui.commands.command import Command, Commands, Keymap, key_name
from tui.commands.command_screen import CommandScreen
from tui.commands.general import MOVEMENTS, Close, Down, PageDown, PageUp, Up
from tui.pages.page import PageLines, Setter
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.reader.commands import Back
from tui.reader.every_command import EVERY_COMMAND
from tui.widgets.page_view import PageView
from tui.widgets.status_line import StatusLine

_COMMANDS: Commands = (Close, *MOVEMENTS)
_KEY_COLUMN = 14


def help_page(width: int, keymap: Keymap) -> PageLines:
    """The commands that have a key, by group."""
    page = Setter(width)
    with_keys = [command for command in EVERY_COMMAND if keymap.of(command.id)]
    for group, commands in groupby(with_keys, key=lambda command: command.group):
        page.heading(group)
        for command in commands:
            page.hung(words(keymap.words(command.id), "label"), words(command.help), column=_KEY_COLUMN)
    page.heading("In the find box")
    moving = " ".join(filter(None, (_in_a_box(keymap, one) for one in (Up, Down, PageUp, PageDown))))
    back = _in_a_box(keymap, Back) or "the palette"
    page.text(words(f"Letters type; {moving} move in the list, Enter opens, {back} goes to the list."))
    page.text(words("A click chooses, the wheel scrolls, and a drag over the text selects it: Ctrl+C copies it."))
    return page.page()


def _in_a_box(keymap: Keymap, command: type[Command[Any]]) -> str:
    """The first key of a command that types nothing, as it is printed; empty where there is none."""
    return next((key_name(key) for key in keymap.of(command.id) if len(key) > 1), "")


class HelpScreen(CommandScreen):
    """The keys, in a page that scrolls."""

    commands = _COMMANDS

    def compose(self) -> ComposeResult:
        view = PageView(lambda width: help_page(width, self.keymap))
        view.border_title = pane_title("Keys")
        yield view
        yield StatusLine()

    @property
    def movable(self) -> Movable:
        return self.query_one(PageView)
