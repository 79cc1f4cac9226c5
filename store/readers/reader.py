"""The way in: a file to a `Document`, by what it holds and then by its name."""

import hashlib
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from store.errors import UnreadableDocument
from store.model import Document, Format
from store.readers.decoding import decode, starred_text
from store.readers.hyphens import without_soft_hyphens
from store.readers.mail import is_message, minutes_part
from store.readers.markdown.markdown_text import has_marks, markdown_text
from store.readers.printed import PrintedText, document_of
from store.readers.regular_file import NotRegular, open_regular
from store.readers.styled import Styled
from store.readers.web import html, moderngov, moderngov_xml
from store.readers.web.markup import parse_markup
from store.text.clean import clean_line, clean_source

_MOST_BYTES = 200_000_000  # of a file: a scan of a thousand pages is about so large
_MARKDOWN = frozenset({".markdown", ".md", ".mdown", ".mkd", ".qmd", ".rmd"})
_PDF = b"%PDF-"
_BEFORE_PDF = b"\xef\xbb\xbf\0 \t\r\n"  # what careless programs write first
_ZIP = b"PK\x03\x04"
_NOT_READ = (
    (b"\xd0\xcf\x11\xe0", "is an old or a locked Word document; save it as .docx without a password"),
    (b"{\\rtf", "is an RTF document; save it as .docx"),
)


def read_document(path: Path) -> Document:
    """Read the file at `path`. Raises `UnreadableDocument` naming it and the reason."""
    name = clean_line(path.name) or clean_line(str(path))
    try:
        return document_from_bytes(name, _bytes_of(name, path))
    except ValueError as error:  # of the path: it holds what no path can
        raise UnreadableDocument(name, "is no name of a file") from error
    except OSError as error:
        reason = "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise UnreadableDocument(name, reason) from error


def read_bytes(data: bytes, path: Path) -> Document:
    """`document_from_bytes` of what was read already; `path` only names it."""
    return document_from_bytes(clean_line(path.name), data)


def _bytes_of(name: str, path: Path) -> bytes:
    """The bytes of a regular file of some size, and of nothing else."""
    try:
        with open_regular(path) as file:
            return bounded(name, file)
    except NotRegular as error:
        raise UnreadableDocument(name, str(error.strerror)) from error


def bounded(name: str, file: BinaryIO) -> bytes:
    """All that an open file holds. Raises `UnreadableDocument` when that is more than minutes are."""
    data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UnreadableDocument(name, f"is larger than {_MOST_BYTES // 1_000_000} MB; split it")
    return data


def document_from_bytes(name: str, data: bytes) -> Document:
    """The `Document` that `data` holds. Raises `UnreadableDocument` when it has no words, or none that can be read."""
    if data.lstrip(_BEFORE_PDF).startswith(_PDF):
        from store.readers.pdf.pdf_document import read_pdf

        return read_pdf(name, data)
    if data.startswith(_ZIP):
        from store.readers.docx.word_document import read_docx

        return read_docx(name, data)
    for first, reason in _NOT_READ:
        if data.startswith(first):
            raise UnreadableDocument(name, reason)
    if is_message(name, data):
        return _in_message(name, data)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableDocument(name, "is not text")
    read = _read_text(name, decoded)
    if not read.words.text.strip():
        raise UnreadableDocument(name, "is empty")
    return document_of(name, data, read.format, read.words, url=read.url, full_texts=read.full_texts)


def _in_message(name: str, data: bytes) -> Document:
    """The document that an e-mail or a saved page holds, under the name and the hash of the whole file."""
    part = minutes_part(name, data)
    if is_message(part.name, part.data):
        raise UnreadableDocument(name, "is an e-mail in an e-mail; save the inner one and add it")
    try:
        document = document_from_bytes(part.name, part.data)
    except UnreadableDocument as error:
        raise UnreadableDocument(name, f"holds {clean_line(part.name)}, which {error.reason}") from error
    return replace(document, name=name, sha256=hashlib.sha256(data).hexdigest(), url=part.url or document.url)


class _Read(NamedTuple):
    """A file of text as its format reads it: the words, and the addresses that it gives of itself and of more."""

    format: Format
    words: PrintedText
    url: str | None = None
    full_texts: tuple[tuple[str, str], ...] = ()


def _read_text(name: str, decoded: str) -> _Read:
    suffix = PurePath(name).suffix.lower()
    if moderngov_xml.is_reply(decoded) or (suffix == ".xml" and not html.is_page(decoded)):
        return _Read(Format.MODERNGOV_XML, *moderngov_xml.reply_text(name, decoded))
    if html.is_page(decoded) or suffix in html.SUFFIXES:
        tree = parse_markup(name, decoded)
        if not moderngov.is_moderngov(tree):
            return _Read(Format.HTML, html.page_text(tree), html.address_of(tree, decoded))
        url = moderngov.moderngov_address(tree, decoded)
        return _Read(Format.MODERNGOV_HTML, moderngov.moderngov_text(tree), url, moderngov.full_texts(tree, url))
    words = clean_source(decoded)
    if suffix in _MARKDOWN or has_marks(words):
        return _Read(Format.TEXT, markdown_text(name, words))
    return _Read(Format.TEXT, starred_text(without_soft_hyphens(Styled(words)).text))
