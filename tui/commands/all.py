"""Every command, in the order in which the footer and the help name them."""

from typing import Any, Final

from tui.commands.adding import ADDING, ADDING_TOO
from tui.commands.choosing import CHOOSING
from tui.commands.citing import CITING, CITING_TOO
from tui.commands.command import Command
from tui.commands.exporting import EXPORTING, EXPORTING_TOO
from tui.commands.finding import FINDING
from tui.commands.general import COLOURS, Help, Palette, Quit
from tui.commands.journey import JOURNEY
from tui.commands.listing import LISTING
from tui.commands.looking import IN_TEXT, LOOKING
from tui.commands.marked import MARKED_ALONE
from tui.commands.marks import MARKS
from tui.commands.minutes import MINUTES
from tui.commands.movement import MOVEMENTS
from tui.commands.noting import NOTING
from tui.commands.panes import PANES
from tui.commands.sizes import SIZES
from tui.commands.sources import EVIDENCE_ONLY, SOURCES, GoThere
from tui.commands.terminal import Suspend
from tui.commands.timeline import TIMELINE, OpenTimeline

READER_COMMANDS: Final[tuple[type[Command[Any]], ...]] = (
    *PANES,
    *SIZES,
    *FINDING,
    *LISTING,
    OpenTimeline,
    *MINUTES,
    *CITING,
    *EXPORTING,
    *JOURNEY,
    *LOOKING,
    *SOURCES,
    *MARKS,
    *ADDING,
    Quit,
    Help,
    Palette,
    Suspend,
    *COLOURS,
    *MOVEMENTS,
)

EVERY_COMMAND: Final[tuple[type[Command[Any]], ...]] = (
    *READER_COMMANDS,
    *MARKED_ALONE,
    *NOTING,
    *TIMELINE,
    *IN_TEXT,
    *EVIDENCE_ONLY,
    GoThere,
    *ADDING_TOO,
    *CITING_TOO,
    *EXPORTING_TOO,
    *CHOOSING,
)
"""Those of the reader, and those of the lists that it opens."""
