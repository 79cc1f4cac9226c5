"""A document that is put right: its reading, what was said of it, and the store and the desk that keep both."""

import asyncio
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import NotFound
from store.model import Document, Meeting, Span
from tui.session.user_data import UserDataClient

if TYPE_CHECKING:
    from store.corrections.correction import Correction
    from store.views.evidence_places import EvidenceSource


@dataclass(frozen=True, slots=True)
class Correctable:
    """A meeting of a document, as it is read around what was put right; `number` is its place in the document."""

    document: Document
    source: "EvidenceSource"
    meeting: Meeting
    corrections: "tuple[Correction, ...]" = ()
    number: int = 0


class CorrectingSession:
    """Opens documents to be put right, keeps what is said of them, and has them read again."""

    def __init__(self, path: Path, kept: UserDataClient) -> None:
        self._path = path
        self._kept = kept

    async def open(self, permalink: str) -> Correctable:
        """The document that a place is read from. Raises `MinutebookError` where it cannot be read again."""
        document, source = await asyncio.to_thread(self._document, permalink)
        corrections = await self._kept.corrections(document.sha256)
        return await asyncio.to_thread(_read, document, source, corrections)

    async def put(self, of: Correctable, said: "Sequence[Correction]") -> Correctable:
        """Keep corrections, and read what is near them again at once."""
        await self._kept.put_right(said, of.document.name)
        return await self._near(of)

    async def undo(self, of: Correctable) -> Correctable | None:
        """Take the last change back, whatever it was of; None where there is none."""
        undone = await self._kept.undo()
        return None if undone is None else await self._near(of)

    async def settle(self, of: Correctable) -> Correctable:
        """The whole document read again, and put into the store as it is read now. Raises `MinutebookError`."""
        return await asyncio.to_thread(self._settle, of)

    async def _near(self, of: Correctable) -> Correctable:
        from store.parse.by_hand.near import read_near

        now = await self._kept.corrections(of.document.sha256)
        meeting = await asyncio.to_thread(read_near, of.document, of.meeting, of.corrections, now)
        return replace(of, meeting=meeting, corrections=now)

    def _document(self, permalink: str) -> "tuple[Document, EvidenceSource]":
        from store.database.connect import open_for_reading
        from store.database.document_row import kept_document
        from store.views.evidence_places import evidence

        with closing(open_for_reading(self._path)) as store:
            source = evidence(store, permalink)[0]
            document = kept_document(store, source.key)
        if document is None:
            raise NotFound(f"An older minutebook stored {source.name}; add its file again, and then put it right.")
        return document, source

    def _settle(self, of: Correctable) -> Correctable:
        from store.ingest.corrected import correct_document

        correct_document(self._path, of.document.sha256, of.corrections)
        return _read(of.document, of.source, of.corrections, of.number)


def _read(
    document: Document, source: "EvidenceSource", corrections: "tuple[Correction, ...]", number: int | None = None
) -> Correctable:
    from store.parse.meeting import parse_meetings

    meetings = parse_meetings(document, corrections)
    if number is None or number >= len(meetings):
        begins = [_first(meeting).start for meeting in meetings]
        number = max((at for at, start in enumerate(begins) if start <= source.start), default=0)
    return Correctable(document, source, meetings[number], corrections, number)


def _first(meeting: Meeting) -> Span:
    """The first words of a meeting."""
    spans = [paragraph.span for paragraph in meeting.paragraphs] + [item.span for item in meeting.items]
    return min(spans, default=Span(0, 0))
