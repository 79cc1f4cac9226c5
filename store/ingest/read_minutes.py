"""A file to the meetings in it that have minutes or an agenda: what the processes that read do."""

import re
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from store.corrections.correction import NOTHING_PUT_RIGHT, Correction, CorrectionsByDocument
from store.errors import NotMinutes, UnreadableDocument
from store.model import Document, Item, Kind, Meeting, PageKind, Paragraph
from store.parse.meeting import parse_meetings
from store.readers.reader import read_document

_MOST_ROWS = 50_000  # of a document: a year's bound minutes have a tenth, and storing them takes some seconds
_FEWEST_PEOPLE = 2  # in a list of who came
_MINUTES = re.compile(
    r"^(?:(?:draft|unconfirmed|approved)\s)?(?:minutes?|notes?)\b.{0,60}\b(?:meeting|held|of|from)\b|\bminutes?:?$|\bcofnodion\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"minutes|cofnodion|\bagm\b", re.IGNORECASE)  # a file that is called so
_MOST_BYTES = 50_000_000  # of its text


def read_meetings(
    path: Path, corrections: CorrectionsByDocument = NOTHING_PUT_RIGHT
) -> tuple[Document, tuple[Meeting, ...]]:
    """The document at `path` and all the meetings in it, whatever they hold. Raises `UnreadableDocument`."""
    document = read_document(path)
    return document, parse_meetings(document, corrections.get(document.sha256, ()))


def read_minutes(path: Path, corrections: CorrectionsByDocument = NOTHING_PUT_RIGHT) -> tuple[Document, list[Meeting]]:
    """The document at `path` and the meetings in it that have minutes or an agenda.

    What a person has put right in it stands. Raises `UnreadableDocument`, and of these `NotMinutes` when there is no
    such meeting in it.
    """
    document = read_document(path)
    meetings = minutes_in(document, corrections.get(document.sha256, ()))
    if len(document.text.encode()) > _MOST_BYTES or sum(map(_rows, meetings)) > _MOST_ROWS:
        raise UnreadableDocument(document.name, f"more than {_MOST_ROWS:,} paragraphs, which no minutes have")
    return document, meetings


def _rows(meeting: Meeting) -> int:
    """How many rows a meeting will have in the store, about."""
    under = (len(item.paragraphs) + sum(len(one.clauses) + 1 for one in item.resolutions) + 1 for item in meeting.items)
    return sum(under) + len(meeting.paragraphs) + len(meeting.attendance)


def minutes_in(document: Document, corrections: Sequence[Correction] = ()) -> list[Meeting]:
    """The meetings in a document that have minutes or an agenda. Raises `NotMinutes` when there is none.

    A recipe has numbered headings too, and a letter a date: a meeting has items, and a date or something resolved, or
    what its agenda said of them, or who came. Minutes that tell all in plain paragraphs have their heading: "Minutes",
    with a day, or a list of who came. A page known by its kind (one item, an issue, a decision) is never refused.
    """
    meetings, named = parse_meetings(document, corrections), bool(_NAMED.search(document.name))
    with_items = [
        one for one in meetings if _is_known(one) or any(map(_is_business, one.items)) or _is_headed(one, named=named)
    ]
    if not with_items:
        raise NotMinutes(document.name, "no minutes found in it: no items of business")
    kept = [
        one
        for one in with_items
        if one.date is not None or _is_known(one) or any(map(_is_minuted, one.items)) or _is_attended(one) or named
    ]
    if not kept:
        raise NotMinutes(document.name, "no minutes found in it: no date and nothing resolved")
    return kept


def _is_headed(meeting: Meeting, *, named: bool) -> bool:
    """Whether a meeting without items has the heading of minutes: their name and a day, or a body, a day, who came.

    `named`: the file's name says that it is minutes.
    """
    named = named or any(_MINUTES.search(one.text) for one in meeting.paragraphs if one.kind is Kind.HEADING)
    return meeting.date is not None and (named or (meeting.committee is not None and _is_attended(meeting)))


def _is_attended(meeting: Meeting) -> bool:
    return len(meeting.attendance) >= _FEWEST_PEOPLE


def _is_known(meeting: Meeting) -> bool:
    """Whether a page is known by its kind, and has something in it.

    Any letter with a line over it may be a page of one item: a line of the page has to say so ("Agenda item",
    "Minutes:"), or tell the page apart into what was asked and what was said.
    """
    told = chain(meeting.paragraphs, *(item.paragraphs for item in meeting.items))
    return meeting.page not in (PageKind.MINUTES, PageKind.AGENDA) and bool(meeting.items) and any(map(_tells, told))


def _tells(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading, a label or what an agenda said: what only pages about meetings have."""
    is_label = paragraph.kind is Kind.FURNITURE and paragraph.text.endswith(":")
    return is_label or paragraph.kind in (Kind.HEADING, Kind.AGENDA)


def _is_minuted(item: Item) -> bool:
    """Whether something is resolved under an item, or it holds what an agenda said of it."""
    return bool(item.resolutions) or any(paragraph.kind is Kind.AGENDA for paragraph in item.paragraphs)


def _is_business(item: Item) -> bool:
    """Whether an item is one: what stands before all headings is no item by itself, unless something is resolved."""
    return bool(item.number or item.title or item.resolutions)
