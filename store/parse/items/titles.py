"""The titles of items: what is title in the words after a number, and what only stands beside it."""

import re
from dataclasses import dataclass

from store.parse.attendance.people import begins_with_person
from store.parse.decisions.markers import announces_decision
from store.parse.decisions.prose import has_verb, is_ended
from store.parse.page.passage import Passage

_CLOSING_STOP = re.compile(r"\s{0,8}[.:–—-]{1,8}$")
_REFERENCE = re.compile(r"(?<!\s)\s*\(Ref(?:erence)?s?\.?:?\s*(?P<reference>[^()]+)\)$", re.IGNORECASE)
# The item's place in the agenda: "(Agenda Item No 3)". In small letters it is words of the title, as printed.
_AGENDA_NUMBER = re.compile(
    r"(?<!\s)\s*[(\[]\s*(?:Agenda\s+)?(?:Item|ITEM)(?:\s+N[oO]\.?)?(?:\s*(?P<reference>\d{1,3}(?:\.?[a-z]|\.\d{1,2})?))?\s*[)\]]$"
)
_AGENDA_LINE = re.compile(
    r"[(\[]?\s*(?:Agenda\s+)?Item(?:\s+No\.?)?(?:\s*(?P<reference>\d{1,3}(?:\.?[a-z]|\.\d{1,2})?))?\s*[)\]]?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?<!\s)\s*\((?:for information|standing item|verbal|oral|\d{1,2}(?:[.:]\d\d)?\s?[ap]m)\b[^()]*\)$", re.IGNORECASE
)
_IT_WAS_TOLD = re.compile(
    r"(?:It\s(?:was|is)|Proposed\sby|Moved\sby|Motion\sby|On\sthe\s(?:motion|proposal)|There\s(?:were|was|is|being)|RESOLVED|Resolved|AGREED|Members|The\s(?:\w+\s){1,4}(?:was|were|had|has|reported|gave|noted))\b"
)
# "08 Grass Cutting, It was agreed …", "12 Appointment of Chairman RESOLVED that …"
_IT_WAS = re.compile(
    r"(?P<title>[A-Z](?:[^.:]{3,90}?|(?:\.?[A-Z]){1,5}\.))(?:,?\s+(?=It\s(?:was|is)\b)|\s+(?=(?:RESOLVED|AGREED|Resolved|Agreed)\b[\s:,–-]))(?P<rest>\S.*)$"
)
# What nearly every meeting has on its agenda, by the first words.
USUAL = re.compile(
    r"""(?:to\s(?:receive|consider|approve|confirm|note|agree|discuss)\s)?(?:the\s)?(?:\w+['’]s?\s)?
    (?:apolog|(?:members['’]?\s)?declarations?\sof|(?:disclosures?|conflicts?)\sof|(?:approval\sof\s|previous\s|adoption\sof\s)?(?:the\s)?(?:previous\s)?minutes\b(?!\s(?:submitted|taken|recorded|prepared|typed|kept|by|secretary)\b)
    |matters\sarising|any\sother|a\.?o\.?c?\.?b|other\sbusiness|chair(?:man|woman|person)?['’]?s|public\s(?:participation|questions?|forum|session|comment)
    |open\s(?:forum|session)|clerk['’]?s|correspondence|financ|accounts\b|payments?\b|planning|next\smeeting|treasurer|secretary
    |date\s(?:and\stime\s)?of\s(?:the\s)?next|exclusion\sof|reports?\b|highways|police|roll\scall|call(?:ing)?\s(?:to\sorder|of\sthe\sroll)|adjourn|old\sbusiness
    |new\sbusiness|elections?\sof|election\b|appointment|councillors?['’]?s?\sreports?|introductions?|urgent|questions?\b|notices?\sof
    |ymddiheuriadau|datgan|cofnodion|materion|gohebiaeth|welcome|action\s(?:items|points|log)|leithscéal|miontuairiscí)""",
    re.IGNORECASE | re.VERBOSE,
)
_WIDE = 3  # columns
# A title ends at its colon, else at its full stop, else at a dash.
_RUN_INS = tuple(
    re.compile(rf"(?P<title>[^.:]{{3,90}}?)(?P<stop>{stop})\s+(?=(?P<rest>\S.*)$)")
    for stop in (r":(?:\s*[-–—])?", r"\.(?:\s*[-–—])?", r"\s[–—-](?=\s)")
)
ABBREVIATION = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|Cllrs?|Mrs?|Ms|Dr|St|Rev|Co|Ltd|Nos|Prof|[A-Z]|\d{1,2})$"
)
# "4. Matters Arising No matters were raised.": nothing stands between but a capital.
_UNSTOPPED = re.compile(
    r"(?P<title>[A-Z][^.:]{3,70}?\b(?!(?:of|for|on|to|in|at|and|by|the|with|from)\b)[A-Za-z]{2,20})\s+(?=(?P<rest>(?:The|There|No|None|It|A|An|All)\s\S.*)$)"
)
# "2. Apologies Mrs A. Ash": names stand behind what every agenda asks for.
_OF_PEOPLE = re.compile(
    r"(?P<title>(?:apologies(?:\sfor\sabsence)?|present|those\s(?:present|attending)|in\sattendance|declarations?\sof\sinterests?)(?:\sfrom)?)"
    r"\s+(?P<rest>(?-i:[A-ZÀ-Þ]).*)$",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"\b(?:of|the|to|for|and|in|by|on|with|at|&|/)$", re.IGNORECASE)
_NOTHING = re.compile(r"(?:there were )?(?:none|nil|no\b.{0,60}|noted|as above)\W*$", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]\.\s?[A-Z]")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*")
_LONGEST = 300  # characters
_LONG = 100
_FULL_STOPPED = 60  # characters: a title may end with a full stop, a sentence mostly does


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title without what stands beside it; `reference` are the words in "(Ref: 7)"."""

    text: str
    reference: str | None


def read_title(words: str) -> Title:
    """The title in `words`, without reference, agenda number, asides and closing stop."""
    text, reference = _CLOSING_STOP.sub("", words.strip()), None
    for pattern in (_ASIDE, _REFERENCE, _AGENDA_NUMBER, _ASIDE):
        match = pattern.search(text)
        if match and match.start() > 0:
            text = text[: match.start()]
            reference = match.groupdict().get("reference") or reference
    return Title(_CLOSING_STOP.sub("", text) or words, reference and reference.strip())


def agenda_number(text: str) -> str | None:
    """The number in a line that is only "(Agenda Item No 3)"; empty where it is left blank, None for another line."""
    match = _AGENDA_LINE.fullmatch(text)
    return (match["reference"] or "") if match else None


def run_in_at(title: Passage, after: str = "") -> int | None:
    """Where in a line's words (`raw`) the text begins that runs in with the title; None when all of it is title.

    "3. Minutes: The minutes were agreed." and "4. Apologies. None were received." `after` are the words of the lines
    that go on with it.
    """
    raw = title.raw
    for pattern in _RUN_INS:
        match = pattern.match(raw)
        if not match or ABBREVIATION.search(match["title"]) or _is_cut_before(match["title"]):
            continue
        if _is_told(raw, match, after):
            return match.start("rest")
    of_people = _OF_PEOPLE.match(raw)
    if of_people and (begins_with_person(of_people["rest"]) or _INITIAL.match(of_people["rest"])):
        return of_people.start("rest")
    for pattern in (_IT_WAS, _UNSTOPPED):
        match = pattern.match(raw)
        if match and (pattern is _IT_WAS or (is_ended(match["rest"]) and has_verb(match["rest"]))):
            return match.start("rest")
    return None


def _is_cut_before(title: str) -> bool:
    """Whether a title up to its full stop ends before it, at a dash behind which something is told."""
    _, dash, rest = title.partition(" - ") if " - " in title else title.partition(" – ")
    return bool(dash) and tells(rest) and begins_with_person(rest)


def _is_told(line: str, match: re.Match[str], after: str) -> bool:
    """Whether the words after a stop in a line are its item's text, and no part of the title."""
    rest, stop = match["rest"], match["stop"].strip()
    if _IT_WAS_TOLD.match(rest):
        return True
    whole = f"{rest} {after}" if after else rest
    first = rest.lstrip('•·*-(["“‘ ')[:1]
    begins = first.isupper() or first.isdecimal() or first == "£"
    told = begins and is_ended(whole) and (tells(whole) or bool(_INITIAL.match(rest)))
    if stop.startswith(":"):
        spread = match.start("rest") - match.end("stop") >= _WIDE
        going_on = begins and tells(rest)
        return told or going_on or spread or bool(_NOTHING.match(rest)) or begins_with_person(rest)
    return told and (stop.startswith((".", ",")) or len(line) > _LONG)


def is_like_title(text: str) -> bool:
    """Whether a line could be a title by its looks: short, begun with a capital, no sentence, no decision."""
    return (
        len(text) <= _LONG
        and (text[0].isupper() or text[0].isdecimal())
        and not text.endswith((";", ","))
        and not (is_ended(text) and len(text) > _FULL_STOPPED)
        and not announces_decision(text)
    )


def tells(text: str) -> bool:
    """Whether words tell something: a verb stands in them in small letters, as not in "Proposed Plan"."""
    return has_verb(_CAPITALISED.sub("", text))


def says_nothing(text: str) -> bool:
    """Whether words only say that there was nothing, or that it was noted: "None.", "Nil", "No apologies."."""
    return bool(_NOTHING.match(text))


def is_open(text: str) -> bool:
    """Whether a title cannot end here: a bracket is open, or a word stands last that leads to another."""
    return text.count("(") > text.count(")") or bool(_LEADS_ON.search(text))


def is_too_long(text: str) -> bool:
    """Whether words are more than any title has."""
    return len(text) > _LONGEST


def is_sentence(text: str) -> bool:
    """Whether words are long for a title and end as a sentence does."""
    return len(text) > _LONG and text.endswith((".", ";"))
