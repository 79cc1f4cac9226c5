"""What a text claims of the minutes: words that it quotes, places that it cites, or both together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A place as a text cites it: by its permalink, or by what the text says of number, day and committee.

    `printed` is the words that cite it. `number` and `label` are as printed, `label` without its brackets; None where
    the whole meeting, or the whole item, is cited. `first` and `last` are ISO days, the same where the very day is
    said. `committees` are keys of organizations, any of which may be meant; empty where none is named.
    """

    printed: str
    permalink: str | None = None
    number: str | None = None
    label: str | None = None
    first: str | None = None
    last: str | None = None
    committees: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """Words and the place they are said to stand at; one of the two may be missing. `line` counts from 1."""

    line: int
    quotation: str | None
    reference: Reference | None
