"""What is laid upon a PDF page and shown with it: the fields of forms as filled in, text written over it."""

import ctypes
from typing import TYPE_CHECKING, NamedTuple

from store.text.clean import clean_line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_FREE_TEXT, _STRIKE_OUT, _STAMP, _FIELD = 3, 12, 13, 20  # the subtypes of annotations, as pdfium counts them
_SHOWN = frozenset({_FREE_TEXT, _STAMP, _FIELD})
_HIDDEN = 2 | 32  # flags: hidden, and not shown on a screen
_MOST = 2_000  # annotations of a page
_LONGEST = 20_000  # bytes of what one says
_SIDE = 4  # bytes: what an appearance has at least that draws anything


class Laid(NamedTuple):
    """Words laid upon a page without a drawing of their own, and where: left, bottom, right, top in points."""

    words: str
    box: tuple[float, float, float, float]


class Layers(NamedTuple):
    """What is laid upon a page: words to be set, and what is struck out."""

    words: tuple[Laid, ...] = ()
    struck: tuple[tuple[float, float, float, float], ...] = ()
    drawn: bool = False


def layers_of(page: "PdfPage") -> Layers:
    """What annotations lay upon a page. `drawn`: some draw themselves, and are read once they are part of the page."""
    from pypdfium2 import raw

    words: list[Laid] = []
    struck: list[tuple[float, float, float, float]] = []
    drawn = False
    for at in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            if kind == _STRIKE_OUT:
                struck.append(_box(annotation))
            elif kind in _SHOWN:
                if raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _SIDE:
                    drawn = True
                elif said := _said(annotation, kind):
                    words.append(Laid(said, _box(annotation)))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return Layers(tuple(words), tuple(struck), drawn)


def with_drawn(pdf: "PdfDocument", number: int, page: "PdfPage") -> "PdfPage":
    """The page with what its annotations draw made part of it; it takes the place of `page`, which is closed."""
    from pypdfium2 import raw

    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[number]


def _said(annotation: object, kind: int) -> str:
    """What an annotation says that draws nothing: the value of a field, or its words."""
    if kind == _FIELD and _text(annotation, "FT") not in {"Tx", "Ch", ""}:
        return ""  # a box says nothing by its value, and a signature has none
    return clean_line(_text(annotation, "V" if kind == _FIELD else "Contents"))


def _text(annotation: object, key: str) -> str:
    from pypdfium2 import raw

    name = key.encode("ascii")
    length = min(raw.FPDFAnnot_GetStringValue(annotation, name, None, 0), _LONGEST)
    room = ctypes.create_string_buffer(length + 2)
    raw.FPDFAnnot_GetStringValue(annotation, name, ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return room.raw[:length].decode("utf-16-le", "replace").partition("\0")[0]


def _box(annotation: object) -> tuple[float, float, float, float]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    return min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top)
