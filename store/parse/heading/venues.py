"""Where a meeting was held, as the titles of its heading say it."""

import re
from collections.abc import Iterable, Sequence

from store.parse.heading.bodies import names_body
from store.text.dates import find_dates, find_times

HELD = re.compile(
    r"""(?:^|(?<![\s,–—-])[\s,–—-]+)
    (?:(?:which\s+was\s+|was\s+)?(?:held|called\s+to\s+order|convened)\b|a\s+gynhaliwyd\b|conducted\b|met\s+(?=for|in|at|on)
    |on(?=[\s,]*$))""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = re.compile(
    r"\b(?i:in|at|via|yn|yng|ym|by(?=\s(?:zoom|teams|video|telephone|microsoft)))\s+(?:(?:[Tt]he|THE|yr?)\s+)?(?P<place>[A-ZÀ-Þ\d].*?)[\s,–-]*(?:\s(?i:on(?:\s+the\s+(?:morning|afternoon|evening)(?:\s+of)?)?|at|commencing(?:\s+at)?)[\s,]*)?$"
)
_PLACE_WORD = re.compile(
    r"""\b(?:halls?|chambers?|rooms?|centre|center|church|school|college|house|offices?|library|pavilion|club|theatre|suite|online
    |remote(?:ly)?|virtual(?:ly)?|teams|zoom|siambr|neuadd|via|hallway|building|inn|hotel|institute|workspace|headquarters
    |hut|rectory|vicarage|lodge|stations?|barn|café|cafe|chapel|clubhouse|court|arms|auditorium|boardroom|museum|shed|tavern|grange|farm|mansion|kirk)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_STREET = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|square|drive|way)\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\b\d{5}\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:conclusion|rising|invitation|request|end)\s+of\b|^(?:close\b|(?:order|view|accordance|line)\s(?:to|of|with)\b)",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(r"(?:the\s)?meeting\b", re.IGNORECASE)
_BEFORE_TIME = re.compile(r"(?<![\s,–-])[\s,–-]*\b(?:at|commencing|from|starting)\s*(?:at\s*)?$", re.IGNORECASE)
_TAIL = re.compile(
    r"(?<!\s)\s*(?:in\s+order\s+to|to\s+discuss|for\s+the\s+purpose|when\s+there|which\s+was)\b.*$", re.IGNORECASE
)
_BRACKETED = re.compile(r"(?<!\s)\s*\([^()]{0,120}\)\s*$")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z])|(?<!\s)\s+ar\s+(?:nos|ddydd)\b")
_LONGEST = 110  # characters
_PARTED = re.compile(r"\s[–—-]\s|,\s|;\s|\s\|\s")
_OF_MEETING = re.compile(r"\b(?:meeting|minutes|committee|council|board|trust(?:ees)?|association)\b", re.IGNORECASE)
_MET = re.compile(
    r"\b(?:(?:meeting|session)\b.{0,80}?\b(?:held|order|convened|took\splace|opened|began|commenced)|met)\b",
    re.IGNORECASE,
)
_PLACE_NAMED = re.compile(
    r"\b(?:at|in)\s+(?:the\s+)?(?P<place>[A-ZÀ-Þ][\w.'’&-]*(?:,?\s+(?:(?:of|the|and|&|at)\s+)?[A-ZÀ-Þ\d][\w'’&-]*)*)"
)
# As in: met at 7:00 p.m. in the high school library.
_PLACE_IN_SMALL = re.compile(r"\b(?:in|at)\s+the\s+(?P<place>(?:[\w'’]+\s+){0,4}?[\w'’]+)(?=[.,]?$|[.,]\s)")
_LONGEST_SENTENCE = 400  # characters
_LONGEST_BESIDE = 60  # characters
_EDGES = " \t\u00a0,.:;–—-"


def venue_of(titles: Sequence[str], at: int, start: int, end: int) -> str | None:
    """The place in titles, of which `at` holds the meeting's day from `start` to `end` (their number where none does).

    It stands in "… held in the Town Hall on 4 June", "… on 4 June in the Town Hall", or on a line of its own.
    """
    found = _beside_day(titles[at][:start], titles[at][end:]) if at < len(titles) else None
    others = (*titles[at + 1 :], *titles[:at])
    return (
        found
        or next(filter(None, map(_held_in, others)), None)
        or next(filter(None, map(_alone, titles[at + 1 :])), None)
    )


def _beside_day(before: str, after: str) -> str | None:
    """The place in the title of the meeting's day, by what stands before and after the day."""
    held = HELD.search(before)
    for text in (after, before[held.end() :] if held else "", before if "meeting" in before.casefold() else ""):
        if place := _place(text):
            return place
    beside = (part for text in (after, before) for part in _PARTED.split(_without_times(text)))
    return next(filter(_is_place, map(_bare, beside)), None)


def _held_in(text: str) -> str | None:
    """The place in a title that says where the meeting was held."""
    held = HELD.search(text)
    return next(filter(None, map(_place, _about_date(text[held.end() :]))), None) if held else None


def _alone(text: str) -> str | None:
    """The place that a title is, and nothing else."""
    bare = _without_times(text)
    if len(bare) > _LONGEST or text.endswith(":") or next(find_dates(text), None) is not None:
        return None
    street = _STREET.search(bare) and any(map(str.isdecimal, bare))
    return _bare(bare) if _PLACE_WORD.search(bare) or street else None


def venue_told(texts: Iterable[str]) -> str | None:
    """The place that a sentence gives ("The board met at the Grange Hall", "… called the meeting to order in …")."""
    for text in texts:
        for match in _MET.finditer(text[:_LONGEST_SENTENCE]):
            until = match.end() + _LONGEST
            for place in (
                _PLACE_NAMED.search(text, match.end(), until),
                *_PLACE_IN_SMALL.finditer(text, match.end(), until),
            ):
                if place and _PLACE_WORD.search(place["place"]) and not _NO_PLACE.search(place["place"]):
                    return place["place"].strip(_EDGES)
    return None


def _bare(text: str) -> str:
    return re.sub(r"^(?:in|at|the|via|held)\s+(?:(?:in|at|the)\s+)*", "", text.strip(_EDGES), flags=re.IGNORECASE)


def _is_place(text: str) -> bool:
    """Whether what stands beside a day, apart from it, names a place and no body or meeting."""
    named = bool(_PLACE_WORD.search(text)) and text[:1].isupper() and len(text) <= _LONGEST_BESIDE
    return named and not _OF_MEETING.search(text) and not names_body(text)


def _about_date(text: str) -> tuple[str, ...]:
    """What stands before and after the first date of a text; all of it where it names none."""
    found = next(find_dates(text), None)
    return (text[: found.span.start], text[found.span.end :]) if found else (text,)


def _place(text: str) -> str | None:
    match = _PLACE.search(_without_times(text))
    if match is None:
        return None
    place = _SENTENCE_END.split(match["place"])[0].strip(_EDGES)
    return place if place and not _NO_PLACE.search(place) and not _OF_A_BODY.match(place) else None


def _without_times(text: str) -> str:
    text = _TAIL.sub("", _BRACKETED.sub("", text.strip(_EDGES)))
    for time in reversed(list(find_times(text))):
        text = _BEFORE_TIME.sub("", text[: time.span.start]) + text[time.span.end :]
    return text.strip(_EDGES)
