"""The corrections that a document of the store was read around: rows beside it, for its evidence to tell of them."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.corrections.correction import Correction, place_in
from store.model import Document

if TYPE_CHECKING:
    from sqlite_utils import Database


def keep_corrections(db: "Database", document_id: int, document: Document, corrections: Sequence[Correction]) -> None:
    """Keep what a document was read around, in place of what was kept before; in a transaction."""
    db.execute("DELETE FROM correction WHERE document_id = ?", (document_id,))
    rows: list[tuple[object, ...]] = []
    for one in corrections:
        place = place_in(document.text, one)
        span = place or one.span
        said = (document_id, one.kind.value, one.words, one.value, one.number, json.dumps(one.starts))
        rows.append((*said, int(place is not None), span.start, span.end))
    db.conn.executemany(_KEEP, rows)


_KEEP = """
    INSERT INTO correction (document_id, kind, words, value, number, starts, fits, start, "end")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
