"""The key to name in a widget's sentence about a command: the person's own."""

from typing import TYPE_CHECKING, cast

from textual.widget import Widget

if TYPE_CHECKING:
    from tui.ports import Host


def key_for(widget: Widget, command: str) -> str:
    """The key of the command with an id, on the screen that a widget stands on, as it is printed on a keyboard."""
    return cast("Host", widget.screen).key_for(command)
