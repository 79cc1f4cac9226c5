"""Who moved and seconded a decision, and how the vote went."""

import re
from dataclasses import dataclass
from typing import Final

_TITLE = r"(?:(?:[A-Z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Clr|Cllr\.?\sMrs|Rev|Cyng|Hon|Prof|Cmhlr|St)\.)"
_WORD = rf"(?:{_TITLE}(?=[\sA-Z])|[A-ZÀ-Þ](?:[\w'’-]|\.(?=\w)){{0,30}}|\([A-Z]\)|of|the)"
NAME: Final = rf"(?<![\w.'’-]){_WORD}(?:\s{_WORD}){{0,6}}?"
"""A person as minutes name them: "Cllr Mrs J. Ash", "the Deputy Mayor", "Councillor Elm (B)"."""

MOVED: Final = r"(?i:moved|proposed|prop\.?)"
SECONDED: Final = r"(?i:seconded|support(?:ed)?(?=\sby\b)|second|2nd(?:ed)?|sec\.?)"
NAMED: Final = (
    r"(?=\s*(?:[.,;:)*](?:\s|$)|[.]?$|\s+(?:(?i:and|that|to)|all|for|in|as|it|on|which|requesting|pass|[–-])\b|\s[–—-]"
    r"|\s*[–—-]\s|\s\((?![A-Z]\))|\s{2}|\s*requesting\b|\sAgreed|\sCarried|\s\d))"
)
"""What stands behind a name, so that all of the name is taken."""

_PAIR = re.compile(
    rf"""\b{MOVED}\s*(?:(?i:by))?\s*:?\s+(?P<mover>{NAME})[\s,;:/–—-]+(?:and\s+)?
    {SECONDED}(?:\s*(?i:by))?\s*:?\s+(?P<seconder>{NAME}){NAMED}""",
    re.VERBOSE,
)
DID: Final = re.compile(
    rf"(?P<mover>{NAME})\s+(?i:moved|proposed)\b(?:\s[a-z][^.;]{{0,60}}?)?[,;.]?\s+(?:and\s+)?(?P<seconder>{NAME})\s+(?i:seconded)\b"
)
_IRISH = re.compile(
    rf"(?i:ar\s+mholadh|ar\s+moladh)\s+(?P<mover>{NAME})[\s,;]+(?:agus\s+)?(?i:cuidithe\s+ag|tacaíodh\s+ag)\s+(?P<seconder>{NAME}){NAMED}"
)
_WELSH = re.compile(
    rf"(?i:c?ynigiwyd\s+gan)\s+(?:y(?:r)?\s)?(?P<mover>{NAME})[\s,;]+(?:ac\s+)?(?i:eiliwyd\s+gan)\s+(?:y(?:r)?\s)?(?P<seconder>{NAME})(?:{NAMED}|(?=\s(?:gyda|bod|a\b)))"
)
_PROPOSAL = re.compile(
    rf"(?i:\b(?:up)?on\s+(?:(?:the|a)\s+(?:proposal|proposition)|(?:(?:the|a)\s+)?motion)\s+(?:of|from|by))\s+(?P<mover>{NAME})[\s,]+(?:and\s+)?(?:{SECONDED}\s+by\s+(?P<seconder>{NAME}))?{NAMED}"
)
_MOTION_BY = re.compile(
    rf"(?i:motion\s+(?:made\s|moved\s)?by)\s+(?P<mover>{NAME})[\s,;]+(?:and\s+)?{SECONDED}(?:ed)?(?:\s+by)?\s+(?P<seconder>{NAME}){NAMED}"
)
PAIRS: Final = (
    ("proposed by, seconded by", _PAIR, "Proposed by Cllr Ash, seconded by Cllr Elm."),
    ("proposed and seconded", DID, "Cllr Ash proposed and Cllr Elm seconded the motion."),
    ("on the proposal of", _PROPOSAL, "On the proposal of Cllr Ash, seconded by Cllr Elm, it was agreed to go on."),
    ("motion by", _MOTION_BY, "Motion by Ann Ash, second by Tom Elm to go on."),
    ("Irish", _IRISH, "Ar mholadh Cllr Ash, cuidithe ag Cllr Elm."),
    ("Welsh", _WELSH, "Cynigiwyd gan y Cyng. Ash, eiliwyd gan y Cyng. Elm."),
)
"""The forms in which both names stand in one sentence: (name, pattern, example)."""

_NUMBERED = re.compile(r"(?P<mover>[A-Z][\w.'’ -]{2,40}),\s(?:and\s)?(?P<seconder>[A-Z][\w.'’ -]{2,40}):")
_MOVER = re.compile(rf"^[(_*]*(?:(?i:it\swas\s)?{MOVED}\s*(?:(?i:by))?\s*:?\s+)(?P<mover>{NAME})[\s.,;:)_*]*$")
_SECONDER = re.compile(
    rf"^[(_*]*(?:(?i:this|which|it|the\smotion|the\sproposal)\swas\s)?(?:(?i:duly)\s)?(?:{SECONDED}\s*(?:(?i:by))?\s*:?\s+)(?P<seconder>{NAME})[\s.,;:)_*]*$"
)
_WHO_SECONDED = re.compile(
    rf"^(?P<seconder>{NAME})\s+(?:also\s|duly\s|formally\s)?seconded(?:\s(?:the|this|that|his|her|it)?\s?(?:motion|proposal|amendment|resolution|nomination)?)?(?=[.,;]|\s*$)"
)
_SLASHED = re.compile(rf"[(\[]?(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})[)\]]?[.:]?")
"""“(Cr Ash / Cr Elm)”, and nothing else."""
_NUMBERED_MOTION = re.compile(
    rf"""(?:(?:council\s)?(?:res(?:olution|\.)?|motion)\s?(?:no\.?|number|\#)?\s?[A-Z]{{0,4}}[\d/-]*\d|[\d/-]*\d\s(?:motion|amendment)(?=\s\()|R?(?:19|20)\d\d-\d{{1,4}}(?=\s(?-i:[A-Z])[\w.,'’\s/-]{{2,60}}:$))
    \s*[:–—.-]?\s*(?:[(\[]?(?P<mover>(?-i:{NAME}))(?:\s?[/,]\s?(?P<seconder>(?-i:{NAME})))?[)\]]?)?:?""",
    re.IGNORECASE | re.VERBOSE,
)
"""“Res. 2018-090 Tait/Beck”, “2018/111 MOTION (Cr Tait / Cr Beck)”, over what they moved."""
_UNNAMED = re.compile(r"(?:[\d/-]+\s)?(?:it\swas\s)?moved(?:\sand|,|/|\s&)\s?(?:duly\s)?seconded\W*", re.IGNORECASE)
"""“17-230 MOVED and SECONDED”, over what was moved."""
_LABEL = re.compile(r"[(_*]*(?:moved|proposed|seconded|made|mover|proposer|seconder)(?:\s+by)?\s*:", re.IGNORECASE)
# A sentence or line that says who moved: a paragraph is divided before it.
MOVERS = re.compile(
    r"(?:(?<=[.;]\s)|(?<=[.;]\s\s)|(?<=[.;]\s\s\s))[(_]?(?:Proposed|Moved|Made|Prop\.|PROPOSED|MOVED|MADE)(?:\s(?:by|BY)|\s[A-Z]|:)"
)
_MOVERS_ALONE = re.compile(
    r"[(_*]*(?:it was\s+)?(?:then\s+)?"
    r"(?:(?:moved|proposed|seconded|ar mh?oladh|motion\s(?:made\s)?by)\b|prop(?:\.|\s(?-i:[A-Z])))",
    re.IGNORECASE,
)
_MOVED_WORDS = re.compile(
    rf"\b{SECONDED}\b.{{0,60}}?[\s,](?:to|that)\s(?!(?:the\s|a\s)?vote\b)"
)  # behind the names: what they moved
COUNT: Final = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
VOTES: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE | re.VERBOSE), example)
    for name, pattern, example in (
        (
            "for and against",
            r"""\bfor:?\s*\d+[^\n\d]{0,40}?\bagainst:?\s*\d+(?:[^\n\d]{0,40}?\b(?:absten\w+|abstain\w*):?\s*\d+)?""",
            "For: 35 Against: 0 Abstentions: 21",
        ),
        (
            "a count for and a count against",
            rf"""\b{COUNT}\s+(?:votes?\s+)?(?:for|in\sfavour),?\s+(?:and\s+)?{COUNT}\s+(?:votes?\s+)?(?:against|absten\w+)
                (?:,?\s+(?:and\s+|with\s+)?{COUNT}\s+absten\w+)?""",
            "four votes for and two against",
        ),
        (
            "members for",
            r"\b(?:votes?|members?|councillors?)\s+(?:voted\s+)?for\b[^.;]{0,60}\bagainst\b",
            "Members voted for and two against",
        ),
        (
            "counted votes for",
            rf"\b{COUNT}\s+(?:members?\s+|councillors?\s+)?voted\s+(?:for|in\sfavour)[^.;]{{0,80}}\bagainst\b",
            "five voted in favour and two against",
        ),
        (
            "carried by",
            r"\bcarried\s+(?:unanimously|by\s+[^.;]{1,80}?\svotes?\s+to\s+[^.;,]{1,60})",
            "carried by 5 votes to 2",
        ),
        (
            "put to the vote",
            r"\b(?:put\sto\sthe\svote\sand\s)(?:was\s)?(?:declared\s)?(?:carried|lost|agreed)(?:\sunanimously)?",
            "put to the vote and carried",
        ),
        ("declared", r"\b(?:was\s)?(?:unanimously\scarried|declared\s(?:carried|lost|passed))", "was declared carried"),
        ("ayes and nays", r"\b(?:ayes?|yeas?|yes):?\s*\d+[^\n\d]{0,40}?\b(?:nays?|noe?s?):?\s*\d+", "Ayes: 5 Nays: 0"),
        ("votes to", r"\bby\s+\d+\s+votes?\s+to\s+\d+(?:\s\([^()]{1,40}\))?", "by 29 votes to 24"),
        (
            "with signs",
            r"\+\d{1,4}\s?[,:;/]\s?[+-]?\d{1,4}\s?[,:;/]\s?-?\d{1,4}(?!\d)",
            "(+5, 0, -0)",
        ),
        ("voted", r"\bvoted\s+\d+\s?[-–]\s?\d+", "voted 5 - 1"),
        ("passed", r"\b(?:passed|approved|carried|adopted)\s+\d+\s?[-–]\s?\d+", "passed 5-0"),
        ("with votes", r"\bwith\s+\d+\s+votes?\s+for\s+and\s+\d+\s+against", "with 34 votes for and 1 against"),
        ("all for", rf"\b{COUNT}\s+votes?\s+for\b", "5 Votes for"),
        ("all", r"\b(?:all\s(?:were\s)?(?:agreed|in\s(?:agreement|favour)))", "all in favour"),
        ("a show of hands", r"\bfollowing\sa\sshow\sof\shands", "following a show of hands"),
        ("carried", r"(?:^|\(|[;,–—-]\s)(?:carried|unanimous(?:ly)?|nem\.?\scon\.?)(?=[.):;\s]{0,4}$)", "Carried."),
    )
)
"""How minutes tell of a vote: (name, pattern, example)."""

_VOTE = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern, _ in VOTES), re.IGNORECASE | re.VERBOSE)
_COUNT_LINE = re.compile(
    r"(?:for|against|absten\w+|abstain\w*|absent|conflict of interests?|total|votes?|result)\b"
    r"[^.]{0,40}?:?\s*[-–]?\s*\d{1,4}\b[^.]{0,30}",
    re.IGNORECASE,
)
_ROLL = re.compile(
    r"""[*_\s(]*(?:(?:the\s)?(?:roll[\s-]?call(?:\svote)?|(?:recorded\s)?vote)\b[^.;:]{0,40}:(?!.*\b(?:that|to)\b)
    |(?:those\s)?(?:voting\s)?(?:ayes?|yeas?|nays?|noes?|absent|abstain(?:ed|ing)?|abstentions?|opposed|excused|recused
      |for|against|in\sfavou?r)\s*[:–-](?!\s*(?:that|to)\b))[^.]{0,200}[.;]?[\s*_)]*
    |\(?[A-Z][\w’'-]+\s?/\s?[A-Z][\w’'-]+\)?(?:[\s:,–—-]*(?:carried|passed|approved|agreed|lost|defeated)(?:\sunanimously)?)?[.,;]?
    |(?:(?:(?-i:[A-Z])[\w.'’-]*|and|the)[\s,]+){1,8}(?:voted\sagainst|abstained|dissented|opposed)\b[^.;]{0,80}[.;]?
    |(?:(?:(?-i:[A-Z])[\w.'’-]*|and|the)[\s,]+){1,8}(?:asked|requested|wished)\s(?:that|for)\s[^.;]{1,40}(?:vote|dissent|abstention|objection)s?\s(?:to\s)?be\s(?:recorded|noted|minuted)[.;]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A line of a roll call: "AYES: Ash, Elm", "Roll call vote: Ash – aye, Elm – nay."."""
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
    found = [match for _, pattern, _ in PAIRS for match in pattern.finditer(text)]
    alone = _SLASHED.fullmatch(text) or _NUMBERED_MOTION.fullmatch(text)
    movers = max(found, key=lambda match: match.start(), default=alone)  # the nearest to the decision
    mover = movers or _MOVER.match(text)
    seconder = (movers if movers and movers["seconder"] else None) or _SECONDER.match(text) or _WHO_SECONDED.match(text)
    vote = read_vote(text)
    if vote is None and _COUNT_LINE.fullmatch(text):
        return Carriage(vote=text)
    return Carriage(
        mover["mover"].strip(" .") if mover and mover["mover"] else None,
        seconder["seconder"].strip(" .") if seconder else None,
        vote,
    )


def tells_only_carriage(text: str) -> bool:
    """Whether a sentence says nothing but who moved, or how the vote went."""
    if (
        _LABEL.fullmatch(text)
        or _NUMBERED_MOTION.fullmatch(text)
        or _COUNT_LINE.fullmatch(text)
        or _ROLL.fullmatch(text)
        or _SLASHED.fullmatch(text)
        or _UNNAMED.fullmatch(text)
        or _WHO_SECONDED.match(text)
        or _SECONDER.match(text)
    ):
        return True
    if _MOVERS_ALONE.match(text) and not _MOVED_WORDS.search(text):
        carriage = read_carriage(text)
        return carriage.mover is not None or carriage.seconder is not None
    return len(text) <= _LONGEST_COUNT and bool(_VOTE.match(text))


def awaits_name(text: str) -> bool:
    """Whether a line is "Proposed by:" and the name is on the next."""
    return bool(_LABEL.fullmatch(text))


def tells_carried(text: str) -> bool:
    """Whether a paragraph says that the motion before it was carried."""
    return bool(_CARRIED.match(text))
