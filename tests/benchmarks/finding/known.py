"""What a query is: its kind, its text, and by what its right answers are known."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from store.text.tokens import words

# Words that nobody would choose to find one resolution among many by.
_SMALL = """
a an and as at be been by for from had has have having in is it its no not of on or so such than that the their
them then there these they this those to under until was were which with within
"""
_SMALL_WORDS = frozenset(_SMALL.split())


class Kind(StrEnum):
    """What a query is like."""

    PHRASE = "exact phrase"
    PREFIX = "prefix"
    ONE_TYPO = "one typo a word"
    TWO_TYPOS = "two typos a word"
    MISSING = "missing words"
    SWAPPED = "swapped words"
    NAME = "misspelt name"
    NUMBER = "number"
    COMMON = "very common words"
    LETTER = "one letter"
    NONSENSE = "nonsense"
    FORM = "another form of a word"
    UNFINISHED = "every word unfinished"
    SHORT_SLIP = "slip in a word of 3 or 4 letters"
    REFERENCE = "reference in other signs"
    PART = "part of a reference"
    SUM = "sum in another form"
    DAY = "day in another form"
    SHORTENED = "word written short"
    SPLIT = "word split"
    JOINED = "two words joined"
    NO_SPACES = "no spaces at all"
    ACCENTED = "accents and signs put in"
    STRAY = "as one would say it"


TYPOS = frozenset((Kind.ONE_TYPO, Kind.TWO_TYPOS, Kind.NAME))
REMEMBERED = frozenset(list(Kind)[list(Kind).index(Kind.FORM) :])
"""How people remember, rather than read off; the other kinds are those that finding was first measured by."""
TYPED = frozenset(Kind) - REMEMBERED


@dataclass(frozen=True, slots=True)
class Row:
    """A resolution as it is found: the number of its item, its title, its text."""

    number: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a right answer has: all `words`, those of `in_a_row` one after the other, others with `beginnings`."""

    words: tuple[str, ...] = ()
    in_a_row: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    number: str | None = None
    nothing: bool = False

    @property
    def told(self) -> str:
        """What is wanted, for a person who wonders why a query missed."""
        parts = [*self.words, *(f"{beginning}…" for beginning in self.beginnings)]
        parts += [f"“{' '.join(self.in_a_row)}”"] if self.in_a_row else []
        return " + ".join([*parts, f"number {self.number}"] if self.number else parts) or "nothing"

    def fits(self, row: Row) -> bool:
        """Whether `row` is a right answer."""
        text, title = words(row.text), words(row.title)
        having = {*text, *title}
        if self.nothing or not having.issuperset(self.words):
            return False
        if not all(any(word.startswith(beginning) for word in having) for beginning in self.beginnings):
            return False
        if self.number is not None and words(row.number) != words(self.number):
            return False
        phrase = f" {' '.join(self.in_a_row)} "
        return not self.in_a_row or phrase in f" {' '.join(text)} " or phrase in f" {' '.join(title)} "


@dataclass(frozen=True, slots=True)
class Known:
    """A query whose answer is known."""

    kind: Kind
    text: str
    wanted: Wanted

    @property
    def keystrokes(self) -> tuple[str, ...]:
        """The query after each letter that is typed."""
        return tuple(self.text[:end] for end in range(1, len(self.text) + 1))


def telling(text: str) -> list[str]:
    """The words of a text that a person might remember it by, in their order."""
    return [
        word for word in dict.fromkeys(words(text)) if len(word) > 2 and word not in _SMALL_WORDS and word.isalpha()
    ]


def some(having: list[str], least: int, most: int, chance: random.Random) -> list[str] | None:
    """Some of the words, in their order; None where there are too few."""
    if len(having) < least:
        return None
    kept = sorted(chance.sample(range(len(having)), min(len(having), chance.randint(least, most))))
    return [having[at] for at in kept]


Drawing = Callable[[Row, frozenset[str], random.Random], Known | None]
"""Draws a query about a row, given the words that a slip must not make; None where the row is not one for it."""
