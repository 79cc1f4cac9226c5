"""A meeting at a glance: who came, what they declared, what was decided, what is missing, and how sure it all is."""

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from tui.dates import written
from tui.pages.meeting import declared, hours
from tui.pages.page import Page, Setter
from tui.safe import words

if TYPE_CHECKING:
    from store.citation.record import Confirmation
    from store.views.view_lines import AttendanceLine, ItemLine, MeetingView, ResolutionLine

_ABSENT = re.compile("apolog|absen|ymddiheur", re.IGNORECASE)
_NUMBER_COLUMN = 8
_BEGINNING = 60  # characters of a decision's words


def glance_page(view: "MeetingView", confirmation: "Confirmation | None", width: int) -> Page:
    """`view` set for `width` cells. The places are those of its decisions and of what confirmed it."""
    page = Setter(width)
    line = view.line
    page.text(words(line.committee, "title"))
    council = None if line.council == line.committee else line.council
    page.facts((council, written(line.date), hours(line.start, view.end), view.venue))
    page.facts((f"Chair: {view.chair}" if view.chair else None,))
    _standing(page, view, confirmation)

    absent = [person for person in view.attendance if _ABSENT.search(person.group)]
    _people(page, "Who came", [person for person in view.attendance if person not in absent])
    _people(page, "Apologies", absent)
    if view.interests:
        page.heading("Interests declared")
        for interest in view.interests:
            page.text(words(interest.name) + words(declared(interest), "quiet"))
    decisions = [(item, resolution) for item in view.items for resolution in item.resolutions]
    page.heading(f"Decided ({len(decisions)})" if decisions else "Nothing was decided")
    for item, resolution in decisions:
        _decision(page, item, resolution)
    cut = [item for item in view.items if not item.complete]
    if cut:
        page.heading("Incomplete in the source")
        for item in cut:
            page.hung(words(item.number or "", "label"), words(item.title), column=_NUMBER_COLUMN)
    if view.next_meeting:
        page.heading("Next meeting")
        page.text(words(written(view.next_meeting)))
    return page.page()


def _standing(page: Setter, view: "MeetingView", confirmation: "Confirmation | None") -> None:
    """Whether the minutes are a draft or confirmed, and where."""
    status = view.line.status
    said = "Minutes" if status == "unknown" else f"{status.capitalize()} minutes"
    first = page.here
    if not view.line.minuted:
        page.text(words("An agenda without minutes"))
    elif confirmation:
        item = f", item {confirmation.number}" if confirmation.number else ""
        page.text(words(f"{said}, confirmed on {written(confirmation.date)}{item}"))
        page.mark(confirmation.permalink, first)
    elif status == "confirmed":
        page.text(words(said))
    else:
        page.text(words(f"{said}; no later meeting in the store confirms them"))


def _people(page: Setter, heading: str, people: "list[AttendanceLine]") -> None:
    """People by the group that they are listed under, each group a paragraph."""
    if not people:
        return
    page.heading(heading)
    groups = dict.fromkeys(person.group for person in people)
    for group in groups:
        names = ", ".join(_named(person) for person in people if person.group == group)
        label = words(f"{group}: ", "label") if len(groups) > 1 else words("")
        page.text(label + words(names))


def _named(person: "AttendanceLine") -> str:
    return f"{person.name} ({person.role})" if person.role else person.name


def _decision(page: Setter, item: "ItemLine", resolution: "ResolutionLine") -> None:
    """The number of the item, what was done, and what about: its title or, of one of several, the first words."""
    outcomes = dict.fromkeys(outcome for clause in resolution.clauses for outcome in clause.outcomes)
    done = words(", ".join(outcomes) or resolution.kind, "marker")
    cut = words("" if resolution.complete else " (cut short)", "warning")
    opening = shorten(resolution.clauses[0].text, _BEGINNING, placeholder=" …")
    about = item.title if len(item.resolutions) == 1 else opening
    first = page.here
    page.hung(words(item.number or "", "label"), done + words(f" · {about}") + cut, column=_NUMBER_COLUMN)
    page.mark(resolution.permalink, first)
