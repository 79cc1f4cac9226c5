"""Invented words: people, places and sentences of minutes, drawn from lists and a grammar of their own."""

import tomllib
from calendar import month_name
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))
GIVEN, FAMILY = _WORDS["given"], _WORDS["family"]
STREET, _THING, _WORK = _WORDS["streets"], _WORDS["things"], _WORDS["works"]
_PAPER, _BODY, _OFFICER, _CLUB = _WORDS["papers"], _WORDS["bodies"], _WORDS["officers"], _WORDS["clubs"]


class Person(NamedTuple):
    """Somebody of the meeting: `style` is what they are called by ("Cllr", "Mr", ""), `role` may be empty."""

    style: str
    given: str
    family: str
    role: str = ""

    @property
    def name(self) -> str:
        """The name as it is listed, without its style."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def called(self) -> str:
        """The name as it is listed, its style before it."""
        return f"{self.style} {self.name}".strip()

    @property
    def spoken(self) -> str:
        """How a sentence names them."""
        return f"{self.style} {self.family}" if self.style else self.name

    @property
    def initials(self) -> str:
        """The letters that an action column has for them."""
        return "".join(part[0] for part in self.name.replace("-", " ").split())


class Action(NamedTuple):
    """What is decided, in both moods: "the report be noted", "note the report". `deferred` where it only puts off."""

    that: str
    to: str
    deferred: bool = False


def place(rng: Random) -> str:
    """The name of a town or village that does not exist."""
    return "".join(rng.choice(_WORDS[part]) for part in ("place_heads", "place_middles", "place_tails"))


MONTHS = list(month_name)[1:]


def thing(rng: Random) -> str:
    """Something that a council looks after, with the street it stands in."""
    return f"the {rng.choice(_THING)} {rng.choice(('at', 'in', 'near', 'off'))} {rng.choice(STREET)}"


def body(rng: Random) -> str:
    """Somebody that a council writes to."""
    return rng.choice(_BODY)


def sum_of(rng: Random) -> str:
    """An amount of money."""
    pounds = rng.choice((rng.randrange(40, 990), rng.randrange(10, 99) * 100, rng.randrange(1000, 99999)))
    return f"£{pounds:,}" + rng.choice(("", "", f".{rng.randrange(10, 99)}"))


def _noted(rng: Random) -> Action:
    what = rng.choice(
        (f"the report on {thing(rng)}", f"the {rng.choice(_PAPER)}", f"the position regarding {thing(rng)}")
    )
    verb = rng.choice(("noted", "received"))
    return Action(f"{what} be {verb}", f"{verb[:-1] if verb == 'received' else 'note'} {what}")


def _approved(rng: Random) -> Action:
    what = f"the {rng.choice(_PAPER)}" + rng.choice(
        (
            "",
            f" for {rng.randrange(2008, 2025)}",
            f" as set out in Appendix {rng.choice('ABC')}",
            ", subject to minor amendments,",
        )
    )
    verb, base = rng.choice((("approved", "approve"), ("adopted", "adopt"), ("endorsed", "endorse")))
    return Action(f"{what} be {verb}", f"{base} {what}".rstrip(","))


def _spent(rng: Random) -> Action:
    what = f"a sum of up to {sum_of(rng)}"
    on = f"the {rng.choice(_WORK)} of {thing(rng)}"
    verb, base = rng.choice(
        (("allocated to", "allocate {} to"), ("set aside for", "set aside {} for"), ("spent on", "spend {} on"))
    )
    return Action(f"{what} be {verb} {on}", f"{base.format(what)} {on}")


def _written(rng: Random) -> Action:
    who, whom, what = rng.choice(_OFFICER), rng.choice(_BODY), thing(rng)
    about = rng.choice(("about the state of", "asking for the repair of", "to object to the closing of", "regarding"))
    return Action(f"{who} write to {whom} {about} {what}", f"write to {whom} {about} {what}")


def _appointed(rng: Random) -> Action:
    who, whom = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}", rng.choice(_BODY)
    office = rng.choice(("its representative on", "a governor of", "the link member with"))
    return Action(f"{who} be appointed as {office} {whom}", f"appoint {who} as {office} {whom}")


def _granted(rng: Random) -> Action:
    whom = f"the {place(rng)} {rng.choice(_CLUB)}"
    return Action(f"a grant of {sum_of(rng)} be made to {whom}", f"make a grant to {whom}")


def _quoted(rng: Random) -> Action:
    who, what = rng.choice(_OFFICER), f"the {rng.choice(_WORK)} of {thing(rng)}"
    count = rng.choice(("three", "two", "further"))
    return Action(f"{who} obtain {count} quotations for {what}", f"obtain {count} quotations for {what}")


def _tendered(rng: Random) -> Action:
    firm = f"{rng.choice(FAMILY)} {rng.choice(('and Sons', 'Contracting', 'Groundworks', 'Ltd'))}"
    what = f"the {rng.choice(_WORK)} of {thing(rng)}"
    return Action(f"the tender of {firm} for {what} be accepted", f"accept the tender of {firm} for {what}")


def _objected(rng: Random) -> Action:
    why = rng.choice(
        (
            "loss of light",
            "overdevelopment of the site",
            "the narrowness of the access",
            "harm to the setting of the church",
        )
    )
    number = f"{rng.randrange(12, 25)}/{rng.randrange(100, 9999):05}/{rng.choice(('FUL', 'OUT', 'HSE', 'LBC'))}"
    return Action(
        f"an objection be lodged to application {number} on the ground of {why}",
        f"object to application {number} on the ground of {why}",
    )


def _delegated(rng: Random) -> Action:
    who, what = rng.choice(_OFFICER), f"the {rng.choice(_WORK)} of {thing(rng)}"
    return Action(
        f"authority be delegated to {who} to settle the terms for {what}",
        f"delegate authority to {who} to settle the terms for {what}",
    )


def deferral(rng: Random) -> Action:
    """What puts a matter off."""
    what = rng.choice((f"consideration of the {rng.choice(_PAPER)}", f"the matter of {thing(rng)}"))
    until = rng.choice((f"the meeting in {rng.choice(MONTHS)}", "the next meeting"))
    return Action(f"{what} be deferred to {until}", f"defer {what} to {until}", deferred=True)


_ACTIONS = (
    _noted,
    _approved,
    _approved,
    _spent,
    _written,
    _appointed,
    _granted,
    _quoted,
    _tendered,
    _objected,
    _delegated,
)


def action(rng: Random) -> Action:
    """Something that a meeting decides."""
    return deferral(rng) if rng.random() < 0.06 else rng.choice(_ACTIONS)(rng)


def third(action: Action) -> str:
    """What a body that is named before it does: "notes the report"."""
    verb, _, rest = action.to.partition(" ")
    return f"{verb}s {rest}"


_WELSH = {
    "note": "nodi", "receive": "derbyn", "approve": "cymeradwyo", "adopt": "mabwysiadu", "endorse": "cadarnhau",
    "allocate": "neilltuo", "set": "neilltuo", "spend": "gwario", "write": "ysgrifennu", "appoint": "penodi",
    "make": "rhoi", "obtain": "cael", "accept": "derbyn", "object": "gwrthwynebu", "delegate": "dirprwyo",
    "defer": "gohirio",
}  # fmt: skip


def in_welsh(action: Action) -> str:
    """The action as a council in Wales words it, what it is about still in English."""
    verb, _, rest = action.to.partition(" ")
    return f"{_WELSH[verb]} {rest}"


def long_title(rng: Random) -> str:
    """A title that fills more than a line, in the case of a sentence."""
    year = rng.randrange(2008, 2024)
    number = f"{year % 100:02}/{rng.randrange(100, 9999):05}/{rng.choice(('FUL', 'OUT', 'LBC'))}"
    return rng.choice(
        (
            f"Report of {rng.choice(_OFFICER)} on {thing(rng)} and the {rng.choice(_PAPER)} for {year} to {year + 3}",
            f"Application {number}: {rng.randrange(2, 90)} {rng.choice(STREET)} - {rng.choice(_WORK)} of {thing(rng)}",
            f"To consider the {rng.choice(_PAPER)} and the {rng.choice(_WORK)} of {thing(rng)} in the coming year",
            f"Request from {rng.choice(_BODY)} regarding {thing(rng)} (Agenda Item {rng.randrange(3, 19)})",
        )
    )


def title(rng: Random) -> str:
    """The title of an item of business, its words capitalised."""
    made = rng.choice(
        (
            lambda: rng.choice(_PAPER),
            lambda: f"{rng.choice(_PAPER)} {rng.randrange(2008, 2025)}",
            lambda: f"{rng.choice(STREET)} {rng.choice(_THING).title()}",
            lambda: f"{rng.choice(_WORK).capitalize()} of the {rng.choice(_THING).title()}",
            lambda: f"Request from the {rng.choice(_CLUB)}",
            lambda: f"{rng.choice(_BODY).removeprefix('the ')} Consultation",
            lambda: f"{rng.choice(STREET)} - {rng.choice(_WORK).capitalize()} of {rng.choice(_THING).title()}",
            lambda: rng.choice(_WORDS["subjects"]),
        )
    )()
    return made.replace("'S", "'s")


_SAID = ["reported", "explained", "told the meeting", "said", "confirmed", "advised", "pointed out", "was concerned"]
_CLAUSE = (
    lambda rng: f"{thing(rng)} had been closed since {rng.choice(MONTHS)}",
    lambda rng: f"the cost of the {rng.choice(_WORK)} would be about {sum_of(rng)}",
    lambda rng: f"{rng.choice(_BODY)} had not yet replied about {thing(rng)}",
    lambda rng: f"residents of {rng.choice(STREET)} had complained of noise and litter",
    lambda rng: (
        f"work on {thing(rng)} would begin in {rng.choice(MONTHS)} and take {rng.choice(('two', 'three', 'six'))} weeks"
    ),
    lambda rng: f"a site visit with {rng.choice(_BODY)} had shown how worn {thing(rng)} was",
    lambda rng: f"the {rng.choice(_PAPER)} was late because of a vacant post",
    lambda rng: f"only {rng.randrange(3, 60)} people had used {thing(rng)} on the day of the count",
)


def sentence(rng: Random, speakers: Sequence[Person]) -> str:
    """A sentence of discussion in which nothing is decided."""
    officer = rng.choice(_OFFICER)
    who = rng.choice((rng.choice(list(speakers)).spoken, "T" + officer[1:], "The Chairman"))
    within = "t" + who[1:] if who.startswith("The ") else who
    return rng.choice(
        (
            lambda: f"{who} {rng.choice(_SAID)} that {rng.choice(_CLAUSE)(rng)}.",
            lambda: f"{who} {rng.choice(_SAID)} that {rng.choice(_CLAUSE)(rng)} and that {rng.choice(_CLAUSE)(rng)}.",
            lambda: f"{who} asked whether {rng.choice(_CLAUSE)(rng)}.",
            lambda: f"Members discussed {thing(rng)} at some length.",
            lambda: f"{who} thanked {rng.choice(_BODY)} for the help given with {thing(rng)}.",
            lambda: f"A letter from {rng.choice(_BODY)} about {thing(rng)} was read out.",
            lambda: f"In reply to a question {within} {rng.choice(_SAID)} that {rng.choice(_CLAUSE)(rng)}.",
        )
    )()


def discussion(rng: Random, speakers: Sequence[Person]) -> str:
    """A paragraph of discussion in which nothing is decided."""
    return " ".join(sentence(rng, speakers) for _ in range(rng.choice((1, 1, 2, 2, 3, 4))))
