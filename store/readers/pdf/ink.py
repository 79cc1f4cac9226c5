"""How the letters of a PDF are printed: in which face and colour, and whether anybody can see them."""

import ctypes
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from store.model import Look
from store.readers.styled import PLAIN

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_BOLD = re.compile(r"bold|black|heavy|demi|-bd\b|,b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|-it\b", re.IGNORECASE)
_BOLD_WEIGHT = 600  # of 100 to 900; 0 where the font does not say
_MOST_WEIGHT = 950  # what is said beyond that means nothing
_NAMELESS = re.compile(r"[A-Z]{0,2}\d{1,4}|(?:CID)?Font\w{0,8}", re.IGNORECASE)  # what some converters call fonts
_TABLES, _ENTRY = 12, 16  # bytes: where the tables of a font's file are listed, and what each takes
_HEAD, _STYLE = 54, 44  # bytes: of the table `head`, and where in it the style is
_LARGEST_FONT = 8_000_000  # bytes
_FORCE_BOLD = 1 << 18  # of a font's flags (PDF 1.7, table 123)
_NAME_ROOM = 200  # bytes for the name of a font or a mark
_STROKED = 2  # filled and drawn around: how some programs print bold
_INVISIBLE = 3
_WHITE = 250  # of 255: each of red, green and blue at least
_OPTIONAL = "OC"  # the mark of what a layer holds, which may be switched off
_LEAST_CONTRAST = 24  # of 255 shades: what shows less of words shows none
_WIDEST = 2000  # pixels of a page that is looked at
_PICTURE = 3  # the type of an object that is an image
_LEAST_PICTURE = 0.5  # of the page: a scan with its words under it
_MOST_OBJECTS = 2000  # that are asked whether they are the scan


class Ink(NamedTuple):
    """How letters are printed. `doubtful`: perhaps nobody sees them."""

    look: Look = PLAIN
    font: str = ""
    doubtful: bool = False


class Inks:
    """The inks of a page's letters, to be asked for where a word begins: letters printed alike have the very same."""

    def __init__(self, page: "PdfPage", text_page: "PdfTextPage") -> None:
        self._page = page
        self._text_page = text_page
        self._of_objects: dict[int | None, Ink] = {None: Ink()}
        self._inks: dict[Ink, Ink] = {}
        self._of_fonts: dict[int | None, tuple[str, bool, bool]] = {}

    def of(self, index: int) -> Ink:
        """The ink of the letter at `index`."""
        from pypdfium2 import raw

        written = raw.FPDFText_GetTextObject(self._text_page.raw, index)
        key = ctypes.cast(written, ctypes.c_void_p).value
        if key not in self._of_objects:
            self._of_objects[key] = self._ink(written)
        return self._of_objects[key]

    def _ink(self, written: object) -> Ink:
        from pypdfium2 import raw

        font = raw.FPDFTextObj_GetFont(written)
        key = ctypes.cast(font, ctypes.c_void_p).value
        if key not in self._of_fonts:
            self._of_fonts[key] = _face(font)
        name, bold, italic = self._of_fonts[key]
        mode = raw.FPDFTextObj_GetTextRenderMode(written)
        look = replace(PLAIN, bold=bold or mode == _STROKED, italic=italic)
        ink = Ink(look, name, mode == _INVISIBLE or _is_white(written) or _is_optional(written))
        return self._inks.setdefault(ink, ink)


def unseen(page: "PdfPage", boxes: Iterable[tuple[float, float, float, float]]) -> list[bool]:
    """Of each box on a page (left, bottom, right, top in its own points) whether nothing shows there.

    The words under a scan are seen in it.
    """
    places = list(boxes)
    if _is_scan(page):
        return [False] * len(places)
    from pypdfium2 import raw

    longest = max(page.get_size())
    bitmap = page.render(scale=min(2.0, _WIDEST / max(longest, 1.0)), grayscale=True, may_draw_forms=False)
    width, height, stride, shades = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    x, y = ctypes.c_int(), ctypes.c_int()

    def pixel(across: float, up: float) -> tuple[int, int]:
        raw.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, across, up, x, y)
        return min(max(x.value, 0), width), min(max(y.value, 0), height)

    def nothing_at(box: tuple[float, float, float, float]) -> bool:
        (one_x, one_y), (two_x, two_y) = pixel(box[0], box[1]), pixel(box[2], box[3])
        left, right = sorted((one_x, two_x))
        rows = range(*sorted((one_y, two_y)))
        there = b"".join(shades[row * stride + left : row * stride + right] for row in rows)
        return not there or max(there) - min(there) < _LEAST_CONTRAST

    return [nothing_at(box) for box in places]


def _face(font: object) -> tuple[str, bool, bool]:
    """The name of a font, whether it is bold, and whether it is italic."""
    from pypdfium2 import raw

    room = ctypes.create_string_buffer(_NAME_ROOM)
    raw.FPDFFont_GetBaseFontName(font, room, _NAME_ROOM)
    name = room.value.decode("ascii", "replace").rpartition("+")[2]
    heavy = _BOLD_WEIGHT <= raw.FPDFFont_GetWeight(font) <= _MOST_WEIGHT
    forced = bool(max(raw.FPDFFont_GetFlags(font), 0) & _FORCE_BOLD)
    bold, italic = heavy or forced or bool(_BOLD.search(name)), bool(_ITALIC.search(name))
    if _NAMELESS.fullmatch(name):
        in_file = _style_in_file(font)
        bold, italic = bold or bool(in_file & 1), italic or bool(in_file & 2)
    return name, bold, italic


def _style_in_file(font: object) -> int:
    """What the file of an embedded font says of its style (OpenType's `macStyle`): 1 is bold, 2 italic, 3 both."""
    from pypdfium2 import raw

    length = ctypes.c_size_t()
    if not raw.FPDFFont_GetFontData(font, None, 0, length) or not _HEAD < length.value < _LARGEST_FONT:
        return 0
    data = (ctypes.c_uint8 * length.value)()
    raw.FPDFFont_GetFontData(font, data, length.value, length)
    file = bytes(data)
    for at in range(_TABLES, _TABLES + _ENTRY * int.from_bytes(file[4:6]), _ENTRY):
        if file[at : at + 4] == b"head":
            head = int.from_bytes(file[at + 8 : at + 12])
            return int.from_bytes(file[head + _STYLE : head + _STYLE + 2]) & 3
    return 0


def _is_white(written: object) -> bool:
    from pypdfium2 import raw

    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(written, *parts):
        return False
    *colours, opacity = (part.value for part in parts)
    return min(colours) >= _WHITE or opacity == 0


def _is_optional(written: object) -> bool:
    """Whether a layer holds the words that may be switched off."""
    from pypdfium2 import raw

    room, length = ctypes.create_string_buffer(_NAME_ROOM), ctypes.c_ulong()
    place = ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR))
    for at in range(max(raw.FPDFPageObj_CountMarks(written), 0)):
        mark = raw.FPDFPageObj_GetMark(written, at)
        if raw.FPDFPageObjMark_GetName(mark, place, _NAME_ROOM, length):
            name = room.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0")
            if name == _OPTIONAL:
                return True
    return False


def _is_scan(page: "PdfPage") -> bool:
    """Whether a picture fills the page."""
    from pypdfium2 import raw

    left, bottom, right, top = page.get_bbox()
    whole = max((right - left) * (top - bottom), 1.0)
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(drawn) == _PICTURE and raw.FPDFPageObj_GetBounds(drawn, *edges):
            one, two, three, four = (edge.value for edge in edges)
            if (three - one) * (four - two) >= _LEAST_PICTURE * whole:
                return True
    return False
