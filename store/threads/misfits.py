"""What does not fit in the words of one meeting, each with the rule by which it is told: labels, days, tenses, people.

What does not fit between meetings (a day that no meeting had, numbers that are not held) is asked of the tables, in
`store.views.misfit_list`.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from store.model import Span
from store.text.dates import spoken_day
from store.text.due import SEASONS, month_end
from store.text.labels import read_label
from store.threads.appearances import Appearance, Part
from store.threads.meeting_words import ItemWords, MeetingWords, Passage, dates_in, has_figures


class MisfitKind(StrEnum):
    """What kind of thing does not fit."""

    LABEL = "label"
    WEEKDAY = "weekday"
    TOLD_BEFORE = "told before"
    PAST_PLAN = "past plan"
    CUT = "cut"
    BOTH = "both"
    CONDUCT = "conduct"
    DAY = "day"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not fit, why, and where: in a passage at `span`, or in the document of an item or an appearance."""

    kind: MisfitKind
    why: str
    where: Passage | ItemWords | Appearance
    span: Span | None = None


_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DONE: Final = re.compile(
    r"^[^.;]{0,40}?\b(?:supported|noted|agreed|approved|considered|received|decided|resolved|met|was\sheld|took\splace|took\seffect|endorsed|adopted)\b"
)
_TO_COME: Final = re.compile(
    r"\b(?:would|will|shall|to\s(?:be|take|meet|hold|commence)|due|scheduled|arranged|planned|until|till|by|before|next|propos\w+|expected|future|deadline|effective|from|expir\w+|ending|commencing|running)\b",
    re.IGNORECASE,
)
_AT_MEETING: Final = re.compile(
    r"\b(?:at\sits\smeeting|at\sthe\smeeting|at\sa\smeeting|meeting\sheld|held)\s(?:on|of)?\s?(?:the\s)?$",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(
    r"\b(?:would|will)\s(?!have\b|not\b)(?:be\s\w+|\w+)\s(?:in|by|from|during)\s(?:the\s)?(?P<season>Spring|Summer|Autumn|Winter|spring|summer|autumn|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b"
)
_LONG_PAST = 60  # days: minutes tell of what was near as if it were to come
_CONDUCT_MATTERS: Final = re.compile(r"prejudicial|pecuniary|conflict", re.IGNORECASE)
_SPEAKS_OF_ALL = re.compile(r"\b(?:all|dispensation)\b", re.IGNORECASE)


def misfits_in(meeting: MeetingWords, appearances: Sequence[Appearance]) -> tuple[Misfit, ...]:
    """What does not fit in a meeting, by kinds."""
    found = [*_skipped(meeting), *_cut(meeting), *_both(appearances), *_without_conduct(appearances)]
    if meeting.date:
        told = dt.date.fromisoformat(meeting.date)
        for passage in meeting.passages:
            if passage.kind in ("clause", "discussion", "note") and has_figures(passage.text):
                found += [*_weekdays(passage), *_told_before(passage, told), *_past_plans(passage, told)]
    return tuple({(one.kind, one.why, one.where.start): one for one in found}.values())


def _skipped(meeting: MeetingWords) -> Iterator[Misfit]:
    """A label that is missing between two of a resolution."""
    before: tuple[Passage, int] | None = None
    for passage in meeting.passages:
        if passage.kind != "clause":
            continue
        label = read_label(passage.label or "")
        value = _value(label.figure) if label and label.figure else None
        under = passage.permalink.rpartition("/")[0]
        if before and value and before[0].permalink.rpartition("/")[0] == under and value == before[1] + 2:
            why = f"between {before[0].label} and {passage.label} one label is missing"
            yield Misfit(MisfitKind.LABEL, why, passage)
        before = (passage, value) if value else None


def _value(figure: str) -> int | None:
    from store.text.numerals import roman_value

    if figure.isdecimal():
        return int(figure)
    roman = roman_value(figure)
    if roman and (len(figure) > 1 or figure in "ivx"):
        return roman
    return ord(figure.casefold()) - ord("a") + 1 if len(figure) == 1 else None


def _cut(meeting: MeetingWords) -> Iterator[Misfit]:
    for item in meeting.items:
        if not item.complete:
            yield Misfit(MisfitKind.CUT, "the source cuts the words of this item short", item)


def _both(appearances: Sequence[Appearance]) -> Iterator[Misfit]:
    """A person who is listed as present and sent apologies, and did not arrive or leave."""
    by_name: dict[tuple[str, tuple[str, ...]], dict[Part, Appearance]] = defaultdict(dict)
    for one in appearances:
        by_name[one.person.surname, one.person.given].setdefault(one.part, one)
    for parts in by_name.values():
        if {Part.PRESENT, Part.APOLOGIES} <= parts.keys() and not {
            Part.ARRIVED,
            Part.LEFT,
            Part.SUBSTITUTE,
        } & parts.keys():
            one = parts[Part.APOLOGIES]
            yield Misfit(MisfitKind.BOTH, f"{one.name} is listed as present and with apologies", one)


def _without_conduct(appearances: Sequence[Appearance]) -> Iterator[Misfit]:
    """A declaration that asks for a conduct, by its nature or beside others that tell it, and tells none."""
    declared = [one for one in appearances if one.part is Part.INTEREST]
    told = any("; " in (one.detail or "") for one in declared)
    left = {one.person.surname for one in appearances if one.part is Part.LEFT}
    for one in declared:
        silent = "; " not in (one.detail or "") and one.person.surname not in left
        matters = told or _CONDUCT_MATTERS.search(one.detail or "")
        if silent and matters and not _SPEAKS_OF_ALL.search(f"{one.name} {one.detail}"):
            yield Misfit(MisfitKind.CONDUCT, f"what {one.name} did after declaring an interest is not told", one)


def _weekdays(passage: Passage) -> Iterator[Misfit]:
    for found in dates_in(passage.text):
        printed = passage.text[found.span.start : found.span.end][:3].casefold()
        if printed in _WEEKDAYS and _WEEKDAYS.index(printed) != found.day.weekday():
            day = spoken_day(found.day.isoformat())
            why = f"{day} was a {found.day:%A}, and not a {passage.text[found.span.start :].split()[0].strip(',')}"
            yield Misfit(MisfitKind.WEEKDAY, why, passage, found.span)


def _told_before(passage: Passage, told: dt.date) -> Iterator[Misfit]:
    """Something told as done that had a day still to come."""
    for found in dates_in(passage.text):
        if not told < found.day or (found.day - told).days > 366:
            continue
        begin = max(passage.text.rfind(stop, 0, found.span.start) for stop in (". ", "; ", "\n"))
        before = passage.text[max(begin, 0) : found.span.start]
        if _AT_MEETING.search(before) and not _TO_COME.search(before) and _DONE.match(passage.text[found.span.end :]):
            days = [spoken_day(day.isoformat()) for day in (found.day, told)]
            why = f"{days[0]} is told as past, and these minutes are of {days[1]}"
            yield Misfit(MisfitKind.TOLD_BEFORE, why, passage, found.span)


def _past_plans(passage: Passage, told: dt.date) -> Iterator[Misfit]:
    for match in _PLAN.finditer(passage.text):
        begins, ends = SEASONS[match["season"].casefold()]
        last = month_end(int(match["year"]) + (ends < begins), ends)
        if (told - last).days > _LONG_PAST:
            over = spoken_day(told.isoformat())
            why = f"{match['season']} {match['year']} is told as still to come, and was over on {over}"
            yield Misfit(MisfitKind.PAST_PLAN, why, passage, Span(match.start("season"), match.end()))
