"""A `Document` to its meetings: the concepts of this package, put together."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, starmap

from store.model import Attendance, Document, Item, Kind, Meeting, Paragraph, Span
from store.parse.attendance.attendance import attendance_end, begins_attendance, chair_of, read_attendance
from store.parse.decisions.body import Body, Page, read_body
from store.parse.decisions.markers import has_marker
from store.parse.heading.heading import heading_end, read_heading
from store.parse.heading.notes import chair_told, closed_at, opened_at
from store.parse.items.items import Heading, find_headings
from store.parse.page.front_matter import front_matter, title_of
from store.parse.page.furniture import Page as Printed
from store.parse.page.furniture import without_navigation, without_running_lines
from store.parse.page.lines import Line, join_lines, measured, split_lines
from store.parse.page.sections import is_part, is_section
from store.parse.page.several import meeting_starts
from store.text.dates import find_dates

_OF_ATTENDANCE = re.compile(
    r"(?:members )?(?:present|attendance|attending|in attendance|those present)\b", re.IGNORECASE
)
_NEXT = re.compile(r"\bnext\b.{0,60}\bmeeting\b|\bmeeting\b.{0,20}\bnext\b", re.IGNORECASE)


def parse_meeting(document: Document) -> Meeting:
    """The first meeting that a document tells of, as most tell of one.

    Never raises for what the words are: what is not understood is kept as paragraphs. A document that is no minutes
    gives a meeting without date, committee or items, which is for the caller to refuse.
    """
    return parse_meetings(document)[0]


def parse_meetings(document: Document) -> tuple[Meeting, ...]:
    """Every meeting that a document tells of, in its order; at least one."""
    lines = split_lines(document)
    front = front_matter(lines)
    printed = without_navigation(lines[len(front) :], document.furniture)
    known = [*(line.words.paragraph(Kind.FURNITURE) for line in front), *printed.furniture]
    set_aside = sorted(known, key=lambda paragraph: paragraph.span)
    body = measured(printed.lines)
    starts = meeting_starts(body)
    title = title_of(front) if len(starts) == 1 else None
    bounds = [0, *(body[start].span.start for start in starts[1:]), len(document.text)]
    of_body = pairwise([*starts, len(body)])
    of_page = _divided([paragraph.span.start for paragraph in set_aside], bounds)
    of_all = _divided([line.span.start for line in lines], bounds)
    return tuple(
        _meeting(document, Printed(tuple(body[one]), tuple(set_aside[two]), printed.listed_from), lines[all_], title)
        for one, two, all_ in zip(starmap(slice, of_body), of_page, of_all, strict=True)
    )


def _divided(starts: Sequence[int], bounds: Sequence[int]) -> Iterator[slice]:
    """Where sorted offsets fall between each two of `bounds`."""
    return starmap(slice, pairwise(bisect_left(starts, bound) for bound in bounds))


def _meeting(document: Document, printed: Printed, lines: Sequence[Line], title: str | None) -> Meeting:
    """The meeting that a stretch of a document tells of; `lines` are all of the stretch, furniture too."""
    headings = find_headings(printed.lines, printed.listed_from)
    body_from = headings[0].words.span.start if headings else math.inf
    front = [line for line in printed.lines if line.span.start < body_from]
    attended_from = next((index for index, line in enumerate(front) if begins_attendance(line)), len(front))
    before_list = join_lines(front[:attended_from])
    titled = heading_end(before_list)
    opening = before_list[:titled]
    after_label = join_lines(front[attended_from:])
    parts, listed = [line for line in after_label if is_part(line)], [line for line in after_label if not is_part(line)]
    before_business = attendance_end(listed)
    heading = read_heading(opening, title)
    names = [name for name in (heading.committee, heading.council) if name]
    titles = (span.start for one in headings for span in one.words.spans)
    printed = without_running_lines(printed, names, {*(line.span.start for line in front), *titles})

    under = [join_lines(body) for body in _bodies(headings, printed.lines)]
    formal = any(has_marker(body) for body in under)
    minuted = not heading.of_agenda or formal or any(is_section(line) for line in printed.lines)
    page = Page(any(is_section(line) for line in printed.lines), prose=not formal, minuted=minuted)
    bodies = [read_body(body, page, last=index == len(under) - 1) for index, body in enumerate(under)]
    rest = dict(document.full_texts)
    items = tuple(_item(one, body, rest) for one, body in zip(headings, bodies, strict=True))
    attendance = [*read_attendance(listed[:before_business]), *_listed_in_items(headings, under)]
    notes = [note for body in bodies for note in body.of_meeting]
    spoken = [*before_list[titled:], *listed[before_business:]]
    told = " ".join([*(item.title for item in items[-1:]), *(note.text for note in notes)])
    own = [
        *(line.words.paragraph(Kind.HEADING) for line in opening),
        *(line.words.paragraph(Kind.HEADING) for line in parts),
        *(line.words.paragraph(Kind.ATTENDANCE) for line in listed[:before_business]),
        *(line.words.paragraph(Kind.DISCUSSION) for line in spoken),
        *notes,
        *printed.furniture,
    ]
    meeting = Meeting(
        council=heading.council,
        committee=heading.committee,
        date=heading.day,
        start=heading.start or opened_at(" ".join([*(line.text for line in spoken), told])),
        end=closed_at(told),
        venue=heading.venue,
        chair=chair_of(attendance) or _chair(bodies, [*opening, *listed, *spoken]),
        status=heading.status,
        minuted=minuted,
        attendance=tuple(attendance),
        items=items,
        interests=tuple(interest for body in bodies for interest in body.interests),
        next_meeting=_next_meeting(items, notes, heading.day),
        paragraphs=tuple(sorted(own, key=lambda paragraph: paragraph.span)),
    )
    return replace(meeting, unread=tuple(_unread(document.text, lines, meeting)))


def _bodies(headings: Sequence[Heading], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines under each heading, up to the next."""
    starts = [line.span.start for line in lines]
    ends = [*(heading.words.span.start for heading in headings), math.inf][1:]
    for heading, end in zip(headings, ends, strict=True):
        under = lines[bisect_left(starts, heading.words.span.end) : bisect_left(starts, end)]
        yield [heading.run_in, *under] if heading.run_in else list(under)


def _item(heading: Heading, body: Body, rest: Mapping[str, str]) -> Item:
    title = heading.words.paragraph(Kind.TITLE)
    return Item(
        number=heading.number,
        title=heading.title,
        span=title.span,
        reference=heading.reference,
        complete=body.complete,
        full_text=None if body.complete else rest.get(heading.number or ""),
        paragraphs=(title, *body.paragraphs),
        resolutions=tuple(body.resolutions),
    )


def _listed_in_items(headings: Sequence[Heading], bodies: Sequence[Sequence[Line]]) -> Iterator[Attendance]:
    """Who came, where an item is the list of them ("1. Present: …")."""
    for heading, body in zip(headings, bodies, strict=True):
        if _OF_ATTENDANCE.match(heading.title):
            yield from read_attendance(body[: attendance_end(body)], heading.title)


def _chair(bodies: Sequence[Body], lines: Sequence[Line]) -> str | None:
    """Who took the chair, as the first note or sentence tells that says so."""
    if named := next((body.chair for body in bodies if body.chair), None):
        return named
    told = [*(line.text for line in lines), *(one.text for body in bodies for one in body.paragraphs)]
    return next((chair for text in told if (chair := chair_told(text))), None)


def _next_meeting(items: Sequence[Item], notes: Sequence[Paragraph], day: date | None) -> date | None:
    """The first day after this meeting's that an item about the next meeting names, or a sentence about it."""
    for item in items:
        title = item.title.casefold()
        if "meeting" not in title or not ("next" in title or "future" in title or "date" in title):
            continue
        return _first_after(day, [item.title, *(paragraph.text for paragraph in item.paragraphs[1:])])
    told = [*(paragraph for item in items[-1:] for paragraph in item.paragraphs), *notes]
    return _first_after(day, [paragraph.text for paragraph in told if _NEXT.search(paragraph.text)])


def _first_after(day: date | None, texts: Iterable[str]) -> date | None:
    days = [found.day for text in texts for found in find_dates(text)]
    return min((later for later in days if day is None or later > day), default=None)


def _unread(text: str, lines: Sequence[Line], meeting: Meeting) -> Iterator[Span]:
    """The lines that no paragraph holds."""
    told = sorted(
        paragraph.span
        for paragraphs in (meeting.paragraphs, *(item.paragraphs for item in meeting.items))
        for paragraph in paragraphs
    )
    covered: list[Span] = []
    for span in told:
        if covered and not text[covered[-1].end : span.start].strip():
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    at = 0
    for line in lines:
        while at < len(covered) and covered[at].end < line.span.end:
            at += 1
        if at == len(covered) or covered[at].start > line.span.start:
            yield line.span
