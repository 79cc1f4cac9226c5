"""Every command, in the order in which the footer and the help name them; and those that one screen has."""

from typing import Any, Final

from tui.adding.commands import (
    ADDING,
    ADDING_SCREEN_COMMANDS,
    PATH_COMMANDS,
    PROGRESS_COMMANDS,
    WELCOME_COMMANDS,
    LeaveSample,
)
from tui.citing.commands import BASKET_COMMANDS, CITING, CITING_SCREEN_COMMANDS, STYLE_COMMANDS
from tui.commands.command import Command
from tui.commands.general import COLOURS, MOVEMENTS, Choose, Close, Help, OpenPalette, Quit, Suspend
from tui.correcting.ask_line import ASKED_COMMANDS
from tui.correcting.commands import CORRECTING_COMMANDS, MEANING, SAYING
from tui.evidence.commands import (
    DOCUMENT_COMMANDS,
    DOUBT_COMMANDS,
    DOUBTS_ONLY,
    EVIDENCE_COMMANDS,
    LOOKING_AT_DOUBTS,
    LOOKING_BEHIND,
    SOURCES,
)
from tui.exporting.commands import EXPORTING, FILE_COMMANDS, FILE_SCREEN_COMMANDS, FORMAT_COMMANDS
from tui.finding.commands import FACET_COMMANDS, FINDING, NAME_COMMANDS, QUERY_COMMANDS, ChooseToo, Forget
from tui.glance.commands import GLANCE_COMMANDS, GLANCING, GoToDecision
from tui.going.commands import JOURNEY, PLACE_COMMANDS
from tui.marking.commands import MARKED_COMMANDS, MARKED_LIST_COMMANDS, MARKS, NOTE_COMMANDS
from tui.matching.commands import IN_TEXT_COMMANDS, LOOKING
from tui.reader.commands import PANES
from tui.reader.help_commands import HELP_COMMANDS, SearchKeys
from tui.reader.list_commands import LISTING, MINUTES
from tui.threads.commands import THREAD_LIST_COMMANDS, THREAD_LISTING, THREADS
from tui.timeline.commands import TIMELINE, TIMELINE_COMMANDS, OpenTimeline

READER_COMMANDS: Final[tuple[type[Command[Any]], ...]] = (
    *PANES,
    *FINDING,
    *LISTING,
    *LOOKING_AT_DOUBTS,
    OpenTimeline,
    *MINUTES,
    *CITING,
    *EXPORTING,
    *JOURNEY,
    *LOOKING,
    *LOOKING_BEHIND,
    *GLANCING,
    *THREADS,
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
    *MARKED_LIST_COMMANDS,
    *NOTE_COMMANDS,
    *TIMELINE,
    *THREAD_LISTING,
    *IN_TEXT_COMMANDS,
    *DOCUMENT_COMMANDS,
    *DOUBTS_ONLY,
    *SAYING,
    *MEANING,
    *ASKED_COMMANDS,
    GoToDecision,
    *ADDING_SCREEN_COMMANDS,
    *CITING_SCREEN_COMMANDS,
    *FILE_COMMANDS,
    SearchKeys,
    Choose,
    ChooseToo,
    Forget,
)
"""Those of the reader, and those of the lists that it opens."""


TOGETHER: Final[tuple[tuple[type[Command[Any]], ...], ...]] = (
    READER_COMMANDS,
    tuple(LeaveSample if command is Quit else command for command in READER_COMMANDS),
    HELP_COMMANDS,
    (Close, *MOVEMENTS),
    TIMELINE_COMMANDS,
    BASKET_COMMANDS,
    STYLE_COMMANDS,
    FORMAT_COMMANDS,
    FACET_COMMANDS,
    PLACE_COMMANDS,
    QUERY_COMMANDS,
    EVIDENCE_COMMANDS,
    DOUBT_COMMANDS,
    CORRECTING_COMMANDS,
    ASKED_COMMANDS,
    GLANCE_COMMANDS,
    IN_TEXT_COMMANDS,
    MARKED_COMMANDS,
    THREAD_LIST_COMMANDS,
    NAME_COMMANDS,
    FILE_SCREEN_COMMANDS,
    NOTE_COMMANDS,
    PATH_COMMANDS,
    PROGRESS_COMMANDS,
    WELCOME_COMMANDS,
)
"""The commands of every screen."""

COMMANDS: Final[dict[str, type[Command[Any]]]] = {}
"""Every command by its id; of two that have the same, the one that the help tells of."""
for _commands in (EVERY_COMMAND, *TOGETHER):
    for _command in _commands:
        COMMANDS.setdefault(_command.id, _command)
