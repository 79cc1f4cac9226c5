"""What is told of a meeting and its people wherever it is told: on the screen, at a glance and in a pipe."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.text.plurals import counted

if TYPE_CHECKING:
    from store.views.view_lines import (
        AttendanceLine,
        InterestLine,
        ItemView,
        MeetingLine,
        ParagraphLine,
        ResolutionLine,
    )


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
