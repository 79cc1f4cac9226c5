"""Periods as people type them ("2020-03", "3/2020", "2019..2021", "March 2020") -> their days; and back into words."""

import re
from calendar import monthrange
from dataclasses import dataclass

from store.text.clean import fold
from store.text.dates import find_dates, find_months, month_name, spoken_day

# The ends of a period that is open: "2020..", "..2021".
EARLIEST, LATEST = "0001-01-01", "9999-12-31"

_RANGE = re.compile(r"\.{2,}")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
_BRITISH = re.compile(r"(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII)
_TWO_YEARS = re.compile(r"(?P<first>\d{4})[-/](?P<last>\d{4}|\d\d)", re.ASCII)
# What says nothing yet: "20", "2/3/20". And what says something, the last figure of which may get another.
_BEGUN = re.compile(r"\d{0,3}|(?:\d{1,2}/){1,2}\d{0,3}", re.ASCII)
_HALF_TYPED = re.compile(r"(?P<year>\d{4})-[01]?|(?P<month>\d{4}-\d{1,2})-[0-3]?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both of them in it, as ISO dates."""

    first: str
    last: str


class NoPeriod(ValueError):
    """What names no days; the message says why, in a sentence."""


def read_period(typed: str, *, unfinished: bool = False) -> Period | None:
    """The days of "2019", "2020-03", "2020-03-02", "3/2020", "2/3/2020", "2 March 2020", or from one to another.

    From one to another is "2019..2021"; either end may be left open. A value that is still being typed ("2020-0")
    means what can be read of it already; None while that is nothing. Raises `NoPeriod` when it can mean nothing.
    """
    begins, *rest = (end.strip() for end in _RANGE.split(fold(typed), maxsplit=1))
    if not rest:
        return _read(begins, unfinished=unfinished)
    first, last = _read(begins, unfinished=False), _read(rest[0], unfinished=unfinished)
    if first is None and last is None:
        return None
    period = Period(first.first if first else EARLIEST, last.last if last else LATEST)
    if period.first > period.last:
        raise NoPeriod(f"{begins}..{rest[0]} runs backwards; did you mean {rest[0]}..{begins}?")
    return period


def spoken_period(period: Period) -> str:
    """A period as a sentence goes on: "in 2019", "on 2 March 2021", "from March 2020 to May 2021", "since 2020"."""
    first, last = _spoken_ends(period)
    if period.first == EARLIEST and period.last == LATEST:
        return "at any time"
    if period.last == LATEST:
        return f"since {first}"
    if period.first == EARLIEST:
        return f"up to {last}" if last == spoken_day(period.last) else f"up to the end of {last}"
    if first != last:
        return f"from {first} to {last}"
    return f"on {first}" if period.first == period.last else f"in {first}"


def _read(value: str, *, unfinished: bool) -> Period | None:
    """The days of a year, a month or a day; None while it may still become one."""
    said = value
    value = "".join(value.split()).rstrip(".")
    if not value or (unfinished and _BEGUN.fullmatch(value)):
        return None
    if unfinished and (half := _HALF_TYPED.fullmatch(value)):
        value = half["year"] or half["month"]
    read = _ISO.fullmatch(value) or _BRITISH.fullmatch(value)
    if not read:
        if period := _read_words(said):
            return period
        raise NoPeriod(_why_no_date(value))
    return _checked(value, read["year"], read["month"], read["day"])


def _checked(value: str, year: str, month: str | None, day: str | None) -> Period:
    """The days of figures; raises `NoPeriod` where the calendar has none such."""
    if int(year) == 0:
        raise NoPeriod(f"{value} is no year.")
    if month and not 1 <= int(month) <= 12:
        raise NoPeriod(f"{f'{month} in {value}' if day else value} is no month.")
    if month and day and not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        has = f"{month_name(int(month))} {int(year)} has {monthrange(int(year), int(month))[1]}"
        raise NoPeriod(f"{value} is no day; {has}.")
    return _days(year, month, day)


def _read_words(said: str) -> Period | None:
    """The days of a day or a month that is written as minutes write it; None where it is something else."""
    for day in find_dates(said):
        if (day.span.start, day.span.end) == (0, len(said)):
            return Period(day.day.isoformat(), day.day.isoformat())
    for month in find_months(said):
        if (month.span.start, month.span.end) == (0, len(said)):
            return _days(str(month.year), str(month.month), None)
    return None


def _why_no_date(value: str) -> str:
    if years := _TWO_YEARS.fullmatch(value):
        first, last = years["first"], years["last"]
        return f"{value} is no date; from one year to another is {first}..{first[: 4 - len(last)]}{last}."
    return f"“{value}” is no date; write 2020, 2020-03 or 2020-03-02."


def _days(year: str, month: str | None, day: str | None) -> Period:
    """The first and the last day of a year, of a month of it, or of a day."""
    if month is None:
        return Period(f"{year}-01-01", f"{year}-12-31")
    if day is None:
        last = monthrange(int(year), int(month))[1]
        return Period(f"{year}-{month:0>2}-01", f"{year}-{month:0>2}-{last}")
    return Period(f"{year}-{month:0>2}-{day:0>2}", f"{year}-{month:0>2}-{day:0>2}")


def _spoken_ends(period: Period) -> tuple[str, str]:
    """Its first and its last day: as years where both are whole ones, else as months, else as days."""
    (first_year, first_month, _), (last_year, last_month, _) = period.first.split("-"), period.last.split("-")
    if period == Period(_days(first_year, None, None).first, _days(last_year, None, None).last):
        return str(int(first_year)), str(int(last_year))
    if period == Period(_days(first_year, first_month, None).first, _days(last_year, last_month, None).last):
        return _spoken_month(first_year, first_month), _spoken_month(last_year, last_month)
    return spoken_day(period.first), spoken_day(period.last)


def _spoken_month(year: str, month: str) -> str:
    return f"{month_name(int(month))} {int(year)}"
