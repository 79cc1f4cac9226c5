"""The key to name in a widget's sentence about a command: the person's own."""

from typing import TYPE_CHECKING, Any, cast

from textual.widget import Widget

from tui.commands.command import Command

if TYPE_CHECKING:
    from tui.commands.command_screen import CommandScreen


def key_for(widget: Widget, command: type[Command[Any]]) -> str:
    """The key of a command on the screen that a widget stands on, as it is printed on a keyboard."""
    return cast("CommandScreen", widget.screen).key_for(command)
