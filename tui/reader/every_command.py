"""Every command, in the order in which the footer and the help name them; and those that one screen has."""

from typing import Any, Final

from tui.adding.commands import ADDING, ADDING_TOO, TYPING_A_PATH, WATCHING_IT, WELCOMING, LeaveSample
from tui.citing.commands import BASKET, CHOOSING_A_STYLE, CITING, CITING_TOO
from tui.commands.command import Command
from tui.commands.general import COLOURS, MOVEMENTS, Choose, Close, Help, OpenPalette, Quit, Suspend
from tui.evidence.commands import EVIDENCE, EVIDENCE_ONLY, LOOKING_BEHIND, SOURCES
from tui.exporting.commands import CHOOSING_AN_EXPORT, EXPORTING, EXPORTING_TOO, NAMING_A_FILE
from tui.finding.commands import CHOOSING_FACETS, CHOOSING_QUERIES, FINDING, NAMING, ChooseToo, Forget
from tui.glance.commands import GLANCE, GLANCING, GoToDecision
from tui.going.commands import CHOOSING_PLACES, JOURNEY
from tui.marking.commands import MARKED, MARKED_ALONE, MARKS, NOTING
from tui.matching.commands import IN_TEXT, LOOKING
from tui.reader.commands import PANES
from tui.reader.list_commands import LISTING, MINUTES
from tui.timeline.commands import ALONG_A_TIMELINE, TIMELINE, OpenTimeline

READER_COMMANDS: Final[tuple[type[Command[Any]], ...]] = (
    *PANES,
    *FINDING,
    *LISTING,
    OpenTimeline,
    *MINUTES,
    *CITING,
    *EXPORTING,
    *JOURNEY,
    *LOOKING,
    *LOOKING_BEHIND,
    *GLANCING,
    *SOURCES,
    *MARKS,
    *ADDING,
    Quit,
    Help,
    OpenPalette,
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
    GoToDecision,
    *ADDING_TOO,
    *CITING_TOO,
    *EXPORTING_TOO,
    Choose,
    ChooseToo,
    Forget,
)
"""Those of the reader, and those of the lists that it opens."""


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
