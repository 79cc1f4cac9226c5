"""The words of a PDF page and where they stand on it."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from store.readers.symbols import shown
from store.text.clean import clean_line

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_OBLIQUE = -1
_LEAST_HEIGHT = 0.5  # points, of a letter that can be seen
_FARTHEST = 1e5  # points from the corner of the page
# In sizes of the letters: what fonts say of the space that they take above and below the line is not always so.
_LOWEST, _TALLEST = 0.9, 1.7
_DEPTH, _HEIGHT = 0.25, 0.85
_HYPHEN = 0x02  # what pdfium makes of a hyphen at the end of a line
_NO_MEANING = {0x00, 0xFFFE, 0xFFFF}  # a glyph that its font maps to no character
_REPLACEMENT = 0xFFFD
_WHITE_SPACE = {*range(1, 0x21), 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}


class Box(NamedTuple):
    """A rectangle on the page as it is read: `left` to `right`, `bottom` to `top`, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    def turned(self, quarters: int) -> "Box":
        """The box after turning the page clockwise by quarters, so that words written up the page lie flat."""
        match quarters:
            case 1:
                return Box(self.bottom, -self.right, self.top, -self.left)
            case 2:
                return Box(-self.right, -self.top, -self.left, -self.bottom)
            case 3:
                return Box(-self.top, self.left, -self.bottom, self.right)
        return self


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without white space between them, and their box; `spaced` when white space is written before them."""

    text: str
    box: Box
    spaced: bool


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page says: `words` in its own direction, `aside` what is stamped across it; `area` is its box."""

    words: tuple[Word, ...]
    aside: tuple[str, ...]
    area: Box


class _Letter(NamedTuple):  # a tuple, for a page has thousands
    code: int
    box: Box
    quarters: int
    spaced: bool


class _Stance(NamedTuple):
    """How letters stand whose font says that they reach from `foot` to `head`: turned how far, and truly from where."""

    foot: float
    head: float
    quarters: int
    bottom: float
    top: float


def words_of(page: "PdfPage") -> PageWords:
    """The words of a page; which way it is read is the way that most of its letters stand."""
    text_page = page.get_textpage()
    try:
        letters = list(_letters(text_page))
    finally:
        text_page.close()
    turns = Counter(letter.quarters for letter in letters if letter.quarters != _OBLIQUE)
    upright = turns.most_common(1)[0][0] if turns else 0
    flat = (
        letter._replace(box=letter.box.turned(upright)) if upright else letter
        for letter in letters
        if letter.quarters == upright
    )
    across = (letter for letter in letters if letter.quarters != upright)
    aside = (_text(run) for _, run in groupby(across, key=lambda letter: letter.quarters))
    words = _without_reprints(_word(run) for run in _runs(flat))
    left, bottom, right, top = page.get_bbox()
    return PageWords(
        tuple(word for word in words if word.text),
        tuple(text for text in aside if text),
        Box(left, bottom, right, top).turned(upright),
    )


def _letters(text_page: "PdfTextPage") -> Iterator[_Letter]:
    """The letters that are not white space, in the order in which they are written."""
    from pypdfium2 import raw

    rectangle = raw.FS_RECTF()
    at = ctypes.byref(rectangle)
    stance = _Stance(math.nan, math.nan, 0, 0.0, 0.0)
    spaced = True
    handle = text_page.raw
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code == _HYPHEN:
            code = ord("-")
        elif code in _NO_MEANING:
            code = _REPLACEMENT
        elif code in _WHITE_SPACE:
            spaced = True
            continue
        if raw.FPDFText_GetLooseCharBox(handle, index, at):
            left, right = rectangle.left, rectangle.right
            if rectangle.bottom != stance.foot or rectangle.top != stance.head:  # so asked but once a line or so
                stance = _stance(text_page, index, rectangle.bottom, rectangle.top)
            quarters = stance.quarters if -_FARTHEST < left <= right < _FARTHEST else _OBLIQUE
            yield _Letter(code, Box(left, stance.bottom, right, stance.top), quarters, spaced)
            spaced = False


def _stance(text_page: "PdfTextPage", index: int, foot: float, head: float) -> _Stance:
    """How the letter at `index` stands, whose font would have it reach from `foot` to `head`."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    quarters = _quarters(matrix.a, matrix.b)
    size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    bottom, top = foot, head
    if not quarters and not _LOWEST * size <= head - foot <= _TALLEST * size:
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        bottom, top = y.value - _DEPTH * size, y.value + _HEIGHT * size
    if not -_FARTHEST < bottom <= top - _LEAST_HEIGHT < _FARTHEST:
        quarters = _OBLIQUE
    return _Stance(foot, head, quarters, bottom, top)


def _quarters(along: float, up: float) -> int:
    """How many quarter turns from level letters stand whose line goes `along` and `up`; oblique ones are no number."""
    if not up:
        return 0 if along >= 0 else 2
    turns = math.atan2(up, along) / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.1 else _OBLIQUE


def _runs(letters: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """Letters that stand together: one after the other, on one level, with no space between."""
    run: list[_Letter] = []
    for letter in letters:
        if run and (letter.spaced or not _adjoins(run[-1].box, letter.box)):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _adjoins(one: Box, two: Box) -> bool:
    height = max(one.height, two.height)
    level = abs(one.bottom - two.bottom) < 0.1 * height and abs(one.top - two.top) < 0.2 * height
    return level and one.left - 0.05 * height <= two.left <= one.right + 0.2 * height


def _word(letters: list[_Letter]) -> Word:
    boxes = [letter.box for letter in letters]
    around = Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )
    return Word(_text(letters), around, letters[0].spaced)


def _text(letters: Iterable[_Letter]) -> str:
    """Letters as words; what PDF writes in two halves (UTF-16 surrogates) is put together."""
    text = "".join((" " if letter.spaced else "") + chr(letter.code) for letter in letters)
    return clean_line(shown(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")))


def _without_reprints(words: Iterable[Word]) -> Iterator[Word]:
    """Words once that are printed twice in one place, which is how some programs print bold."""
    seen: set[tuple[str, int, int]] = set()
    for word in words:
        step = word.box.height / 20
        column, row = round(word.box.left / step), round(word.box.bottom / step)
        if any((word.text, column + x, row + y) in seen for x in (-1, 0, 1) for y in (-1, 0, 1)):
            continue
        seen.add((word.text, column, row))
        yield word
