"""Documents that a store keeps, read again by the reader that there is now."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.corrections.correction import Correction
from store.database.checksums import document_hash
from store.database.document_row import kept_document
from store.database.error_texts import UNREADABLE
from store.errors import UnreadableDocument
from store.ingest.read_minutes import minutes_in
from store.model import Document, Meeting, Span


class NotAgain(Exception):
    """Why a document cannot be read again."""


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """A meeting of a store as far as a reading is told to be of it: its key, day, and where its places stand."""

    meeting_id: int
    permalink: str
    day: str | None  # ISO
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """A document as it is read now: the meetings in it by the stored ones they are, and those that are new."""

    document: Document
    known: dict[int, Meeting]
    new: tuple[Meeting, ...]


def read_again(
    store: sqlite3.Connection, document_id: int, stored: Sequence[StoredMeeting], corrections: Sequence[Correction] = ()
) -> ReadAgain:
    """A document read again, and which of its meetings each of `stored` is, which have their text from it.

    It is read around what a person has put right in it. Raises `NotAgain` where the document is no longer what was
    stored, or gives no minutes now.
    """
    try:
        (seal,) = store.execute("SELECT seal FROM document WHERE id = ?", (document_id,)).fetchone()
        if seal != document_hash(store, document_id):
            raise NotAgain("its document has changed since it was stored")
        document = kept_document(store, document_id)
        if document is None:
            raise NotAgain(
                "an older minutebook stored it, without all that reading it again takes; add its file again first"
            )
        meetings = minutes_in(document, corrections)
    except UnreadableDocument as error:
        raise NotAgain(error.reason) from error
    except UNREADABLE as error:
        raise NotAgain(f"its document cannot be read ({error})") from error
    known: dict[int, Meeting] = {}
    left = list(meetings)
    for _, one, reading in sorted(_pairs(stored, meetings), key=lambda pair: pair[0], reverse=True):
        if one.meeting_id not in known and any(reading is other for other in left):
            known[one.meeting_id] = reading
            left = [other for other in left if other is not reading]
    return ReadAgain(document, known, tuple(left))


def _pairs(
    stored: Sequence[StoredMeeting], meetings: Sequence[Meeting]
) -> Iterator[tuple[tuple[bool, int], StoredMeeting, Meeting]]:
    """Each stored meeting with each reading, and how well they fit: the day, then how many places lie in it."""
    for one in stored:
        day = date.fromisoformat(one.day) if one.day else None
        for reading in meetings:
            spans = list(_spans(reading))
            begin, end = min(span.start for span in spans), max(span.end for span in spans)
            inside = sum(begin <= place.start < end for place in one.places)
            if inside or reading.date == day or (len(stored) == len(meetings) == 1):
                yield (reading.date == day, inside), one, reading


def _spans(meeting: Meeting) -> Iterator[Span]:
    """Where a meeting stands: its items, or its paragraphs where it has none."""
    for item in meeting.items:
        yield item.span
        yield from (paragraph.span for paragraph in item.paragraphs)
    if not meeting.items:
        yield from (paragraph.span for paragraph in meeting.paragraphs)
