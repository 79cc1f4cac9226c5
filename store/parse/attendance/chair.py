"""Who took the chair: by the list, by a note, by a sentence."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from store.model import Attendance
from store.parse.attendance.groups import tells_of_absence

_CHAIR_ROLE = re.compile(
    r"""(?<!vice-)(?<!vice\s)(?<!deputy\s)(?<!deputy-)(?<!past\s)(?<!former\s)
    \b(?:chair(?:man|woman|person)?|presiding(?:\sofficer|\smember)?|cathaoirleach|cadeirydd|convener|convenor|facilitat(?:or|ing)|moderator)\b
    (?!\s(?:of|elect))""",
    re.IGNORECASE | re.VERBOSE,
)
_MAYOR = re.compile(
    r"""(?:(?:the\s|lord\s|town\s|city\s|village\s)*mayor|provost|(?:board\s|shire\s|council\s|town\s)?president
    |supervisor|reeve|warden|maer)\b(?!.elect)""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_THE_CHAIR = re.compile(
    r"\bin the chair\b|^chair(?:man|person|woman|ed by)?$|cathaoirleach|cadeirydd|presiding", re.IGNORECASE
)
_NAME = r"""(?<![\w.'’-])(?:(?:Councillor|Cllr|Alderman|Mrs?|Ms|Miss|Dr|Comhairleoir|Cyng)\.?\s){0,2}
    [A-ZÀ-Ý][\w.'’-]*+(?:\s[A-ZÀ-Ý][\w.'’-]*){0,3}"""
# (how it is told, verbose pattern, example): `who` is who took the chair.
TOLD = (
    (
        "invited",
        rf"(?P<who>{_NAME})\s(?:was|is)\s(?:then\s)?(?:invited|asked)\sto\stake\sthe\s[Cc]hair\b",
        "Ann Ash was then invited to take the chair.",
    ),
    (
        "chaired by",
        rf"""\b(?:[Mm]eeting|[Ss]ession)\s(?:was\s)?(?:[Cc]haired|[Pp]resided\sover|[Oo]pened)\sby\s(?:the\s\w+,\s)?
        (?P<who>{_NAME})""",
        "The meeting was chaired by Ann Ash.",
    ),
    (
        "taken by",
        rf"\b[Cc]hair\swas\s(?:then\s)?taken\sby\s(?:the\s)?(?P<who>{_NAME})",
        "The Chair was taken by the Chief Executive pending the election.",
    ),
    (
        "took the chair",
        rf"""(?P<who>{_NAME})(?:,\s[\w\s]{{3,30}},|,)?\s(?:then\s|to\s|be\s|was\s|who\s|remained\s|continued\s)?(?:t[ao]ke|took|assumed|occupied|in)\s(?:the\s)?[Cc]hair\b
        (?!\s(?:for|during|of))""",
        "Ann Ash took the chair.",
    ),
    (
        "chaired",
        rf"""(?P<who>{_NAME})(?:,\s[\w\s]{{3,30}},|,)?\s(?:then\s|to\s|would\s|should\s)?
        (?:[Cc]haired|[Pp]resided|[Pp]reside\s(?:over|at)|[Cc]hair\s(?:the|this)\smeeting)\b""",
        "AA chaired the meeting.",
    ),
    (
        "to order",
        rf"""(?P<who>{_NAME})\s(?:called\sthe\s(?:\w+\s){{0,3}}?(?:meeting|session|board)\sto\sorder
        |(?:convened|started|opened|began)\sthe\smeeting)\b
        (?!\swith\s(?:an?\s|the\s)?(?:opening\s)?(?:karakia|prayer|reflection|blessing|reading))""",
        "President Ash called the meeting to order at 2:00.",
    ),
    (
        "order by",
        rf"""\bcalled\sto\sorder\b.{{0,60}}?\bby\s(?:the\s)?(?:[Cc]hair(?:man|person|woman)?,?\s)?(?P<who>{_NAME})""",
        "The meeting was called to order at 7 p.m. by Mayor Ann Ash.",
    ),
    (
        "by name",
        rf"\b[Tt]he\s[Cc]hair(?:man|person|woman)?,\s(?P<who>{_NAME})(?=,|\s(?:welcomed|opened|thanked|called|declared))",
        "The Chair, Ann Ash, welcomed everybody.",
    ),
    (
        "in brackets",
        rf"\b[Cc]hair(?:man|person|woman)?\s?\((?P<who>{_NAME})\)",
        "The Chairman (Ann Ash) welcomed those present.",
    ),
    (
        "labelled",
        rf"""^(?:(?:[Mm]eeting\s|[Aa]cting\s)?[Cc]hair(?:man|person|woman|ing)?|[Ff]acilitat(?:or|ed\sby)|[Mm]oderator|[Hh]ost|CHAIR(?:MAN|PERSON)?|Chaired\sby|In\sthe\s[Cc]hair|Presiding(?:\sOfficer)?)\s?[:–-]?\s{{1,3}}
        (?P<who>{_NAME})(?=[,.;(]|\s[-–]|\s{{2}}|$)""",
        "Chair: Ann Ash",
    ),
)
_TOLD = [re.compile(pattern, re.VERBOSE) for _, pattern, _ in TOLD]
_OFFICE_FIRST = re.compile(
    r"(?:(?:Board|Council|Committee|Vice-?|Town|Lord|The)\s?)*(?:President|Mayor|Chair(?:man|woman|person)?|Commissioner)\s+(?=[A-ZÀ-Ý])"
)
_NOBODY = frozenset(
    (
        "the",
        "chair",
        "chairman",
        "chairperson",
        "chairwoman",
        "mayor",
        "clerk",
        "he",
        "she",
        "who",
        "they",
        "councillor",
        "cllr",
        "president",
        "vice",
        "it",
        "meeting",
        "committee",
    )
)
# One of these stands in whatever tells who took the chair.
_TELLING = ("chair", "presid", "order", "opened", "the meeting", "facilitat", "moderator", "host")
_LONGEST_LEAD = 400  # characters of a paragraph that tell it, if any do
_LOOKED_AT = 40  # paragraphs: who takes the chair is told at the beginning, or where a new one is elected


def chair_of(
    attendance: Sequence[Attendance], told: Iterable[str] = (), noted: Sequence[str | None] = ()
) -> str | None:
    """Who took the chair, as printed; None for nobody named.

    By role or label in the list, else as the heading or a note says (`noted`), else as a sentence of `told`, the
    paragraphs of the meeting in order, tells, else the mayor or president who came.
    """
    present = [person for person in attendance if not tells_of_absence(person.group)]
    return _listed(present) or next(filter(None, noted), None) or _as_told(present, told) or _by_office(present)


def _listed(present: Sequence[Attendance]) -> str | None:
    by_label = (person.name for person in present if _IN_THE_CHAIR.search(person.group))
    by_role = (person.name for person in present if person.role and _CHAIR_ROLE.search(person.role))
    return next(by_role, None) or next(by_label, None)


def _by_office(present: Sequence[Attendance]) -> str | None:
    return next((one.name for one in present if _MAYOR.match(one.role or one.name.split(" ")[0])), None)


def _as_told(present: Sequence[Attendance], told: Iterable[str]) -> str | None:
    """Whom the first paragraph names that tells of it; whoever was then invited to the chair comes before."""
    texts = list(islice(told, _LOOKED_AT))
    invited = next((match["who"] for text in texts if "to take" in text and (match := _TOLD[0].search(text))), None)
    who = invited or next((who for text in texts if (who := chair_told(text))), None)
    return _whole_name(who, present) if who else None


def chair_told(text: str) -> str | None:
    """Who took the chair, as a sentence tells it."""
    text = text[:_LONGEST_LEAD]
    folded = text.casefold()
    for pattern in _TOLD if any(word in folded for word in _TELLING) else ():
        if who := _named_by(pattern, text):
            return who
    return None


def _named_by(pattern: re.Pattern[str], text: str) -> str | None:
    """The first whom a pattern finds and who is no office ("The President, Ann Ash, took the chair")."""
    match = pattern.search(text)
    while match:
        who = match["who"].strip(" .")
        if not all(word.casefold().strip(".,") in _NOBODY for word in who.split()):
            return who
        match = pattern.search(text, match.start("who") + len(who.split(" ")[0]))
    return None


def _whole_name(who: str, present: Sequence[Attendance]) -> str:
    """The name in the list of whom a sentence calls by office and surname ("Board President Ash"), else as it calls."""
    office = _OFFICE_FIRST.match(who)
    if office is None:
        return who
    name = who[office.end() :]
    return next((person.name for person in present if person.name.endswith(name)), name)
