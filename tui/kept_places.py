"""A kept place in a few words: where it is."""

from typing import TYPE_CHECKING

from store.citation.printed_forms import pinpoint
from tui.dates import short

if TYPE_CHECKING:
    from store.userdata.summary import Told
    from tui.kept import Kept


async def undone_words(kept: "Kept") -> str:
    """Take the last change back; what to say of it."""
    undone = await kept.undo()
    if undone is None:
        return "There is nothing to undo: no star, note, mark of what was seen or citation in the basket was changed."
    told = await kept.told(undone.permalinks) if len(undone.permalinks) == 1 else {}
    where = ", ".join(map(spoken, told.values()))
    return f"Undone: {f'{undone.said} {where}' if where else undone.words}."


def spoken(told: "Told") -> str:
    """Where a place is: "Planning Committee · 7 Feb 2024 · 5(b)"."""
    return " · ".join(part for part in (told.committee, short(told.date), pinpoint(told.number, told.label)) if part)
