"""What may have been read wrongly, each with its place: what a person should look at before citing.

Every check takes a document and a meeting read from it, and yields its doubts in the order of their places.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from statistics import median

from store.model import Document, Doubt, Item, Kind, Meeting, Paragraph, Span
from store.parse.decisions.results import tells_result

# Words that decide, where they stand outside every decision. What was decided before, or is asked for, decides nothing.
_DECIDES = re.compile(
    r"""(?<![\w"“‘'])(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|CARRIED|PENDERFYNWYD)(?![\w"”’'])
    |\b(?i:it|this)\swas\s(?:\w+ly\s|also\s|then\s|further\s)?(?:agreed|resolved|decided)\b
    |\b(?i:council|committee|board|members|councillors|meeting)\s(?:\w+ly\s|all\s)?(?:agreed|resolved|decided)\s(?:to|that)\b
    |\b(?i:motion)\s(?:was\s)?(?:carried|passed)\b""",
    re.VERBOSE,
)
_MOVED = re.compile(r"\b(?:proposed|moved)\b.{1,80}\bseconded\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:had|has|have|previously|not|to\sbe|if|when)\b[^.]{0,30}$", re.IGNORECASE)
_FIGURES = re.compile(r"(?P<figure>\d{1,5})(?:\s?\(?(?P<letter>[A-Za-z])\)?(?![A-Za-z]))?")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s+[A-Z]")
_NO_BODY = re.compile(r"[:?]|\b(?:19|20)\d\d\b")
_BESIDE = 60  # characters between a decision and what tells who moved it
_TOLD = (Kind.DISCUSSION, Kind.NOTE, Kind.ATTENDANCE)  # what tells what was said
_LONG_TITLE = 150  # characters
_LONGER_THAN_OTHERS = 4  # times the length of the middle title
_FEWEST_LISTED = 3  # numbered lines before the first item that make one ask whether they are items


def doubts_of(document: Document, meeting: Meeting) -> tuple[Doubt, ...]:
    """The doubts about a reading, those that it has included, in the order of their places."""
    found = [doubt for check in _CHECKS for doubt in check(document, meeting)]
    return tuple(sorted((*meeting.doubts, *found), key=lambda doubt: (doubt.span, doubt.kind)))


def _words_that_decide(_: Document, meeting: Meeting) -> Iterator[Doubt]:
    yield from _undecided(meeting.paragraphs, ())
    for item in meeting.items:
        yield from _undecided(item.paragraphs, [resolution.span for resolution in item.resolutions])


def _undecided(paragraphs: Sequence[Paragraph], decided: Sequence[Span]) -> Iterator[Doubt]:
    """The paragraphs that hold words that decide and none of the stretches `decided`; a motion that is beside none."""
    decided = sorted(decided)
    starts = [one.start for one in decided]
    ends = list(accumulate((one.end for one in decided), max))  # the furthest that those up to each one reach
    for paragraph in paragraphs:
        span = paragraph.span
        before = bisect_left(starts, span.end)
        if paragraph.kind not in _TOLD or (before and ends[before - 1] > span.start):
            continue
        if before and tells_result(paragraph.text):
            continue  # of the decision before it
        following = starts[before] if before < len(starts) else span.end + _BESIDE + 1
        beside = following - span.end <= _BESIDE or (before and span.start - ends[before - 1] <= _BESIDE)
        match = _DECIDES.search(paragraph.text) or (None if beside else _MOVED.search(paragraph.text))
        if match and not _BEFORE.search(paragraph.text, 0, match.start()):
            yield Doubt("decision", span, f"“{match.group()}” stands outside every decision")


def _numbers(_: Document, meeting: Meeting) -> Iterator[Doubt]:
    """Items that come out of order, and numbers that are left out, but where an item without one stands for it."""
    figures = [_figures(item) for item in meeting.items]
    years = {one[0] for one in figures if len(one) > 1}
    counts = int(len(years) == 1 and len({one[1] for one in figures if len(one) > 1}) > 1)
    last: tuple[Item, tuple[int, str]] | None = None
    instead = 0
    for item, of_item in zip(meeting.items, figures, strict=True):
        instead += not item.number
        if not of_item:
            continue
        figure = of_item[min(counts, len(of_item) - 1)]
        if last and figure <= last[1]:
            yield Doubt("number", item.span, f"item {item.number} comes after {last[0].number}")
        elif last and figure[0] > last[1][0] + 1 + instead:
            yield Doubt("number", item.span, f"no item between {last[0].number} and {item.number}")
        last, instead = (item, figure), 0


def _figures(item: Item) -> list[tuple[int, str]]:
    """The figures in the number of an item, each with the letter behind it ("41A", "4(a)"); none for a sub-item's.

    Of two, one is the same in every number of the meeting (a year: "61/21", "2023/41"), and the other counts.
    """
    number = item.number or ""
    if "." in number or number[:1] == "(":
        return []
    return [(int(found["figure"]), (found["letter"] or "").lower()) for found in _FIGURES.finditer(number)]


def _titles(_: Document, meeting: Meeting) -> Iterator[Doubt]:
    lengths = [len(item.title) for item in meeting.items]
    usual = median(lengths) if lengths else 0
    for item in meeting.items:
        if len(item.title) > max(_LONG_TITLE, _LONGER_THAN_OTHERS * usual):
            yield Doubt("title", item.span, "the title is longer than any other, and may hold what was said")
        elif not item.title and (item.number or len(meeting.items) > 1):
            yield Doubt("title", item.span, "an item without a title")


def _clauses(_: Document, meeting: Meeting) -> Iterator[Doubt]:
    for item in meeting.items:
        last = 0
        for resolution in item.resolutions:
            values = [clause.value for clause in resolution.clauses if clause.value is not None]
            if values and values[0] > 1 and values[0] != last + 1:
                label = next(clause.label for clause in resolution.clauses if clause.value is not None)
                yield Doubt("clause", resolution.span, f"the list of clauses begins at {label}")
            last = values[-1] if values else last


def _heading(document: Document, meeting: Meeting) -> Iterator[Doubt]:
    first = Span(0, min(len(document.text), 1))
    if meeting.date is None and not any(doubt.kind == "day" for doubt in meeting.doubts):
        yield Doubt("day", first, "the day of the meeting is not found")
    if meeting.committee and _NO_BODY.search(meeting.committee):
        yield Doubt("committee", first, f"“{meeting.committee}” may be no committee")


def _before_items(_: Document, meeting: Meeting) -> Iterator[Doubt]:
    begins = min((item.span.start for item in meeting.items), default=None)
    listed = [
        one.span
        for one in meeting.paragraphs
        if one.kind is not Kind.FURNITURE and _NUMBERED.match(f"{one.label or ''} {one.text}".strip())
    ]
    before = [span for span in listed if begins is None or span.start < begins]
    if len(before) >= _FEWEST_LISTED:
        yield Doubt("items", Span(before[0].start, before[-1].end), "numbered lines before the first item may be items")


def _pages(document: Document, _: Meeting) -> Iterator[Doubt]:
    for number in document.scans:
        yield Doubt("page", document.pages[number - 1], f"page {number} has no words; it may be a picture of them")


_CHECKS: tuple[Callable[[Document, Meeting], Iterator[Doubt]], ...] = (
    _words_that_decide,
    _numbers,
    _titles,
    _clauses,
    _heading,
    _before_items,
    _pages,
)
