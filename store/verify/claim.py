"""What a text claims of the minutes: words that it quotes, places that it cites, or both together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A place as a text cites it: by its permalink, or by what the text says of number, day and committee.

    `printed` is the words that cite it. `number` is as printed; `labels` are those of clauses without their brackets,
    each with the one that it reaches to: ("i", "iii") for "(i)–(iii)", ("iv", "iv") for "(iv)". They are empty
    where the whole item is cited, and `number` is None where the whole meeting is. `first` and `last` are ISO days,
    the same where the very day is said, and `hour` ("21:15") which of its meetings. `committees` are keys of
    organizations, any of which may be meant; empty where none is named. `unknown` is a body or a council that is
    named and that the store has nothing of.
    """

    printed: str
    permalink: str | None = None
    number: str | None = None
    labels: tuple[tuple[str, str], ...] = ()
    first: str | None = None
    last: str | None = None
    hour: str | None = None
    committees: frozenset[int] = frozenset()
    unknown: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Words and the place they are said to stand at; one of the two may be missing. `line` counts from 1.

    `decided` says that the text has them for decided: "the committee resolved “…”".
    """

    line: int
    quotation: str | None
    reference: Reference | None
    decided: bool = False
