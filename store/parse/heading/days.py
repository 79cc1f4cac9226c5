"""Which of the dates in a heading is the meeting's: what a date is of decides, not which comes first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.parse.heading.outside import Outside
from store.text.dates import FoundDate, find_dates, find_days_of_year

# (what the date is of, how much that makes it the meeting's, pattern of the words before it, example)
OF = (
    (
        "something else",
        -1,
        r"""publi(?:sh|c[ai]t)\w*|upload\w*|approv\w+|adopt\w+|updated|posted|printed|issued|despatch\w*|dated|deadline|effective|ceased|since
        |until|expir\w+|previous|last\smeeting|next\smeeting|amended|signed|revis\w+|version|created|modified|agreed|confirmed
        |ratified|received|circulated|(?:by|before)(?=\W+(?:\w+\W+)?$)""",
        "Minutes uploaded on 4 June 2019",
    ),
    (
        "the meeting, held",
        3,
        r"held|met|conducted|gynhaliwyd|cynhaliwyd|convened|taking\splace|took\splace|scheduled\sfor",
        "held on 4 June 2019",
    ),
    (
        "the meeting",
        2,
        r"meeting|minutes|proceedings|cyfarfod|cofnodion|cruinniú|session|agm|egm|assembly|agenda",
        "Minutes of 4 June 2019",
    ),
)
_OF = [(rank, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE | re.VERBOSE)) for _, rank, pattern, _ in OF]
_BEFORE = 80  # characters before a date that tell what it is of
_TO_APPROVE = re.compile(
    r"""(?:approved|adopted|confirmed|agreed|ratified|signed|subject\sto\s\w+)\b(?!\sminutes).{0,40}\bmeeting\b.{0,30}$
    |\bnext\b.{0,40}$|\bprevious\b.{0,40}$""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY = re.compile(r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_LONGEST_WEEKDAY = 12  # characters: with the space and the comma behind it
_PLAIN = 1
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class HeadingDay:
    """The meeting's day as a heading prints it: in which of its titles, and where there.

    `completed` says that its year is not printed with it and comes from elsewhere.
    """

    day: date
    title: int
    start: int
    end: int
    completed: bool = False


def meeting_day(titles: Sequence[str], outside: Outside) -> HeadingDay | None:
    """The day of the meeting among the dates of a heading's titles; None where none is of it."""
    found = [(_rank(text, one), -index, one, index) for index, text in enumerate(titles) for one in find_dates(text)]
    best = max((one for one in found if one[0] >= 0), key=lambda one: one[:2], default=None)
    if best:
        _, _, one, index = best
        return _spelled(HeadingDay(one.day, index, one.span.start, one.span.end), titles)
    return next(_without_year(titles, outside), None)


def _rank(text: str, found: FoundDate) -> int:
    """How much the words before a date make it the meeting's."""
    before = text[max(0, found.span.start - _BEFORE) : found.span.start]
    if _TO_APPROVE.search(before):
        return -1
    last = [(match.end(), rank) for rank, pattern in _OF for match in pattern.finditer(before)]
    return max(last)[1] if last else _PLAIN


def _spelled(chosen: HeadingDay, titles: Sequence[str]) -> HeadingDay:
    """A day in figures as the heading spells it elsewhere: "11/2/15" is "November 2, 2015" where that stands too."""
    text = titles[chosen.title][chosen.start : chosen.end]
    if any(map(str.isalpha, text)) or chosen.day.day > _MONTHS:
        return chosen
    swapped = date(chosen.day.year, chosen.day.day, chosen.day.month)
    for index, title in enumerate(titles):
        for found in find_dates(title):
            if found.day == swapped and any(map(str.isalpha, title[found.span.start : found.span.end])):
                return HeadingDay(swapped, index, found.span.start, found.span.end)
    return chosen


def _without_year(titles: Sequence[str], outside: Outside) -> Iterator[HeadingDay]:
    for index, text in enumerate(titles):
        for found in find_days_of_year(text):
            weekday = _WEEKDAY.search(text[max(0, found.span.start - _LONGEST_WEEKDAY) : found.span.end])
            day = outside.complete(found, weekday["day"] if weekday else "")
            if day:
                yield HeadingDay(day, index, found.span.start, found.span.end, completed=True)
