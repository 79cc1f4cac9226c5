"""What lists of threads show: each row with the place it leads to, made of what the store tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from store.text.lists import counted
from tui.pages.spoken import short, written
from tui.widgets.headed_list import RowHeading, RowNote

if TYPE_CHECKING:
    from store.views.follow_up import FollowUpLine
    from store.views.misfit_list import MisfitLine
    from store.views.person_page import PersonLine, PersonPage
    from store.views.place_references import CitedByLine, ReferenceLine
    from store.views.place_thread import PlaceThread
    from store.views.same_matter import MatterLine


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A row: its words, more of them below, and a word or two at the right.

    `place` is the permalink that it leads to, "" for none; `name` that by which its state is told, "" for none;
    `person` is the name of somebody whose page it leads to.
    """

    words: str
    below: str
    beside: str
    place: str = ""
    name: str = ""
    person: str = ""


ThreadRows = Sequence[ThreadRow | RowHeading | RowNote]

BY: Final = ("state", "owner", "committee", "month")
"""What requests are grouped by, in turn."""


def rows_of_thread(thread: "PlaceThread") -> ThreadRows:
    """What a place refers to, what refers to it, what was asked for in it, and what it answers."""
    found: list[ThreadRow | RowHeading | RowNote] = []
    for heading, rows in (
        ("Refers to", [_reference(line) for line in thread.references]),
        ("Cited by", [_citing(line) for line in thread.cited_by]),
        ("Asked for here", [_request(line) for line in thread.requests]),
        ("Probably answers", [_request(line) for line in thread.answers]),
        ("Perhaps the same matter", [_matter(line) for line in thread.matter]),
    ):
        if rows:
            found += [RowHeading(f"{heading} · {len(rows):,}"), *rows]
    return found


def _reference(line: "ReferenceLine") -> ThreadRow:
    target = line.targets[0] if line.targets else ""
    return ThreadRow(f"“{line.text}”", line.note or target, line.state.value, target or line.permalink)


def _citing(line: "CitedByLine") -> ThreadRow:
    title = " ".join(filter(None, (line.number, line.title))) or "the heading of the minutes"
    return ThreadRow(title, f"{written(line.date)}: “{line.text}”", "", line.permalink)


def _matter(line: "MatterLine") -> ThreadRow:
    title = " ".join(filter(None, (line.number, line.title)))
    return ThreadRow(title, f"{written(line.date)} · {line.committee}", "", line.permalink)


def _request(line: "FollowUpLine") -> ThreadRow:
    due = f"due {short(line.due)}" if line.due else ""
    told = f"{line.state.value}, by hand" if line.by_hand else line.state.value
    facts = (line.owner, due, f"asked {short(line.date)}" if line.date else "", line.committee)
    below = " · ".join(filter(None, facts))
    if line.answer_title:
        below = f"{short(line.answered) if line.answered else ''}: {line.answer_title} · {below}"
    return ThreadRow(line.text, below, told, line.permalink, line.name)


def rows_of_requests(lines: Iterable["FollowUpLine"], by: str) -> ThreadRows:
    """Requests under the headings of what they are grouped by, one of `BY`."""
    of = {
        "state": lambda line: line.state.value.capitalize(),
        "owner": lambda line: line.owner or "No owner is named",
        "committee": lambda line: line.committee,
        "month": lambda line: f"Due in {line.due[:7]}" if line.due else "No day is named",
    }[by]
    every = list(lines) if by == "state" else sorted(lines, key=of)
    return list(_grouped(every, of))


def _grouped(lines: Sequence["FollowUpLine"], of: object) -> Iterator[ThreadRow | RowHeading]:
    assert callable(of)
    for heading, some in groupby(lines, key=of):
        rows = [_request(line) for line in some]
        yield RowHeading(f"{heading} · {len(rows):,}")
        yield from rows


def rows_of_findings(lines: Iterable["MisfitLine"]) -> ThreadRows:
    """What does not fit, each with its reason."""
    return [ThreadRow(line.why, f"“{line.text}”", line.kind, line.permalink, line.name) for line in lines]


def rows_of_people(lines: Iterable["PersonLine"]) -> ThreadRows:
    """People, of each the name and between which days the minutes name them."""
    return [ThreadRow(line.name, _days(line), counted(line.meetings, "meeting"), person=line.name) for line in lines]


def _days(line: "PersonLine") -> str:
    if not line.first or not line.last:
        return ""
    return short(line.first) if line.first == line.last else f"{short(line.first)} to {short(line.last)}"


def rows_of_person(page: "PersonPage") -> ThreadRows:
    """What the minutes tell of a person, newest first, under what is counted."""
    counts = ", ".join(f"{part} {many:,}" for part, many in page.counts)
    seen = f"; last seen {written(page.seen)}" if page.seen else ""
    others = [name for name in page.line.names if name != page.line.name]
    also = f"; also “{'”, “'.join(others)}”" if others else ""
    found: list[ThreadRow | RowHeading | RowNote] = [RowHeading(page.line.name), RowNote(f"{counts}{seen}{also}")]
    for done in page.done:
        item = " ".join(filter(None, (done.number, done.title)))
        below = " · ".join(filter(None, (written(done.date), done.committee, item)))
        found.append(ThreadRow(done.detail or done.part, below, done.part, done.permalink))
    return found
