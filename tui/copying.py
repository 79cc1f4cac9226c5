"""Copying from a screen: by every route there is and, where none is left, into a file and onto the screen."""

import asyncio
from typing import TYPE_CHECKING

from tui.clipboard import ClipboardError, keep

if TYPE_CHECKING:
    from tui.app import Reader


async def copy(app: "Reader", text: str) -> str:
    """Copy `text`; what came of it, in words."""
    copied = await app.copy(text)
    if copied.places or copied.terminal:
        return str(copied)
    from tui.screens.uncopied import UncopiedScreen

    try:
        said = f"{copied}. The words are in {await asyncio.to_thread(keep, text)}"
    except ClipboardError as error:
        said = f"{copied}. {error}"
    app.push_screen(UncopiedScreen(text, said))
    return said
