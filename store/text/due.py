"""By when something is due, as sentences say it: "by 12 May", "to the June meeting", "in autumn 2016", "in six weeks".

A due day is the last day that the words allow. "The June meeting" is a meeting in June where one is held, else the
last of June; who knows the meetings settles that (`store.threads.settling`).
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from store.model import Span
from store.text.dates import find_dates, find_days_of_year, find_months, month_number


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: from the first day of what the words name to its last, and where they stand.

    `at_meeting` says that they name a meeting ("the June meeting"); `last` is None where only that is told ("the next
    meeting").
    """

    first: dt.date
    last: dt.date | None
    span: Span
    at_meeting: bool = False


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BEFORE = (
    r"\b(?:by|before|until|till|from|in|on|for|during|at|to|than|the)\s+(?:the\s+)?"
    r"(?:(?:end|beginning|start|middle)\s+of\s+)?"
)
_MONTH: Final = re.compile(
    rf"{_BEFORE}(?:early\s|mid[\s-]|late\s|next\s)?(?P<month>{_MONTHS})\b(?!\s+\d{{1,2}}\b)(?P<meeting>\s+(?:\w+\s+){{0,2}}meeting\b)?"
)
_SEASON: Final = re.compile(
    rf"{_BEFORE}(?:early\s|late\s|next\s)?(?P<season>spring|summer|autumn|winter)(?:\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
_NEXT_MEETING: Final = re.compile(
    r"\b(?:the|its|their|our)\s+(?:next|following)\s+(?:(?:ordinary|scheduled|full|available|regular)\s+)?"
    r"(?:(?:council|committee|board|panel|parish\scouncil)\s+)?meeting\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905 (as they are counted)
        1,
    )
}
_WITHIN: Final = re.compile(
    rf"\b(?:within|in)\s+(?:the\s+next\s+)?(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+(?:working\s+)?(?P<unit>day|week|month)s?\b",
    re.IGNORECASE,
)
_YEAR_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)
_OF_MEETING = re.compile(r"\bmeeting\b[^.;]{0,40}$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|before|until|till|on|for|in|to|than|at|of)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_FAR = 800  # days ahead at most: what lies further is no date by which something is due
_DAYS = {"day": 1, "week": 7}
_YEAR = 12


def find_due(text: str, told: dt.date) -> Iterator[Due]:
    """Every time in `text` by which something may be due, told on a day, in the order of where they stand."""
    found = sorted([*_days(text, told), *_months(text, told), *_seasons(text, told), *_others(text, told)], key=_begin)
    end = -1
    for due in found:
        if due.span.start >= end and due.first <= told + dt.timedelta(_FAR):
            yield due
            end = due.span.end


def _begin(due: Due) -> tuple[int, int]:
    return due.span.start, -due.span.end


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, monthrange(year, month)[1])


def _days(text: str, told: dt.date) -> Iterator[Due]:
    dated = list(find_dates(text))
    for found in dated:
        if found.day > told and _introduced(text, found.span):
            yield _on(text, found.day, found.span)
    for other in find_days_of_year(text):
        if any(found.span.start <= other.span.start < found.span.end for found in dated):
            continue
        if not _introduced(text, other.span):
            continue
        day = other.in_year(told.year)
        if day and day <= told:
            day = other.in_year(told.year + 1)
        if day:
            yield _on(text, day, other.span)


def _on(text: str, day: dt.date, span: Span) -> Due:
    return Due(day, day, span, at_meeting=bool(_OF_MEETING.search(text, 0, span.start)))


def _introduced(text: str, span: Span) -> bool:
    return _UNTIL.search(text[max(0, span.start - 30) : span.start]) is not None


def _months(text: str, told: dt.date) -> Iterator[Due]:
    whole = {found.span.start: found for found in find_months(text)}
    for match in _MONTH.finditer(text):
        month = month_number(match["month"].casefold())
        assert month
        named = whole.get(match.start("month"))
        end = named.span.end if named else match.end()
        if text[:end].rstrip().endswith(" May") and match["month"] == "May" and text[end : end + 1].isalpha():
            continue
        year = named.year if named else told.year + (month < told.month)
        last = month_end(year, month)
        if last >= told:
            before = bool(re.search(r"\bmeetings?\s(?:\w+\s){0,2}?in\s+(?:the\s)?$", text[: match.start("month")]))
            behind = bool(match["meeting"]) or bool(re.match(r"\s+(?:\w+\s){0,1}meeting\b", text[end : end + 30]))
            yield Due(dt.date(year, month, 1), last, Span(match.start(), end), at_meeting=before or behind)


def _seasons(text: str, told: dt.date) -> Iterator[Due]:
    for match in _SEASON.finditer(text):
        begins, ends = SEASONS[match["season"].casefold()]
        year = int(match["year"]) if match["year"] else told.year + (begins <= ends < told.month)
        first, last = dt.date(year, begins, 1), month_end(year + (ends < begins), ends)
        if last >= told:
            yield Due(first, last, Span(*match.span()))


def _others(text: str, told: dt.date) -> Iterator[Due]:
    for match in _NEXT_MEETING.finditer(text):
        yield Due(told + dt.timedelta(1), None, Span(*match.span()), at_meeting=True)
    for match in _WITHIN.finditer(text):
        count = int(match["count"]) if match["count"].isdecimal() else _NUMBERS[match["count"].casefold()]
        unit = match["unit"].casefold()
        last = _months_on(told, count) if unit == "month" else told + dt.timedelta(count * _DAYS[unit])
        yield Due(told, last, Span(*match.span()))


def _months_on(day: dt.date, count: int) -> dt.date:
    years, month = divmod(day.month - 1 + count, _YEAR)
    last = month_end(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))
