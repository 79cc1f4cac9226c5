"""Dates and times as minutes print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.model import Span

_ENGLISH = "January February March April May June July August September October November December"
_WELSH = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
_MONTH_NUMBER = {
    form: number
    for names in (_ENGLISH, _WELSH)
    for number, name in enumerate(names.casefold().split(), 1)
    for form in (name, name[:3])
} | {"sept": 9}
# Welsh months are printed whole: "Mai" and "Ion" would be found in other words.
_MONTH = "|".join(
    [f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _ENGLISH.split()] + ["Sept", *_WELSH.split()]
)
WEEKDAY = (
    "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?=[ ,.])"
    "|(?:(?:Dydd|Nos)\\s)?(?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)(?![a-z]))"
)
# "13th", in Welsh "13eg", and what a scanner makes of the raised letters: 13™, 7", 2°°, 31*.
_ORDINAL = r"""(?:st|nd|rd|th|af|ail|il|ydd|fed|ed|eg|ain|\(tm\)|[™"“”'‘’°º*²³]{1,2})"""

_DATE = re.compile(
    rf"""(?<![\d./-])(?:\b{WEEKDAY}[,.]?\s+(?:the\s+)?)?
    (?: (?P<day>\d{{1,2}})\s?{_ORDINAL}?[,.]?\s+(?:day\s+of\s+|of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})
      | (?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})\s?{_ORDINAL}?,?\s+(?P<year2>\d{{4}})
      | (?P<iso_year>\d{{4}})-(?P<iso_month>\d{{2}})-(?P<iso_day>\d{{2}})
      | (?P<n_day>\d{{1,2}})[./](?P<n_month>\d{{1,2}})[./](?P<n_year>\d{{4}}|\d{{2}})
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    r"""(?<![\d.:/])(?:
      (?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?:(?P<half>[ap])\.?\s?m(?![a-z])|y\.?(?P<welsh>[bphn])(?![a-z]))\.?
    | (?P<hour24>[01]?\d|2[0-3])(?::(?P<minute24>[0-5]\d)(?![:\d])|[.:]?(?P<minute4>[0-5]\d)\s?(?:hrs|hours)\b)
    | (?:12\s)?(?P<word>noon|midday|midnight)\b
    ) | (?:open|commenc|start|began|begin|clos|end|finish|conclud)\w{0,4}\sat\s
      (?P<hour_bare>[01]\d|2[0-3])[.]?(?P<minute_bare>[0-5]\d)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FIGURES = re.compile(r"\d.{0,60}\d\d")  # a day and a year


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day and where in the text it is printed, weekday included."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day as "18:00" and where in the text it is printed."""

    time: str
    span: Span


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every date in `text` that exists in the calendar, in order. Two-digit years are of this century."""
    if not _FIGURES.search(text):
        return  # most lines, at a fraction of the cost
    for match in _DATE.finditer(text):
        part = match.groupdict()
        year = part["year"] or part["year2"] or part["iso_year"] or part["n_year"]
        named = part["month"] or part["month2"]
        month = _MONTH_NUMBER[named.casefold()] if named else int(part["iso_month"] or part["n_month"])
        day = int(part["day"] or part["day2"] or part["iso_day"] or part["n_day"])
        try:
            found = date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        except ValueError:
            continue
        yield FoundDate(found, Span(*match.span()))


def find_times(text: str) -> Iterator[FoundTime]:
    """Every time of day in `text`, in order: "6.00 pm", "18:00", "1835 hrs", "12 noon". Dates are stepped over."""
    dates = [found.span for found in find_dates(text)]
    for match in _TIME.finditer(text):
        if any(span.start < match.end() and match.start() < span.end for span in dates):
            continue
        part = match.groupdict()
        if part["word"]:
            yield FoundTime("00:00" if part["word"].casefold() == "midnight" else "12:00", Span(*match.span()))
            continue
        hour = int(part["hour"] or part["hour24"] or part["hour_bare"])
        minute = int(part["minute"] or part["minute24"] or part["minute4"] or part["minute_bare"] or 0)
        half = part["half"] or part["welsh"]
        if half and hour <= 12:  # "19.30 pm" is printed too: there the hour already says it
            hour = hour % 12 + (12 if half.casefold() in "phn" else 0)
        if hour < 24 and minute < 60:
            yield FoundTime(f"{hour:02}:{minute:02}", _place(match))


def _place(match: re.Match[str]) -> Span:
    """Where a time is printed, without the word that only says that the figures are one ("commenced at 1835")."""
    return Span(match.start("hour_bare") if match["hour_bare"] else match.start(), match.end())
