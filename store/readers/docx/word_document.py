"""DOCX: minutes as Word shows them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from store.errors import UnreadableDocument
from store.model import Document, Format
from store.readers.breaks import leads_over
from store.readers.docx.parts import Parts, read_parts
from store.readers.docx.word_text import WordText
from store.readers.finish import finished
from store.readers.printed import PrintedLine, document_of, is_said_again, set_pages, with_relative_sizes

_END = PrintedLine("")


def read_docx(name: str, data: bytes) -> Document:
    """The `Document` in the Word file `data`.

    What the header of the first page says and the minutes do not say again stands at the top, among the words. The
    other headers and the footers stand at the end, as furniture. Raises `UnreadableDocument` when the file has no
    words, is locked or damaged, or is another kind of archive.
    """
    parts = read_parts(name, data)
    try:
        lines = _lines(parts)
    except RecursionError as error:
        raise UnreadableDocument(name, "is nested too deeply to be read") from error
    if all(line.furniture for line in lines):
        raise UnreadableDocument(name, "has no words in it")
    printed = set_pages([lines])
    return document_of(name, data, Format.DOCX, printed)


def _lines(parts: Parts) -> list[PrintedLine]:
    """The lines of the minutes, and after them those that are the pages' own, each once."""
    words = WordText(parts)
    body = list(words.lines(parts.document))
    references = list(_references(parts.document))
    pages = {key: list(words.lines(part)) for key, part in parts.pages.items() if key in references}
    first = pages.get(_first_header(parts.document), [])
    head = [line for line in first if not is_said_again(line.text, (line.text for line in body))]
    told = {line.text for line in head}
    furniture = dict.fromkeys(line.text for key in references for line in pages.get(key, ()) if line.text not in told)
    whole = [replace(one, wraps=one.wraps or leads_over(one.text, two.text)) for one, two in pairwise([*body, _END])]
    printed = [*head, *whole, *(PrintedLine(text, furniture=True) for text in furniture)]
    return with_relative_sizes(finished(printed))


def _references(document: Element) -> Iterator[str]:
    """The ids of the headers and footers of all sections."""
    for section in document.iter("sectPr"):
        yield from (child.get("id", "") for child in section if child.tag in {"headerReference", "footerReference"})


def _first_header(document: Element) -> str:
    """The id of the header of the first page, "" when it has none."""
    section = next(document.iter("sectPr"), Element("sectPr"))
    kind = "default" if section.find("titlePg") is None else "first"
    headers = (child for child in section.iter("headerReference") if child.get("type", "default") == kind)
    return next((header.get("id", "") for header in headers), "")
