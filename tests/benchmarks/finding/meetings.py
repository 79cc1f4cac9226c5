"""Meetings of a made-up country, as the parser would give them: about 15 items and 30 resolutions each."""

import datetime as dt
import hashlib
import random
from dataclasses import dataclass

from store.model import Attendance, Clause, Document, Format, Interest, Item, Kind, Meeting, Paragraph, Resolution, Span
from tests.benchmarks.finding.councils import Committee, Council
from tests.benchmarks.finding.formulas import FORMULA_SHARE, NOTED, NOTED_SHARE, draw_decision, draw_title
from tests.benchmarks.finding.printing import Page
from tests.benchmarks.finding.sentences import Decision, Writer

_ITEMS = (12, 18)
_CLAUSES = (22, 38)
MOST_CLAUSES = _CLAUSES[1]
_ROMAN = ("i", "ii", "iii", "iv")
_CLAUSES_TOGETHER = (1, 1, 2, 3, 4)  # of a resolution, each as likely
_COMMON_TITLES = 0.4  # the share of titles that every committee uses
_DISCUSSED, _MOVED, _VOTED, _CUT_SHORT = 1 / 3, 0.2, 0.08, 0.02


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document and the meeting that it tells of."""

    document: Document
    meeting: Meeting

    @property
    def clauses(self) -> list[Clause]:
        resolutions = (resolution for item in self.meeting.items for resolution in item.resolutions)
        return [clause for resolution in resolutions for clause in resolution.clauses]


def write_minutes(
    committee: Committee, day: dt.date, start: str, writer: Writer, chance: random.Random, clauses: int | None
) -> Minutes:
    """The minutes of one meeting, with so many clauses; about 30 where none are told."""
    page = Page()
    council = committee.council
    heading = [
        page.paragraph(Kind.HEADING, line)
        for line in (council.name, committee.name, f"{day.day} {day:%B %Y} at {start}")
    ]
    present = _attendance(page, council, chance)
    shares = _shares(chance.randint(*_CLAUSES) if clauses is None else clauses, chance.randint(*_ITEMS), chance)
    first = _first_number(committee, chance)
    items = tuple(
        _item(page, _number(committee, first + at, day), share, committee, writer, chance)
        for at, share in enumerate(shares)
    )
    closing = page.paragraph(Kind.NOTE, f"The meeting ended at {chance.randint(7, 9)}.{chance.randint(10, 59)} pm.")
    meeting = Meeting(
        council.name,
        committee.name,
        day,
        start,
        chair=f"Councillor {chance.choice(council.people)}",
        status="confirmed",
        attendance=tuple(present),
        items=items,
        interests=(Interest(f"Councillor {chance.choice(council.people)}", "personal", None, None, closing.span),),
        paragraphs=(*heading, closing),
    )
    name = f"{council.slug}-{day}.txt"
    digest = hashlib.sha256(f"{committee.name} {page.text}".encode()).hexdigest()
    return Minutes(Document(name, digest, Format.TEXT, page.text), meeting)


def _attendance(page: Page, council: Council, chance: random.Random) -> list[Attendance]:
    names = [f"Councillor {name}" for name in chance.sample(council.people, 8)]
    span = page.line(f"Present: {', '.join(names)}")
    return [Attendance(name, None, "Present", span) for name in names]


def _shares(clauses: int, items: int, chance: random.Random) -> list[int]:
    """How many clauses each item has: none or one of the first two, about as many as the others of each other."""
    shares = [0] * items
    for _ in range(clauses):
        at = chance.randrange(items)
        shares[at if at > 1 or shares[at] == 0 else chance.randrange(2, items)] += 1
    return shares


def _first_number(committee: Committee, chance: random.Random) -> int:
    """Agendas begin at 1 with every meeting; minutes that are numbered through the year go on."""
    return 1 if committee.numbering == 0 else chance.randint(1, 180)


def _number(committee: Committee, number: int, day: dt.date) -> str:
    return f"{number}/{day.year % 100:02}" if committee.numbering == 2 else str(number)


def _item(page: Page, number: str, clauses: int, committee: Committee, writer: Writer, chance: random.Random) -> Item:
    council = committee.council
    title = draw_title(chance) if chance.random() < _COMMON_TITLES else writer.title(council)
    complete = chance.random() >= _CUT_SHORT
    heading = page.paragraph(Kind.TITLE, title, f"{number}.")
    paragraphs = [heading]
    if chance.random() < _DISCUSSED:
        paragraphs.append(page.paragraph(Kind.DISCUSSION, writer.talk(council)))
    resolutions = []
    while clauses:
        taken = min(clauses, chance.choice(_CLAUSES_TOGETHER))
        clauses -= taken
        decisions = [_decision(title, council, writer, chance) for _ in range(taken)]
        resolution, printed = _resolution(page, decisions, committee, complete or clauses > 0, chance)
        resolutions.append(resolution)
        paragraphs += printed
    return Item(number, title, heading.span, None, complete, tuple(paragraphs), tuple(resolutions))


def _decision(title: str, council: Council, writer: Writer, chance: random.Random) -> Decision:
    kind = chance.random()
    if kind < NOTED_SHARE:
        return Decision(NOTED if chance.random() < 0.1 else f"{NOTED}.", ("noted",))
    if kind < NOTED_SHARE + FORMULA_SHARE:
        return _formula(draw_decision(chance))
    return writer.decision(council, title)


def _formula(text: str) -> Decision:
    verbs = [verb for verb in ("noted", "approved", "agreed", "deferred", "referred", "refused") if f" {verb}" in text]
    return Decision(f"{text}.", tuple(verbs[:1]))


def _resolution(
    page: Page, decisions: list[Decision], committee: Committee, complete: bool, chance: random.Random
) -> tuple[Resolution, list[Paragraph]]:
    """The resolution of these decisions and its paragraphs; the last has lost its end where the source is cut short."""
    clauses, printed = [], []
    for at, decision in enumerate(decisions):
        whole = complete or at < len(decisions) - 1
        text = decision.text if whole else decision.text[: max(20, len(decision.text) * 2 // 3)].rstrip()
        label, value = _label(committee, at) if len(decisions) > 1 else (None, None)
        paragraph = page.paragraph(Kind.RESOLUTION, text, label or "RESOLVED:")
        printed.append(paragraph)
        clauses.append(Clause(label, value, text, paragraph.span, whole, (), decision.outcomes))
    council = committee.council
    moved = chance.random() < _MOVED
    resolution = Resolution(
        "RESOLVED:",
        "resolved",
        None,
        tuple(clauses),
        Span(printed[0].span.start, printed[-1].span.end),
        complete,
        mover=f"Councillor {chance.choice(council.people)}" if moved else None,
        seconder=f"Councillor {chance.choice(council.people)}" if moved else None,
        vote=f"{chance.randint(5, 12)} votes to {chance.randint(0, 5)}" if chance.random() < _VOTED else None,
    )
    return resolution, printed


def _label(committee: Committee, at: int) -> tuple[str, int]:
    return (f"({_ROMAN[at]})", f"{'abcd'[at]})", f"{at + 1}.")[committee.labels], at + 1
