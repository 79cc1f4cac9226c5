"""Opening what the minutes were read from, and showing them in the pager."""

import asyncio
from typing import TYPE_CHECKING

from tui import programs
from tui.closer import Closer
from tui.opening import opening

if TYPE_CHECKING:
    from store.views.evidence_places import EvidenceSource
    from tui.screens.command_screen import CommandScreen


async def open_source(screen: "CommandScreen", closer: Closer, source: "EvidenceSource") -> None:
    """Open a document at the words that are evidence, and say what was opened. May raise a `MinutebookError`."""
    text = await closer.source_text(source)
    how = await asyncio.to_thread(opening, source, text)
    if not how.in_terminal:
        await asyncio.to_thread(programs.run_apart, how.command)
    elif how.text is None:
        programs.run_here(screen.app, how.command)
    else:
        with programs.private_file(how.text, text) as path:
            programs.run_here(screen.app, (*how.command, str(path)))
    screen.say(how.told)
