"""A `Document` to its meetings: the concepts of this package, put together."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, starmap

from store.corrections.correction import Correction
from store.model import Attendance, Document, Item, Kind, Meeting, PageKind, Paragraph, Span
from store.parse.attendance.attendance import read_attendance
from store.parse.attendance.chair import chair_of
from store.parse.attendance.extent import attendance_block, begins_attendance
from store.parse.attendance.in_items import attendance_amid, attendance_of_item
from store.parse.business import Business, read_business
from store.parse.by_hand.aside import people_aside, set_aside, with_notes_inside
from store.parse.by_hand.by_hand import ByHand, placed, unsettled
from store.parse.by_hand.said import with_said, with_said_heading
from store.parse.by_hand.titles import held
from store.parse.decisions.body import Body
from store.parse.decisions.prose import is_ended
from store.parse.doubts import doubts_of
from store.parse.front import Front, front_of, record_front
from store.parse.heading.bodies import council_told
from store.parse.heading.heading import Heading as Titles
from store.parse.heading.heading import is_of_heading, read_heading
from store.parse.heading.hours import closed_at, opened_at
from store.parse.heading.labels import is_labelled
from store.parse.heading.outside import Outside, read_outside
from store.parse.heading.venues import venue_told
from store.parse.items.headings import Heading
from store.parse.items.items import find_headings, row_headings
from store.parse.items.records import Record, read_record
from store.parse.items.titles import tells
from store.parse.page.chat import chat_minutes, people_of_chat
from store.parse.page.front_matter import front_matter
from store.parse.page.furniture import Page as Printed
from store.parse.page.furniture import without_navigation, without_running_lines
from store.parse.page.kind import may_be_one_item, page_kind
from store.parse.page.lines import Line, split_lines
from store.parse.page.pipes import pipe_table
from store.parse.page.rows import item_rows
from store.parse.page.several import meeting_starts
from store.parse.page.wrapping import join_lines, measured
from store.text.dates import find_dates

_EARLY = 3  # items: what tells who came before the business begins
_LONGEST_HEADING = 25  # lines over the list of who came
_ABOVE_LIST = 8  # lines over a list of who came that may head it
_LONGEST_TITLE = 100  # characters
_OPENING = 30  # paragraphs within which a meeting is told to have opened
_ROLL_CALL = re.compile(r"(?:call\sto\sorder|roll\s?call|calling\sof\sthe\sroll)\b", re.IGNORECASE)  # items of business
_NEXT = re.compile(r"\bnext\b.{0,60}\bmeeting\b|\bmeeting\b.{0,20}\bnext\b", re.IGNORECASE)


def parse_meeting(document: Document, corrections: Sequence[Correction] = ()) -> Meeting:
    """The first meeting that a document tells of, as most tell of one.

    Never raises for what the words are: what is not understood is kept as paragraphs. A document that is no minutes
    gives a meeting without date, committee or items, which is for the caller to refuse.
    """
    return parse_meetings(document, corrections)[0]


def parse_meetings(document: Document, corrections: Sequence[Correction] = ()) -> tuple[Meeting, ...]:
    """Every meeting that a document tells of, in its order; at least one.

    What a person has put right stands, and everything else is read around it; one that no longer fits is a doubt.
    """
    hand = placed(document, corrections)
    lines = split_lines(document)
    front = front_matter(lines)
    read_on, aside = set_aside(lines[len(front) :], hand)
    chat = chat_minutes(read_on)
    table = chat.table if chat else item_rows(read_on) or pipe_table(read_on)
    printed = without_navigation(table.lines if table else read_on, document.furniture)
    bars = table.bars if table else ()
    known = [words.paragraph(Kind.FURNITURE) for words in (*(line.words for line in front), *bars)]
    known += chat.beside if chat else []
    beside = sorted([*known, *aside, *printed.furniture], key=lambda paragraph: paragraph.span)
    body = measured(printed.lines)
    starts = meeting_starts(body)
    outside = read_outside(front, document.name) if len(starts) == 1 else Outside(name=document.name)
    bounds = [0, *(body[start].span.start for start in starts[1:]), len(document.text)]
    of_body = pairwise([*starts, len(body)])
    of_page = _divided([paragraph.span.start for paragraph in beside], bounds)
    of_all = _divided([line.span.start for line in lines], bounds)
    outside = chat.told(outside) if chat else outside
    rows = table.rows if table else ()
    return tuple(
        _meeting(
            document,
            Printed(tuple(body[one]), tuple(beside[two]), printed.listed_from),
            lines[all_],
            outside,
            rows,
            Span(*bound),
            hand,
        )
        for one, two, all_, bound in zip(starmap(slice, of_body), of_page, of_all, pairwise(bounds), strict=True)
    )


def _divided(starts: Sequence[int], bounds: Sequence[int]) -> Iterator[slice]:
    """Where sorted offsets fall between each two of `bounds`."""
    return starmap(slice, pairwise(bisect_left(starts, bound) for bound in bounds))


def _headings(printed: Printed, rows: Sequence[int], hand: ByHand) -> tuple[PageKind, Record]:
    """What kind of page it is, the headings of the items that it holds, and its lines that are none of their words."""
    kind, record = _found_headings(printed, rows, hand)
    return kind, replace(record, headings=tuple(held(record.headings, printed.lines, hand))) if hand else record


def _found_headings(printed: Printed, rows: Sequence[int], hand: ByHand) -> tuple[PageKind, Record]:
    kind = page_kind(printed.lines, printed.listed_from)
    if kind is not PageKind.MINUTES:
        return kind, read_record(kind, printed.lines)
    if rows:
        return kind, Record(tuple(row_headings(printed.lines, rows)))
    listed = _listed(printed.lines)
    found = find_headings(printed.lines, printed.listed_from, hand)
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
    told = {
        one.span.start
        for one, under in pairwise(lines)
        if (is_ended(under.text) and tells(under.text)) or (_ROLL_CALL.match(one.text) and begins_attendance(under))
    }
    return block - told


def _meeting(
    document: Document,
    printed: Printed,
    lines: Sequence[Line],
    outside: Outside,
    rows: Sequence[int],
    within: Span,
    hand: ByHand,
) -> Meeting:
    """The meeting that a stretch of a document tells of; `lines` are all of the stretch, furniture too."""
    kind, record = _headings(printed, rows, hand)
    printed, headings = _without_record(printed, record), record.headings
    body_from = headings[0].start if headings else math.inf
    before = [line for line in printed.lines if line.span.start < body_from]
    front, told = _front_and_told(kind, record, before)
    titles = read_heading(front.opening, outside)
    if titles.day is None:
        titles = read_heading([*front.opening, *_heading_below(kind, headings, printed.lines)], outside)
    titles = with_said_heading(titles, within, hand)
    names = [name for name in (titles.committee, titles.council) if name]
    starts = (span.start for one in headings if one.words for span in one.words.spans)
    printed = without_running_lines(printed, names, {*(line.span.start for line in before), *starts})

    business = read_business(kind, headings, front, told, printed.lines, agenda=titles.of_agenda, hand=hand)
    rest = dict(document.full_texts)
    items = tuple(_item(one, body, rest) for one, body in zip(business.headings, business.bodies, strict=True))
    meeting = _assembled(titles, business.front, items, business.bodies, printed)
    meeting = _with_told(meeting, titles, business, [*_attended(business, printed), *people_aside(lines, hand)])
    meeting = replace(meeting, page=kind if business.minuted else PageKind.AGENDA)
    meeting = with_notes_inside(with_said(meeting, within, hand), hand) if hand else meeting
    return replace(
        meeting,
        unread=tuple(_unread(document.text, lines, meeting)),
        doubts=unsettled(doubts_of(document, meeting), hand),
    )


def _without_record(printed: Printed, record: Record) -> Printed:
    """What is printed without the labels and links of a record, the links among the furniture."""
    beside = {line.span.start for line in (*record.labels, *record.links)}
    links = tuple(line.words.paragraph(Kind.FURNITURE) for line in record.links)
    words = tuple(line for line in printed.lines if line.span.start not in beside)
    return replace(printed, lines=words, furniture=(*printed.furniture, *links))


def _front_and_told(kind: PageKind, record: Record, before: Sequence[Line]) -> tuple[Front, Sequence[Line]]:
    """What stands before the items, and what of it tells of business."""
    if kind is PageKind.MINUTES:
        front = front_of(before)
        return front, front.spoken
    if record.headings:
        return record_front(before, record.labels), []
    return record_front([], record.labels), join_lines(before)


def _attended(business: Business, printed: Printed) -> list[Attendance]:
    """Who came or did not: by the list, by what is told before the items, by the items."""
    if people := people_of_chat(printed.furniture):
        return people
    front = business.front
    attendance = read_attendance(front.listed)
    told = [line for line in front.opening if len(line.text) > _LONGEST_TITLE]  # an opening sentence says it too
    attendance += attendance_amid([*told, *front.spoken], listed=bool(attendance))
    attendance += _listed_in_items(business.headings, business.under, listed=bool(attendance))
    return attendance or read_attendance(attendance_block(printed.lines))  # minutes below their agenda


def _with_told(meeting: Meeting, titles: Titles, business: Business, attendance: Sequence[Attendance]) -> Meeting:
    """A meeting with what its paragraphs tell of it: the body, the place, the hours, the chair."""
    texts = list(_texts(meeting))
    if meeting.committee is None and (council := council_told(texts)):
        meeting = replace(meeting, council=council, committee=council)
    start = titles.start or opened_at(texts[:_OPENING]) or opened_at(texts[-_OPENING:])
    noted = next((body.chair for body in business.bodies if body.chair), None)
    return replace(
        meeting,
        venue=meeting.venue or venue_told(texts[:_OPENING]),
        start=start,
        end=closed_at(texts, start) or titles.end,
        attendance=tuple(attendance),
        chair=chair_of(attendance, texts, [titles.chair, noted]),
        minuted=business.minuted,
        doubts=titles.doubts,
    )


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
    titles: Titles, front: Front, items: tuple[Item, ...], bodies: Sequence[Body], printed: Printed
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
