"""The parts of a Word document: XML files in a zip archive, read with care for what a hostile one may hold."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as DefusedTree

from store.errors import UnreadableDocument

# Of a part, unpacked: the words of a thousand pages take less.
_MOST_BYTES = 24_000_000
_MOST_TAGS = 1_500_000
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a compression that nobody uses
    DefusedTree.ParseError,
)
_OTHER_ARCHIVES = (
    ("xl/workbook.xml", "is an Excel workbook; save it as PDF or text"),
    ("ppt/presentation.xml", "is a PowerPoint presentation; save it as PDF or text"),
    ("content.xml", "is an OpenDocument file; save it as .docx or PDF"),
)
_NO_DOCUMENT = "is a zip archive without a Word document in it; unpack it and add what it holds"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that hold words, or say how they are numbered; None is a part that there is not.

    Tags and attributes are without their namespaces. `pages` are the headers and footers by the ids that sections
    refer to them by.
    """

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    pages: Mapping[str, Element]


def read_parts(name: str, data: bytes) -> Parts:
    """The parts of the Word document `data`. Raises `UnreadableDocument` when it is another archive or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_parts(name, archive)
    except _DAMAGED as error:
        raise UnreadableDocument(name, "is a damaged Word document or zip archive") from error
    except RuntimeError as error:  # what zipfile says of a part under a password
        raise UnreadableDocument(name, "is locked with a password; save a copy without one") from error


def _read_parts(name: str, archive: zipfile.ZipFile) -> Parts:
    main = next((path for kind, path in _relations(name, archive, "").values() if kind == "officeDocument"), "")
    document = _part(name, archive, main)
    if document is None or document.tag != "document":
        paths = archive.namelist()
        raise UnreadableDocument(name, next((what for path, what in _OTHER_ARCHIVES if path in paths), _NO_DOCUMENT))
    related = _relations(name, archive, main)
    only = dict(related.values())
    return Parts(
        document,
        styles=_part(name, archive, only.get("styles", "")),
        numbering=_unwrapped(_part(name, archive, only.get("numbering", ""))),
        footnotes=_part(name, archive, only.get("footnotes", "")),
        endnotes=_part(name, archive, only.get("endnotes", "")),
        pages={
            key: part
            for key, (kind, path) in related.items()
            if kind in {"header", "footer"} and (part := _part(name, archive, path)) is not None
        },
    )


def _relations(name: str, archive: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """What the part at `path` ("" is the whole document) refers to: the kind and the path of each, by its id."""
    folder, base = posixpath.split(path)
    found = _part(name, archive, posixpath.join(folder, "_rels", base + ".rels"))
    return {
        relation.get("Id", ""): (
            relation.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
        )
        for relation in (found if found is not None else ())
        if relation.get("TargetMode") != "External"
    }


def _part(name: str, archive: zipfile.ZipFile, path: str) -> Element | None:
    """The part at `path`, parsed; None when there is none."""
    try:
        entry = archive.getinfo(path)
    except KeyError:
        return None
    with archive.open(entry) as part:
        xml = part.read(_MOST_BYTES + 1)  # a bomb tells lies about its size
    if len(xml) > _MOST_BYTES or xml.count(b"<") > _MOST_TAGS:
        raise UnreadableDocument(name, "holds more than a thousand pages when it is unpacked; split it")
    try:
        root: Element = DefusedTree.fromstring(xml, forbid_dtd=True)
    except DefusedXmlException as error:  # Word declares no document type, and entity bombs are made of them
        raise UnreadableDocument(name, "is not a Word document as Word writes it (it declares a DOCTYPE)") from error
    for element in root.iter():
        element.tag = _local(element.tag)
        element.attrib = {_local(key): value for key, value in element.attrib.items()}
    return root


def _unwrapped(part: Element | None) -> Element | None:
    """A part with what is written for newer programs in the place of what is written for older ones."""
    for parent in part.iter() if part is not None else ():
        if parent.find("AlternateContent") is not None:
            parent[:] = [
                inside
                for child in parent
                for inside in ([child] if child.tag != "AlternateContent" else child.find("Choice") or ())
            ]
    return part


def _local(name: str) -> str:
    return name.rpartition("}")[2]
