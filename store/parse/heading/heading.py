"""The heading of minutes: which body met, when and where."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.model import Doubt, Span
from store.parse.attendance.told import people_told
from store.parse.decisions.prose import is_ended, is_prose
from store.parse.heading.bodies import (
    body_named,
    council_in,
    is_generic,
    is_in_another_language,
    is_same,
    is_short_for,
    is_whole_council,
    names_body,
    rank_of,
)
from store.parse.heading.days import HeadingDay, meeting_day
from store.parse.heading.hours import first_time, last_time
from store.parse.heading.labels import Labelled, is_labelled, labelled
from store.parse.heading.outside import Outside
from store.parse.heading.venues import HELD, venue_of
from store.parse.page.lines import Line
from store.text.dates import find_dates, find_times

_MINUTES_OF = re.compile(
    r"""(?:draft\s+|unconfirmed\s+)?(?:minutes?|notes|record|proceedings)\b.{0,20}\b(?:of|from|at)\b
    |(?:at\s)?an?\s(?:\w+\s){0,3}meeting\b|the\s(?:[\w-]+\s){0,4}(?:meeting|session)\sof\b.{0,120}\b(?:held|order|convened)\b
    |(?:the\s)?meeting\s(?:was\s)?(?:started|opened|held|called|convened|began)\b(?=.{0,160}\b(?:19|20)\d\d\b)
    |the\s.{3,80}\s(?:met\s(?:for|in|at|on)|was\scalled\sto\sorder)\b|cofnodion|cynhaliwyd""",
    re.IGNORECASE | re.VERBOSE,
)
_MINUTES_BEGIN = re.compile(r"(?:the\s+)?(?:draft\s+|unconfirmed\s+)?minutes\s+of\b", re.IGNORECASE)
# What heads each meeting in the history of an issue: "Meeting: 13/02/2019 - Council (Item 17)".
_ISSUE = re.compile(
    r"(?:meeting:\s*)?\d{1,2}/\d{1,2}/\d{4}\s[-–]\s(?P<body>.{3,100}?)(?:\s\(Item\s[^()]{1,8}\))?$", re.IGNORECASE
)
_OPEN = re.compile(r"(?:\b(?:of|in|at|on|the|and|a|an|by|for)|[,–-])$", re.IGNORECASE)
_DAY_OPEN = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_DRAFT = re.compile(r"\b(?:draft|unconfirmed|unapproved|drafft)\b", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved)\sminutes\b|\bminutes\s\(?(?:confirmed|approved)\b|^\(?approved\)?$|\bminutes\swere\sapproved\b",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"(?:public\s|supplementary\s)?(?:agenda|rhaglen|summons)(?:\s(?:frontsheet|pack))?", re.IGNORECASE
)
_MOST_LINES = 40  # of a sentence that a justified page prints one word a line
_LONGEST_TITLE = 600  # characters
_LONGEST_HEADING = 12  # lines within which labels stand behind a page's words of welcome
_CHANNEL = re.compile(r"^#[\w-]{1,40}:\s+(?=\S)")  # of a chat, before the name of who met in it
_CHANNEL_MEETING = re.compile(r"(?P<channel>#[\w-]{1,40})\smeeting", re.IGNORECASE)  # as the bot of a chat titles it
_EDGES = " \t\u00a0,.:;–—-"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines before the attendance say. Words as printed; `start` and `end` as "18:00"; None is "not said".

    `status` is "draft", "confirmed" or "unknown"; `of_agenda` says that it heads an agenda and not minutes. `doubts`
    are about what was taken from elsewhere.
    """

    council: str | None
    committee: str | None
    day: date | None
    start: str | None
    venue: str | None
    chair: str | None
    status: str
    of_agenda: bool = False
    end: str | None = None
    doubts: tuple[Doubt, ...] = ()


def heading_end(lines: Sequence[Line]) -> int:
    """Where a heading ends in what stands before attendance and items: at the first line that tells something.

    A page's words of welcome, before its labels, end nothing.
    """
    end = next((index for index, line in enumerate(lines) if _tells(line.text)), len(lines))
    labels = [index + 1 for index, line in enumerate(lines[:_LONGEST_HEADING]) if is_labelled(line)]
    return max(end, labels[-1]) if labels else end


def _tells(text: str) -> bool:
    """Whether a line tells what was done, or who came, and does not head the minutes."""
    if _MINUTES_OF.match(text):
        return False
    return is_prose(text) or (is_ended(text) and next(people_told(text), None) is not None)


def is_of_heading(text: str) -> bool:
    """Whether a line says which minutes these are: of a body, or of a day."""
    return bool(_MINUTES_BEGIN.match(text)) or (names_body(text) and not is_prose(text)) or _has_date(text)


def read_heading(lines: Sequence[Line], outside: Outside | None = None) -> Heading:
    """Read the lines that stand before the attendance and the first item, wrapped lines joined.

    `outside` is what front matter and the file's name say, for what the lines do not.
    """
    outside = outside or Outside()
    labels, rest = labelled(lines)
    titles: Sequence[str] = list(_sentences([line.text for line in rest]))
    of_agenda = any(_AGENDA.fullmatch(text) for text in titles)
    found = _labelled_day(labels, outside) or meeting_day(titles, outside)
    titles = _above_agenda(titles, found)
    day = found.day if found else _day_outside(outside)
    at = found.title if found and found.title < len(titles) else len(titles)
    start, end = (found.start, found.end) if found else (0, 0)
    venue = _value(labels, "venue") or venue_of(titles, at, start, end)
    titles = _without_place(titles, at, end, venue)
    council, committee = _bodies(titles, at, start, labels, outside)
    return Heading(
        council=council,
        committee=committee,
        day=day,
        start=outside.start
        or first_time([*_values(labels, "time"), *_values(labels, "day"), *_near_first(titles, at)]),
        venue=(venue or "").strip(_EDGES) or None,
        chair=_value(labels, "chair") or outside.chair,
        status=_status(titles),
        of_agenda=of_agenda,
        end=outside.end or last_time([*_values(labels, "time"), *_values(labels, "day"), *_near_first(titles, at)]),
        doubts=tuple(_doubts(lines, found, day)),
    )


def _day_outside(outside: Outside) -> date | None:
    """The day in the titles of the front matter, or in the file's name."""
    return next((found.day for text in outside.titles for found in find_dates(text)), outside.day_of_name)


def _without_place(titles: Sequence[str], at: int, end: int, venue: str | None) -> Sequence[str]:
    """The titles without the place that stands behind the meeting's day: it is no body."""
    if not venue or at >= len(titles) or venue not in titles[at][end:]:
        return titles
    return [*titles[:at], titles[at][:end] + titles[at][end:].replace(venue, ""), *titles[at + 1 :]]


def _above_agenda(titles: Sequence[str], found: HeadingDay | None) -> Sequence[str]:
    """The titles above an agenda that stands under the meeting's day: what it lists names no body."""
    agenda = next((index for index, text in enumerate(titles) if index and _AGENDA.fullmatch(text)), len(titles))
    return titles[:agenda] if found and (found.title < agenda or found.title == _NO_TITLE) else titles


def _near_first(titles: Sequence[str], at: int) -> list[str]:
    """Titles from the one with the day on, then those before it."""
    return [*titles[at:], *titles[:at]]


def _values(labels: Sequence[Labelled], what: str) -> list[str]:
    return [one.value for one in labels if one.what == what]


def _value(labels: Sequence[Labelled], what: str) -> str | None:
    return next(iter(_values(labels, what)), None)


def _labelled_day(labels: Sequence[Labelled], outside: Outside) -> HeadingDay | None:
    """The day that a label gives: of the meeting that decided, of the meeting, of the decision."""
    for what in ("meeting", "day", "decided"):
        for value in _values(labels, what):
            if found := meeting_day([value], outside):
                return HeadingDay(found.day, _NO_TITLE, 0, 0, found.completed)
    return None


_NO_TITLE = 1_000_000  # the number of a title that there is not


def _bodies(
    titles: Sequence[str], at: int, start: int, labels: Sequence[Labelled], outside: Outside
) -> tuple[str | None, str | None]:
    """The council and the committee; for a full council the committee is the council."""
    councils = [name for text in titles if (name := council_in(text))]
    council = min(councils, key=is_in_another_language, default=None)
    met = next((name for value in _values(labels, "meeting") if (name := _at_meeting(value))), None)
    before = titles[at][:start] if at < len(titles) else ""
    committee = met or _value(labels, "committee") or _committee(titles, at, before)
    if met is None and (committee is None or (is_generic(committee) and not council)):
        told = (name for text in outside.titles if (name := _body(text)) and not is_generic(name))
        committee = next(told, committee or council or _value(labels, "maker"))
    if committee and council is None:
        council = council_in(committee)
    if committee and council and (is_whole_council(committee) or is_same(committee, council)):
        committee = council
    return council, committee


def _at_meeting(value: str) -> str | None:
    """The body in "07/08/2012 - Cabinet", or in a label that names it alone."""
    match = _ISSUE.match(value)
    if match:
        return match["body"].strip(_EDGES)
    return value if names_body(value) and not _has_date(value) else None


def _sentences(titles: Sequence[str]) -> Iterator[str]:
    """`titles` with those put together that are one: broken over lines, or not ended before the date that it names."""
    index = 0
    while index < len(titles):
        text, end = titles[index], index + 1
        of = titles[end] if end < len(titles) and titles[end].casefold() == "of" else ""  # one word a line
        dated = _MINUTES_OF.match(f"{text} {of}") and _has_date(
            " ".join(titles[index : index + _MOST_LINES])[:_LONGEST_TITLE]
        )
        dated = dated and not _stands_alone(text, titles[end:])
        while end < len(titles) and end - index < _MOST_LINES and len(text) < _LONGEST_TITLE:
            wanting = dated and not _has_date(text) and not _MINUTES_BEGIN.match(titles[end])
            day = _DAY_OPEN.search(text) and _has_date(f"{text} {titles[end]}") and not _has_date(titles[end])
            if not (wanting or day or _OPEN.search(text) or _ORDINAL.fullmatch(titles[end])):
                break
            text, end = _joined(text, titles[end]), end + 1
        yield text
        index = end


def _stands_alone(text: str, below: Sequence[str]) -> bool:
    """Whether a title is whole, for another sentence begins below it before the date ("Minutes of a Board")."""
    begins = next((index for index, other in enumerate(below) if _MINUTES_BEGIN.match(other)), None)
    return begins is not None and _body(text) is not None and not any(map(_has_date, below[:begins]))


def _joined(one: str, two: str) -> str:
    return one + two if one[-1:] == "-" and one[-2:-1].isalpha() and two[:1].isalpha() else f"{one} {two}"


def _has_date(text: str) -> bool:
    return next(find_dates(text), None) is not None


def _committee(titles: Sequence[str], at: int, before: str) -> str | None:
    """The name of the body: beside the date, before it, in "Minutes of …", in the nearest title above, or one below."""
    if at < len(titles) and (issue := _ISSUE.match(titles[at])):
        return issue["body"]
    above = [name for text in reversed(titles[:at]) if (name := _body(text))]
    if name := _body(before):
        longer = (
            other
            for other in above
            if is_short_for(name, other)
            or (is_generic(name, above) and not is_generic(other) and (names_body(other) or other.isupper()))
        )
        return next(longer, name)
    for text in titles[at:]:
        if _MINUTES_OF.match(text) and (name := _body(text)):
            return name
    below = _under_council(name for text in titles[at:] if not is_prose(text) and (name := _body(text)))
    plain = [name for name in above if names_body(name) or at < len(titles)]
    named = sorted((name for name in plain if not is_generic(name, plain)), key=rank_of, reverse=True)
    return next(iter([*named, *plain]), None) or next(below, None) or next(reversed(above), None)


def _under_council(names: Iterable[str]) -> Iterator[str]:
    """Those of `names` that are bodies, a council's after the committee's whose name stands right under it."""
    bodies = [name for name in names if names_body(name)]
    apart = len(bodies) > 1 and council_in(bodies[0]) and not council_in(bodies[1])
    stacked = apart and not is_generic(bodies[1], bodies)
    return iter([bodies[1], bodies[0], *bodies[2:]] if stacked else bodies)


def _body(text: str) -> str | None:
    """The name in the words before "held" ("Minutes of a meeting of the Planning Committee held in …")."""
    if channel := _CHANNEL_MEETING.fullmatch(text):
        return channel["channel"]
    text = _CHANNEL.sub("", text)
    held = HELD.search(text)
    text = text[: held.start()] if held else text
    for time in reversed(list(find_times(text))):
        text = text[: time.span.start]
    return body_named(text)


def _status(titles: Sequence[str]) -> str:
    if any(_DRAFT.search(text) for text in titles):
        return "draft"
    return "confirmed" if any(_CONFIRMED.search(text) for text in titles) else "unknown"


def _doubts(lines: Sequence[Line], found: HeadingDay | None, day: date | None) -> Iterator[Doubt]:
    """What of the day is not printed as it is read."""
    span = Span(lines[0].span.start, lines[-1].span.end) if lines else Span(0, 0)
    if found and found.completed:
        yield Doubt("day", span, f"the year of {found.day.isoformat()} is not printed with the day")
    elif day and not found:
        yield Doubt("day", span, f"{day.isoformat()} stands in the front matter or the file's name only")
