"""What minutes say once: decisions of 40 to 400 characters, titles and discussion, out of words that are drawn."""

import random
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.finding.councils import Council

SHORTEST, LONGEST = 40, 400
_TYPICAL, _SPREAD = 110, 0.55  # of the length of a decision, log-normal

# {w} draws a word of the vocabulary; the rest is filled by the function of the same name below.
_NOUNS = (
    "the {w}", "the {w} {w}", "the {w} of {w}", "the {w} {w} and {w}", "{w} and {w}", "the {w} of the {w} {w}",
    "a {w} {w}", "{w} {w} in {place}", "the {place} {w}", "the {place} {w} {w}", "{w} for {w}", "the {w} in {place}",
)  # fmt: skip
_OPENINGS = (
    ("That {noun} be noted", "noted"),
    ("That {noun} be approved", "approved"),
    ("That {noun} be agreed", "agreed"),
    ("That {noun} be supported", "supported"),
    ("That {noun} be deferred until {month} {year}", "deferred"),
    ("That {noun} be referred to the {w} Committee", "referred"),
    ("That {noun} be endorsed", "supported"),
    ("That {noun} and {noun} be approved", "approved"),
    ("That the Director of {w} be authorised to {w} {noun}", "authorised"),
    ("That the Head of {w} and {w} be asked to {w} {noun}", "requested"),
    ("That a report on {noun} be brought to the {month} meeting", ""),
    ("That Cabinet be recommended to {w} {noun}", "recommended"),
    ("That the sum of {sum} be allocated to {noun}", ""),
    ("That the {w} budget of {sum} for {noun} be approved", "approved"),
    ("That Councillor {person} be appointed to {noun}", "appointed"),
    ("That Councillors {person} and {person} be thanked for {noun}", ""),
    ("That application {reference} for {noun} at {address} be granted", "approved"),
    ("That application {reference} ({noun}, {address}) be refused", "refused"),
    ("To {w} {noun} and {noun}", ""),
    ("That {noun} at {address} be declared {w}", ""),
    ("That officers {w} {noun}", ""),
    ("That Members receive {noun}", "received"),
)
_ENDINGS = (
    " and that {noun} be {w}", ", in consultation with Councillor {person}", " in respect of {noun}",
    ", having regard to {noun}", " at {address}", " with effect from {day} {month} {year}", ", at a cost of {sum}",
    " by {noun}", " for the benefit of {noun}", ", following {noun}", " as set out in paragraph {point} of the report",
    "; and that {noun} be {w} by {month}", " subject to {noun}", ", together with {noun}", ", {noun} and {noun}",
    " within {small} months", " near {place}", " on behalf of {noun}",
)  # fmt: skip
_TALK = (
    "Members asked about {noun} and were told that {noun} would {w}.", "Councillor {person} spoke of {noun}.",
    "The officer explained {noun}, {noun} and how {noun} had been {w}.", "It was said that {place} had {noun}.",
    "A resident of {address} wanted {noun} to {w} {noun}.", "{person} doubted that {sum} would {w} {noun}.",
    "In reply, {noun} was {w} since {month} {year}.",
)  # fmt: skip
_TITLES = (
    "{w} {w}", "{w} and {w}", "{w} {w} {w}", "{place} {w} {w}", "{w} of {w} {w}", "{place} {w}", "{w} {w}: {w} {w}",
    "{w} Report {year}", "{reference} {address}", "{w} {w} in {place}",
)  # fmt: skip
_MONTHS = month_name[1:]
_APPLICATIONS = ("FUL", "FUL", "FUL", "HOU", "OUT", "LBC", "ADV", "TPO", "REM", "COU")
_SMALL_WORDS = frozenset(("and", "of", "in", "for", "the"))


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision and the verb that it is filed under."""

    text: str
    outcomes: tuple[str, ...]


class Writer:
    """Writes for one country. `words` are drawn without end; `chance` decides all else."""

    def __init__(self, words: Iterator[str], chance: random.Random) -> None:
        self._words = words
        self._chance = chance

    def title(self, council: Council) -> str:
        """A title of its own, in capitals."""
        title = self._fill(self._chance.choice(_TITLES), council)
        return " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in title.split())

    def decision(self, council: Council, topic: str) -> Decision:
        """A decision on the topic of a title, or on something else."""
        chance = self._chance
        wanted = min(LONGEST, max(SHORTEST, chance.lognormvariate(0, _SPREAD) * _TYPICAL))
        opening, outcome = chance.choice(_OPENINGS)
        if chance.random() < 0.35:  # a third of the decisions name what their title does
            opening = opening.replace("{noun}", f"the {topic}", 1)
        text = self._fill(opening, council)
        while len(text) < wanted:
            text += self._fill(chance.choice(_ENDINGS), council)
        if len(text) >= LONGEST:  # a full stop is to follow
            text = text[: text.rindex(" ", 0, LONGEST)].rstrip(" ,;:(")
        return Decision(f"{text}.", (outcome,) if outcome else ())

    def talk(self, council: Council) -> str:
        """A paragraph of discussion of 100 to 300 characters."""
        text, wanted = "", self._chance.randint(100, 220)
        while len(text) < wanted:
            text += f" {self._fill(self._chance.choice(_TALK), council)}"
        text = text.strip()
        return text if len(text) <= 300 else text[: text.rindex(" ", 0, 299)].rstrip(" ,;:.") + "."

    def _fill(self, pattern: str, council: Council) -> str:
        parts = pattern.split("{")
        filled = [parts[0]]
        for part in parts[1:]:
            name, _, after = part.partition("}")
            filled.append(self._piece(name, council))
            filled.append(after)
        return "".join(filled)

    def _piece(self, name: str, council: Council) -> str:
        chance = self._chance
        match name:
            case "w":
                return next(self._words)
            case "noun":
                return self._fill(chance.choice(_NOUNS), council)
            case "place":
                return chance.choice(council.places)
            case "person":
                return chance.choice(council.people)
            case "address":
                return f"{chance.randint(1, 220)} {chance.choice(council.streets)}"
            case "month":
                return chance.choice(_MONTHS)
            case "year":
                return str(chance.randint(1995, 2025))
            case "day":
                return str(chance.randint(1, 28))
            case "point":
                return f"{chance.randint(1, 9)}.{chance.randint(1, 20)}"
            case "small":
                return str(chance.randint(2, 24))
            case "sum":
                return draw_sum(chance)
            case "reference":
                number = chance.randint(1, 4_999)
                return f"{chance.randint(1995, 2025) % 100:02}/{number:05}/{chance.choice(_APPLICATIONS)}"
        raise ValueError(name)


def draw_sum(chance: random.Random) -> str:
    """A sum as minutes print it: "£2.3m", "£750", "£12,450", "£40k"."""
    match chance.randrange(4):
        case 0:
            return f"£{chance.randint(1, 60)}.{chance.randint(1, 9)}m"
        case 1:
            return f"£{chance.randint(1, 99) * 10}"
        case 2:
            return f"£{chance.randint(1, 250)},{chance.randint(0, 99) * 10:03}"
    return f"£{chance.randint(5, 950)}k"
