"""The way in: a file to a `Document`, by what it holds and then by its name."""

import hashlib
from pathlib import Path

from store.clean import clean, clean_line
from store.errors import UnreadableDocument
from store.model import Document
from store.readers import markdown, text

# The first bytes of what is no text and has no reader yet.
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word or other zipped document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
)


def read_document(path: Path) -> Document:
    """Read the file at `path`. Raises `UnreadableDocument` naming it and the reason."""
    name = clean_line(path.name)
    try:
        if not path.is_file():
            raise UnreadableDocument(name, "is not a file" if path.exists() else "does not exist")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(name, f"cannot be read ({error.strerror})") from error
    return document_from_bytes(name, data)


def document_from_bytes(name: str, data: bytes) -> Document:
    """The `Document` that `data` holds. Raises `UnreadableDocument` when it is no text or has no words."""
    for first, what in _OTHER_FORMATS:
        if data.startswith(first):
            raise UnreadableDocument(name, f"is {what}; only text can be read so far: save it as text")
    decoded = text.decode(data)
    if decoded is None:
        raise UnreadableDocument(name, "is not text")
    words = markdown.without_marks(clean(decoded))
    if not words.strip():
        raise UnreadableDocument(name, "is empty")
    return Document(name=name, sha256=hashlib.sha256(data).hexdigest(), format="text", text=words)
