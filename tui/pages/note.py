"""The person's own note on a place, among the minutes: told apart from their words by its mark, heading and bar."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.dates import written
from tui.marks import NOTED
from tui.pages.page import NOTE_BAR, Setter
from tui.safe import words

if TYPE_CHECKING:
    from store.userdata.kept_notes import Note

Notes = Mapping[str, "Note"]
"""The notes there are, by the permalink of what they are on."""


def set_note(page: Setter, notes: Notes, permalink: str) -> None:
    """Set the note on a place, where there is one."""
    if note := notes.get(permalink):
        page.gap()
        day = written(note.changed_at.astimezone().date().isoformat())
        page.aside(words(f"{NOTED} Your note, {day}", "label"), NOTE_BAR)
        for line in note.text.splitlines():
            page.aside(words(line), NOTE_BAR)
        page.gap()
