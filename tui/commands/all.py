"""Every command, in the order in which the footer and the help name them."""

from typing import Any, Final

from tui.commands.choosing import CHOOSING
from tui.commands.command import Command
from tui.commands.finding import FINDING
from tui.commands.general import Colours, Help, Palette, Quit
from tui.commands.minutes import MINUTES
from tui.commands.movement import MOVEMENTS
from tui.commands.panes import PANES

READER_COMMANDS: Final[tuple[type[Command[Any]], ...]] = (
    *PANES,
    *FINDING,
    *MINUTES,
    Quit,
    Help,
    Palette,
    Colours,
    *MOVEMENTS,
)

EVERY_COMMAND: Final[tuple[type[Command[Any]], ...]] = (*READER_COMMANDS, *CHOOSING)
"""Those of the reader, and those of the lists that it opens."""
