"""Motions inside sentences: "Cllr Ash proposed that …, seconded by Cllr Elm", "A moved to …. B seconded."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from store.parse.decisions.votes import NAME, NAMED, SECONDED

_AGREED = r"""(?:[\s,;–—-]*(?:and\s)?(?:it\swas\s)?(?:then\s)?(?:unanimously\s|duly\s|all\s)?
    (?:in\sfavou?r|agreed|carried|resolved|approved|passed|accepted|voted)(?:\sunanimously|\s\(?\d+\s?[-–]\s?\d+\)?)?
    (?:\sby\s(?:all|the)\s?(?:\w+\s)?(?:present|members|councillors|members\spresent)?(?:\spresent)?)?(?=[\s,;.]))?"""
_MOVES = (
    r"(?:(?i:proposed|moved|motioned|nominated|recommended|moves|motions)"
    r"(?!\s(?:by|on|to\sthe\s(?:front|back)|into|from|in|out)\b)|(?:made|makes)\s(?:a|the)\s(?:motion|proposal))"
)

_POST = (
    r"(?<![\w'’-])(?:[Tt]he\s)?"
    r"(?:committee|board|trustees|chair(?:man|woman|person)?|clerk|secretary|treasurer|president)"
)
ACTIVE: Final = re.compile(
    rf"(?P<printed>(?P<mover>(?=(?:(?:of|the)\s){{0,2}}[A-ZÀ-Þ(]){NAME}|{_POST})\s+(?:then\s|also\s|formally\s|therefore\s)?{_MOVES})(?=[\s,/])",
    re.VERBOSE,
)
"""“Cllr Ash proposed”."""

PASSIVE: Final = re.compile(
    rf"""(?<!\bbeen\s)(?P<printed>(?:(?<!\w)(?i:a\s(?=motion)))?(?:(?i:it\swas|this\swas|which\swas|was|were)\s)?(?:(?i:then|further|also|duly)\s)?(?i:proposed|moved|nominated|nom\.?|prop\.?|motion(?:\swas)?(?:\smade|\smoved)?)\s*:?\s(?:(?i:by)\s*:?\s)?(?P<mover>{NAME}))
    [\s,;.:/–—-]+(?:(?i:and)\s)?(?P<seconds>(?:(?i:was)\s)?{SECONDED}\s*:?\s*(?:(?i:by)\s*:?\s*)?(?P<seconder>{NAME})){NAMED}""",
    re.VERBOSE,
)
"""“proposed by Cllr Ash, seconded by Cllr Elm”."""

ON_PROPOSAL: Final = re.compile(
    rf"""(?P<printed>(?<!\w)(?:(?i:resolved)\s)?(?i:(?:up)?on\s(?:(?:the|a)\s(?:proposal|proposition)|(?:(?:the|a)\s)?motion)\s(?:of|from|by))\s(?P<mover>{NAME})
    (?:[\s,]+(?:and\s)?{SECONDED}\s(?:by\s)?(?P<seconder>{NAME}))?{NAMED})""",
    re.VERBOSE,
)
"""“On the proposal of Cllr Ash, seconded by Cllr Elm”."""

BOTH: Final = re.compile(
    rf"""(?<!\w)(?P<printed>(?:(?:[Mm]oved|M)/(?:[Ss]econded|S)(?:/(?:[Cc]arried|[CAP]))?|(?:[Mm]otion|MOTION)(?:/[Ss]econd)?)[:\s]+
    \(?(?P<mover>{NAME})\s?[/,]\s?(?P<seconder>{NAME})\)?)[,:]?(?=\s(?:[Tt]o|[Tt]hat)\b)""",
    re.VERBOSE,
)
"""“Motion (Ash/Elm) to …”, “M/S/C Ash/Elm to …”."""

_SHORT = r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*)?"
SLASHED: Final = re.compile(
    rf"""(?P<printed>[(\[]?(?<![\w/])(?P<mover>{_SHORT})\s?/\s?(?P<seconder>{_SHORT})[)\]]?)\s*[:,–—-]?(?=\s(?:[Tt]o|[Tt]hat|TO|THAT)\b)"""
)
"""“Ash/Elm: That …”, at the beginning of a sentence."""

SLASHED_BEHIND: Final = re.compile(rf"[(\[](?P<mover>{_SHORT})\s?/\s?(?P<seconder>{_SHORT})[)\]]")
"""“That … (Ash/Elm)”."""

UNNAMED: Final = re.compile(
    r"""(?<!\w)(?P<printed>(?i:(?:it\swas\s|(?:a\s)?motion\s(?:was\s)?(?:made\s)?)?(?:duly\s|then\s)?(?:moved|made|proposed)(?:,\s|\sand\s|,\sand\s|\s&\s|/)(?:duly\s)?seconded)
    (?i:,?\s(?:and\s)?(?:unanimously\s)?(?P<carried>carried|passed|approved|resolved|agreed))?(?i:\sunanimously)?
    |(?i:motion\s(?:was\s)?(?:carried|passed|approved)(?:\sunanimously)?)),?\s(?=(?P<words>to|that)\b)""",
    re.VERBOSE,
)
"""“It was moved and seconded to …”."""

WELSH: Final = re.compile(
    rf"""(?P<printed>(?i:[cg]ynigiwyd)\sgan\s(?:yr?\s)?(?P<mover>{NAME}))[\s,;]+(?:a[cg]\s)?(?i:eiliwyd|secondiwyd)\sgan\s(?:yr?\s)?(?P<seconder>{NAME})
    (?=[\s,.;]|$)(?:[\s,]+(?:gyda\sphawb|a\sphawb|yn\sunfrydol|a\s(?:phasiwyd|chytunwyd))[^,]{{0,30}})?""",
    re.VERBOSE,
)
"""“Cynigiwyd gan Cyng. Ash, eiliwyd gan Cyng. Elm”."""

BY_ONE: Final = re.compile(
    rf"(?P<printed>(?i:(?:it\swas\s(?:further\s|also\s|then\s)?)?(?:proposed|moved|motion(?:\smade)?)\sby\s|(?:(?:a\s)?(?:motion|proposal)(?:\swas)?(?:\smade|\sput\sforward)?\sby|(?:proposed|moved)(?:\sby)?:)\s(?=[^.;]{{3,40}}?[\s,:](?:that|to)\s))(?P<mover>{NAME})){NAMED}",
    re.VERBOSE,
)
"""“It was proposed by Cllr Ash” alone."""

SECONDS: Final = re.compile(
    rf"""[\s,;(–—-]{{0,4}}(?:(?:and\s)?(?i:this|which|it)\swas\s|and\s(?:was\s)?|was\s)?(?:duly\s)?(?:{SECONDED}|and\s2nd)\s*:?\s*(?:(?i:by)\s*:?\s*)?(?P<seconder>{NAME}){NAMED}""",
    re.VERBOSE,
)
"""“, seconded by Cllr Elm”, and what joins it to the words before it."""

THEN_SECONDED: Final = re.compile(
    rf"(?:\s{{0,9}}[,;.–-]\s{{0,9}}(?:and\s)?|\sand\s)(?P<seconder>{NAME})\s(?:then\s|duly\s)?(?i:seconded|supported|seconds|2nd(?:ed)?)\b(?!\s+by\b)"
)
"""“; Cllr Elm seconded”."""

MOTION_TO: Final = re.compile(
    rf"""(?P<printed>(?:[Aa]\s)?(?:[Mm]otion|MOTION)(?:\swas)?(?:\smade)?)\s(?=(?P<words>(?:to|that|TO|THAT)\s))(?:[^.;]{{3,300}}?)(?:\sby\s(?P<mover>{NAME})|\s\((?P<short>{NAME})/|\s[–—-]\s(?P<dashed>{NAME})(?:\s?/\s?(?P<slashed>{NAME}))?)(?=[\s,;]|$)""",
    re.VERBOSE,
)
"""“Motion to approve the minutes by Ash, seconded by Elm”."""

_MADE = re.compile(r"(?:\s(?:was|is|being))?(?:\s(?:made|moved|put|offered))?$")  # behind the words of a motion
_AND_SECONDED = re.compile(
    rf"""(?:[\s,]+|/)(?:and\s|with\s(?:a\s)?)?(?:(?P<seconder>{NAME})\s(?:then\s)?(?:seconded|supported|2nd(?:ed)?)\b(?!\s+by\b)|{SECONDED}\s(?:by|from)\s(?P<by>{NAME}){NAMED})[\s,]*(?:(?:a|the)\s(?:\w+\s)?(?:proposal|motion|amendment)\s*[,:]?\s*)?""",
    re.VERBOSE,
)
_CARRIED = re.compile(_AGREED, re.IGNORECASE | re.VERBOSE)
_WORDS = re.compile(r"""[\s,:;–—-]*["“'‘]?(?P<words>\S)""")
_CORRECT = re.compile(
    r"\b(?:as\s(?:a\s)?(?:correct|true|accurate)\b|for\s(?:adoption|approval|acceptance)\b|be\s)", re.IGNORECASE
)
_NAMES_ONLY = re.compile(
    r"""[\s>*-]*+(?:(?:action|motion|vote|decision|resolution)\s*:?[\s*]*$)?(?:the\s|this\s|these\s|his\s|her\s|their\s)?(?:recommendations?|(?:notice\sof\s)?motions?|amendments?|proposals?|adoption|this|it)?
    (?:\s(?:above|in\sthe\sreport|as\s(?:printed|set\sout|circulated|amended)))?[\s.,;:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DECIDED = re.compile(
    r"(?i:that|to|not|for|be|this|these|the|a|an|pass|payment|acceptance|approval|requesting|cllr|councillor|mrs?|ms)\b|£"
)
_NOT_NAMES = frozenset(["The", "A", "An", "This", "That", "These", "It", "As", "In", "On", "At", "And"])
_PUT = re.compile(r"\b(?:moved|motion)\b|/", re.IGNORECASE)
_NUMBER = re.compile(
    r"\s*(?:(?:Res(?:olution|\.)?|Motion)\s)?(?:#|No\.?\s)?[A-Z]{0,4}[\d/-]*\d[.:]?\s+(?:Moved\s)?|\s*"
)
_MOTION_WORDS = re.compile(r"[\s“\"'‘]*(?:that|to)\b", re.IGNORECASE)
_SO_MOVED = re.compile(rf"{NAME}\s(?:then\s)?so\s(?:moved|motioned)\b|(?i:so\smoved)\b")
_HINT = re.compile(
    r"ynigiwyd|[\w.]\s?/\s?[A-Z]|propos|moved|moves|makes|motion|nominat|recommended|prop\.", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was moved in a sentence: where all of it stands, and where the words moved do (None: no words of its own).

    `alone`: the sentence names no seconder and no result, so that only what follows can tell that it was carried.
    `put`: it was moved, as at meetings that put a motion to the vote, and not only proposed.
    """

    start: int
    end: int
    words: tuple[int, int] | None
    printed: str
    mover: str | None
    seconder: str | None
    alone: bool = False

    @property
    def put(self) -> bool:
        return bool(_PUT.search(self.printed))


def proposals(raw: str, start: int, end: int) -> Iterator[Proposal]:
    """The motions in the sentence from `start` to `end` of `raw`, in order."""
    if not _HINT.search(raw, start, end):
        return
    if unnamed := UNNAMED.search(raw, start, end):
        yield Proposal(unnamed.start(), end, (unnamed.start("words"), end), unnamed["printed"], None, None)
        return
    if slashed := _slashed(raw, start, end):
        yield slashed
        return
    at = start
    while at < end:
        found = _next(raw, start, at, end)
        if found is None:
            return
        yield found
        at = max(found.end, at + 1)


def _slashed(raw: str, start: int, end: int) -> Proposal | None:
    """The motion of a sentence that names who moved it and who seconded as "Ash/Elm", before or behind it."""
    number = _NUMBER.match(raw, start, end)
    before = SLASHED.match(raw, number.end() if number else start, end)
    if before:
        words = before.end() + len(raw[before.end() : end]) - len(raw[before.end() : end].lstrip())
        return Proposal(start, end, (words, end), before["printed"], before["mover"], before["seconder"])
    behind = SLASHED_BEHIND.search(raw, start, end) if _MOTION_WORDS.match(raw, start, end) else None
    if behind:
        return Proposal(start, end, (start, behind.start()), behind.group(), behind["mover"], behind["seconder"])
    return None


def is_so_moved(text: str) -> bool:
    """Whether a sentence moves what the one before it asks for ("Cllr Ash so moved")."""
    return bool(_SO_MOVED.match(text))


def names_movers_alone(text: str) -> bool:
    """Whether a sentence says who proposed and seconded, and no words of a motion: those stand before it."""
    match = PASSIVE.match(text.lstrip("([*_"))
    text = text.lstrip("([*_")
    if match is None:
        return False
    carried = _CARRIED.match(text, match.end())
    words = _WORDS.match(text, carried.end() if carried else match.end())
    behind = words.start("words") if words else len(text)
    return not _DECIDED.match(text[behind:].lstrip(" .,;:"))


def _next(raw: str, start: int, at: int, end: int) -> Proposal | None:
    passive = PASSIVE.search(raw, at, end)
    motion = ON_PROPOSAL.search(raw, at, end)
    active = next((one for one in ACTIVE.finditer(raw, at, end) if one["mover"] not in _NOT_NAMES), None)
    alone = BY_ONE.search(raw, at, end)
    welsh = WELSH.search(raw, at, end)
    both = BOTH.search(raw, at, end)
    if at == start and (
        motion_to := MOTION_TO.match(raw, start + len(raw[start:end]) - len(raw[start:end].lstrip()), end)
    ):
        return _motion_to(raw, motion_to, end)
    first = min(
        (one for one in (passive, motion, both, active, alone, welsh) if one), key=lambda one: one.start(), default=None
    )
    if first is None:
        return None
    if first is passive:
        return _passive(raw, at, passive, end)
    if first is motion or first is welsh or first is both:
        return _passive(raw, at, first, end)
    return _active(raw, first, end)


def _passive(raw: str, at: int, match: re.Match[str], end: int) -> Proposal | None:
    """The words stand behind the names, else before them."""
    names = _clean(match["mover"]), match["seconder"] and _clean(match["seconder"])
    carried = _CARRIED.match(raw, match.end(), end)
    behind = carried.end() if carried else match.end()
    words = _WORDS.match(raw, behind, end)
    printed = " ".join(raw[match.start() : match.end()].split())
    on_proposal = (
        match.re in (ON_PROPOSAL, WELSH, BOTH) and words and not raw[words.start() : words.end()].startswith(".")
    )
    if words and (on_proposal or _DECIDED.match(raw, words.start("words"), end)):
        return Proposal(match.start(), end, (words.start("words"), end), printed, *names)
    if not _NAMES_ONLY.match(raw[at : match.start()].strip(" ,;–—-(*_.")):
        return Proposal(at, end, (at, match.start()), printed, *names)
    return Proposal(match.start(), end, None, printed, *names)


def _active(raw: str, match: re.Match[str], end: int) -> Proposal | None:
    """The words stand behind "proposed", up to "seconded by"; or behind that, where it follows at once."""
    mover = _clean(match["mover"])
    printed = " ".join(match["printed"].split())
    both = _AND_SECONDED.match(raw, match.end(), end)
    if both:
        seconder = _clean(both["seconder"] or both["by"])
        carried = _CARRIED.match(raw, both.end(), end)
        words = _WORDS.match(raw, carried.end() if carried else both.end(), end)
        if words is None or _NAMES_ONLY.match(raw[words.start() : end]):
            return Proposal(match.start(), end, None, printed, mover, seconder)
        return Proposal(match.start(), end, (words.start("words"), end), printed, mover, seconder)
    words = _WORDS.match(raw, match.end(), end)
    if words is None:
        return None
    begin = words.start("words")
    seconds = min(
        (one for one in (SECONDS.search(raw, begin, end), THEN_SECONDED.search(raw, begin, end)) if one),
        key=lambda one: one.start(),
        default=None,
    )
    if seconds:
        named = None if _NAMES_ONLY.match(raw[begin : seconds.start()]) else (begin, seconds.start())
        return Proposal(match.start(), end, named, printed, mover, _clean(seconds["seconder"]))
    if _NAMES_ONLY.match(raw[begin:end]):
        return Proposal(match.start(), end, None, printed, mover, None, alone=True)
    return Proposal(match.start(), end, (begin, end), printed, mover, None, alone=True)


def _motion_to(raw: str, match: re.Match[str], end: int) -> Proposal:
    """The words stand between "motion" and who made it."""
    named = next(name for name in ("mover", "short", "dashed") if match[name])
    stop = raw.rfind(" by ", 0, match.end()) if named == "mover" else raw.rfind(" ", 0, match.start(named) - 1)
    words = match.start("words"), match.start("words") + len(_MADE.sub("", raw[match.start("words") : stop]))
    seconds = SECONDS.match(raw, match.end(), end)
    seconder = _clean((seconds["seconder"] if seconds else match["slashed"]) or "") or None
    return Proposal(match.start(), end, words, match["printed"], _clean(match[named]), seconder, seconder is None)


def _clean(name: str) -> str:
    return " ".join(name.split()).strip(" .,")
