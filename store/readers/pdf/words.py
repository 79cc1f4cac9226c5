"""The words of a PDF page and where they stand on it."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from store.model import Look
from store.readers.pdf.annotations import Laid, Layers
from store.readers.pdf.box import Box
from store.readers.pdf.drawn import Rule, drawn_on, ruled
from store.readers.pdf.ink import Ink, Inks, unseen
from store.readers.styled import BOLD, PLAIN, STRUCK, UNDERLINED, both, sized
from store.readers.symbols import private_shown
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
_TALLEST_LAID = 12.0  # points, of words whose box is taller
_BARE = Layers()
_WHITE_SPACE = {*range(1, 0x21), 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without white space between them, and their box; `spaced` when white space is written before them.

    The size of their look is the height of the letters, in points.
    """

    text: str
    box: Box
    spaced: bool
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page says: `words` in its own direction, `aside` what is stamped across it; `area` is its box.

    `drawn`: there is something on it beside words.
    """

    words: tuple[Word, ...]
    aside: tuple[str, ...]
    area: Box
    drawn: bool = False


class _Letter(NamedTuple):  # a tuple, for a page has thousands
    code: int
    box: Box
    quarters: int
    spaced: bool
    size: float
    ink: Ink


class _Stance(NamedTuple):
    """How letters stand whose font says that they reach from `foot` to `head`: turned how far, and truly from where."""

    foot: float
    head: float
    quarters: int
    bottom: float
    top: float
    size: float


def words_of(page: "PdfPage", layers: Layers = _BARE) -> PageWords:
    """The words of a page that can be seen, with those of `layers`.

    Which way it is read is the way that most of its letters stand.
    """
    area = Box(*page.get_bbox())
    letters = _shown(page, area)
    turns = Counter(letter.quarters for letter in letters if letter.quarters != _OBLIQUE)
    upright = turns.most_common(1)[0][0] if turns else 0
    words = _level(letters, upright)
    words += [word for laid in layers.words for word in _laid(laid)]
    drawn = drawn_on(page)
    rules = [Rule(*Box(*rule).turned(upright)) for rule in drawn.rules]
    through = [_through(Box(*box).turned(upright)) for box in layers.struck]
    return PageWords(
        tuple(_ruled(words, rules, through) if rules or through else words),
        tuple(_aside(letters, upright)),
        area.turned(upright),
        drawn.anything,
    )


def _shown(page: "PdfPage", area: Box) -> list[_Letter]:
    """The letters on the shown part of a page, its `area`, that can be seen."""
    text_page = page.get_textpage()
    try:
        letters = list(_letters(text_page, Inks(page, text_page)))
    finally:
        text_page.close()
    return _seen(page, [letter for letter in letters if _is_on(area, letter.box)])


def _level(letters: Iterable[_Letter], upright: int) -> list[Word]:
    """The words of the letters that stand `upright`, as they are on the page when it is turned so."""
    level = (
        letter._replace(box=letter.box.turned(upright)) if upright else letter
        for letter in letters
        if letter.quarters == upright
    )
    return [word for word in without_reprints(_word(run) for run in _runs(level)) if word.text]


def _aside(letters: Iterable[_Letter], upright: int) -> Iterator[str]:
    """What the letters say that do not stand `upright`, apart for each way in which they stand."""
    across = (letter for letter in letters if letter.quarters != upright)
    texts = (_text(run) for _, run in groupby(across, key=lambda letter: letter.quarters))
    return (text for text in texts if text)


def _letters(text_page: "PdfTextPage", inks: Inks) -> Iterator[_Letter]:
    """The letters that are not white space, in the order in which they are written."""
    from pypdfium2 import raw

    rectangle = raw.FS_RECTF()
    at = ctypes.byref(rectangle)
    stance = _Stance(math.nan, math.nan, 0, 0.0, 0.0, 0.0)
    spaced = True
    ink = Ink()
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
            turned = rectangle.bottom != stance.foot or rectangle.top != stance.head  # so asked but once a line or so
            if turned:
                stance = _stance(text_page, index, rectangle.bottom, rectangle.top)
            if turned or spaced:
                ink = inks.of(index)
            quarters = stance.quarters if -_FARTHEST < left <= right < _FARTHEST else _OBLIQUE
            yield _Letter(code, Box(left, stance.bottom, right, stance.top), quarters, spaced, stance.size, ink)
            spaced = False


def _is_on(area: Box, box: Box) -> bool:
    """Whether the middle of a letter is on the part of the page that is shown."""
    return area.left <= (box.left + box.right) / 2 <= area.right and area.bottom <= box.middle <= area.top


def _seen(page: "PdfPage", letters: list[_Letter]) -> list[_Letter]:
    """The letters without those that nobody sees: white on white, in a layer that is off, without ink."""
    doubtful = [list(run) for _, run in groupby((at for at in letters if at.ink.doubtful), key=lambda one: one.ink)]
    words = [word for run in doubtful for word in _runs(run)]
    if not words:
        return letters
    hidden = unseen(page, [_around(word) for word in words])
    gone = {id(letter) for word, is_hidden in zip(words, hidden, strict=True) if is_hidden for letter in word}
    return [letter for letter in letters if id(letter) not in gone]


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
    return _Stance(foot, head, quarters, bottom, top, round(abs(size), 1))


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
        if run and (letter.spaced or letter.ink is not run[-1].ink or not _adjoins(run[-1].box, letter.box)):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _adjoins(one: Box, two: Box) -> bool:
    height = max(one.height, two.height)
    level = abs(one.bottom - two.bottom) < 0.1 * height and abs(one.top - two.top) < 0.2 * height
    return level and one.left - 0.05 * height <= two.left <= one.right + 0.2 * height


def _around(letters: Sequence[_Letter]) -> Box:
    boxes = [letter.box for letter in letters]
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def _word(letters: list[_Letter]) -> Word:
    around = _around(letters)
    first = letters[0]
    return Word(_text(letters), around, first.spaced, sized(first.ink.look, first.size))


def _text(letters: Sequence[_Letter] | Iterator[_Letter]) -> str:
    """Letters as words; what PDF writes in two halves (UTF-16 surrogates) is put together."""
    letters = list(letters)
    text = "".join((" " if letter.spaced else "") + chr(letter.code) for letter in letters)
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean_line(private_shown(text, letters[0].ink.font))


def _laid(laid: Laid) -> Iterator[Word]:
    """The words that are laid upon a page, beside each other from the left of their box."""
    left, bottom, right, top = laid.box
    words = laid.words.split()
    height = min(top - bottom, _TALLEST_LAID)
    if not -_FARTHEST < left < right < _FARTHEST or height < _LEAST_HEIGHT:
        return
    step = (right - left) / max(len(laid.words), 1)
    for word in words:
        width = min(step * len(word), height * len(word) / 2)
        yield Word(word, Box(left, bottom, left + width, bottom + height), spaced=True, look=sized(PLAIN, height))
        left += width + height * 0.25


def _through(box: Box) -> Rule:
    """The rule that strikes out what is in a box."""
    return Rule(box.left, box.middle, box.right, box.middle)


def _ruled(words: Sequence[Word], rules: Sequence[Rule], through: Sequence[Rule]) -> list[Word]:
    """Words with the looks that rules give them, and those that somebody drew through words and perhaps beyond."""
    boxes = [word.box for word in words]
    struck, underlined = ruled(boxes, rules)
    marked = list(words)
    for found, look in ((struck | ruled(boxes, through, math.inf)[0], STRUCK), (underlined, UNDERLINED)):
        for at in found:
            marked[at] = replace(marked[at], look=both(look, marked[at].look))
    return marked


def without_reprints(words: Iterable[Word]) -> list[Word]:
    """Words once that are printed twice in one place, which is how some programs print bold: they are."""
    kept: list[Word] = []
    places: dict[tuple[str, int, int], int] = {}
    for word in words:
        step = word.box.height / 20
        column, row = round(word.box.left / step), round(word.box.bottom / step)
        near = ((word.text, column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        first = next((places[place] for place in near if place in places), None)
        if first is None:
            places[word.text, column, row] = len(kept)
            kept.append(word)
        elif not kept[first].look.bold:
            kept[first] = replace(kept[first], look=both(kept[first].look, BOLD))
    return kept
