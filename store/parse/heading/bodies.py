"""The bodies that meet: councils and committees, by the names that headings print among other words."""

import re
from collections.abc import Iterable

from store.text.dates import WEEKDAY, find_dates, find_days_of_year, find_months

_NAME = r"[A-ZÀ-Ý][\w'’.&-]*"
_COUNCIL = re.compile(
    rf"{_NAME}(?:\s+(?:{_NAME}|of|and|the|upon|on|in|with|le|by|&))*\s+(?:Council|COUNCIL|Corporation|Authority)"
    rf"|(?:Cyngor|Comhairle|CYNGOR|COMHAIRLE)(?:\s+{_NAME})+"
)
_MEETS = re.compile(
    rf"\b[Nn]ext\s(?:[Mm]eeting\sof\s(?:the\s)?)?(?P<name>{_NAME}(?:\s(?:{_NAME}|and|of|with)){{0,6}}\s[Cc]ouncil)(?=\s[Mm]eeting|\b)"
)
_WHOLE_COUNCIL = re.compile(
    r"(?:(?:full|parish|town|city|county|borough|district|community|the)\s+)*(?:council|cyngor)", re.IGNORECASE
)
# What stands before and after the name of a body in the title of its minutes.
_BEFORE = frozenset(
    """a adjourned agenda an and approved at confirmed cofnodion cyfarfod decisions draft
    draft/unapproved drafft extraordinary hybrid cynhaliwyd called convened scheduled
    extra-ordinary for from gyfarfod inaugural informal january february march april may june july august september
    october november december meeting minute minutes monthly notes o report of ordinary proceedings quarterly record
    regular
    remote rhaglen the unapproved unconfirmed virtual""".split()  # noqa: SIM905 (a list of words reads better so)
)
_BEFORE_MEETING = frozenset(("annual", "general", "special", "statutory"))  # otherwise they begin a name
_AFTER = frozenset(
    """a agenda am and annual ar at be called cofnodion convened draft scheduled yn for general held meeting meetings
    minutes of on ordinary regular special the to was january february march april may june july august september
    october november december agm a.g.m""".split()  # noqa: SIM905
)
# Names of no body in particular: the one above them, or the council's, says which.
_GENERIC = frozenset(
    """board commission committee council full group meeting panel parish town directors trustees governors management
    commissioners selectmen aldermen supervisors executive of steering""".split()  # noqa: SIM905
)
_BODY_WORD = re.compile(
    r"""\b(?:council|committee|board|panel|forum|commission|association|trust|district|authority|group|cabinet|executive
    |assembly|society|partnership|governors|trustees|company|federation|network|cyngor|pwyllgor|bwrdd|comhairle|coiste
    |(?:working|task|review)\sparty|port|township|village|parish|pc|cc)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMITTEE_WORD = re.compile(
    r"""\b(?:(?:sub)?committee|board|panel|commission|forum|cabinet|governors|governing\sbody|senate|corporation|council
    |cyngor|pwyllgor|(?:working|task|review|steering)\s(?:party|group))\b|^(?:the\s)?executive$""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINTS = frozenset(("of", "the", "and", "for", "on", "in", "with", "to", "&"))  # small words of a name
_LEFT_OF_DAY = re.compile(r"\s{0,4}\(\s{0,4}\)?$")  # the bracket that it stood in
_LAST_WEEKDAY = re.compile(rf"\b{WEEKDAY}\s*$|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*$", re.IGNORECASE)
_BRACKETED = re.compile(r"(?<!\s)\s*\([^()]{0,80}\)")
_OPEN_MEETING = re.compile(r"(?:annual )?(?:parish|town|community) (?:meeting|assembly)", re.IGNORECASE)
_PAGE_TITLE = re.compile(
    r"decision details|decisions?|meeting documents|attendance|attendees?"
    r"|public document pack|rhaglen a chofnodion|agenda a chofnodion|resolutions?|(?:people\s)?present(?:\s\(.*)?"
    r"|no\.?\s?\d.*|.{0,30}subject to .{0,60}|page .*|members.{0,20}|date|time|\W*",
    re.IGNORECASE,
)
# What the menu of a council's site says above its pages, and no body is called.
_MENU = re.compile(
    r"""skip\sto\s.*|home|news|search|menu|log\s?in|sign\sin|contact\sus|meetings|councillors|committees?|events|services
    |your\scouncil|(?:(?:local|your|council|government)\s)?(?:(?:and|&)\s)?democracy
    |agendas?,?\s(?:decisions\s)?(?:and|&)\sminutes|[\w\s]{0,20}bins(?:\s(?:and|&)\s\w+)?
    |(?:committees|councillors|meetings|agendas),?\s(?:and|&)\s\w+""",
    re.IGNORECASE | re.VERBOSE,
)
_EDGES = " \t\u00a0,.:;–—-*•·"
_LONGEST_TITLE = 600  # characters: what is longer is no title of minutes
_LONGEST = 120  # characters
_MOST_WORDS = 16


def body_named(text: str) -> str | None:
    """The name of the body in a title, without "Minutes of the", "ordinary meeting" and dates; None for none."""
    if len(text) > _LONGEST_TITLE:
        return None
    text = _BRACKETED.sub(" ", text)
    spans = [found.span for found in find_dates(text)]
    spans = spans or [found.span for found in find_days_of_year(text)] or [found.span for found in find_months(text)]
    for span in reversed(spans):
        text = f"{text[: span.start].rstrip(_EDGES)}  {text[span.end :]}"
    text = _LAST_WEEKDAY.sub("", text.strip(_EDGES)).strip(_EDGES)
    text = _LEFT_OF_DAY.sub("", text)
    words = text.split()
    while words and _is_before_name(words):
        words = words[1:]
    if _OPEN_MEETING.fullmatch(" ".join(words)):
        return " ".join(words)
    while words and words[-1].casefold().strip(_EDGES) in _AFTER | {""}:
        words = words[:-1]
    name = " ".join(words).strip(_EDGES)
    named = (
        name
        and ":" not in name
        and len(name) <= _LONGEST
        and len(words) <= _MOST_WORDS
        and not _PAGE_TITLE.fullmatch(name)
        and not _MENU.fullmatch(name)
    )
    return name if named and name[0].isupper() and sum(map(str.isalpha, name)) > 2 else None


def _is_before_name(words: list[str]) -> bool:
    """Whether the first of `words` is no part of the name of a body."""
    first = words[0].casefold().strip(_EDGES)
    if first in _BEFORE_MEETING:
        rest = [word.casefold() for word in words[1:] if word.casefold() not in _BEFORE_MEETING]
        return rest[:1] == ["meeting"] or "council" in rest
    return not first or first in _BEFORE


def council_told(texts: Iterable[str]) -> str | None:
    """The council that sentences tell of as the one that meets ("The next Tarrow Town Council meeting …")."""
    return next((match["name"] for text in texts for match in _MEETS.finditer(text)), None)


def council_in(text: str) -> str | None:
    """The council whose name a title is ("Tarrow Borough Council"), whatever it says of a meeting around it."""
    name = body_named(text)
    return name if name and _COUNCIL.fullmatch(name) and not is_whole_council(name) else None


def is_whole_council(name: str) -> bool:
    """Whether a body is only called what it is ("Full Council", "the Parish Council")."""
    return bool(_WHOLE_COUNCIL.fullmatch(name))


def is_generic(name: str, others: Iterable[str] = ()) -> bool:
    """Whether a name is that of no body in particular ("Committee", "the Board").

    A council has one body that is called the Executive; beside a council's name among `others`, it is that one.
    """
    words = [word.casefold().strip("'’") for word in name.split() if word.casefold() != "the"]
    return _GENERIC.issuperset(words) and not (words == ["executive"] and any(map(council_in, others)))


def names_body(name: str) -> bool:
    """Whether a name holds a word for a body ("Harbour Board"), as most do."""
    return bool(_BODY_WORD.search(name))


def rank_of(name: str) -> int:
    """How likely a name is that of who met: 2 for a committee or board, 1 for a society or place, 0 for other words."""
    plain = all(not word[0].islower() or word in _JOINTS for word in name.split())
    return 2 * (plain and bool(_COMMITTEE_WORD.search(name))) or int(names_body(name))


def is_short_for(name: str, longer: str) -> bool:
    """Whether a body is called by the last word of its name ("the Board" of the Northmere Health Board)."""
    return " " not in name and longer.casefold().endswith(f" {name.casefold()}")


def is_same(name: str, other: str) -> bool:
    """Whether two names are one, the first as a sentence in Welsh softens it ("o Gyngor Sir Tarrow")."""
    hard = f"C{name[1:]}" if name.casefold().startswith("gyngor") else name
    return hard.casefold() == other.casefold()


def is_in_another_language(name: str) -> bool:
    """Whether a council's name is in Irish or Welsh, as it may stand over the English one."""
    return name.casefold().startswith(("comhairle ", "cyngor "))
