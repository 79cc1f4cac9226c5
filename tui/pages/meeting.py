"""A meeting as a page: when and where, who came, what they declared, and the documents that tell of it."""

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.dates import written
from tui.pages.note import Notes, set_note
from tui.pages.page import Page, Setter
from tui.safe import words

if TYPE_CHECKING:
    from store.views.view_lines import InterestLine, MeetingLine, MeetingView


def meeting_page(view: "MeetingView", width: int, notes: Notes = MappingProxyType({})) -> Page:
    """`view` set for `width` cells, with the one of the `notes` that is on it."""
    page = Setter(width)
    line = view.line
    page.text(words(line.committee, "title"))
    council = None if line.council == line.committee else line.council
    page.facts((council, written(line.date), hours(line.start, view.end)))
    page.facts((view.venue,))
    page.facts((f"Chair: {view.chair}" if view.chair else None, _standing(line)))
    page.mark(line.permalink, 0)
    set_note(page, notes, line.permalink)

    for group, people in groupby(view.attendance, key=lambda person: person.group):
        page.heading(group)
        for person in people:
            role = words(f", {person.role}", "quiet") if person.role else words("")
            page.text(words(person.name) + role, indent=2)
    if view.interests:
        page.heading("Interests declared")
        for interest in view.interests:
            page.text(words(interest.name) + words(declared(interest), "quiet"), indent=2)
    printed = [note for note in view.notes if note.kind == "note"]
    if printed:
        page.heading("Notes")
        for note in printed:
            page.hung(words(note.label or "", "label"), words(note.text), indent=2)
    if view.next_meeting:
        page.heading("Next meeting")
        page.text(words(written(view.next_meeting)), indent=2)
    if view.documents:
        page.heading("Documents" if len(view.documents) > 1 else "Document")
        for name in view.documents:
            page.text(words(name), indent=2)
    return page.page()


def hours(start: str | None, end: str | None) -> str | None:
    """From when until when, as far as the minutes say."""
    if start and end:
        return f"{start} to {end}"
    return start or (f"until {end}" if end else None)


def _standing(line: "MeetingLine") -> str | None:
    if not line.minuted:
        return "Agenda without minutes"
    return None if line.status == "unknown" else f"{line.status.capitalize()} minutes"


def declared(interest: "InterestLine") -> str:
    """What stands behind a name: of what kind, in what, and what the person then did."""
    nature = f", {interest.nature} interest" if interest.nature else ""
    subject = f": {interest.subject}" if interest.subject else ""
    conduct = f"; {interest.conduct}" if interest.conduct else ""
    return f"{nature}{subject}{conduct}"
