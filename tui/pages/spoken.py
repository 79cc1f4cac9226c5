"""What is told wherever it is told, on the screen, at a glance and in a pipe: days, hours, people, motions, places."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from store.text.dates import spoken_day
from store.text.labels import pinpoint
from store.text.lists import counted

if TYPE_CHECKING:
    from store.userdata.summary import Told
    from store.views.view_lines import (
        AttendanceLine,
        InterestLine,
        ItemView,
        MeetingLine,
        ParagraphLine,
        ResolutionLine,
    )
    from tui.session.user_data import UserDataClient

NO_DECISION: Final = ("lost", "withdrawn")
"""What becomes of a motion by which nothing is decided."""


def council_beside(line: "MeetingLine") -> str | None:
    """The council, where it is told beside the committee: a parish council meets as itself."""
    return None if line.council == line.committee else line.council


def hours(start: str | None, end: str | None) -> str | None:
    """From when until when, as far as the minutes say."""
    if start and end:
        return f"{start} to {end}"
    return start or (f"until {end}" if end else None)


def in_doubt(number: int) -> str | None:
    """How many doubts there are whether something was read rightly."""
    return counted(number, "doubt") if number else None


def named(person: "AttendanceLine") -> str:
    """A person, with the role behind: "Mrs H. Lorimer (Clerk)"."""
    return f"{person.name} ({person.role})" if person.role else person.name


def by_group(people: "Iterable[AttendanceLine]") -> "dict[str, list[AttendanceLine]]":
    """People under the words that they are listed under, in printed order."""
    groups: dict[str, list[AttendanceLine]] = {}
    for person in people:
        groups.setdefault(person.group, []).append(person)
    return groups


def declared(interest: "InterestLine") -> str:
    """What stands behind a name: of what kind, in what, and what the person then did."""
    nature = f", {interest.nature} interest" if interest.nature else ""
    subject = f": {interest.subject}" if interest.subject else ""
    conduct = f"; {interest.conduct}" if interest.conduct else ""
    return f"{nature}{subject}{conduct}"


def decided_in(view: "ItemView", paragraph: "ParagraphLine") -> "list[ResolutionLine]":
    """The resolutions that lie in a paragraph, none where it is no resolution."""
    if paragraph.kind != "resolution":
        return []
    return [one for one in view.line.resolutions if one.start < paragraph.end and paragraph.start < one.end]


def stops_by_itself(view: "ItemView") -> bool:
    """Whether the source stops after the last resolution of an item, which is cut short and does not say so itself."""
    return not view.line.complete and all(resolution.complete for resolution in view.line.resolutions[-1:])


def written(day: str | None) -> str:
    """An ISO day as "10 May 2021"; no day as "undated"."""
    return spoken_day(day) if day else "undated"


def short(day: str | None) -> str:
    """As `written`, with the month in three letters: "2 Sep 2021"."""
    if not day:
        return "undated"
    number, month, year = spoken_day(day).split()
    return f"{number} {month[:3]} {year}"


def day_of_year(day: str | None) -> str:
    """As `short`, without the year and aligned: " 2 Sep"."""
    return f"{short(day)[:-5]:>6}" if day else ""


async def undone_words(kept: "UserDataClient") -> str:
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


def kind_said(resolution: "ResolutionLine") -> str:
    """The kind of decision, in a word: "resolved"; of a motion that decided nothing what became of it: "lost"."""
    return resolution.result if resolution.result in NO_DECISION else resolution.kind


def motion_said(resolution: "ResolutionLine", around: str = "") -> str | None:
    """What became of a motion, by which vote, and who moved and seconded it, as far as its words do not say so.

    "carried 7–2 · moved by Councillor Crisp, seconded by Councillor Vane". What is set apart as decided says itself
    that it was carried. `around` are the words that are shown beside it.
    """
    words = (around, resolution.marker, resolution.intro, *(clause.text for clause in resolution.clauses))
    printed = " ".join(filter(None, words))
    vote = resolution.vote if resolution.vote and resolution.vote not in printed else None
    result = None if resolution.form != "prose" and resolution.result == "carried" and not vote else resolution.result
    if vote and resolution.result in vote.casefold():
        result = vote  # "Carried unanimously" says both
    elif vote:
        result = f"{result} {vote}" if vote[0].isdecimal() else f"{result}: {vote}"
    movers = [
        f"{did} by {name}"
        for did, name in (("moved", resolution.mover), ("seconded", resolution.seconder))
        if name and name not in printed
    ]
    return " · ".join(filter(None, (result, ", ".join(movers)))) or None
