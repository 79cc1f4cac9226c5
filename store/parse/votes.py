"""Who moved and seconded a decision, and how the vote went."""

import re
from dataclasses import dataclass

_NAME = r"(?:(?:[A-Z][\w.'’-]*|of|the)\s?){1,6}?"
_BY = re.compile(
    rf"""\b(?i:moved|proposed)\s+(?i:by):?\s+(?P<mover>{_NAME})[\s,;]+(?:and\s+)?(?i:seconded)(?:\s+(?i:by))?:?
    \s+(?P<seconder>{_NAME})(?=\s*(?:[.,;:)](?:\s|$)|$|\s+and\b))""",
    re.VERBOSE,
)
_DID = re.compile(rf"(?P<mover>{_NAME})\s+(?:moved|proposed),?\s+(?:and\s+)?(?P<seconder>{_NAME})\s+seconded\b")
_MOVERS_ALONE = re.compile(r"[(]?(?:it was\s+)?(?:moved|proposed)\s+by\b", re.IGNORECASE)
_VOTE = re.compile(
    r"""\bfor:?\s*\d+[\s,;]+against:?\s*\d+(?:[\s,;]+absten\w+:?\s*\d+)?
    | \bcarried\s+(?:unanimously|by\s+[^.;]{3,80}?\svotes?\s+to\s+[^.;,]{1,60})
    | \bby\s+\d+\s+votes?\s+to\s+\d+
    | \bwith\s+\d+\s+votes?\s+for\s+and\s+\d+\s+against""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_COUNT = 80  # characters: a paragraph of a count and nothing else


@dataclass(frozen=True, slots=True)
class Carriage:
    """How a decision was carried, as printed: names without what joins them, the count in its own words."""

    mover: str | None = None
    seconder: str | None = None
    vote: str | None = None

    def beside(self, other: "Carriage") -> "Carriage":
        """What this says, and what `other` says where this is silent."""
        return Carriage(self.mover or other.mover, self.seconder or other.seconder, self.vote or other.vote)


def read_carriage(text: str) -> Carriage:
    """Who moved and seconded, and the vote, in the words beside a decision."""
    found = [*_BY.finditer(text), *_DID.finditer(text)]
    movers = max(found, key=lambda match: match.start(), default=None)  # the nearest to the decision
    vote = _VOTE.search(text)
    return Carriage(
        movers["mover"].strip() if movers else None,
        movers["seconder"].strip(" .") if movers else None,
        vote.group() if vote else None,
    )


def tells_only_carriage(text: str) -> bool:
    """Whether a sentence says nothing but who moved, or how the vote went."""
    if _MOVERS_ALONE.match(text):
        return read_carriage(text).mover is not None
    return len(text) <= _LONGEST_COUNT and bool(_VOTE.match(text))
