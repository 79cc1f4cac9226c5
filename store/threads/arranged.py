"""Meetings that minutes announce: days on which, they say, the body will meet or was to meet."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.model import Span
from store.threads.meeting_words import MeetingWords, Passage, dates_in, has_figures

_OF_DATES = re.compile(
    r"\b(?:dates?\sof|next\smeetings?|future\smeetings?|calendar\sof\smeetings|meeting\sdates)\b", re.IGNORECASE
)
_ARRANGED = re.compile(
    r"\bmeetings?\b[^.;]{0,80}\b(?:following\sdates|be\sheld\son|scheduled|arranged|next\smeeting)\b", re.IGNORECASE
)
_MEETING = re.compile(r"\bmeetings?\b[^.;]{0,60}$", re.IGNORECASE)
_TO_BE_HELD = re.compile(r"[^.;]{0,40}\b(?:arranged|scheduled|convened|be\sheld)\b")


@dataclass(frozen=True, slots=True)
class Announced:
    """A day (ISO) on which the body is to meet, and where that is said."""

    day: str
    passage: Passage
    span: Span


def announced_in(meeting: MeetingWords) -> tuple[Announced, ...]:
    """Every later day on which the words of a meeting say that its body meets, each once."""
    if meeting.date is None:
        return ()
    told = dt.date.fromisoformat(meeting.date)
    found: dict[str, Announced] = {}
    for passage, whole in _passages(meeting):
        for date in dates_in(passage.text):
            if date.day > told and (whole or _is_arranged(passage.text, date.span)):
                day = date.day.isoformat()
                found.setdefault(day, Announced(day, passage, date.span))
    return tuple(found[day] for day in sorted(found))


def _passages(meeting: MeetingWords) -> Iterator[tuple[Passage, bool]]:
    """The passages with figures in them, and whether all of their item is about days of meetings."""
    for passage in meeting.passages:
        if has_figures(passage.text):
            yield passage, bool(_OF_DATES.search(meeting.titles.get(passage.item_id, "")))


def _is_arranged(text: str, day: Span) -> bool:
    before = text[: day.start]
    if _ARRANGED.search(before):
        return True
    return _MEETING.search(before) is not None and _TO_BE_HELD.match(text, day.end) is not None
