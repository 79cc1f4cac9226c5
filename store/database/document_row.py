"""A document as the store keeps it: to its row, and from its row to the `Document` that can be parsed again.

The bytes are not kept, only their hash: kept are the text, and all that the reader of the bytes knew of its lines.
"""

import json
import sqlite3
from collections.abc import Iterable

from store.database.sql import one_row
from store.model import Document, Format, Look, Span

Row = dict[str, object]

PLAIN_FORMATS = ("text", "html", "moderngov-xml")
"""The formats whose readers know of the lines nothing but their words."""


def document_row(document: Document) -> Row:
    """The columns of a document, all but the seal."""
    return {
        "sha256": document.sha256,
        "name": document.name,
        "url": document.url,
        "format": document.format.value,
        "text": document.text,
        "pages": json.dumps(_pairs(document.pages)),
        "layout": _layout(document),
    }


def kept_document(store: sqlite3.Connection, document_id: int) -> Document | None:
    """The document as its reader made it; None where what the reader knew of its lines was not kept."""
    row = one_row(
        store, "SELECT sha256, name, url, format, text, pages, layout FROM document WHERE id = ?", (document_id,)
    )
    if row["layout"] is None:
        return None
    knew = json.loads(row["layout"])
    return Document(
        name=row["name"],
        sha256=row["sha256"],
        format=Format.named(row["format"]),
        text=row["text"],
        url=row["url"],
        pages=_spans(json.loads(row["pages"])),
        furniture=_spans(knew["furniture"]),
        wraps=None if knew["wraps"] is None else frozenset(knew["wraps"]),
        full_texts=tuple((number, address) for number, address in knew["full_texts"]),
        looks=looks_of(knew.get("looks", ())),  # an older program kept none
        notes=_spans(knew.get("notes", ())),
        scans=tuple(knew.get("scans", ())),
    )


def _layout(document: Document) -> str:
    knew: dict[str, object] = {
        "furniture": _pairs(document.furniture),
        "wraps": None if document.wraps is None else sorted(document.wraps),
        "full_texts": document.full_texts,
    }
    if document.looks:
        knew["looks"] = kept_looks(document.looks)
    if document.notes:
        knew["notes"] = _pairs(document.notes)
    if document.scans:
        knew["scans"] = document.scans
    return json.dumps(knew, separators=(",", ":"))


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


LAYOUT_OF_NOTHING = _layout(Document(name="", sha256="", format=Format.TEXT, text=""))
"""What is kept of the lines of a document whose reader knew nothing of them."""


Numbers = list[int]

_FLAGS = ("bold", "italic", "underlined", "raised", "struck", "hidden", "quoted")  # the first is the lowest bit
_HUNDREDTHS = 100  # of a size: letters are told apart by no less


def kept_looks(looks: Iterable[Look]) -> list[Numbers]:
    """Looks as rows of numbers: start, length, flags, heading, size in hundredths, the cell; without noughts last."""
    return [_numbers(look) for look in looks]


def looks_of(rows: Iterable[Numbers]) -> tuple[Look, ...]:
    """The looks that rows of numbers are."""
    return tuple(_look(*row) for row in rows)


def _numbers(look: Look) -> Numbers:
    flags = sum(1 << bit for bit, name in enumerate(_FLAGS) if getattr(look, name))
    row = [look.span.start, look.span.end - look.span.start, flags, look.heading, round(look.size * _HUNDREDTHS)]
    row += look.cell or ()
    while look.cell is None and row[-1] == 0:
        row.pop()
    return row


def _look(start: int, length: int, flags: int = 0, heading: int = 0, size: int = 0, *cell: int) -> Look:
    named = {name: bool(flags >> bit & 1) for bit, name in enumerate(_FLAGS)}
    place = (cell[0], cell[1], cell[2]) if cell else None
    return Look(Span(start, start + length), heading=heading, size=size / _HUNDREDTHS, cell=place, **named)
