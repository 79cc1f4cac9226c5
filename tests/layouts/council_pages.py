"""The pages of a council's web site as saved text: a meeting, one item, an issue, a decision, a table of items."""

from collections.abc import Sequence
from random import Random

from tests.layouts import decisions, words
from tests.layouts.attendance import apologies_told
from tests.layouts.blocks import Block, Expected, Said
from tests.layouts.habits import Habits
from tests.layouts.heads import slashed, spoken_day, spoken_time
from tests.layouts.meeting import Business, Meeting
from tests.layouts.minutes import Page
from tests.layouts.neighbours import neighbour

_PDF = (" pdf icon PDF 140 KB", " PDF 1 MB", "", "", "")


def council_page(meeting: Meeting, habits: Habits, rng: Random) -> Page:
    """The page of the kind that the habits ask for."""
    if habits["page"] == "moderngov":
        return _meeting(meeting, habits, rng)
    if habits["page"] == "extracted":
        return _extracted(meeting, habits, rng)
    business = rng.choice([one for one in meeting.business if one.decisions])
    return {"item": _item, "issue": _issue, "record": _record}[habits["page"]](meeting, business, habits, rng)


def _meeting(meeting: Meeting, habits: Habits, rng: Random) -> Page:
    top = rng.choice(("Agenda and minutes", "Agenda, decisions and minutes", "Agenda and draft minutes"))
    named = rng.random() < 0.8
    blocks = [Block("line", top)]
    if named:
        day, time = spoken_day(meeting.day, rng), spoken_time(meeting.start, rng)
        blocks.append(Block("line", f"{meeting.own} - {day} {time}"))
    blocks += [Block("line", f"Venue: {meeting.venue}"), Block("line", "Contact: Democratic Services")]
    blocks += [Block("line", "Items"), Block("line", "No. Item")]
    items: list[tuple[str | None, str]] = []
    said: list[Said] = []
    first = rng.randrange(2, 90) if habits["start"] == "continuing" else 1
    for at, business in enumerate(meeting.business):
        number = str(first + at) if habits["number"] != "none" else None
        if number:
            blocks.append(Block("line", f"{number}.", look="item number"))
        under, told = _sections(meeting, business, habits, rng, at)
        blocks += [Block("line", business.title + rng.choice(_PDF), look="item title"), *under]
        items.append((number, business.title))
        said += [one._replace(item=number, title=business.title) for one in told]
    expected = Expected(
        council=None,
        committee=meeting.own if named else None,
        day=meeting.day if named else None,
        items=tuple(items),
        decisions=tuple(said),
        attend=frozenset(),
        may_attend=frozenset(one.name for one in meeting.absent),
    )
    return Page(blocks, expected, frozenset())


def _sections(
    meeting: Meeting, business: Business, habits: Habits, rng: Random, at: int
) -> tuple[list[Block], list[Said]]:
    """What stands under a title: what the agenda asks, then "Decision:", then "Minutes:", as far as they are there."""
    told = [Block("text", one) for one in business.discussion]
    if at == 0 and meeting.absent:
        told = [Block("text", apologies_told(meeting.absent))]
    elif told and rng.random() < 0.3:
        told += neighbour(habits["neighbour"], rng)
    decided, said = _decided(meeting, business, habits, rng)
    agenda = [Block("text", business.agenda)]
    if rng.random() < 0.2:
        agenda += [Block("line", "Additional documents:")]
    sections = habits["sections"]
    if "Decision:" in sections or sections == "both":
        said = [_labelled(one) for one in said]
    if sections == "dropped":
        return [*agenda, *told, *decided], said
    if sections == "both" and business.decisions and told:
        return [
            *agenda,
            Block("line", "Decision:", look="section"),
            *decided,
            Block("line", "Minutes:", look="section"),
            *told,
        ], said
    if sections == "Decision:" and business.decisions:
        return [*agenda, Block("line", "Decision:", look="section"), *decided], said
    return [*agenda, Block("line", "Minutes:", look="section"), *told, *decided], said


def _labelled(said: Said) -> Said:
    """A decision under "Decision:", of which a person may say that this is its marker."""
    return said._replace(form="bare|formal") if said.form == "bare" else said


def _decided(meeting: Meeting, business: Business, habits: Habits, rng: Random) -> tuple[list[Block], list[Said]]:
    blocks: list[Block] = []
    said: list[Said] = []
    for decision in business.decisions:
        before = words.sentence(rng, meeting.members) if business.discussion else ""
        after = words.sentence(rng, meeting.members) if before else ""
        written = decisions.write(decision, habits, rng, before, after)
        blocks += written.blocks
        said += written.said
    if business.decisions and business.reason and habits["reasons"] == "after":
        blocks.append(Block("text", f"Reason for decision: {business.reason}"))
    return blocks, said


def _item(meeting: Meeting, business: Business, habits: Habits, rng: Random) -> Page:
    under, said = _sections(meeting, business, habits, rng, 1)
    blocks = [Block("line", "Agenda item"), Block("line", business.title), *under]
    if rng.random() < 0.7:
        blocks += [Block("line", "Supporting documents:"), Block("line", f"{business.title} PDF 92 KB")]
    return _of_one(blocks, None, business.title, said, Expected(None, None, None, (), (), frozenset()))


def _issue(meeting: Meeting, business: Business, habits: Habits, rng: Random) -> Page:
    number = str(rng.randrange(2, 180))
    under, said = _sections(meeting, business, habits, rng, 1)
    printed = f"{number} {business.title}" if habits["number"] == "n" else business.title
    blocks = [
        Block("line", "Issue - meetings"),
        Block("line", business.title),
        Block("line", f"Meeting: {slashed(meeting.day)} - {meeting.own} (Item {number})"),
        Block("line", printed + rng.choice(_PDF)),
        *under,
    ]
    return _of_one(blocks, number, business.title, said, Expected(None, meeting.own, meeting.day, (), (), frozenset()))


def _record(meeting: Meeting, business: Business, habits: Habits, rng: Random) -> Page:
    decided, bare = _decided(meeting, business, {**habits, "reasons": "none"}, rng)
    said = [_labelled(one) for one in bare]
    day = slashed(meeting.day)
    blocks = [
        Block("line", "Decision details"),
        Block("line", business.title),
        Block("line", f"Decision Maker: {meeting.own}"),
        Block("line", rng.choice(("Decision status: Recommendations Approved", "Decision status: For Determination"))),
        Block("line", f"Is Key decision?: {rng.choice(('Yes', 'No'))}"),
        Block("line", f"Is subject to call in?: {rng.choice(('Yes', 'No'))}"),
        *([Block("line", "Purpose:"), Block("text", business.agenda)] if rng.random() < 0.6 else []),
        Block("line", rng.choice(("Decision:", "Decisions:"))),
        *decided,
    ]
    if habits["reasons"] == "after":
        blocks += [Block("line", "Reasons for the decision:"), Block("text", business.reason or "As in the report.")]
        blocks += [Block("line", "Alternative options considered:"), Block("text", "None.")]
    blocks += [
        Block("line", f"Report author: {meeting.officers[0].name}"),
        Block("line", f"Publication date: {slashed(meeting.day.replace(day=28))}"),
        Block("line", f"Date of decision: {day}"),
        *([Block("line", f"Decided at meeting: {day} - {meeting.own}")] if rng.random() < 0.7 else []),
    ]
    return _of_one(blocks, None, business.title, said, Expected(None, meeting.own, meeting.day, (), (), frozenset()))


def _of_one(blocks: list[Block], number: str | None, title: str, said: Sequence[Said], rest: Expected) -> Page:
    told = tuple(one._replace(item=number, title=title) for one in said)
    return Page(blocks, rest._replace(items=((number, title),), decisions=told), frozenset())


def _extracted(meeting: Meeting, habits: Habits, rng: Random) -> Page:
    """A page as a text extractor leaves it: a table of items, a row a line, its title running into its agenda text."""
    blocks = [Block("line", f"Venue: {meeting.venue}"), Block("line", "Contact: Democratic Services", tight=True)]
    blocks.append(Block("line", "No. | Item |", tight=True))
    items: list[tuple[str | None, str]] = []
    said: list[Said] = []
    for at, business in enumerate(meeting.business):
        under, told = _sections(meeting, business, habits, rng, at)
        lines = [one for one in under if one.text not in ("Minutes:", "Additional documents:", business.agenda)]
        first = f"{business.title} {business.agenda} Minutes: {_flat(lines[0]) if lines else ''}".strip()
        rest = [_flat(one) for one in lines[1:]]
        row = [first, *rest]
        row[-1] += " |"
        blocks += [Block("line", line, tight=True) for line in row]
        items.append((None, business.title))
        said += [one._replace(title=business.title) for one in told]
    may = frozenset(one.name for one in meeting.absent)
    return Page(blocks, Expected(None, None, None, tuple(items), tuple(said), frozenset(), may), frozenset())


def _flat(block: Block) -> str:
    return f"{block.label} {block.text}".strip().replace("\t", " ")
