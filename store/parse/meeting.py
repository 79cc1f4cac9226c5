"""A `Document` to its meetings: the concepts of this package, put together."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, starmap

from store.model import Attendance, Document, Item, Kind, Meeting, PageKind, Paragraph, Span
from store.parse.attendance.attendance import read_attendance
from store.parse.attendance.chair import chair_of
from store.parse.attendance.extent import attendance_block, attendance_end, attendance_start
from store.parse.attendance.in_items import attendance_amid, attendance_of_item
from store.parse.decisions.body import Body, Page, read_body
from store.parse.decisions.markers import formal_markers, has_marker, sets_apart
from store.parse.decisions.prose import is_ended
from store.parse.decisions.titled import decided_in_title
from store.parse.doubts import doubts_of
from store.parse.heading.bodies import council_told
from store.parse.heading.heading import Heading as Titles
from store.parse.heading.heading import heading_end, is_of_heading, read_heading
from store.parse.heading.hours import closed_at, opened_at
from store.parse.heading.labels import is_labelled
from store.parse.heading.outside import Outside, read_outside
from store.parse.heading.venues import venue_told
from store.parse.items.headings import Heading, untitled
from store.parse.items.items import find_headings, row_headings
from store.parse.items.records import Record, read_record
from store.parse.items.titles import tells
from store.parse.page.front_matter import front_matter
from store.parse.page.furniture import Page as Printed
from store.parse.page.furniture import without_navigation, without_running_lines
from store.parse.page.kind import may_be_one_item, page_kind
from store.parse.page.lines import Line, split_lines
from store.parse.page.pipes import pipe_table
from store.parse.page.sections import is_divided, is_part
from store.parse.page.several import meeting_starts
from store.parse.page.wrapping import join_lines, measured
from store.text.dates import find_dates

_FEWEST_APART = 3  # items whose decisions are set apart, in minutes that set all apart
_EARLY = 3  # items: what tells who came before the business begins
_LONGEST_HEADING = 25  # lines over the list of who came
_ABOVE_LIST = 8  # lines over a list of who came that may head it
_OPENING = 30  # paragraphs within which a meeting is told to have opened
_AGENDA = re.compile(r"agenda\s(?:and|&)\s(?:decisions|reports|papers)", re.IGNORECASE)  # its minutes may stand in it
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
    table = pipe_table(lines[len(front) :])
    printed = without_navigation(table.lines if table else lines[len(front) :], document.furniture)
    bars = table.bars if table else ()
    known = [words.paragraph(Kind.FURNITURE) for words in (*(line.words for line in front), *bars)]
    set_aside = sorted([*known, *printed.furniture], key=lambda paragraph: paragraph.span)
    body = measured(printed.lines)
    starts = meeting_starts(body)
    outside = read_outside(front, document.name) if len(starts) == 1 else Outside(name=document.name)
    bounds = [0, *(body[start].span.start for start in starts[1:]), len(document.text)]
    of_body = pairwise([*starts, len(body)])
    of_page = _divided([paragraph.span.start for paragraph in set_aside], bounds)
    of_all = _divided([line.span.start for line in lines], bounds)
    rows = table.rows if table else ()
    return tuple(
        _meeting(
            document, Printed(tuple(body[one]), tuple(set_aside[two]), printed.listed_from), lines[all_], outside, rows
        )
        for one, two, all_ in zip(starmap(slice, of_body), of_page, of_all, strict=True)
    )


def _divided(starts: Sequence[int], bounds: Sequence[int]) -> Iterator[slice]:
    """Where sorted offsets fall between each two of `bounds`."""
    return starmap(slice, pairwise(bisect_left(starts, bound) for bound in bounds))


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands before the first item, its wrapped lines joined: heading, parts, who came, what is told before."""

    opening: Sequence[Line]
    parts: Sequence[Line]
    listed: Sequence[Line]
    spoken: Sequence[Line]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Each line of it as a paragraph."""
        kinds = (
            (Kind.HEADING, [*self.opening, *self.parts]),
            (Kind.ATTENDANCE, self.listed),
            (Kind.DISCUSSION, self.spoken),
        )
        return (line.words.paragraph(kind) for kind, lines in kinds for line in lines)


def _front(lines: Sequence[Line]) -> _Front:
    attended_from = attendance_start(lines)
    before_list = join_lines(lines[:attended_from])
    titled = heading_end(before_list)
    after_label = join_lines(lines[attended_from:])
    listed = [line for line in after_label if not is_part(line)]
    end = attendance_end(listed)
    spoken = sorted([*before_list[titled:], *listed[end:]], key=lambda line: line.span)
    return _Front(before_list[:titled], [line for line in after_label if is_part(line)], listed[:end], spoken)


def _record_front(lines: Sequence[Line], labels: Sequence[Line]) -> _Front:
    """The front of a page that is a record: all of it, and the record's labels wherever they stand, is heading."""
    return _Front(sorted([*lines, *labels], key=lambda line: line.span), (), (), ())


def _headings(printed: Printed, rows: Sequence[int]) -> tuple[PageKind, Record]:
    """What kind of page it is, the headings of the items that it holds, and its lines that are none of their words."""
    kind = page_kind(printed.lines, printed.listed_from)
    if kind is not PageKind.MINUTES:
        return kind, read_record(kind, printed.lines)
    if rows:
        return kind, Record(tuple(row_headings(printed.lines, rows)))
    listed = _listed(printed.lines)
    found = find_headings(printed.lines, printed.listed_from)
    headings = tuple(one for one in found if one.number is not None or one.start not in listed)
    if not headings and may_be_one_item(printed.lines):
        return PageKind.ITEM, read_record(PageKind.ITEM, printed.lines)
    return kind, Record(headings)


def _listed(lines: Sequence[Line]) -> set[int]:
    """Where the lines of the list of who came and of the heading over it begin, but for those over a sentence."""
    block = {line.span.start for line in attendance_block(lines)}
    head = lines[:_LONGEST_HEADING]
    if any(line.span.start in block for line in head):  # what stands over the list is the heading
        first = min(block)
        block |= {line.span.start for line in head if line.span.start < first and is_of_heading(line.text)}
    told = {one.span.start for one, under in pairwise(lines) if is_ended(under.text) and tells(under.text)}
    return block - told


def _meeting(
    document: Document, printed: Printed, lines: Sequence[Line], outside: Outside, rows: Sequence[int]
) -> Meeting:
    """The meeting that a stretch of a document tells of; `lines` are all of the stretch, furniture too."""
    kind, record = _headings(printed, rows)
    beside = {line.span.start for line in (*record.labels, *record.links)}
    links = tuple(line.words.paragraph(Kind.FURNITURE) for line in record.links)
    words = tuple(line for line in printed.lines if line.span.start not in beside)
    printed = replace(printed, lines=words, furniture=(*printed.furniture, *links))
    headings = record.headings
    body_from = headings[0].start if headings else math.inf
    before = [line for line in printed.lines if line.span.start < body_from]
    front = _front(before) if kind is PageKind.MINUTES else _record_front(before if headings else [], record.labels)
    told = front.spoken if kind is PageKind.MINUTES else [] if headings else before
    titles = read_heading(front.opening, outside)
    if titles.day is None:
        titles = read_heading([*front.opening, *_heading_below(kind, headings, printed.lines)], outside)
    names = [name for name in (titles.committee, titles.council) if name]
    starts = (span.start for one in headings if one.words for span in one.words.spans)
    printed = without_running_lines(printed, names, {*(line.span.start for line in before), *starts})

    under = [join_lines(body) for body in _bodies(headings, printed.lines)]
    if kind is not PageKind.MINUTES and not headings:
        told = join_lines(told)
    formal = any(has_marker(body) for body in (*under, told))
    sections = is_divided(printed.lines, len(headings))
    of_agenda = titles.of_agenda or (formal and any(_AGENDA.fullmatch(line.text) for line in front.opening))
    minuted = kind is not PageKind.MINUTES or not of_agenda or sections or _decides((*under, told))
    page = Page(sections, prose=not formal, minuted=minuted, apart=_sets_apart((*under, told)))
    bodies = [read_body(body, page, last=index == len(under) - 1) for index, body in enumerate(under)]
    if kind is PageKind.MINUTES and minuted:
        for heading, body in zip(headings, bodies, strict=True):
            if heading.words:
                body.resolutions[:0] = decided_in_title(heading.words)
    decided = not headings and not told and has_marker(front.opening)  # words that decide, and nothing else
    if decided:
        told = front.opening
    before_items = read_body(told, page, last=not headings) if told else None
    if before_items and (before_items.resolutions or kind is not PageKind.MINUTES):
        # Business that the document sets apart by no heading: an item without number and title.
        headings, under = (untitled(told[0].span.start), *headings), [list(told), *under]
        bodies = [before_items, *bodies]
        front = replace(front, spoken=(), opening=() if decided else front.opening)
    rest = dict(document.full_texts)
    items = tuple(_item(one, body, rest) for one, body in zip(headings, bodies, strict=True))
    meeting = _assembled(titles, front, items, bodies, printed)
    attendance = read_attendance(front.listed)
    attendance += attendance_amid(front.spoken, listed=bool(attendance))
    attendance += _listed_in_items(headings, under, listed=bool(attendance))
    attendance = attendance or read_attendance(attendance_block(printed.lines))  # minutes below their agenda
    texts = list(_texts(meeting))
    if meeting.committee is None and (council := council_told(texts)):
        meeting = replace(meeting, council=council, committee=council)
    start = titles.start or opened_at(texts[:_OPENING]) or opened_at(texts[-_OPENING:])
    noted = next((body.chair for body in bodies if body.chair), None)
    meeting = replace(
        meeting,
        venue=meeting.venue or venue_told(texts[:_OPENING]),
        start=start,
        end=closed_at(texts, start),
        attendance=tuple(attendance),
        chair=chair_of(attendance, texts, [titles.chair, noted]),
        minuted=minuted,
        page=kind if minuted else PageKind.AGENDA,
        doubts=titles.doubts,
    )
    return replace(meeting, unread=tuple(_unread(document.text, lines, meeting)), doubts=doubts_of(document, meeting))


def _sets_apart(bodies: Iterable[Sequence[Line]]) -> bool:
    """Whether the items that decide something mostly set it apart by a formal marker."""
    apart = sum(any(sets_apart(line.words.raw) for line in body) for body in bodies)
    return apart >= _FEWEST_APART


def _decides(bodies: Iterable[Sequence[Line]]) -> bool:
    """Whether a formal marker stands in any of `bodies` that is no recommendation, as an agenda has."""
    texts = (line.words.raw for body in bodies for line in body)
    return any(marker.kind != "recommended" for text in texts for marker in formal_markers(text))


def _heading_below(kind: PageKind, headings: Sequence[Heading], lines: Sequence[Line]) -> list[Line]:
    """The lines that tell of the meeting below what begins the page.

    They head the first decision of a list, or the list of who came where minutes stand under their agenda.
    """
    if kind is PageKind.DECISIONS:
        return [line for line in lines if headings and headings[0].start <= line.span.start < headings[0].end]
    block = attendance_block(lines)
    at = next((index for index, line in enumerate(lines) if block and line is block[0]), 0)
    return [line for line in lines[max(0, at - _ABOVE_LIST) : at] if is_labelled(line)]


def _texts(meeting: Meeting) -> Iterator[str]:
    """The words of a meeting, paragraph by paragraph in printed order, without furniture."""
    told = [*meeting.paragraphs, *(paragraph for item in meeting.items for paragraph in item.paragraphs)]
    ordered = sorted(told, key=lambda paragraph: paragraph.span)
    return (paragraph.text for paragraph in ordered if paragraph.kind is not Kind.FURNITURE)


def _assembled(
    titles: Titles, front: _Front, items: tuple[Item, ...], bodies: Sequence[Body], printed: Printed
) -> Meeting:
    """What heading, front and items tell of the meeting, put together."""
    notes = [note for body in bodies for note in body.of_meeting]
    own = [*front.paragraphs(), *notes, *printed.furniture]
    return Meeting(
        council=titles.council,
        committee=titles.committee,
        date=titles.day,
        venue=titles.venue,
        status=titles.status,
        items=items,
        interests=tuple(interest for body in bodies for interest in body.interests),
        next_meeting=_next_meeting(items, notes, titles.day),
        paragraphs=tuple(sorted(own, key=lambda paragraph: paragraph.span)),
    )


def _bodies(headings: Sequence[Heading], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines under each heading, up to the next."""
    starts = [line.span.start for line in lines]
    ends = [*(heading.start for heading in headings), math.inf][1:]
    for heading, end in zip(headings, ends, strict=True):
        under = lines[bisect_left(starts, heading.end) : bisect_left(starts, end)]
        yield [heading.run_in, *under] if heading.run_in else list(under)


def _item(heading: Heading, body: Body, rest: Mapping[str, str]) -> Item:
    title = [heading.words.paragraph(Kind.TITLE)] if heading.words else []
    paragraphs = (*title, *body.paragraphs)
    return Item(
        number=heading.number,
        title=heading.title,
        span=paragraphs[0].span if paragraphs else Span(heading.start, heading.end),
        reference=heading.reference,
        complete=body.complete,
        full_text=None if body.complete else rest.get(heading.number or ""),
        paragraphs=paragraphs,
        resolutions=tuple(body.resolutions),
    )


def _listed_in_items(
    headings: Sequence[Heading], bodies: Sequence[Sequence[Line]], *, listed: bool
) -> Iterator[Attendance]:
    """Who came or sent apologies, where items tell it ("1. Present: …")."""
    for index, (heading, body) in enumerate(zip(headings, bodies, strict=True)):
        if heading.words:
            yield from attendance_of_item(heading.words, body, early=index < _EARLY, listed=listed)
        else:
            yield from attendance_amid(body[:_OPENING], listed=listed)


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
