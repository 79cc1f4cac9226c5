"""Sentences that decide without a marker, as a table: its name, and what stands before, in and after the words."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tests.layouts.words import Action, Person


class Wording(NamedTuple):
    """A sentence that decides: what stands before its words, the words, what stands after; `also` is right too."""

    before: str
    words: str
    after: str = "."
    also: tuple[str, ...] = ()


Sentence = Callable[[Action, Person, Person], Wording]


def should(action: Action) -> str:
    """The action as what should be done: "the report should be noted", "the Clerk would write"."""
    done = re.sub(r" (write|obtain|lodge) ", r" would \1 ", action.that, count=1)
    return done if done != action.that else action.that.replace(" be ", " should be ", 1)


def noun(action: Action) -> str:
    """The action as a thing: "approval of the plan"; as a clause where it has no such form."""
    for verb, thing in (("approve", "approval of"), ("adopt", "adoption of"), ("accept", "acceptance of")):
        if action.to.startswith(verb + " "):
            return thing + action.to.removeprefix(verb)
    return f"that {action.that}"


PROSE: dict[str, Sentence] = {
    "it was agreed that": lambda a, m, s: Wording("It was agreed that ", a.that),
    "it was agreed, should": lambda a, m, s: Wording("It was agreed that ", should(a)),
    "it was agreed to": lambda a, m, s: Wording("It was agreed to ", a.to),
    "it was unanimously agreed": lambda a, m, s: Wording("It was unanimously agreed that ", a.that),
    "it was also agreed": lambda a, m, s: Wording("It was also agreed to ", a.to),
    "after discussion": lambda a, m, s: Wording("After some discussion it was agreed to ", a.to),
    "it was therefore agreed": lambda a, m, s: Wording("It was therefore agreed that ", a.that),
    "it was decided": lambda a, m, s: Wording("It was decided to ", a.to),
    "it was resolved": lambda a, m, s: Wording("It was resolved that ", a.that),
    "members agreed": lambda a, m, s: Wording("Members agreed to ", a.to),
    "members decided": lambda a, m, s: Wording("Members decided that ", a.that),
    "councillors agreed": lambda a, m, s: Wording("Councillors agreed that ", a.that),
    "the council agreed": lambda a, m, s: Wording("The Council agreed to ", a.to),
    "the committee resolved": lambda a, m, s: Wording("The Committee resolved to ", a.to),
    "all agreed": lambda a, m, s: Wording("All agreed that ", a.that),
    "proposed by, agreed": lambda a, m, s: Wording(
        f"It was proposed by {m.spoken}, seconded by {s.spoken} and agreed that ", a.that
    ),
    "proposed by, agreed to": lambda a, m, s: Wording(
        f"Proposed by {m.spoken}, seconded by {s.spoken} and agreed to ", a.to
    ),
    "proposed by, carried": lambda a, m, s: Wording(
        f"It was proposed by {m.spoken} and seconded by {s.spoken} that ", a.that, ". Carried unanimously."
    ),
    "proposed by, all in favour": lambda a, m, s: Wording(
        f"It was proposed by {m.spoken} that ", a.that, f", seconded by {s.spoken} with all in favour."
    ),
    "on the proposal of": lambda a, m, s: Wording(
        f"On the proposal of {m.spoken}, seconded by {s.spoken}, it was agreed to ", a.to
    ),
    "A proposed, seconded": lambda a, m, s: Wording(
        f"{m.spoken} proposed that ", a.that, f", seconded by {s.spoken}. All in favour."
    ),
    "A proposed seconded by": lambda a, m, s: Wording(
        f"{m.spoken} proposed that ", a.that, f" seconded by {s.spoken}."
    ),
    "A proposed a thing": lambda a, m, s: Wording(f"{m.spoken} proposed ", noun(a), f", seconded by {s.spoken}."),
    "A proposed. B seconded": lambda a, m, s: Wording(
        f"{m.spoken} proposed that ", a.that, f". {s.spoken} seconded this and all agreed."
    ),
    "suggested. This was agreed": lambda a, m, s: Wording(
        f"{m.spoken} suggested that ", a.that, ". This was agreed.", (f"{m.spoken} suggested that {a.that}",)
    ),
    "asked, this was agreed": lambda a, m, s: _asked(a),
}  # fmt: skip


def _asked(action: Action) -> Wording:
    told = f"The Clerk asked that {action.that}"
    return Wording("", told, ", this was agreed.", (action.that, f"{told}, this was agreed"))
