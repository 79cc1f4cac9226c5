"""Pointers in the words of minutes: to minutes by number or by day, to agenda labels, planning files, acts, pages."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from store.model import Span
from store.text.dates import find_days_of_year
from store.text.pinpoints import IN_BRACKETS, PINPOINT, labels_in
from store.threads.meeting_words import MeetingWords, Passage, dates_in, has_figures


class ReferenceForm(StrEnum):
    """What a pointer is to."""

    MINUTE = "minute"  # of a number, with the label of a clause where one is told
    ITEM = "item"  # of an agenda
    HEADER = "header"  # the item of a later agenda that these minutes were papers of: "Item No: 2.1" in their heading
    LABEL = "label"  # of an agenda, beside a title: "(Ref: 7)"; it joins nothing over meetings
    MINUTES = "minutes"  # of a day
    FILE = "file"  # a planning application by its number
    ACT = "act"  # a law
    PAGE = "page"  # of the papers


@dataclass(frozen=True, slots=True)
class MinuteReference:
    """A pointer, where it stands in the passage, and what it asks for.

    `number` is folded ("22", "61/21"), `label` the figure of a clause ("ii"). `first` and `last` are ISO days between
    which the meeting lies that is pointed to, None where that is not told.
    """

    form: ReferenceForm
    passage: Passage
    span: Span
    number: str | None = None
    label: str | None = None
    first: str | None = None
    last: str | None = None


_REF = re.compile(
    r"\bRef(?:erence)?\b\.?\s?(?:no\.?\s?)?:?\s?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b(?![/\d])", re.IGNORECASE
)
_HEADER = re.compile(
    r"^\s*(?:Agenda\s)?Item\s(?:No\.?|Number)\s?:?\s*(?P<number>\d{1,3}(?:\.\d{1,2})?)\s*$", re.IGNORECASE
)
_HEADER_LABEL = re.compile(r"^\s*(?:Agenda\s)?Item\s(?:No\.?|Number)\s?:?\s*$", re.IGNORECASE)
_HEADER_NUMBER = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,2})?)\s*$")
_MORE = re.compile(r"\s?(?:,|and|&|or)\s?(?P<number>\d{1,4}(?:/\d{2,4})?)(?![\w/:.]|\s?(?:%|members|minutes|votes))")
_BEFORE_ITEM = re.compile(r"\bitems?\b", re.IGNORECASE)
_FILE = re.compile(
    r"(?<![\w/.-])(?:(?:[A-Z]{1,3}/)?(?:20)?\d{2}/\d{3,5}(?:/[A-Z]{1,5}\d?)?"
    r"|[A-Z]{1,5}/(?:[A-Z]{2})?(?:19|20)?\d{2}/\d{3,5}(?:/[A-Z]{1,5})?)(?![\w/])"
)
_YEARS = re.compile(r"(?:19|20)\d\d/(?:19|20)\d\d")  # a municipal year, and no application
_ACT = re.compile(
    r"\b(?!(?:Under|The|In|By|Section|Of)\b)(?:[A-Z][\w’']{0,30},?\s(?:(?:and|of|the|for|etc)\s){0,2}){1,8}(?:Act|Regulations|Order)\s(?P<year>(?:19|20)\d\d)\b"
)
_PAGE = re.compile(r"\bpages?\s(?P<number>\d{1,4})\b", re.IGNORECASE)
_MINUTES_OF = re.compile(r"\b(?:minutes|meetings?|record)\b", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    r"(?:\d|\b(?:for|of|after|about|than|within|every|approximately|under|over|in))\s*$", re.IGNORECASE
)
_TIME_BEHIND = re.compile(
    r"\s?(?:\d*\s?(?:minutes|mins|seconds|members|votes|per\s?cent|years|months|days|hours)\b|%|[ap]\.?m\b|:\d)",
    re.IGNORECASE,
)
_SAID = {"clause", "discussion", "note", "agenda text", "title"}
_DAY_NEAR = 60  # characters behind a number in which the day of its meeting may stand
_WHOLE_DAY = 40  # characters before a day in which "minutes" or "meeting" tells what it is of


def references_in(meeting: MeetingWords) -> tuple[MinuteReference, ...]:
    """Every pointer in the words of a meeting, passage by passage in the order of where they stand."""
    told = dt.date.fromisoformat(meeting.date) if meeting.date else None
    found: list[MinuteReference] = [*_header(meeting)]
    for passage in meeting.passages:
        if passage.kind in _SAID:
            found += _in_passage(passage, told)
    return tuple(found)


def _in_passage(passage: Passage, told: dt.date | None) -> list[MinuteReference]:
    """The pointers of a passage; where two forms would read the same words, the first of them does."""
    taken: list[MinuteReference] = []
    if not has_figures(passage.text):
        return taken
    for one in (
        *_files(passage),
        *_labels(passage),
        *_numbers(passage),
        *_minutes_of(passage, told),
        *_others(passage),
    ):
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in taken):
            taken.append(one)
    return sorted(taken, key=lambda one: one.span)


def folded_number(printed: str) -> str:
    """A number as numbers are compared: "No. 61/21" and "61/21." alike."""
    return re.sub(r"[^\w/.]", "", printed).strip("./").casefold()


def _header(meeting: MeetingWords) -> Iterator[MinuteReference]:
    heading = [one for one in meeting.passages if one.kind in ("heading", "furniture")]
    for at, passage in enumerate(heading):
        whole = _HEADER.match(passage.text)
        if whole is None and _HEADER_LABEL.match(passage.text) and at + 1 < len(heading):
            passage = heading[at + 1]
            whole = _HEADER_NUMBER.match(passage.text)
        if whole:
            yield MinuteReference(
                ReferenceForm.HEADER, passage, Span(whole.start("number"), whole.end("number")), whole["number"]
            )


def _files(passage: Passage) -> Iterator[MinuteReference]:
    for match in _FILE.finditer(passage.text):
        if _YEARS.fullmatch(match.group()):
            continue
        if re.search(r"\b(?:minutes?|min)\b\.?\s*(?:no\.?|number)?\s*$", passage.text[: match.start()], re.IGNORECASE):
            continue  # councils number minutes so, too
        yield MinuteReference(ReferenceForm.FILE, passage, Span(*match.span()), match.group().casefold())


def _labels(passage: Passage) -> Iterator[MinuteReference]:
    for match in _REF.finditer(passage.text):
        yield MinuteReference(ReferenceForm.LABEL, passage, Span(*match.span()), match["number"])


def _numbers(passage: Passage) -> Iterator[MinuteReference]:
    text = passage.text
    for match in PINPOINT.finditer(text):
        item = bool(_BEFORE_ITEM.match(match.group()))
        if not item and (_TIME_BEHIND.match(text, match.end()) or _counts_time(text, match)):
            continue
        label = next((first for first, _ in labels_in(match["labels"] or "")), None)
        first, last = _when(text, match)
        form = ReferenceForm.ITEM if item else ReferenceForm.MINUTE
        yield MinuteReference(form, passage, Span(*match.span()), folded_number(match["number"]), label, first, last)
        if match.group()[: match.start("number") - match.start()].casefold().rstrip(" .").endswith("s"):
            yield from _more(passage, form, match.end())
    for match in IN_BRACKETS.finditer(text):
        label = next((first for first, _ in labels_in(match["label"])), None)
        yield MinuteReference(ReferenceForm.MINUTE, passage, Span(*match.span()), folded_number(match["number"]), label)


def _counts_time(text: str, match: re.Match[str]) -> bool:
    """Whether "minutes" is a length of time: "for 10 minutes 30 people spoke"."""
    return (
        match.group()[:3].casefold() == "min"
        and _TIME_BEFORE.search(text[: match.start()]) is not None
        and (text[: match.start()].rstrip()[-1:].isdecimal())
    )


def _more(passage: Passage, form: ReferenceForm, end: int) -> Iterator[MinuteReference]:
    """The other numbers of "minutes 22, 23 and 25"."""
    while match := _MORE.match(passage.text, end):
        yield MinuteReference(form, passage, Span(match.start("number"), match.end()), folded_number(match["number"]))
        end = match.end()


def _when(text: str, match: re.Match[str]) -> tuple[str | None, str | None]:
    """Between which days the meeting lies that a number is of: the municipal year, or the day that stands behind it."""
    if match["year"]:
        year = int(match["year"])
        return f"{year}-05-01", f"{year + 1}-05-31"
    behind = text[match.end() : match.end() + _DAY_NEAR].split(".", maxsplit=1)[0].split(";", maxsplit=1)[0]
    if re.match(r"[\s,()]*(?:of|from|at|,|\(|refers)", behind):
        for found in dates_in(behind):
            return found.day.isoformat(), found.day.isoformat()
    return None, None


def _minutes_of(passage: Passage, told: dt.date | None) -> Iterator[MinuteReference]:
    """Days behind "minutes of the meeting held on", and before "meeting": each names the minutes of that day."""
    text = passage.text
    if not _MINUTES_OF.search(text):
        return
    dated = list(dates_in(text))
    for found in dated:
        if (told is None or found.day <= told) and _is_of_minutes(text, found.span, dated[0].span):
            day = found.day.isoformat()
            yield MinuteReference(ReferenceForm.MINUTES, passage, found.span, first=day, last=day)
    for other in find_days_of_year(text):
        if told is None or any(found.span.start <= other.span.start < found.span.end for found in dated):
            continue
        if not re.match(r"\s+meeting\b", text[other.span.end :]):
            continue
        near = other.in_year(told.year)
        near = near if near and near <= told else other.in_year(told.year - 1)
        if near:
            yield MinuteReference(
                ReferenceForm.MINUTES, passage, other.span, first=near.isoformat(), last=near.isoformat()
            )


def _is_of_minutes(text: str, span: Span, first: Span) -> bool:
    before = text[: span.start]
    stop = max(before.rfind(". "), before.rfind("; "))
    named = before[max(stop, 0) :]
    if not re.search(r"\bminutes\b", named, re.IGNORECASE) or re.search(r"\bnext\smeeting\b", named, re.IGNORECASE):
        return False
    near = before[max(0, span.start - _WHOLE_DAY) :]
    of_list = span.start > first.start and re.search(r"(?:,|\band|&)\s*(?:on\s|the\s)?(?:\w+day\s)?$", near)
    return bool(_MINUTES_OF.search(near)) or bool(of_list)


def _others(passage: Passage) -> Iterator[MinuteReference]:
    for match in _ACT.finditer(passage.text):
        yield MinuteReference(ReferenceForm.ACT, passage, Span(*match.span()), " ".join(match.group().split()))
    for match in _PAGE.finditer(passage.text):
        yield MinuteReference(ReferenceForm.PAGE, passage, Span(*match.span()), match["number"])
