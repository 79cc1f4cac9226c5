"""Who moved and seconded a decision, and how the vote went."""

import re
from dataclasses import dataclass

_WORD = r"(?:[A-ZÀ-Þ][\w.'’-]{0,30}|\([A-Z]\)|of|the)"
_NAME = rf"(?<![\w.'’-]){_WORD}(?:\s{_WORD}){{0,6}}?"
_MOVED = r"(?i:moved|proposed|prop\.?)"
_SECONDED = r"(?i:seconded|2nd(?:ed)?|sec\.)"
_END = r"(?=\s*(?:[.,;:)](?:\s|$)|$|\s+(?:and|that|all|for|it|on|[–-])\b|\s[–—-]))"
_PAIR = re.compile(
    rf"""\b{_MOVED}\s*(?:(?i:by))?\s*:?\s+(?P<mover>{_NAME})[\s,;:/–—-]+(?:and\s+)?
    {_SECONDED}(?:\s*(?i:by))?\s*:?\s+(?P<seconder>{_NAME}){_END}""",
    re.VERBOSE,
)
_DID = re.compile(
    rf"(?P<mover>{_NAME})\s+(?:moved|proposed)\b(?:\s[a-z][^.;]{{0,60}}?)?[,;.]?\s+(?:and\s+)?(?P<seconder>{_NAME})\s+seconded\b"
)
_IRISH = re.compile(
    rf"(?i:ar\s+mholadh|ar\s+moladh)\s+(?P<mover>{_NAME})[\s,;]+(?:agus\s+)?(?i:cuidithe\s+ag|tacaíodh\s+ag)\s+(?P<seconder>{_NAME}){_END}"
)
_PROPOSAL = re.compile(
    rf"(?i:on\s+the\s+(?:proposal|proposition|motion)\s+of)\s+(?P<mover>{_NAME})[\s,]+(?:and\s+)?{_SECONDED}\s+by\s+(?P<seconder>{_NAME}){_END}"
)
_NUMBERED = re.compile(r"(?P<mover>[A-Z][\w.'’ -]{2,40}),\s(?:and\s)?(?P<seconder>[A-Z][\w.'’ -]{2,40}):")
_MOVER = re.compile(rf"^[(_]?(?:(?i:it\swas\s)?{_MOVED}\s*(?:(?i:by))?\s*:?\s+)(?P<mover>{_NAME})[\s.,;:)]*$")
_SECONDER = re.compile(rf"^[(_]?(?:{_SECONDED}\s*(?:(?i:by))?\s*:?\s+)(?P<seconder>{_NAME})[\s.,;:)]*$")
_LABEL = re.compile(r"[(_]?(?:moved|proposed|seconded|mover|proposer|seconder)(?:\s+by)?\s*:", re.IGNORECASE)
# A sentence or line that says who moved: a paragraph is divided before it.
MOVERS = re.compile(
    r"(?:(?<=[.;]\s)|(?<=[.;]\s\s)|(?<=[.;]\s\s\s))[(_]?(?:Proposed|Moved|Prop\.|PROPOSED|MOVED)(?:\sby|\s[A-Z]|:)"
)
_MOVERS_ALONE = re.compile(
    r"[(_]?(?:it was\s+)?(?:then\s+)?(?:(?:moved|proposed|seconded|ar mh?oladh)\b|prop\.\s)", re.IGNORECASE
)
_COUNT = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_VOTE = re.compile(
    rf"""\bfor:?\s*\d+[^\n\d]{{0,40}}?\bagainst:?\s*\d+(?:[^\n\d]{{0,40}}?\b(?:absten\w+|abstain\w*):?\s*\d+)?
    | \b{_COUNT}\s+(?:votes?\s+)?for,?\s+(?:and\s+)?{_COUNT}\s+(?:votes?\s+)?against
      (?:,?\s+(?:and\s+|with\s+)?{_COUNT}\s+absten\w+)?
    | \b(?:votes?|members?|councillors?)\s+(?:voted\s+)?for\b[^.;]{{0,60}}\bagainst\b
    | \b{_COUNT}\s+(?:members?\s+|councillors?\s+)?voted\s+(?:for|in\sfavour)[^.;]{{0,80}}\bagainst\b
    | \bcarried\s+(?:unanimously|by\s+[^.;]{{1,80}}?\svotes?\s+to\s+[^.;,]{{1,60}})
    | \b(?:put\sto\sthe\svote\sand\s)(?:declared\s)?(?:carried|lost)(?:\sunanimously)?
    | \b(?:was\s)?(?:unanimously\scarried|declared\s(?:carried|lost|passed))
    | \bby\s+\d+\s+votes?\s+to\s+\d+(?:\s\([^()]{{1,40}}\))?
    | \bvoted\s+\d+\s?[-–]\s?\d+
    | \bwith\s+\d+\s+votes?\s+for\s+and\s+\d+\s+against
    | \b(?:all\s(?:agreed|in\s(?:agreement|favour)))
    | \bfollowing\sa\sshow\sof\shands
    | (?:^|\(|[;,–—-]\s)(?:carried|unanimous(?:ly)?|nem\.?\scon\.?)(?=[.):;\s]{{0,4}}$)""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNT_LINE = re.compile(
    r"(?:for|against|absten\w+|abstain\w*|absent|conflict of interests?|total|votes?|result)\b"
    r"[^.]{0,40}?:?\s*[-–]?\s*\d{1,4}\b[^.]{0,30}",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"""(?:the\s)?(?:motion|proposal|recommendation|resolution|amendments?)s?\s(?:was|were)\b.{0,80}\b(?:carried|agreed|adopted|approved|passed)
    | (?:motion\s)?carried\b | (?:all\s|unanimously\s)?agreed\b""",
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


def read_vote(text: str) -> str | None:
    """How the vote went, in its own words; None when `text` does not tell."""
    vote = _VOTE.search(text)
    return vote.group().strip("(;, –—-") if vote else None


def read_announced(aside: str) -> Carriage:
    """What stands beside the word of a marker: a vote ("unanimously"), or mover and seconder ("S. Ash, L. Elm:")."""
    movers = _NUMBERED.fullmatch(aside)
    return Carriage(movers["mover"], movers["seconder"]) if movers else Carriage(vote=read_vote(aside))


def read_carriage(text: str) -> Carriage:
    """Who moved and seconded, and the vote, in the words beside a decision."""
    found = [match for pattern in (_PAIR, _DID, _IRISH, _PROPOSAL) for match in pattern.finditer(text)]
    movers = max(found, key=lambda match: match.start(), default=None)  # the nearest to the decision
    mover = movers or _MOVER.match(text)
    seconder = movers or _SECONDER.match(text)
    vote = read_vote(text)
    if vote is None and _COUNT_LINE.fullmatch(text):
        return Carriage(vote=text)
    return Carriage(
        mover["mover"].strip(" .") if mover else None,
        seconder["seconder"].strip(" .") if seconder else None,
        vote,
    )


def tells_only_carriage(text: str) -> bool:
    """Whether a sentence says nothing but who moved, or how the vote went."""
    if _LABEL.fullmatch(text) or _COUNT_LINE.fullmatch(text):
        return True
    if _MOVERS_ALONE.match(text):
        carriage = read_carriage(text)
        return carriage.mover is not None or carriage.seconder is not None
    return len(text) <= _LONGEST_COUNT and bool(_VOTE.match(text))


def awaits_name(text: str) -> bool:
    """Whether a line is "Proposed by:" and the name is on the next."""
    return bool(_LABEL.fullmatch(text))


def tells_carried(text: str) -> bool:
    """Whether a paragraph says that the motion before it was carried."""
    return bool(_CARRIED.match(text))
