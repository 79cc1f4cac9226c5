"""Which minutes a meeting confirmed: the days of those that its words say were taken as a correct record."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.model import Span
from store.text.confirming import Confirmed, confirms
from store.text.dates import find_days_of_year
from store.threads.meeting_words import MeetingWords, Passage, dates_in

_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")
_LATEST = 400  # days back: those of an annual meeting are confirmed at the next one


@dataclass(frozen=True, slots=True)
class ConfirmedDay:
    """Minutes of a day (ISO) that were confirmed, with an amendment or without, and where that is said."""

    day: str
    amended: bool
    passage: Passage
    span: Span


def confirmed_in(meeting: MeetingWords) -> tuple[ConfirmedDay, ...]:
    """The days of the minutes that a meeting confirmed, each once; a motion that was lost confirms nothing."""
    if meeting.date is None:
        return ()
    told = dt.date.fromisoformat(meeting.date)
    found: dict[str, ConfirmedDay] = {}
    for passage in meeting.passages:
        title = meeting.titles.get(passage.item_id, "")
        if passage.kind not in ("clause", "discussion") or not passage.carried:
            continue
        if not (_MINUTES.search(passage.text) or _MINUTES.search(title)):
            continue
        for day, span in _days(passage.text, title, told):
            said = confirms(meeting.body, title, _SENTENCE_END.split(passage.text), day)
            if said is not Confirmed.NO:
                iso = day.isoformat()
                found.setdefault(iso, ConfirmedDay(iso, said is Confirmed.AMENDED, passage, span))
    return tuple(found.values())


def _days(text: str, title: str, told: dt.date) -> Iterator[tuple[dt.date, Span]]:
    """The earlier days that a paragraph names or, where it names none, the title over it."""
    inside = list(_named(text, told))
    yield from inside or ((day, Span(0, len(text))) for day, _ in _named(title, told))


def _named(text: str, told: dt.date) -> Iterator[tuple[dt.date, Span]]:
    dated = list(dates_in(text))
    for found in dated:
        if 0 < (told - found.day).days <= _LATEST:
            yield found.day, found.span
    for other in find_days_of_year(text):
        if not any(found.span.start <= other.span.start < found.span.end for found in dated):
            day = other.in_year(told.year)
            day = day if day and day < told else other.in_year(told.year - 1)
            if day:
                yield day, other.span
