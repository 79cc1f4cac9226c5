"""Where documents were published that do not say so themselves, as PDF and Word do not: what a person tells of them."""

import re
from pathlib import Path

from store.database.checksums import document_hash, seal_document
from store.database.connect import transaction, writing
from store.database.sql import one_row
from store.errors import MinutebookError
from store.permalinks.lookup import find_place
from store.text.clean import clean_line

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class NoAddress(MinutebookError):
    """What was told is no whole web address."""


def web_address(told: str) -> str:
    """`told` as an address that a citation may print. Raises `NoAddress`."""
    address = clean_line(told)
    if not _ADDRESS.fullmatch(address):
        raise NoAddress(f"“{address}” is no web address; it would begin with https:// or http://.")
    return address


def set_address(path: Path, place: str, address: str) -> str:
    """Tell the store at `path` where the document that a place is cited from was published; the document's name.

    Raises `NotFound` when there is no such place, and `NoAddress`. Damage of the document stays to be seen.
    """
    address = web_address(address)
    with writing(path) as db, transaction(db):
        document = one_row(
            db.conn,
            "SELECT document.id, name, seal FROM meeting_document JOIN document ON document.id = document_id"
            " WHERE meeting_id = ? ORDER BY is_primary DESC LIMIT 1",
            (find_place(db.conn, place).meeting_id,),
        )
        whole = document["seal"] == document_hash(db.conn, document["id"])
        db.execute("UPDATE document SET url = ? WHERE id = ?", (address, document["id"]))
        if whole:
            seal_document(db.conn, document["id"])
        return str(document["name"])
