"""The lines of a document, and how they run on into paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.model import Document, Span
from store.parse.decisions.votes import awaits_name
from store.parse.page.passage import Passage, together
from store.text.labels import is_label_alone, read_label

_LINE = re.compile(r"[^\n]+")
_STRETCH = re.compile(r"\S+(?:\s{1,8}\S+)*")  # a wider gap divides a line: no pattern meets a long run of spaces
_ENDED = re.compile(r"""[.:;!?]["'’”)\]]*$""")
_PROSE = 40  # characters: what is shorter may be a heading, and is not joined over a gap
_WIDEST_WRAP = 110  # characters: longer lines are whole paragraphs, not wrapped ones
_FEWEST_WRAPPED = 3  # blocks or lines: what it takes to say that a document wraps its lines
_FEWEST_LOOSE = 30  # lines: what it takes to tell a document set with a blank line after every line


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line, without white space at its ends.

    `gap`: blank lines or page furniture stand before it. `page_break`: page furniture does, or it begins a page. `cut`:
    the source stops at its end, although the words go on elsewhere. `wraps`: whether its words go on in the next
    line, None where the document does not tell. `width` is that at which its lines are wrapped, in characters,
    None where each is a paragraph. `loose`: a blank line before it tells nothing, for there is one before every line.
    """

    words: Passage
    gap: bool
    page_break: bool = False
    cut: bool = False
    wraps: bool | None = None
    width: int | None = None
    loose: bool = False

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def span(self) -> Span:
        return self.words.span

    def shortened(self, end: int, *, cut: bool) -> "Line | None":
        """The line up to `end` (characters of its own), None when nothing is left."""
        words = self.words.part(0, end)
        return replace(self, words=words, cut=cut) if words else None


def split_lines(document: Document) -> list[Line]:
    """Every non-blank line of a document, in order."""
    source, wraps = document.text, document.wraps
    next_page = (page.start for page in document.pages[1:])
    page = next(next_page, len(source))
    lines: list[Line] = []
    last_end = -1
    for match in _LINE.finditer(source):
        start, end = match.span()
        spans = tuple(Span(*stretch.span()) for stretch in _STRETCH.finditer(source, start, end))
        if not spans:
            continue
        broken = False
        while page <= start:
            broken, page = True, next(next_page, len(source))
        gap = broken or start > last_end + 1
        only_wraps = None if wraps is None else end in wraps
        lines.append(Line(Passage(source, spans), gap, page_break=broken, wraps=only_wraps))
        last_end = end
    return lines


def measured(lines: Sequence[Line]) -> list[Line]:
    """`lines`, each with the width at which it is wrapped: that of its own block, or else the document's."""
    if any(line.wraps is not None for line in lines):
        width = max((len(line.text) for line in lines if line.wraps), default=None)
        return [replace(line, width=width) for line in lines]
    if _is_loose(lines):
        width = _wrap_width(list(pairwise(lines)), loose=True)
        return [replace(line, width=width, loose=True) for line in lines]
    blocks = list(_blocks(lines))
    prose = [own for block, own in blocks if len(block) > 2 and len(block[0].text) >= _PROSE]
    wrapped = sorted(own for own in prose if own)
    if len(wrapped) >= _FEWEST_WRAPPED and len(wrapped) * 2 >= len(prose):
        common: int | None = wrapped[len(wrapped) // 4]
    else:
        common = _wrap_width([(one, two) for one, two in pairwise(lines) if not two.gap])
    return [replace(line, width=own or common) for block, own in blocks for line in block]


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room on this one, in a document wrapped at `width`."""
    if line.wraps is not None:
        return line.wraps
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def runs_on(line: Line, following: Line) -> bool:
    """Whether `following` goes on with the sentence of `line`.

    Inside a block, when the line is wrapped there. Over a gap, when the words before it have not ended and the words
    after it begin in lower case, or page furniture explains the gap.
    """
    if awaits_name(line.text):
        return True
    if is_label_alone(line.words.raw):
        return not read_label(following.words.raw)
    if read_label(following.words.raw) or (following.text.isupper() and not line.text.isupper()):
        return False
    wrapped = line.width is not None and is_full(line, following, line.width)
    if not following.gap or (line.loose and wrapped):
        return wrapped
    if line.loose and line.width is not None and not _ENDED.search(line.text):
        filled = len(line.text) * 5 >= line.width * 4
        return filled or line.text.endswith((",", "-")) or line.text.count("(") > line.text.count(")")
    if line.cut or _ENDED.search(line.text):
        return False
    if line.wraps is not None:
        return line.wraps
    if following.text[0].islower():
        return len(line.text) >= _PROSE or (line.width is not None and following.page_break)
    return following.page_break and len(line.text) >= _PROSE


def join_lines(lines: Iterable[Line]) -> list[Line]:
    """`lines` with those that run on made one; what is left is a paragraph each."""
    joined: list[list[Line]] = []
    for line in lines:
        if joined and runs_on(joined[-1][-1], line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [replace(run[0], words=together(line.words for line in run), cut=run[-1].cut) for run in joined]


def _is_loose(lines: Sequence[Line]) -> bool:
    """Whether a blank line stands after every line, wrapped ones too, so that sentences go on over it."""
    if len(lines) < _FEWEST_LOOSE or sum(not line.gap for line in lines) * 10 > len(lines):
        return False
    short = [line for line in lines if len(line.text) <= _WIDEST_WRAP]
    open_ended = sum(len(line.text) >= _PROSE and not _ENDED.search(line.text) for line in short)
    return len(short) * 20 >= len(lines) * 19 and open_ended * 4 > len(short)


def _wrap_width(
    pairs: Sequence[tuple[Line, Line]], *, fewest: int = _FEWEST_WRAPPED, loose: bool = False
) -> int | None:
    """The width at which lines are wrapped that stand before others in their block; None when they are paragraphs."""
    lengths = sorted(len(one.text) for one, _ in pairs)
    if not lengths or lengths[len(lengths) * 9 // 10] > _WIDEST_WRAP:
        return None
    width = [length for length in lengths if length <= _WIDEST_WRAP][-1 - len(lengths) // 50]
    prose = [(one, two) for one, two in pairs if len(one.text) >= _PROSE and not read_label(two.words.raw)]
    full = sum(is_full(one, two, width) for one, two in prose)
    return width if loose or (full * 2 > len(prose) >= fewest) else None


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[list[Line], int | None]]:
    """The stretches of lines without a gap, each with the width of its own that it is wrapped at."""
    starts = [index for index, line in enumerate(lines) if line.gap or index == 0]
    for start, end in pairwise([*starts, len(lines)]):
        block = list(lines[start:end])
        yield block, _wrap_width(list(pairwise(block)), fewest=2) if len(block) > 2 else None
