"""The lines of a document, and how they run on into paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.model import Document, Span
from store.parse.labels import read_label
from store.parse.passage import Passage, together

_LINE = re.compile(r"[^\n]+")
_STRETCH = re.compile(r"\S+(?:\s{1,8}\S+)*")  # a wider gap divides a line: no pattern meets a long run of spaces
_ENDED = re.compile(r"""[.:;!?]["'’”)\]]*$""")
_PROSE = 40  # characters: what is shorter may be a heading, and is not joined over a gap
_WIDEST_WRAP = 110  # characters: longer lines are whole paragraphs, not wrapped ones


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line, without white space at its ends.

    `gap`: blank lines or page furniture stand before it. `page_break`: page furniture does, or it begins a page. `cut`:
    the source stops at its end, although the words go on elsewhere. `wraps`: whether its words go on in the next
    line, None where the document does not tell.
    """

    words: Passage
    gap: bool
    page_break: bool = False
    cut: bool = False
    wraps: bool | None = None

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
    breaks = iter([*(page.start for page in document.pages[1:]), len(source)])
    next_break = next(breaks)
    lines: list[Line] = []
    last_end = -1
    for match in _LINE.finditer(source):
        start, end = match.span()
        spans = tuple(Span(*stretch.span()) for stretch in _STRETCH.finditer(source, start, end))
        if spans:
            broken = False
            while next_break <= start:
                broken, next_break = True, next(breaks)
            lines.append(
                Line(
                    Passage(source, spans),
                    gap=broken or start > last_end + 1,
                    page_break=broken,
                    wraps=None if wraps is None else end in wraps,
                )
            )
            last_end = end
    return lines


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the document wraps its lines, in characters; None when a line is a whole paragraph."""
    if any(line.wraps is not None for line in lines):
        return max((len(line.text) for line in lines if line.wraps), default=None)
    pairs = [(one, two) for one, two in pairwise(lines) if not two.gap]
    width = max((len(one.text) for one, _ in pairs), default=0)
    if not 0 < width <= _WIDEST_WRAP:
        return None
    running_on = [(one, two) for one, two in pairs if not read_label(two.words)]
    full = sum(is_full(one, two, width) for one, two in running_on)
    return width if full * 2 > len(running_on) else None


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room on this one, in a document wrapped at `width`."""
    if line.wraps is not None:
        return line.wraps
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def runs_on(line: Line, following: Line, width: int | None) -> bool:
    """Whether `following` goes on with the sentence of `line`.

    Inside a block, when the line is wrapped there. Over a gap, when the words before it have not ended and the words
    after it begin in lower case, or page furniture explains the gap.
    """
    if read_label(following.words):
        return False
    if not following.gap:
        return width is not None and is_full(line, following, width)
    if line.cut or _ENDED.search(line.text):
        return False
    if line.wraps is not None:
        return line.wraps
    if following.text[0].islower():
        return len(line.text) >= _PROSE or (width is not None and following.page_break)
    return following.page_break and len(line.text) >= _PROSE


def join_lines(lines: Sequence[Line], width: int | None) -> list[Line]:
    """`lines` with those that run on made one; what is left is a paragraph each."""
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last is not None and runs_on(last, line, width):
            joined[-1] = replace(joined[-1], words=together([joined[-1].words, line.words]), cut=line.cut)
        else:
            joined.append(line)
        last = line
    return joined
