"""The evidence of a place: the documents that tell of its meeting, and where in which of them its words stand."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from store.database.sql import rows
from store.errors import NotFound
from store.model import Format, Span
from store.permalinks.lookup import Place, find_place

_CLAUSE = (
    "SELECT document_id, start, end FROM clause WHERE id = :key"
    " UNION ALL SELECT document_id, start, end FROM point WHERE clause_id = :key"
)
_RESOLUTION = "SELECT document_id, start, end FROM resolution WHERE id = :key"
_ITEM = (
    "SELECT document_id, start, end FROM paragraph WHERE item_id = :key AND kind <> 'furniture' AND"
    " (text = :said OR NOT EXISTS (SELECT 1 FROM paragraph WHERE item_id = :key AND text = :said))"
)
_MEETING = (  # "+": by the meeting, and not by the index of items, where all paragraphs without one stand together
    "SELECT document_id, start, end FROM paragraph WHERE meeting_id = :key AND +item_id IS NULL AND kind = 'heading'"
)


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """A document of a meeting, without its text; `spans` are the words of the place in it, none in other documents.

    `url` is where it was published, as far as it says so; `path` where its file was, as far as that is known. `pages`
    are empty where its format has none.
    """

    key: int
    name: str
    format: Format
    sha256: str
    url: str | None
    pages: tuple[Span, ...]
    spans: tuple[Span, ...]
    path: str | None = None

    @property
    def start(self) -> int:
        """The first character of the words, or of the document where they are not in it."""
        return self.spans[0].start if self.spans else 0

    def at(self, span: Span) -> "EvidenceSource":
        """The same document, with other words as evidence."""
        return replace(self, spans=(span,))

    def page_of(self, offset: int) -> int | None:
        """The number of the page that a character stands on, from 1; None where there are no pages."""
        before = sum(page.start <= offset for page in self.pages)
        return max(before, 1) if self.pages else None


def evidence(store: sqlite3.Connection, permalink: str, said: str = "") -> tuple[EvidenceSource, ...]:
    """The documents that tell of a place, the one that its words are from first, then the others of its meeting.

    Of an item, `said` are the words of the one paragraph that is meant. Raises `NotFound` when there is no such place,
    or no document that tells of it.
    """
    place = find_place(store, permalink)
    told = {document_id: tuple(sorted(spans)) for document_id, spans in _spans(store, place, said)}
    sources = sources_of(store, place.meeting_id, told)
    if not sources:
        raise NotFound(f"No document in the store tells of {place.permalink}.")
    return tuple(sorted(sources, key=lambda source: not source.spans))


def sources_of(
    store: sqlite3.Connection, meeting_id: int, told: Mapping[int, tuple[Span, ...]]
) -> list[EvidenceSource]:
    """The documents that tell of a meeting, the primary one first; `told` are the words that are evidence in each."""
    asked = (
        f"SELECT document.id, name, format, sha256, url, pages, {_path(store)} AS path FROM meeting_document"  # noqa: S608 (a name of our own)
        " JOIN document ON document.id = document_id WHERE meeting_id = ? ORDER BY is_primary DESC, document.id"
    )
    return [
        EvidenceSource(
            key=row["id"],
            name=row["name"],
            format=Format(row["format"]),
            sha256=row["sha256"],
            url=row["url"],
            pages=_pages(row["pages"]),
            spans=told.get(row["id"], ()),
            path=row["path"],
        )
        for row in rows(store, asked, (meeting_id,))
    ]


def source_text(store: sqlite3.Connection, key: int) -> str:
    """The text of a document, into which every span of it points."""
    return str(store.execute("SELECT text FROM document WHERE id = ?", (key,)).fetchone()[0])


def _path(store: sqlite3.Connection) -> str:
    """The column of paths; a store that was not written to since there is one is read without."""
    columns = {row["name"] for row in rows(store, "PRAGMA table_info (document)")}
    return "path" if "path" in columns else "NULL"


def _spans(store: sqlite3.Connection, place: Place, said: str) -> Iterator[tuple[int, list[Span]]]:
    """For each document, where the words of a place stand in it: of a meeting, its heading."""
    if place.clause_id is not None:
        question, key = _CLAUSE, place.clause_id
    elif place.resolution_id is not None:
        question, key = _RESOLUTION, place.resolution_id
    elif place.item_id is not None:
        question, key = _ITEM, place.item_id
    else:
        question, key = _MEETING, place.meeting_id
    found: dict[int, list[Span]] = {}
    for row in rows(store, question, {"key": key, "said": said}):
        found.setdefault(row["document_id"], []).append(Span(row["start"], row["end"]))
    yield from found.items()


def _pages(stored: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(stored))
