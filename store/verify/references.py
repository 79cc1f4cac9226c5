"""What running text says of places in the minutes: permalinks, numbers, days and committees, each where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from store.model import Span
from store.permalinks.committees import Committee
from store.permalinks.permalink import permalinks_in
from store.text.dates import find_dates, find_days_of_year, hour_behind
from store.text.pinpoints import IN_BRACKETS, PINPOINT, labels_in
from store.verify.bodies import Bodies
from store.verify.claim import Reference
from store.verify.mention import Mention, MentionPart

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHOLE = re.compile(r"\bminutes\s+of\s+(?:the\b|meeting\b|a\s+meeting\b)", re.IGNORECASE)
# Between two parts of one citation.
_BESIDE = re.compile(
    r"[\s,.;:()‘’“”'\"*—–-]{0,6}(?:(?:of|the|at|on|held|meeting|minutes|for)\b[\s,.;:()‘’“”'\"*]{0,6}){0,4}"
)


class Mentions:
    """Finds what texts say of places, given the committees of a store by their keys."""

    def __init__(self, committees: Mapping[int, Committee]) -> None:
        self._bodies = Bodies(committees)

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order; none within another."""
        found: list[Mention] = []
        taken = bytearray(len(text))
        for one in (*_permalinks(text), *_days(text), *_pinpoints(text), *self._bodies.find(text), *_years(text)):
            stretch = slice(one.span.start, one.span.end)
            if not any(taken[stretch]):
                taken[stretch] = bytes([1]) * (one.span.end - one.span.start)
                found.append(one)
        found.sort(key=lambda one: one.span)
        return [one for at, one in enumerate(found) if one.part is not MentionPart.STRANGER or _cites(text, found, at)]


def _cites(text: str, found: Sequence[Mention], at: int) -> bool:
    """Whether a body that nobody knows stands in a citation: right beside another part of one."""
    beside = zip(found[max(at - 1, 0) : at + 1], found[max(at, 1) : at + 2], strict=False)
    return any(_BESIDE.fullmatch(text, one.span.end, other.span.start) for one, other in beside)


def _permalinks(text: str) -> Iterator[Mention]:
    for written, span in permalinks_in(text):
        yield Mention(span, Reference(written, permalink=written), MentionPart.PLACE)


def _pinpoints(text: str) -> Iterator[Mention]:
    for found in PINPOINT.finditer(text):
        year = int(found["year"]) if found["year"] else None
        said = Reference(
            " ".join(found.group().split()),
            number=found["number"],
            labels=tuple(labels_in(found["labels"] or "")),
            first=f"{year}-05-01" if year else None,
            last=f"{year + 1}-05-31" if year else None,
        )
        yield Mention(Span(*found.span()), said, MentionPart.PLACE)
    for found in IN_BRACKETS.finditer(text):
        said = Reference(found.group(), number=found["number"], labels=tuple(labels_in(found["label"])))
        yield Mention(Span(*found.span()), said, MentionPart.PLACE)
    for found in _WHOLE.finditer(text):
        yield Mention(Span(*found.span()), Reference(found.group()), MentionPart.MINUTES)


def _days(text: str) -> Iterator[Mention]:
    for found in find_dates(text):
        yield _day(text, found.span, found.day)
    years = [(match.start(), int(match.group())) for match in _YEAR.finditer(text)]
    for found_day in find_days_of_year(text):
        before = [year for at, year in years if at < found_day.span.start]
        if before and (day := found_day.in_year(before[-1])):  # its year stands before it
            yield _day(text, found_day.span, day)


def _day(text: str, span: Span, day: date) -> Mention:
    hour, iso = hour_behind(text, span.end), day.isoformat()
    span = Span(span.start, hour.span.end) if hour else span
    said = Reference(_at(text, span), first=iso, last=iso, hour=hour.time if hour else None)
    return Mention(span, said, MentionPart.DAY)


def _years(text: str) -> Iterator[Mention]:
    for found in _YEAR.finditer(text):
        said = Reference(found.group(), first=f"{found.group()}-01-01", last=f"{found.group()}-12-31")
        yield Mention(Span(*found.span()), said, MentionPart.YEAR)


def _at(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
