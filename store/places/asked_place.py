"""What somebody types to name a place in the minutes -> what it asks for: a permalink, a day, a number, a body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.find.parse_query import parse_query
from store.find.query import Query
from store.model import Span
from store.text.dates import find_dates, find_days_of_year, find_months, hour_behind
from store.text.periods import NoPeriod, Period, read_period

_PERIOD = re.compile(r"(?:1[89]|20)\d\d(?:-\d{1,2})?|\d{1,2}/(?:1[89]|20)\d\d")
# Words of the minutes themselves, which may have days and numbers of their own.
_QUOTED = re.compile(
    r"<blockquote>.*?</blockquote>|^>.*?$|“[^“”]{60,}”|\"[^\"]{60,}\"|‘[^‘]{60,}?’(?!\w)", re.DOTALL | re.MULTILINE
)
_YEAR = 4  # figures
# Of HTML, of Markdown and of templates in a wiki.
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|[|=]|\\(?=\W)|[*_]{1,2}(?=\w)|(?<=\w)[*_]{1,2}(?!\w)")
_BARE_NUMBER = re.compile(r"\s*(?:[A-Za-z]{1,4}/)?(?=\d)")
# Words of citations that name nothing.
_SMALL = frozenset(
    """
    a agenda and at clause held in incomplete item meeting min mins minute minutes no number of on resolution see
    source text the to unconfirmed
    """.split()  # noqa: SIM905 (a list of them would be half a page long)
)


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """What must hold of a place. `number` is an item's, and with it a clause's label, in parts: ("22", "ii").

    `hour` ("21:15") tells which of two meetings of the day is meant. `title` are words of the item's title, and `names`
    words of the names of its committee and council; both are folded.
    """

    period: Period | None = None
    number: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    hour: str | None = None

    @property
    def in_meeting(self) -> bool:
        """Whether a part of a meeting is asked for, and not a meeting."""
        return bool(self.number or self.title)


NOTHING = AskedPlace()


def asked_place(text: str) -> AskedPlace:
    """What `text` asks for: "min 22(ii), Scrutiny Group, 10 May 2021", "22", "May 2021", "planning 2021-05-10".

    Of several days and numbers the last counts, as citations end with them. Words in quotation marks are the title's
    where there is no number, and with one they are only what is quoted from there.
    """
    period, hour, rest = _dated(_MARKUP.sub(" ", _QUOTED.sub(" ", text)))
    if bare := _BARE_NUMBER.match(rest):
        rest = f"min {rest[bare.end() :]}"
    query = parse_query(rest)
    title = tuple(word for phrase in query.phrases for word in phrase.folded)
    told = _numbers(query, among_words=not title)
    number = tuple(told[-1].split("_")) if told else ()
    return AskedPlace(period, number, () if number else title, tuple(_names(query, told)), hour)


def _numbers(query: Query, *, among_words: bool) -> list[str]:
    """The numbers of items in a query; where a word for them is missing, the figures among its words."""
    told = [word.folded for word in query.words if word.number]
    if told or not among_words:
        return told
    return [word.folded for word in query.words if word.folded.isdecimal()]


def _names(query: Query, told: Sequence[str]) -> Iterator[str]:
    """The words of a query that may be of a committee's or a council's name."""
    named = [word.folded for word in query.words if not word.number and word.folded not in told]
    named += [word for one in query.filters if one.field in ("committee", "council") for word in one.folded]
    yield from (word for word in named if word not in _SMALL)


def _dated(text: str) -> tuple[Period | None, str | None, str]:
    """The day, the month or the year that a text names, the hour behind the day, and the text without them."""
    if days := list(find_dates(text)):
        printed, hour = days[-1].day.isoformat(), hour_behind(text, days[-1].span.end)
        spans = [*(found.span for found in days), *([hour.span] if hour else [])]
        return Period(printed, printed), hour.time if hour else None, _without(text, spans)
    period, rest = _long_dated(text)
    return period, None, rest


def _long_dated(text: str) -> tuple[Period | None, str]:
    """The month or the year that a text names, and the text without it."""
    if months := list(find_months(text)):
        period = read_period(f"{months[-1].year}-{months[-1].month:02}")
        return period, _without(text, [found.span for found in months])
    for part in re.split(r"[,;()\s]+", text):
        part = part.rstrip(".")
        if _PERIOD.fullmatch(part):
            try:
                period = read_period(part)
            except NoPeriod:
                continue
            rest = text.replace(part, " ", 1)
            if len(part) == _YEAR and (in_year := next(find_days_of_year(rest), None)):  # "… 2024. … 7 February."
                if day := in_year.in_year(int(part)):
                    period = Period(day.isoformat(), day.isoformat())
                rest = _without(rest, [in_year.span])
            return period, rest
    return None, text


def _without(text: str, spans: Iterable[Span]) -> str:
    """`text` with a space in place of each stretch."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text
