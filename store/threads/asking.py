"""The words by which minutes ask for something or promise it, in clauses and in what was said."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class AskingForm:
    """A way to ask or promise: its name, words of which one is always in it (folded), its pattern, an example.

    The pattern is read without regard to capitals and to white space in it.
    """

    name: str
    gates: tuple[str, ...]
    pattern: str
    example: str


REPORTS: Final = (
    "(?:report|update|briefing|paper|presentation|review|feedback|response|information|note|letter|figures|data|details?"
    "|breakdown|analysis|plan)s?"
)
_REPORT_WORDS = (
    *("report", "update", "briefing", "paper", "presentation", "review", "feedback", "response", "information", "note"),
    *("letter", "figures", "data", "detail", "breakdown", "analysis", "plan"),
)
_BODY = (
    r"(?:Committee|Panel|Board|Group|Council|Cabinet|Executive|Forum|Members?|Councillors?|meeting|Chair(?:man|person)?"
    r"|Scrutiny)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TO_BODY = (
    rf"(?:back\s)?(?:to|with|for|at)\s(?:(?:the|a|an|its|all|this|future|next|each|every|\w{{3,6}}day|{_MONTHS})\s){{0,4}}"
    rf"(?:[\w’'&,-]{{1,30}}\s){{0,8}}?{_BODY}\b"
)
ACTIONS: Final = (
    r"(?:arrange|ask|attend|bring|check|chase|circulate|clarify|commission|compile|confirm|contact|consult|convene|deliver"
    r"|discuss|distribute|draft|email|engage|enquire|ensure|establish|examine|explore|feed\s?back|find|follow|forward|get"
    r"|inform|inspect|install|invite|investigate|liaise|look|make|meet|monitor|notify|obtain|order|organise|place"
    r"|populate|prepare|present|produce|progress|provide|publish|purchase|pursue|raise|receive|remind|repair|replace"
    r"|report|request|research|respond|review|revise|schedule|seek|send|share|speak|source|submit|supply|take"
    r"|undertake|update|visit|work|write)"
)
_NAMED = r"(?-i:(?!That\b|The\b)[A-Z][\w’'.&-]{0,30}(?:,?\s(?:[A-Z][\w’'.&-]{0,30}|of|and|for|the)){0,7})"
_DOING = "populate|write|provide|arrange|prepare|investigate|contact|report|bring|submit|circulate|invite|liaise"
_DONE = "brought|reported|submitted|presented|provided|given|produced|prepared|circulated|received"
_SENT = "presented|reported|shared|circulated|provided|submitted|brought|sent|given|distributed"

IN_CLAUSES: Final = (
    AskingForm(
        "a report to a body",
        _REPORT_WORDS,
        rf"\b{REPORTS}\b[^.;]{{0,200}}?\b{_TO_BODY}",
        "That a report on drains to a future meeting of the committee.",
    ),
    AskingForm(
        "a report be brought",
        _REPORT_WORDS,
        rf"\b{REPORTS}\b[^.;]{{0,160}}\bbe\s(?:{_DONE})\b",
        "That a report on drains be brought in June.",
    ),
    AskingForm(
        "be circulated to",
        ("circulated", "shared", "sent", "reported"),
        r"\bbe\s(?:circulated|shared|sent|reported)\b[^.;]{0,60}\b(?:to|with)\b",
        "That the plan be circulated to members.",
    ),
    AskingForm(
        "be asked",
        ("requested", "asked", "instructed", "invited", "tasked", "urged", "involved"),
        r"\bbe\s(?:requested|asked|instructed|invited|tasked|urged|involved)\b",
        "That the Clerk be asked to write.",
    ),
    AskingForm(
        "to do", (" to ", "will ", "would ", "shall "), rf"\b(?:to|will|would|shall)\s(?:also\s|then\s)?{ACTIONS}\b",
        "The Clerk to write to the owner.",
    ),
    AskingForm(
        "receive a report",
        ("receive",),
        rf"\breceives?\s(?:[\w-]{{1,20}}\s){{0,4}}?{REPORTS}\b[^.;]*\b(?:in|at|by|on\sa|from|future|next|once|when)\b",
        "That the Panel receive a report in July 2016.",
    ),
    AskingForm(
        "continues to receive",
        ("continue",),
        r"\bcontinues?\sto\s(?:receive|be\supdated|monitor)\b",
        "That the Committee continues to receive updates.",
    ),
    AskingForm(
        "that somebody do", tuple(_DOING.split("|")), rf"^(?:that\s)?(?:the\s)?{_NAMED}\s(?:{_DOING})\b",
        "That the Clerk prepare a list.",
    ),
    AskingForm(
        "requests that",
        ("request", "ask", "invite", "instruct", "calls on"),
        r"\b(?:requests?|requested|asks?|asked|invites?|instructs?|calls\son)\b[^.;]{0,80}\b(?:to|that|for)\b",
        "That Council calls on the Minister to act.",
    ),
    AskingForm(
        "should be provided",
        ("should", "must", "need to"),
        rf"\b(?:should|must|need\sto)\sbe\s(?:{_DONE}|investigated|invited|written)\b",
        "Figures should be provided.",
    ),
)  # fmt: skip
"""How clauses of a decision ask for something."""

_WHO = (
    r"(?:committee|panel|board|members?|chair(?:man|woman|person)?|councillors?|cllrs?|group|forum|council|cabinet|executive"
    r"|they|he|she|scrutiny|it\swas)"
)
_SOMEBODY_WOULD = r"that\s(?:he|she|they|it|officers|the\s[\w\s]{1,40}?)\s(?:would|will|should)"

IN_WORDS: Final = (
    AskingForm(
        "members requested",
        ("requested", "asked"),
        rf"""\b{_WHO}\b[^.;:]{{0,60}}?\b(?:requested|asked)\s(?:that\s
        |for\s(?:[\w-]{{1,20}}\s){{0,5}}?{REPORTS}|to\s(?:receive|be|have|see)\b|(?:for\s)?(?:future|further)\b
        |an?\s(?:[\w-]{{1,20}}\s){{0,3}}?report\b|for\s(?:[\w’'-]{{1,20}}\s){{1,6}}?to\s{ACTIONS}\b
        |(?:[\w’'().-]{{1,20}}\s){{1,6}}?to\s(?:look\sinto|{ACTIONS})\b
        |(?:if|whether)\s(?:[\w’'-]{{1,20}}\s){{1,5}}?could\s(?:be\s(?:{_SENT})|provide|bring|circulate))""",
        "Members requested a report on drains.",
    ),
    AskingForm(
        "agreed to do",
        ("agreed", "undertook", "offered", "promised", "committed", "volunteered"),
        rf"""\b(?:agreed|undertook|offered|promised|committed|volunteered)\s(?:to|{_SOMEBODY_WOULD})\s
        (?:[a-z]{{1,12}}ly\s|also\s)?{ACTIONS}\b""",
        "The Clerk agreed to write.",
    ),
    AskingForm(
        "agreed that it be done",
        ("agreed that", "suggested that", "proposed that", "requested that"),
        r"""\b(?:agreed|suggested|proposed|requested)\sthat\s(?:it\swould\sbe\suseful\sto\spresent|it\swould\scontinue\sto
        |[^.;]{1,120}?\b(?:be\s(?:invited|circulated|brought|provided|presented|submitted|reported|looked\s(?:at|into)|asked
        |contacted|investigated|explored|obtained|sought|chased|arranged)|provide|report\sback
        |write\sto|investigate|bring|circulate))\b""",
        "It was agreed that the Head of Audit be invited to the next meeting.",
    ),
    AskingForm(
        "was asked to do",
        ("asked to", "requested to", "instructed to", "tasked to", "invited to"),
        rf"\b(?:was|were|is|are|be)\s(?:asked|requested|instructed|tasked|invited)\sto\s{ACTIONS}\b",
        "The Clerk was asked to write.",
    ),
    AskingForm(
        "the intention to present",
        ("intention to present",),
        rf"\bintention\sto\spresent\b[^.;]{{0,120}}?\b{_TO_BODY}",
        "It was the intention to present this to a future meeting of the Committee.",
    ),
    AskingForm(
        "would be presented to",
        ("be ",),
        rf"\b(?:would|will|to)\sbe\s(?:{_SENT})\b(?:\sin\sthe\sreport)?\s(?:back\s)?{_TO_BODY}",
        "Figures would be presented to the Committee.",
    ),
    AskingForm(
        "would be shared with",
        ("shared with", "circulated with", "distributed with", "provided with", "followed up"),
        r"\b(?:would|will)\sbe\s(?:shared|circulated|distributed|provided)\swith\b|\b(?:would|will)\sbe\sfollowed\sup\b",
        "The framework would be shared with Ms Elm.",
    ),
    AskingForm(
        "somebody to do",
        (" to ", " will "),
        rf"^(?:(?-i:The)\s)?{_NAMED}\s(?:to|will)\s{ACTIONS}\b",
        "Clerk to write to the owner.",
    ),
    AskingForm("action", ("action",), r"\baction\b\s?:\s?\S", "ACTION: Clerk"),
    AskingForm(
        "would report back",
        ("would ", "will "),
        rf"""\b(?:would|will)\s(?:[a-z]{{1,12}}ly\s)?(?:write\sto|report\sback|provide\s(?:members|councillors
        |the\s(?:committee|panel|board|group)|(?:an?|further|the|that)\s(?:[\w-]{{1,20}}\s){{0,2}}?{REPORTS})\b|circulate
        |bring\s(?:a|an|the|this|it)\b|investigate|look\sinto|follow\sup|contact\s|liaise\swith|arrange\s(?:for|a)\b
        |feed\s?back|chase)""",
        "The Clerk would report back.",
    ),
    AskingForm(
        "an officer would do",
        ("would ", "will "),
        rf"""\b(?:clerk|officers?|director|manager|secretary|surveyor|engineer|chief\sexecutive|town\smanager)\s(?:would|will)\s
        (?!be\b|have\b)(?:[a-z]{{1,12}}ly\s)?(?:{ACTIONS}|request|talk\sto)\b""",
        "The Clerk would request a meeting.",
    ),
    AskingForm(
        "a reply would follow",
        ("would follow", "will follow", "would be sent", "will be sent"),
        r"\b(?:reply|answer|response|report|figures|details?|letter)\s(?:would|will)\s(?:follow|be\ssent)\b",
        "A written reply would follow.",
    ),
    AskingForm("agreed to, cut", ("agreed to",), r"\bagreed\sto\s*$", "It was agreed to"),
)
"""How sentences of a discussion ask for something or promise it."""

NOT_IN_CLAUSES: Final = re.compile(
    r"""^(?:that\s)?(?:the\s)?(?:minutes|apologies|work\sprogramme\sbe\snoted|report\sbe\s(?:noted|received|approved|agreed))\b
    |\b(?:thanks|vote\sof\sthanks|appreciation|congratulat\w+)\b[^.;]{0,120}
    \b(?:recorded|conveyed|extended|given|expressed|placed|to)\b
    |\bexclu\w+\b[^.;]{0,60}\b(?:press|public)\b|\b(?:press|public)\b[^.;]{0,60}\bexclu
    |\bauthori[sz]ed\b|\bdelegated?\b|\bdelegation\b|\bbe\s(?:re-?)?(?:appointed|elected|nominated)\b
    |\b(?:planning\s)?permission\b|\b(?:correct|true|accurate)\srecord\b
    |\bnext\smeeting\s(?:will|would|be|is|to)\b|\bmeeting\s(?:will|would|to)\s(?:be\s)?(?:held|take)\b
    |\bbe\sin\sorder\sto\b|\breferred\sto\b|\b(?:recommends?|recommended\sto)\b|\bno\s(?:further\s)?action\b|\bnot\sin\sa\sposition\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""By what a clause asks for nothing, whatever else it says: it thanks, authorises, appoints, permits, confirms."""

NOT_IN_WORDS: Final = re.compile(
    r"""\b(?:could|would|will|can)\snot\b|\bnot\srequired\sto\b|\bnot\sbe\sin\sa\sposition\b|\bunable\sto\b|\brefused\sto\b
    |\bto\sconsider\sa\sreport\b|\brequested\sthat\sa\snote\b
    |\brequested\san?\s(?:explanation|clarification|update)\b(?![^.;]*\b(?:future|next|meeting|month|week)\b)
    |\b(?:had|has|have)\s(?:already\s)?been\s(?:asked|requested|invited)\b|\bquestions?\b[^.;]{0,40}\basked\b
    |\basked\s(?:the\sfollowing\s)?(?:a\s|if\sthere|whether\sthere)\b|\b(?:thanked|congratulated)\b(?![^.;]*\b(?:would|will|agreed\sto)\b)|\bwould\shave\b
    |\bif\s(?:it|this|the)\b[^.;]{0,80}\bwould\b|\bmembers\swishing\b|\basked\s(?:\w{1,12}\s){0,2}to\s(?:note|consider|agree|approve)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""By what a sentence neither asks nor promises: it refuses, tells of what was, or asks for an answer there and then."""


_SETTLED: Final = re.compile(
    r"\bbe\s(?:now\s|hereby\s)?(?:noted|received|approved|agreed|adopted|accepted|endorsed|welcomed|supported|confirmed)\b"
    r"|^(?:\w+\s)?(?:noted|received|approved|agreed|endorsed|accepted|adopted)\s(?:the|that|and)\b",
    re.IGNORECASE,
)


def _compiled(forms: tuple[AskingForm, ...]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((form.gates, re.compile(form.pattern, re.IGNORECASE | re.VERBOSE)) for form in forms)


_CLAUSES, _WORDS = _compiled(IN_CLAUSES), _compiled(IN_WORDS)


def asks_in_clause(text: str) -> bool:
    """Whether a clause asks for something: of one that only notes or agrees, what is noted asks for nothing."""
    if NOT_IN_CLAUSES.search(text):
        return False
    settled = _SETTLED.search(text)
    return _first(_CLAUSES, text[settled.end() :] if settled else text) is not None


def asks_in_words(sentence: str) -> int | None:
    """Where in a sentence the first words stand that ask or promise; None where none do."""
    first = _first(_WORDS, sentence)
    return None if first is None or NOT_IN_WORDS.search(sentence) else first


def _first(forms: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...], text: str) -> int | None:
    folded = text.casefold()
    begins = (
        found.start()
        for gates, pattern in forms
        if any(gate in folded for gate in gates) and (found := pattern.search(text))
    )
    return min(begins, default=None)
