"""A meeting set out as minutes: its blocks in order, and what should be read from them."""

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from tests.layouts import decisions, words
from tests.layouts.attendance import apologies_told, attendance, attended
from tests.layouts.blocks import Block, Expected, Said
from tests.layouts.habits import Habits
from tests.layouts.heads import head
from tests.layouts.meeting import Business, Meeting
from tests.layouts.neighbours import neighbour
from tests.layouts.numbering import Numbers, numbers

_PARTS = ("PART ONE - MATTERS CONSIDERED IN PUBLIC", "PART TWO")  # headings, but of no business


class Page(NamedTuple):
    """A page before it has a format: its blocks, what should be read, and the habits that its wording has."""

    blocks: list[Block]
    expected: Expected
    used: frozenset[tuple[str, str]]


@dataclass
class Writer:
    """The minutes of a meeting as they are written: blocks so far, items and decisions so far."""

    meeting: Meeting
    habits: Habits
    rng: Random
    counted: Numbers
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[str | None, str]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    used: set[tuple[str, str]] = field(default_factory=set)

    def item(self, at: int, business: Business) -> None:
        """One item of business, its parts under it."""
        number = self.counted.printed(at)
        told = self._body(at, business)
        self._titled(number, business.title, told, level=0)
        if self.habits["paragraphs"] == "n.m":
            told = _numbered(told, self.counted.bare(at))
        self.blocks += told
        for index, part in enumerate(business.parts):
            label = f"{self.counted.bare(at)}.{index + 1}" if self.habits["parts"] == "n.m" else f"({chr(97 + index)})"
            under = self._body(at, part)
            self._titled(label, part.title, under, level=1)
            self.blocks += under

    def _titled(self, number: str, title: str, told: list[Block], *, level: int) -> None:
        """The title of an item before its first words, or on their line; decisions told since stand under it."""
        look, at = self.habits["title"], self.habits["number at"]
        read = number.rstrip(".:") or None
        self.items.append((read, title))
        self.said = [one if one.title else one._replace(item=read, title=title) for one in self.said]
        if look == "run in":
            title += ":"
            if told and told[0].kind == "text" and not told[0].label:
                title = f"{title} {told.pop(0).text}"
            self.blocks.append(Block("title", title, number, level, "run in"))
            return
        if level or not number or at == "before":
            self.blocks.append(Block("title", title, number, level, look))
        elif at == "own line":
            self.blocks += [
                Block("number", number, look=look),
                Block("title", title, level=level, look=look, tight=True),
            ]
        elif at == "below":
            self.blocks += [
                Block("title", title, level=level, look=look),
                Block("number", number, look=look, tight=True),
            ]
        else:
            self.blocks.append(Block("title", title, number + "\t", level, look))

    def _body(self, at: int, business: Business) -> list[Block]:
        """What is said and decided under a title."""
        h, rng = self.habits, self.rng
        told = [Block("text", one) for one in business.discussion]
        if h["declared"] == "told" and at == 1 and business.title.startswith(("Decl", "Discl")):
            who = self.meeting.members[-1]
            told = [
                Block(
                    "text",
                    f"{who.spoken} declared a personal interest in item {at + 3} as a neighbour and left the room.",
                )
            ]
        if at == 0 and h["apologies"] == "item":
            told = [Block("text", apologies_told(self.meeting.absent))]
        if len(business.discussion) and 2 < at < len(self.meeting.business) - 1 and rng.random() < 0.4:
            told += neighbour(h["neighbour"], rng)
        if h["actions"] == "line" and business.discussion and at > 2 and rng.random() < 0.4:
            told.append(Block("line", f"Action: {rng.choice(('Clerk', self.meeting.members[-1].initials))}"))
        if h["actions"] == "column" and told and at > 2:
            told[0] = told[0]._replace(action=self.meeting.members[rng.randrange(4)].initials)
        for decision in business.decisions:
            before = words.sentence(rng, self.meeting.members) if business.discussion else ""
            written = decisions.write(
                decision, h, rng, before, words.sentence(rng, self.meeting.members) if before else ""
            )
            told += written.blocks
            self.said += written.said
            self.used |= {("wording", one.by) for one in written.said if one.by}
        if business.decisions and business.discussion and at > 2 and h["after"] == "talk" and rng.random() < 0.5:
            told.append(Block("text", words.discussion(rng, self.meeting.members)))
        if business.decisions and business.reason and h["reasons"] == "after":
            told.append(Block("text", f"Reason for decision: {business.reason}"))
        return told


def minutes(meeting: Meeting, habits: Habits, rng: Random) -> Page:
    """The minutes of `meeting` by these habits."""
    counted = numbers(rng, habits, meeting.day.year, meeting.day.month)
    writer = Writer(meeting, habits, rng, counted)
    top = head(meeting, habits, rng)
    skipped = rng.randrange(3, 5) if habits["gaps"] == "skips" else len(meeting.business)
    if habits["agenda"] == "before":
        top.append(Block("heading", "AGENDA"))
        for at, one in enumerate(meeting.business):
            top.append(Block("line", f"{counted.printed(at + (at >= skipped))} {one.title}".strip(), tight=bool(at)))
        top.append(Block("heading", "MINUTES"))
    came = attendance(meeting, habits, rng)
    for at, business in enumerate(meeting.business):
        if at == 1 and habits["divided"] == "PART ONE":
            writer.blocks.append(Block("heading", _PARTS[0]))
        if at == len(meeting.business) - 1 and habits["divided"] == "PART ONE":
            writer.blocks.append(Block("heading", _PARTS[1]))
        writer.item(at + (at >= skipped), business)
    if habits["page"] == "tabled":
        writer.blocks = _in_table(writer.blocks)
    end = f"{meeting.end.hour % 12 or 12}.{meeting.end.minute:02} {'pm' if meeting.end.hour > 11 else 'am'}"
    last = {
        "sentence": [Block("text", f"The meeting closed at {end}.")],
        "label": [
            Block("line", f"Meeting closed: {end}"),
            Block("line", "Signed ............................ Chairman"),
        ],
        "none": [],
    }[habits["close"]]
    must, may = attended(meeting, habits)
    # Without a number "Apologies" may as well end the list of who came.
    unclear = {one.title for one in meeting.business[:1] if habits["number"] == "none"}
    expected = Expected(
        council=meeting.council,
        committee=meeting.own,
        day=meeting.day,
        items=tuple(one for one in writer.items if one[1] not in unclear),
        decisions=tuple(writer.said),
        attend=must,
        may_attend=may,
        may_items=(*_PARTS, *unclear),
        told=(
            ("start", f"{meeting.start:%H:%M}"),
            ("end", f"{meeting.end:%H:%M}" if last else ""),
            ("venue", meeting.venue.removeprefix("the ")),
            ("chair", meeting.members[0].name if came else ""),
        ),
    )
    return Page([*top, *came, *writer.blocks, *last], expected, frozenset(writer.used))


def _in_table(blocks: list[Block]) -> list[Block]:
    """Items as rows of a table: number, words, action; a row a paragraph."""
    rows = [Block("row", "No.\tItem\tAction by")]
    for one in blocks:
        number = one.label if one.kind == "title" else ""
        text = one.text.upper() if one.kind == "title" and one.look == "capitals" else one.text
        words = f"{one.label} {text}" if one.label and not number else text
        look = "bold" if one.kind == "title" and one.look == "bold" else ""
        rows.append(Block("row", f"{number}\t{words}\t{one.action}", look=look, tight=True))
    return rows


def _numbered(blocks: list[Block], number: str) -> list[Block]:
    """Paragraphs numbered within their item: 13.1, 13.2."""
    out, count = [], 0
    for block in blocks:
        if block.kind == "text":
            count += 1
            block = block._replace(label=f"{number}.{count}")
        out.append(block)
    return out
