"""The heading of minutes: which body met, when and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.parse.decisions.prose import is_prose
from store.parse.heading.bodies import body_named, council_in, is_in_another_language, is_short_for, is_whole_council
from store.parse.page.lines import Line
from store.text.dates import FoundDate, find_dates, find_times

_LABEL = re.compile(
    r"(?P<label>venue|contact|location|lleoliad|cyswllt|email|note|link|media)\s*:\s*(?P<value>.*)$", re.IGNORECASE
)
_HELD = re.compile(
    r"(?:^|(?<![\s,–—-])[\s,–—-]+)(?:(?:which\s+was\s+)?held\b|a\s+gynhaliwyd\b|conducted\b|on(?=[\s,]*$))",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?i:in|at|via|by|yn|yng|ym)\s+(?:(?i:the)\s+)?(?P<place>[A-ZÀ-Þ\d].*?)[\s,–-]*(?:\s(?i:on|at|commencing(?:\s+at)?)[\s,]*)?$"
)
_PLACE_WORD = re.compile(
    r"\b(?:hall|chamber|room|centre|church|school|college|house|offices?|library|pavilion|club|theatre|suite|online"
    r"|remote(?:ly)?|virtual(?:ly)?|teams|zoom|siambr|neuadd|via)\b",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(
    r"(?:draft\s+|unconfirmed\s+)?(?:minutes|notes|record|proceedings)\b.{0,20}\b(?:of|from|at)\b|(?:at\s)?an?\s(?:\w+\s){0,3}meeting\b|cofnodion",
    re.IGNORECASE,
)
# What heads each meeting in the history of an issue: "Meeting: 13/02/2019 - Council (Item 17)".
ISSUE = re.compile(
    r"meeting:\s*\d{1,2}/\d{1,2}/\d{4}\s[-–]\s(?P<body>.{3,100}?)(?:\s\(Item\s[^()]{1,8}\))?", re.IGNORECASE
)
_OPEN = re.compile(r"(?:\b(?:of|in|at|on|the|and|a|an|by|for)|[,–-]|\b\d{1,2}|\d(?:st|nd|rd|th))$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_DRAFT = re.compile(r"\b(?:draft|unconfirmed|drafft)\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"\b(?:confirmed|approved)\sminutes\b|\bminutes\s\(?(?:confirmed|approved)\b", re.IGNORECASE)
_AGENDA = re.compile(
    r"(?:public\s|supplementary\s)?(?:agenda|rhaglen|summons)(?:\s(?:frontsheet|pack))?", re.IGNORECASE
)
_MOST_LINES = 40  # of a sentence that a justified page prints one word a line
_LONGEST_TITLE = 600  # characters
_EDGES = " \t\u00a0,.:;–—-"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines before the attendance say. Words as printed; `start` as "18:00"; None is "not said".

    `status` is "draft", "confirmed" or "unknown"; `of_agenda` says that it heads an agenda and not minutes.
    """

    council: str | None
    committee: str | None
    day: date | None
    start: str | None
    venue: str | None
    status: str
    of_agenda: bool = False


def heading_end(lines: Sequence[Line]) -> int:
    """Where a heading ends in what stands before attendance and items: at the first line that tells something."""
    return next(
        (index for index, line in enumerate(lines) if is_prose(line.text) and not _MINUTES_OF.match(line.text)),
        len(lines),
    )


def read_heading(lines: Sequence[Line], page_title: str | None = None) -> Heading:
    """Read the lines that stand before the attendance and the first item, wrapped lines joined.

    `page_title` is the title that the page has elsewhere, for what the lines do not say.
    """
    said = [line.text for line in lines if not _LABEL.match(line.text)]
    titles = list(_sentences([*said, page_title] if page_title else said))
    labels = {match["label"].casefold(): match["value"] for line in lines if (match := _LABEL.match(line.text))}
    at, found = _dated(titles)
    before = titles[at][: found.span.start] if found else ""
    councils = [name for text in titles if (name := council_in(text))]
    council = min(councils, key=is_in_another_language, default=None)
    committee = _committee(titles, at, before) or council
    if committee and council is None:
        council = council_in(committee)
    if committee and council and is_whole_council(committee):
        committee = council
    labelled = labels.get("venue") or labels.get("location") or labels.get("lleoliad")
    venue = labelled or _venue(titles, at, found)
    return Heading(
        council=council,
        committee=committee,
        day=found.day if found else None,
        start=next((time.time for text in titles for time in find_times(text)), None),
        venue=(venue or "").strip(_EDGES) or None,
        status=_status(titles),
        of_agenda=any(_AGENDA.fullmatch(text) for text in titles),
    )


def _sentences(titles: Sequence[str]) -> Iterator[str]:
    """`titles` with those put together that are one: broken over lines, or not ended before the date that it names."""
    index = 0
    while index < len(titles):
        text, end = titles[index], index + 1
        of = titles[end] if end < len(titles) and titles[end].casefold() == "of" else ""  # one word a line
        dated = _MINUTES_OF.match(f"{text} {of}") and _has_date(
            " ".join(titles[index : index + _MOST_LINES])[:_LONGEST_TITLE]
        )
        while end < len(titles) and end - index < _MOST_LINES and len(text) < _LONGEST_TITLE:
            wanting = dated and not _has_date(text)
            if not (wanting or _OPEN.search(text) or _ORDINAL.fullmatch(titles[end])):
                break
            text, end = _joined(text, titles[end]), end + 1
        yield text
        index = end


def _joined(one: str, two: str) -> str:
    return one + two if one[-1:] == "-" and one[-2:-1].isalpha() and two[:1].isalpha() else f"{one} {two}"


def _has_date(text: str) -> bool:
    return next(find_dates(text), None) is not None


def _dated(titles: Sequence[str]) -> tuple[int, FoundDate | None]:
    """The first title with a date, and the date; the end of the titles where there is none."""
    for index, text in enumerate(titles):
        for found in find_dates(text):
            return index, found
    return len(titles), None


def _committee(titles: Sequence[str], at: int, before: str) -> str | None:
    """The name of the body: beside the date, before it, in "Minutes of …", or in the nearest title above."""
    if at < len(titles) and (issue := ISSUE.fullmatch(titles[at])):
        return issue["body"]
    above = [name for text in reversed(titles[:at]) if (name := _body(text))]
    if name := _body(before):
        return next((longer for longer in above if is_short_for(name, longer)), name)
    for text in titles[at:]:
        if _MINUTES_OF.match(text) and (name := _body(text)):
            return name
    return next(iter(above), None)


def _body(text: str) -> str | None:
    """The name in the words before "held" ("Minutes of a meeting of the Planning Committee held in …")."""
    held = _HELD.search(text)
    text = text[: held.start()] if held else text
    for time in reversed(list(find_times(text))):
        text = text[: time.span.start]
    return body_named(text)


def _venue(titles: Sequence[str], at: int, found: FoundDate | None) -> str | None:
    """The place in "… held in the Town Hall on 4 June", "… on 4 June in the Town Hall", or on a line of its own."""
    if found is None:
        return None
    before, after = titles[at][: found.span.start], titles[at][found.span.end :]
    held = _HELD.search(before)
    for text in (after, before[held.end() :] if held else ""):
        if match := _PLACE.search(_without_times(text)):
            return match["place"]
    for text in titles[at + 1 :]:
        held = _HELD.search(text)
        place = _PLACE.search(_without_times(text[held.end() :])) if held else None
        if place:
            return place["place"]
        if _PLACE_WORD.search(text) and len(text) <= 100 and not text.endswith("."):
            return re.sub(r"^(?:in|at|the|via)\s+(?:the\s+)?", "", text, flags=re.IGNORECASE)
    return None


def _without_times(text: str) -> str:
    for time in reversed(list(find_times(text))):
        text = (
            re.sub(
                r"(?<![\s,–-])[\s,–-]*\b(?:at|commencing|from|starting)\s*(?:at\s*)?$",
                "",
                text[: time.span.start],
                flags=re.IGNORECASE,
            )
            + text[time.span.end :]
        )
    return text.strip(_EDGES)


def _status(titles: Sequence[str]) -> str:
    if any(_DRAFT.search(text) for text in titles):
        return "draft"
    return "confirmed" if any(_CONFIRMED.search(text) for text in titles) else "unknown"
