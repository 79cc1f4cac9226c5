"""The heading of minutes: which body met, when and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.parse.dates import WEEKDAY, FoundDate, find_dates, find_times
from store.parse.lines import Line

_PAGE_TITLE = re.compile(
    r"""(?:agenda|decisions|(?:draft\s|unconfirmed\s)?minutes)(?:(?:,|\sand|,\sand)?\s(?:agenda|decisions|(?:draft\s)?minutes))*
    |meeting\sdocuments|minutes\sof\s(?:the\s|a\s)?meeting|meeting""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNCIL = re.compile(
    r"[A-Z][\w'’.&-]*(?:\s+(?:[A-Z][\w'’.&-]*|of|and|the|upon|on|in|with|le|by))*\s+(?:Council|COUNCIL)"
)
_LABEL = re.compile(r"(?P<label>venue|contact|location|email|note|link|media)\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_OPENING = re.compile(
    r"""(?:(?:draft|unconfirmed)\s+)?(?:(?:minutes|notes|record|proceedings)\b\s*(?:(?:of|at)\b\s*)?|agenda\s+for\b\s*)?
    (?:(?:the|an?)\b\s*)?(?:(?:ordinary|special|extraordinary|annual|monthly|general)\b\s*)*
    (?:meeting\b\s*(?:of\b\s*)?)?(?:the\b\s*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_HELD = re.compile(r"(?:^|[\s,–—-]+)(?:(?:meeting\s+)?(?:which\s+was\s+)?held|on)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?P<place>[A-Z].*?)[\s,]*(?:\s(?:on|at|commencing(?:\s+at)?)[\s,]*)?$")
_WHOLE_COUNCIL = re.compile(r"(?:(?:full|parish|town|community)\s+)?council", re.IGNORECASE)
_EDGES = " \t\u00a0,.:;–—-"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines before the attendance say. Words as printed; `start` as "18:00"; None is "not said"."""

    council: str | None
    committee: str | None
    day: date | None
    start: str | None
    venue: str | None
    draft: bool


def read_heading(lines: Sequence[Line]) -> Heading:
    """Read the lines that stand before the attendance and the first item, wrapped lines joined."""
    titles = [line.text for line in lines if not _LABEL.match(line.text)]
    labels = {match["label"].casefold(): match["value"] for line in lines if (match := _LABEL.match(line.text))}
    council = next((text for text in titles if _COUNCIL.fullmatch(text)), None)
    dated = _dated(titles)
    if dated is None:
        rest, at, found = "", len(titles), None
    else:
        at, found = dated
        rest = titles[at][: found.span.start]
    committee = _body(rest) or _name_above(titles[:at], council) or council
    if committee and council is None and _COUNCIL.fullmatch(committee):
        council = committee
    if committee and council and _WHOLE_COUNCIL.fullmatch(committee):
        committee = council
    sentence = titles[at] if found else ""
    return Heading(
        council=council,
        committee=committee,
        day=found.day if found else None,
        start=next((time.time for text in titles for time in find_times(text)), None),
        venue=(labels.get("venue") or labels.get("location") or _venue(sentence, found) or "").rstrip(_EDGES) or None,
        draft=any(re.search(r"\b(?:draft|unconfirmed)\b", text, re.IGNORECASE) for text in titles),
    )


def _dated(titles: Sequence[str]) -> tuple[int, FoundDate] | None:
    """The first title with a date, and the date."""
    for index, text in enumerate(titles):
        for found in find_dates(text):
            return index, found
    return None


def _body(text: str) -> str | None:
    """The name of the body in the words before the date ("Minutes of a meeting of the Planning Committee held on")."""
    text = text[: held.start()] if (held := _HELD.search(text)) else text
    text = re.sub(rf"\b{WEEKDAY}$", "", text.strip(_EDGES)).strip(_EDGES)
    text = text[_OPENING.match(text).end() :].strip(_EDGES)  # type: ignore[union-attr]  # it matches nothing at least
    return text if text and not _PAGE_TITLE.fullmatch(text) and not _only_time(text) else None


def _name_above(titles: Sequence[str], council: str | None) -> str | None:
    """The nearest title that names a body."""
    for text in reversed(titles):
        if text != council and (name := _body(text)):
            return name
    return None


def _only_time(text: str) -> bool:
    return any(found.span.start == 0 and found.span.end >= len(text) - 1 for found in find_times(text))


def _venue(sentence: str, found: FoundDate | None) -> str | None:
    """The place in "… held in the Town Hall on 4 June 2019" or "… on 4 June 2019 at 2.00 pm in the Town Hall"."""
    if found is None:
        return None
    before, after = sentence[: found.span.start], sentence[found.span.end :]
    for text in (after, before[held.end() :] if (held := _HELD.search(before)) else ""):
        for time in reversed(list(find_times(text))):
            text = text[: time.span.start] + text[time.span.end :]
        if match := _PLACE.search(text.rstrip(_EDGES)):
            return match["place"]
    return None
