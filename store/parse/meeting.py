"""A `Document` to a `Meeting`: the concepts of this package, put together."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from store.model import Document, Interest, Item, Kind, Meeting, Paragraph, Resolution, Span
from store.parse.attendance import begins_attendance, chair_of, read_attendance
from store.parse.dates import find_dates
from store.parse.furniture import without_navigation, without_running_lines
from store.parse.heading import read_heading
from store.parse.interests import read_interests
from store.parse.items import Heading, find_headings, is_part, is_section
from store.parse.labels import read_label
from store.parse.lines import Line, join_lines, split_lines, wrap_width
from store.parse.markers import divide
from store.parse.notes import chair_named, closed_at, is_note, is_notes_heading, is_of_meeting, opened_at
from store.parse.resolutions import begins_resolution, read_resolution, resolution_paragraph


def parse_meeting(document: Document) -> Meeting:
    """The meeting that a document tells of.

    Never raises for what the words are: what is not understood is kept as paragraphs. A document that is no minutes
    gives a meeting without date, committee or items, which is for the caller to refuse.
    """
    lines = split_lines(document)
    width = wrap_width(lines)
    page = without_navigation(lines, document.furniture)
    headings = find_headings(page.lines, width, page.listed_from)
    body_from = headings[0].words.span.start if headings else len(document.text)
    front = [line for line in page.lines if line.span.start < body_from]
    attended_from = next((index for index, line in enumerate(front) if begins_attendance(line)), len(front))
    opening = join_lines(front[:attended_from], width)
    listed = join_lines(front[attended_from:], width)
    parts, listed = [line for line in listed if is_part(line)], [line for line in listed if not is_part(line)]
    heading = read_heading(opening)
    names = [name for name in (heading.committee, heading.council) if name]
    titles = (span.start for heading in headings for span in heading.words.spans)
    page = without_running_lines(page, names, {*(line.span.start for line in front), *titles})

    printed_with_sections = any(is_section(line) for line in page.lines)
    bodies = [
        _read_body(join_lines(body, width), printed_with_sections=printed_with_sections)
        for body in _bodies(headings, page.lines)
    ]
    items = tuple(_item(heading, body) for heading, body in zip(headings, bodies, strict=True))
    attendance = read_attendance(listed)
    notes = [note for body in bodies for note in body.of_meeting]
    told = " ".join(note.text for note in notes)
    own = [
        *(line.words.paragraph(Kind.HEADING) for line in opening),
        *(line.words.paragraph(Kind.HEADING) for line in parts),
        *(line.words.paragraph(Kind.ATTENDANCE) for line in listed),
        *notes,
        *page.furniture,
    ]
    meeting = Meeting(
        council=heading.council,
        committee=heading.committee,
        date=heading.day,
        start=heading.start or opened_at(told),
        end=closed_at(told),
        venue=heading.venue,
        chair=chair_of(attendance) or next((body.chair for body in bodies if body.chair), None),
        status="draft" if heading.draft else "unknown",
        attendance=tuple(attendance),
        items=items,
        interests=tuple(interest for body in bodies for interest in body.interests),
        next_meeting=_next_meeting(items, heading.day),
        paragraphs=tuple(sorted(own, key=lambda paragraph: paragraph.span)),
    )
    return replace(meeting, unread=tuple(_unread(document.text, lines, meeting)))


@dataclass(slots=True)
class _Body:
    """What stands under one item's heading; `of_meeting` are notes of the whole meeting, printed under its last."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    of_meeting: list[Paragraph] = field(default_factory=list)
    interests: list[Interest] = field(default_factory=list)
    chair: str | None = None
    complete: bool = True


def _bodies(headings: Sequence[Heading], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines under each heading, up to the next."""
    starts = [line.span.start for line in lines]
    ends = [*(heading.words.span.start for heading in headings), math.inf][1:]
    for heading, end in zip(headings, ends, strict=True):
        yield list(lines[bisect_left(starts, heading.words.span.end) : bisect_left(starts, end)])


def _read_body(lines: Sequence[Line], *, printed_with_sections: bool) -> _Body:
    """Sort the paragraphs under a heading by what they are for.

    In a page printed with sections, what stands before "Minutes:" is the agenda's: why the item was called, not what
    was said.
    """
    body = _Body(complete=not any(line.cut for line in lines))
    sections = [index for index, line in enumerate(lines) if is_section(line)]
    minuted_from = (sections[0] if sections else len(lines)) if printed_with_sections else 0
    for line in lines[:minuted_from]:
        body.paragraphs.append(_paragraph(line, Kind.HEADING if is_part(line) else Kind.AGENDA))
    stretch: list[Line] = []
    for line in lines[minuted_from:]:
        if is_section(line) or is_part(line):
            _read_minuted(stretch, body)
            stretch = []
            body.paragraphs.append(_paragraph(line, Kind.FURNITURE if is_section(line) else Kind.HEADING))
        else:
            stretch.append(line)
    _read_minuted(stretch, body)
    return body


def _read_minuted(lines: Sequence[Line], body: _Body) -> None:
    """Read discussion, resolutions and notes into `body`."""
    pieces = list(divide(lines))
    at, closing = 0, False
    while at < len(pieces):
        words = pieces[at].words
        closing = closing or is_notes_heading(words)
        if closing or is_of_meeting(words):
            body.of_meeting.append(_paragraph(pieces[at].line, Kind.NOTE))
        elif is_note(words):
            body.chair = body.chair or chair_named(words)
            body.paragraphs.append(_paragraph(pieces[at].line, Kind.NOTE))
        elif begins_resolution(pieces, at):
            resolution, end = read_resolution(pieces, at)
            if resolution:
                body.resolutions.append(resolution)
            body.paragraphs.extend(resolution_paragraph(piece.words) for piece in pieces[at:end])
            at = end
            continue
        else:
            body.paragraphs.append(_paragraph(pieces[at].line, Kind.DISCUSSION))
            body.interests.extend(read_interests(words))
        at += 1


def _paragraph(line: Line, kind: Kind) -> Paragraph:
    label = read_label(line.words)
    return line.words.paragraph(kind, label.printed if label else None)


def _item(heading: Heading, body: _Body) -> Item:
    title = heading.words.paragraph(Kind.TITLE)
    return Item(
        number=heading.number,
        title=heading.title,
        span=title.span,
        reference=heading.reference,
        complete=body.complete,
        paragraphs=(title, *body.paragraphs),
        resolutions=tuple(body.resolutions),
    )


def _next_meeting(items: Sequence[Item], day: date | None) -> date | None:
    """The first day after this meeting's that an item about the next meeting names."""
    for item in items:
        title = item.title.casefold()
        if "meeting" not in title or not ("next" in title or "future" in title or "date" in title):
            continue
        texts = [item.title, *(paragraph.text for paragraph in item.paragraphs[1:])]
        days = [found.day for text in texts for found in find_dates(text)]
        return min((later for later in days if day is None or later > day), default=None)
    return None


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
