"""What verifying says of a claim."""

from dataclasses import dataclass
from enum import StrEnum

from store.verify.claim import Claim
from store.verify.comparison import Comparison


class Verdict(StrEnum):
    """How a claim stands. Only the first two are as a careful writer would have them."""

    EXACT = "exact"  # the words stand in the store as quoted, and where they are said to
    THERE = "there"  # a place cited without words of it, and the store has it
    ALIKE = "alike"  # the same words with other marks or capitals
    CLOSE = "close"  # nearly these words
    NOT_DECIDED = "not decided"  # these words stand there, and the text has them for decided, which they were not
    ELSEWHERE = "elsewhere"  # these words, but not at the place cited
    OTHER_WORDS = "other words"  # the place cited is there, and says something else
    NOT_FOUND = "not found"  # neither these words nor any near them
    NOT_THERE = "not there"  # a place cited without words of it, and the store has none such

    @property
    def stands(self) -> bool:
        """Whether it can be printed as it is."""
        return self in (Verdict.EXACT, Verdict.THERE)


class ToldAs(StrEnum):
    """As what the minutes tell words."""

    DECIDED = "decided"
    DISCUSSED = "discussed"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Verified:
    """A claim with its verdict.

    `cited` is the permalink of the place cited, None where none is or it is not in the store: `why` then says what is
    missing. `place` is where the words of `comparison` stand; `more` that the very words stand in other places too.
    `told` is as what they are told at `place`, None for a title and where there are none.
    """

    claim: Claim
    verdict: Verdict
    cited: str | None = None
    place: str | None = None
    comparison: Comparison | None = None
    more: bool = False
    why: str | None = None
    told: ToldAs | None = None
