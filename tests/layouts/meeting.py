"""A meeting as values, before it is printed in any way."""

import datetime as dt
from random import Random
from typing import NamedTuple

from tests.layouts import words
from tests.layouts.words import Action, Person

COUNCILS = (
    "Parish Council",
    "Town Council",
    "Borough Council",
    "District Council",
    "City Council",
    "Community Council",
)
COMMITTEES = (
    "Planning Committee", "Finance and General Purposes Committee", "Amenities Committee", "Licensing Sub-Committee",
    "Overview and Scrutiny Committee", "Cabinet", "Executive", "Highways and Footpaths Committee", "Audit Committee",
    "Housing Committee", "Allotments Working Party",
)  # fmt: skip
BODIES = ("Council", "Committee", "Board")
VENUES = ("Village Hall", "Council Chamber", "Memorial Hall", "Reading Room", "Corn Exchange", "Town Hall", "Pavilion")
OFFICERS = ("Clerk", "Deputy Clerk", "Head of Finance", "Solicitor", "Committee Officer", "Amenities Manager")


class Decision(NamedTuple):
    """Something decided, or voted down: one action, or several as clauses.

    `vote` is for, against, abstaining; it is `routine` where minutes are confirmed.
    """

    actions: tuple[Action, ...]
    mover: Person
    seconder: Person
    vote: tuple[int, int, int]
    result: str
    body: str
    voters: tuple[Person, ...]
    routine: bool = False


class Business(NamedTuple):
    """An item of business; `agenda` is what its agenda asks for, `parts` are its sub-items."""

    title: str
    agenda: str
    discussion: tuple[str, ...]
    decisions: tuple[Decision, ...]
    reason: str
    parts: tuple["Business", ...] = ()


class Meeting(NamedTuple):
    """All that is to be printed of a meeting."""

    council: str
    committee: str
    day: dt.date
    start: dt.time
    end: dt.time
    venue: str
    members: tuple[Person, ...]
    officers: tuple[Person, ...]
    absent: tuple[Person, ...]
    business: tuple[Business, ...]

    @property
    def own(self) -> str:
        """The name of the body that met."""
        return self.committee or self.council


def invent(rng: Random, *, parts: bool = False, lost: str = "none", long: bool = False) -> Meeting:
    """A meeting that never was.

    `parts` gives items sub-items, `lost` a motion that is lost or withdrawn, `long` titles of more than a line.
    """
    where = words.place(rng)
    council = f"{where} {rng.choice(COUNCILS)}"
    people = _people(rng, rng.randrange(6, 14))
    present = rng.randrange(4, max(5, len(people) - 2))
    members = (people[0]._replace(role="Chairman"), *people[1:present])
    officers = tuple(
        one._replace(style=rng.choice(("Mr", "Mrs", "Ms", "Dr")), role=role)
        for one, role in zip(_people(rng, 2), rng.sample(OFFICERS, 2), strict=True)
    )
    title = words.long_title if long else words.title
    titles = list(dict.fromkeys(title(rng) for _ in range(rng.randrange(3, 9))))
    business = [_item(rng, title, members) for title in titles]
    if parts:
        for at in rng.sample(range(len(business)), min(2, len(business))):
            under = dict.fromkeys(words.title(rng) for _ in range(rng.choice((2, 3))))
            inside = tuple(_item(rng, title, members) for title in under if title not in titles)
            business[at] = business[at]._replace(parts=inside, decisions=())
    if lost != "none":
        at = rng.randrange(len(business))
        against = _decision(rng, members)._replace(result="lost" if lost == "motion" else lost)
        business[at] = business[at]._replace(decisions=(against._replace(actions=against.actions[:1]),))
    day = dt.date(rng.randrange(2006, 2025), rng.randrange(1, 13), rng.randrange(1, 29))
    hour = rng.choice((10, 14, 18, 19))
    return Meeting(
        council=council,
        committee=rng.choice(("", *COMMITTEES)) if rng.random() < 0.8 else "",
        day=day,
        start=dt.time(hour, rng.choice((0, 15, 30))),
        end=dt.time(hour + 2, rng.randrange(1, 59)),
        venue=f"the {rng.choice(VENUES)}, {where}",
        members=members,
        officers=officers,
        absent=people[present : present + rng.randrange(1, 3)],
        business=(
            _apologies(rng, people[present:]),
            *_opening(rng, day, members),
            *business,
            *_urgent(rng),
            _next(rng, day),
        ),
    )


def _people(rng: Random, count: int) -> tuple[Person, ...]:
    style = rng.choice(("Cllr", "Councillor", "Cllr."))
    families = rng.sample(words.FAMILY, count)
    return tuple(Person(style, rng.choice(words.GIVEN), family) for family in families)


def _decision(rng: Random, members: tuple[Person, ...]) -> Decision:
    count = rng.choice((1, 1, 1, 2, 3, 4))
    mover, seconder = rng.sample(members, 2)
    actions: dict[str, Action] = {}
    while len(actions) < count:
        made = words.action(rng)
        actions[made.that] = made
    chosen = tuple(actions.values())
    put_off = {one.deferred for one in chosen}
    result = "carried|deferred" if len(put_off) > 1 else "deferred" if True in put_off else "carried"
    votes = len(members)
    against = rng.choice((0, 0, 1, 2))
    return Decision(chosen, mover, seconder, (votes - against, against, 0), result, rng.choice(BODIES), members)


def _item(rng: Random, title: str, members: tuple[Person, ...]) -> Business:
    decisions = tuple(_decision(rng, members) for _ in range(rng.choice((0, 1, 1, 1, 2))))
    discussion = tuple(words.discussion(rng, members) for _ in range(rng.choice((1, 1, 2, 3))))
    agenda = (
        f"To consider {words.thing(rng)} and {rng.choice(('any action needed', 'the report attached', 'next steps'))}."
    )
    return Business(title, agenda, discussion, decisions, f"To keep {words.thing(rng)} safe and in use.")


def _apologies(rng: Random, absent: tuple[Person, ...]) -> Business:
    title = rng.choice(("Apologies for Absence", "Apologies"))
    return Business(title, "To receive apologies for absence.", ("There were no further apologies.",), (), "")


def _opening(rng: Random, day: dt.date, members: tuple[Person, ...]) -> tuple[Business, ...]:
    last = day - dt.timedelta(days=rng.choice((28, 35)))
    told = f"{last.day} {last:%B %Y}"
    confirmed = Action(
        f"the minutes of the meeting held on {told} be signed as a correct record",
        f"approve the minutes of the meeting held on {told}",
    )
    mover, seconder = rng.sample(members, 2)
    decision = Decision(
        (confirmed,), mover, seconder, (len(members), 0, 0), "carried", "Council", members, routine=True
    )
    declared = Business(
        rng.choice(("Declarations of Interest", "Disclosure of Interests")),
        "To receive declarations of interest.",
        (rng.choice(("There were none.", "No declarations of interest were made.")),),
        (),
        "",
    )
    minutes = Business(
        rng.choice(("Minutes", "Minutes of the Previous Meeting", "Minutes of the Last Meeting")),
        f"To sign the minutes of the meeting held on {told}.",
        (),
        (decision,),
        "",
    )
    return (declared, minutes) if rng.random() < 0.8 else (minutes,)


def _urgent(rng: Random) -> tuple[Business, ...]:
    said = rng.choice((("There was no urgent business.",), ("None.",)))
    title = rng.choice(("Urgent Business", "Any Other Business", "Public Questions"))
    return (Business(title, "To consider any urgent business.", said, (), ""),) if rng.random() < 0.5 else ()


def _next(rng: Random, day: dt.date) -> Business:
    later = day + dt.timedelta(days=rng.choice((28, 35)))
    said = f"The next meeting will be held on {later:%A} {later.day} {later:%B %Y}."
    return Business("Date of Next Meeting", "To note the date of the next meeting.", (said,), (), "")
