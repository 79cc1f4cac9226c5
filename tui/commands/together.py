"""Which commands can be given at the same time: their keys must differ."""

from typing import Any, Final

from tui.commands.adding import TYPING_A_PATH, WATCHING_IT, WELCOMING, LeaveSample
from tui.commands.all import EVERY_COMMAND, READER_COMMANDS
from tui.commands.choosing import CHOOSING_FACETS, CHOOSING_PLACES, CHOOSING_QUERIES, NAMING
from tui.commands.citing import BASKET, CHOOSING_A_STYLE
from tui.commands.command import Command
from tui.commands.exporting import CHOOSING_AN_EXPORT, NAMING_A_FILE
from tui.commands.general import Close, Quit
from tui.commands.looking import IN_TEXT
from tui.commands.marked import MARKED
from tui.commands.movement import MOVEMENTS
from tui.commands.noting import NOTING
from tui.commands.sources import EVIDENCE, GLANCE
from tui.commands.timeline import ALONG_A_TIMELINE

TOGETHER: Final[tuple[tuple[type[Command[Any]], ...], ...]] = (
    READER_COMMANDS,
    tuple(LeaveSample if command is Quit else command for command in READER_COMMANDS),
    (Close, *MOVEMENTS),
    ALONG_A_TIMELINE,
    BASKET,
    CHOOSING_A_STYLE,
    CHOOSING_AN_EXPORT,
    CHOOSING_FACETS,
    CHOOSING_PLACES,
    CHOOSING_QUERIES,
    EVIDENCE,
    GLANCE,
    IN_TEXT,
    MARKED,
    NAMING,
    NAMING_A_FILE,
    NOTING,
    TYPING_A_PATH,
    WATCHING_IT,
    WELCOMING,
)
"""The commands of every screen."""

COMMANDS: Final[dict[str, type[Command[Any]]]] = {}
"""Every command by its id; of two that have the same, the one that the help tells of."""
for _commands in (EVERY_COMMAND, *TOGETHER):
    for _command in _commands:
        COMMANDS.setdefault(_command.id, _command)
