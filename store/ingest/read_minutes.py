"""A file to the meetings in it that have minutes or an agenda: what the processes that read do."""

from pathlib import Path

from store.errors import NotMinutes, UnreadableDocument
from store.model import Document, Item, Meeting
from store.parse.meeting import parse_meetings
from store.readers.reader import read_document

_MOST_ROWS = 50_000  # of a document: a year's bound minutes have a tenth, and storing them takes some seconds
_MOST_BYTES = 50_000_000  # of its text


def read_meetings(path: Path) -> tuple[Document, tuple[Meeting, ...]]:
    """The document at `path` and all the meetings in it, whatever they hold. Raises `UnreadableDocument`."""
    document = read_document(path)
    return document, parse_meetings(document)


def read_minutes(path: Path) -> tuple[Document, list[Meeting]]:
    """The document at `path` and the meetings in it that have minutes or an agenda.

    Raises `UnreadableDocument`, and of these `NotMinutes` when there is no such meeting in it.
    """
    document = read_document(path)
    meetings = minutes_in(document)
    if len(document.text.encode()) > _MOST_BYTES or sum(map(_rows, meetings)) > _MOST_ROWS:
        raise UnreadableDocument(document.name, f"more than {_MOST_ROWS:,} paragraphs, which no minutes have")
    return document, meetings


def _rows(meeting: Meeting) -> int:
    """How many rows a meeting will have in the store, about."""
    under = (len(item.paragraphs) + sum(len(one.clauses) + 1 for one in item.resolutions) + 1 for item in meeting.items)
    return sum(under) + len(meeting.paragraphs) + len(meeting.attendance)


def minutes_in(document: Document) -> list[Meeting]:
    """The meetings in a document that have minutes or an agenda. Raises `NotMinutes` when there is none.

    A recipe has numbered headings too, and a letter a date: a meeting has items, and a date or something resolved.
    """
    with_items = [meeting for meeting in parse_meetings(document) if any(map(_is_business, meeting.items))]
    if not with_items:
        raise NotMinutes(document.name, "no minutes found in it: no items of business")
    kept = [one for one in with_items if one.date is not None or any(item.resolutions for item in one.items)]
    if not kept:
        raise NotMinutes(document.name, "no minutes found in it: no date and nothing resolved")
    return kept


def _is_business(item: Item) -> bool:
    """Whether an item is one: what stands before all headings is no item by itself, unless something is resolved."""
    return bool(item.number or item.title or item.resolutions)
