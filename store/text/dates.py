"""Dates and times as minutes, citations and people write them: the one grammar of days, months and times.

A form of date stands in `FORMS`, and is then read wherever dates are: in headings, in confirmations of minutes, in
queries, in references that are typed or quoted. The example of each form is its test.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class DateForm:
    """A form in which days are written: its name, its pattern with the groups `day`, `month` and `year`, an example.

    `month` is a name or a figure. The pattern is read without regard to capitals and white space in it.
    """

    name: str
    pattern: str
    example: str


# The last day of a meeting that went on: "27/28 February", "23-24 May", "4 and 5 June".
_TO_DAY = rf"(?:\s?(?:[/–-]|&|and|to)\s?\d{{1,2}}\s?{_ORDINAL}?)?"
# In two figures only where nothing is counted by them; in a scan with the letter for the nought.
_YEAR = r"(?P<year>\d[\dO]\d[\dO]|['’]?\d{2}(?=\s*(?:$|[,.;)\n]|at\b|in\b|\d{1,2}[.:]\d{2})))"


def _day_and_month(months: str) -> str:
    day = rf"(?P<day>\d{{1,2}})\s?{_ORDINAL}?{_TO_DAY}"
    return rf"{day}[,.]?(?:\s+|-|\s?(?=[A-Z]))(?:day\s+of\s+|of\s+)?(?P<month>{months})"


FORMS = (
    DateForm("day month year", rf"{_day_and_month(_MONTH)}(?:\.?,?\s*|-){_YEAR}", "Monday, 10th May 2021"),
    DateForm(
        "month day year",
        rf"(?P<month>{_MONTH})[.,]?\s+(?P<day>\d{{1,2}})\s?{_ORDINAL}?,?\s+(?P<year>\d{{4}})",
        "May 10, 2021",
    ),
    DateForm(
        "month day time year",
        rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\s\d{{2}}:\d{{2}}:\d{{2}}\s(?P<year>\d{{4}})",
        "May 10 15:00:34 2021",
    ),
    DateForm("year-month-day", r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", "2021-05-10"),
    DateForm(
        "year, month day", rf"(?P<year>(?:19|20)\d{{2}}),\s+(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})", "2021, May 10"
    ),
    DateForm("day/month/year", r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})", "10/05/21"),
    DateForm("day-month-year", r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", "10-05-2021"),
)
"""Every form of a day with its year, in the order in which they are tried."""


def _numbered(form: DateForm, number: int) -> str:
    """The pattern of a form as one of several: its groups by the number of the form."""
    groups = re.sub(r"\(\?P<(day|month|year)>", lambda group: f"(?P<{group[1]}{number}>", form.pattern)
    return f"(?P<form{number}>{groups})"


_DATE = re.compile(
    rf"(?<![\d./-])(?:\b{WEEKDAY}[,.]?\s+(?:the\s+)?)?"
    rf"(?:{'|'.join(_numbered(form, number) for number, form in enumerate(FORMS))})(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
# Without the year a capital tells the month from other words: "10 May", and not "10 may attend".
_DAY_OF_YEAR = re.compile(
    rf"(?<![\d./-])(?:\b{WEEKDAY}[,.]?\s+(?:the\s+)?)?{_day_and_month(f'{_MONTH}|{_MONTH.upper()}')}"
    r"\b(?!\.?,?\s+\d{4}\b)",
    re.VERBOSE,
)
_MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b\.?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_TIME = re.compile(
    r"""(?<![\d.:/])(?:
      (?P<hour>\d{1,2})(?:(?:\s?[.:]\s?|[;,~’']|-(?=00|15|30|45))(?P<minute>[0-5O][\dO]))?(?:\so['’]\s?clock)?[\s.-]{0,2}
      (?:(?P<half>[ap])\.?\s?m(?![a-z])|(?:o['’]r\sgloch\s)?yr?[.\s]?(?P<welsh>[bphn])(?:[or][a-z]{1,6}|wyr)?(?![a-z]))\.?
    | (?P<hour24>[01]?\d|2[0-3])(?:[:h](?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![:\d])
      |[.:]?(?P<minute4>[0-5]\d)\s?(?:hrs|hours|h)\b)
    | (?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?<=ed\s)|(?<=:\s)|(?<=[–-]\s))
      (?P<hour_at>\d{1,2})[.](?P<minute_at>[0-5]\d)
      (?!\d|\s?(?:%|per\b|k?m\b|million\b|p\b))
    | (?P<hour_range>\d{1,2})(?=\s?(?:[-–]|to|until)\s?\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?\s?m\b)
    | (?P<hour_clock>\d{1,2})\s?o['’]\s?clock
    | (?:12(?:\.00)?\s)?(?P<word>noon|midday|midnight)\b
    ) | (?:open|commenc|start|began|begin|clos|end|finish|conclud|adjourn|rose|terminat|conven|order)\w{0,4}\sat\s
      (?P<hour_bare>[01]\d|2[0-3])[.]?(?P<minute_bare>[0-5]\d)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HOURS_IN_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_HOUR_IN_WORDS = "|".join(_HOURS_IN_WORDS)
# "half past seven", "a quarter to eight", "seven o'clock in the evening"
_SPOKEN = re.compile(
    rf"""\b(?:(?:(?P<part>half|quarter|(?:five|ten|twenty|twenty-five)(?=\sminutes|\spast))[\s-](?:minutes\s)?(?P<side>past|to)[\s-](?P<hour>{_HOUR_IN_WORDS}|\d{{1,2}}))
    |(?P<sharp>{_HOUR_IN_WORDS})\s?o['’]\s?clock)(?![\d.:])
    (?:\s?(?:(?P<half>[ap])\.?m\b\.?|in\sthe\s(?P<of_day>morning|afternoon|evening)\b))?""",
    re.IGNORECASE | re.VERBOSE,
)
_SPOKEN_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SPOKEN_SIGN = re.compile(r"\bpast\b|\bto\s|clock", re.IGNORECASE)  # without which no time is told in words
_FIGURES = re.compile(r"\d.{0,60}\d\d")  # a day and a year
_MONTHS = ("", *_ENGLISH.split())
_MONTHS_OF_YEAR = 12
_YEAR_FIGURES = 4
_CENTURY = 2000  # of a year of two figures: minutes that print one are of this century
_NOON, _HOURS, _MINUTES = 12, 24, 60
_MINUTE_GROUPS = ("minute", "minute24", "minute4", "minute_bare", "minute_at")
_TO_THE_HOUR = re.compile(r"[\s,]{1,3}(?:(?:at|from)\s)?")  # between a day and its hour
_LONGEST_HOUR = 24  # characters
_LEAP_YEAR = 2000  # a year with every day that there is


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day and where in the text it is printed, weekday included."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day as "18:00" and where in the text it is printed.

    `half_told` says that the words tell which half of the day it is in, as "6.00 pm" and "18:00" do, "6.00" does not.
    """

    time: str
    span: Span
    half_told: bool = True


@dataclass(frozen=True, slots=True)
class FoundDayOfYear:
    """A day without its year, as figures, and where in the text it is printed."""

    month: int
    day: int
    span: Span

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where that year has none such."""
        return _date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class FoundMonth:
    """A month of a year, as figures, and where in the text it is printed."""

    year: int
    month: int
    span: Span


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every date in `text` that exists in the calendar, in order. Two-digit years are of this century."""
    if not _FIGURES.search(text):
        return  # most lines, at a fraction of the cost
    for match in _DATE.finditer(text):
        number = (match.lastgroup or "").removeprefix("form")
        year = match[f"year{number}"].upper().replace("O", "0").lstrip("'’")
        whole_year = int(year) if len(year) == _YEAR_FIGURES else _CENTURY + int(year)
        month, day = _month(match[f"month{number}"]), int(match[f"day{number}"])
        if month > _MONTHS_OF_YEAR >= day:  # "03.15.2018", as the month is written first elsewhere
            month, day = day, month
        found = _date(whole_year, month, day)
        if found:
            yield FoundDate(found, Span(*match.span()))


def find_days_of_year(text: str) -> Iterator[FoundDayOfYear]:
    """Every day in `text` whose year is not printed with it ("10 May"), in order."""
    for match in _DAY_OF_YEAR.finditer(text):
        found = FoundDayOfYear(_month(match["month"]), int(match["day"]), Span(*match.span()))
        if found.in_year(_LEAP_YEAR):
            yield found


def find_months(text: str) -> Iterator[FoundMonth]:
    """Every month of a year in `text` ("May 2021"), in order; those of whole dates too."""
    for match in _MONTH_OF_YEAR.finditer(text):
        yield FoundMonth(int(match["year"]), _month(match["month"]), Span(*match.span()))


def names_day(text: str, day: date) -> bool:
    """Whether `text` names a day: in any form, or without its year."""
    return any(found.day == day for found in find_dates(text)) or any(
        (found.month, found.day) == (day.month, day.day) for found in find_days_of_year(text)
    )


def names_any_day(text: str) -> bool:
    """Whether `text` names a day, with its year or without."""
    return any(True for _ in find_dates(text)) or any(True for _ in find_days_of_year(text))


def hour_behind(text: str, at: int) -> FoundTime | None:
    """The time of day right behind a date that ends at `at`: "14 March 2023 at 9.15 pm". Its place is in `text`."""
    lead = _TO_THE_HOUR.match(text, at)
    begin = lead.end() if lead else at
    found = next(find_times(text[begin : begin + _LONGEST_HOUR]), None)
    if found is None or found.span.start:
        return None
    return replace(found, span=Span(at, begin + found.span.end))


def spoken_day(iso: str) -> str:
    """An ISO day as British minutes write it: "2021-05-10" -> "10 May 2021"."""
    year, month, day = iso.split("-")
    return f"{int(day)} {month_name(int(month))} {year}"


def spoken_time(hour: str) -> str:
    """A time of day as British minutes write it: "21:00" -> "9.00 pm", "09:05" -> "9.05 am"."""
    hours, _, minutes = hour.partition(":")
    return f"{(int(hours) - 1) % _NOON + 1}.{minutes} {'am' if int(hours) < _NOON else 'pm'}"


def month_name(month: int) -> str:
    """The English name of a month from 1 to 12, whatever the language of the machine is."""
    return _MONTHS[month]


def month_number(name: str) -> int | None:
    """The number of a month by its folded name or the beginning by which it is known: "may", "sept", "mai"."""
    return _MONTH_NUMBER.get(name)


def find_times(text: str, *, bare: bool = False) -> Iterator[FoundTime]:
    """Every time of day in `text`, in order: "6.00 pm", "18:00", "1835 hrs", "12 noon", "half past seven".

    Dates are stepped over. With `bare`, figures that only "at" tells to be a time are one too ("at 7.30").
    """
    figures = _times_in_figures(text, bare=bare)
    if not _SPOKEN_SIGN.search(text):
        return figures
    spoken = list(_times_in_words(text))
    apart = (one for one in figures if not any(word.span.start <= one.span.start < word.span.end for word in spoken))
    return iter(sorted([*apart, *spoken], key=lambda time: time.span))


def _times_in_figures(text: str, *, bare: bool) -> Iterator[FoundTime]:
    dates = [found.span for found in find_dates(text)]
    for match in _TIME.finditer(text):
        if any(span.start < match.end() and match.start() < span.end for span in dates):
            continue
        part = match.groupdict()
        if part["word"]:
            yield FoundTime("00:00" if part["word"].casefold() == "midnight" else "12:00", Span(*match.span()))
        elif (bare or not part["hour_at"]) and (found := _time(part)):
            yield FoundTime(found, _place(match), _tells_half(part))


def _times_in_words(text: str) -> Iterator[FoundTime]:
    for match in _SPOKEN.finditer(text):
        printed = (match["hour"] or match["sharp"]).casefold()
        hour = int(printed) if printed.isdecimal() else _HOURS_IN_WORDS.index(printed) + 1
        minutes = _SPOKEN_MINUTES[match["part"].casefold()] if match["part"] else 0
        before = (match["side"] or "").casefold() == "to"
        hour, minute = divmod(hour * _MINUTES + (-minutes if before else minutes), _MINUTES)
        half = (match["half"] or match["of_day"] or "").casefold()
        if half:
            hour = hour % _NOON + (0 if half in {"a", "morning"} else _NOON)
        yield FoundTime(f"{hour % _HOURS:02}:{minute:02}", Span(*match.span()), bool(half))


def _time(part: Mapping[str, str | None]) -> str | None:
    """The time of day that the figures of a match are, as "18:00"; None where there is none such."""
    hour, minute = int(_hour(part)), int(_first(part, _MINUTE_GROUPS, "0").upper().replace("O", "0"))
    half = part["half"] or part["welsh"]
    if half and hour <= _NOON:  # "19.30 pm" is printed too: there the hour already says it
        hour = hour % _NOON + (_NOON if half.casefold() in "phn" else 0)
    return f"{hour:02}:{minute:02}" if hour < _HOURS and minute < _MINUTES else None


def _tells_half(part: Mapping[str, str | None]) -> bool:
    """Whether the words of a match tell which half of the day the time is in."""
    printed = _hour(part)
    told = any(part[group] for group in ("half", "welsh", "minute4", "hour_bare"))
    return told or int(printed) > _NOON or printed.startswith("0")


def _hour(part: Mapping[str, str | None]) -> str:
    return _first(part, ("hour", "hour24", "hour_bare", "hour_at", "hour_clock", "hour_range"))


def _first(part: Mapping[str, str | None], groups: Iterable[str], otherwise: str = "") -> str:
    """What the first of some groups has that has anything."""
    return next((said for group in groups if (said := part[group])), otherwise)


def _place(match: re.Match[str]) -> Span:
    """Where a time is printed, without the word that only says that the figures are one ("commenced at 1835")."""
    return Span(match.start("hour_bare") if match["hour_bare"] else match.start(), match.end())


def _month(printed: str) -> int:
    """The number of a month by its name or figures; a figure may be of no month."""
    return int(printed) if printed.isdecimal() else _MONTH_NUMBER[printed.casefold()]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
