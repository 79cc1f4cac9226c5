"""The lines of a document, with their looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from store.model import Document, Look, Span
from store.parse.page.passage import Passage

_LINE = re.compile(r"[^\n]+")
_STRETCH = re.compile(r"\S+(?:\s{1,8}\S+)*")  # a wider gap divides a line: no pattern meets a long run of spaces
_BETWEEN_BOLD = re.compile(r"[\s.:;,–—-]*")
_LONGEST_LABEL = 10  # characters that may stand before the bold words of a bold line
_TAB = 8  # columns


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line is set: `bold` its stretches in bold or underlined, in order; the rest as in `Look`.

    `cells` are the cells of a table that its words stand in, with what stands in each; `cell` is the first.
    """

    bold: tuple[Span, ...] = ()
    heading: int = 0
    size: float = 0.0
    cells: tuple[tuple[Span, tuple[int, int, int]], ...] = ()
    quoted: bool = False

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """The first cell of a table that the line's words stand in: its table, row and column."""
        return self.cells[0][1] if self.cells else None


PLAIN = LineLook()


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line, without white space at its ends.

    `gap`: blank lines or page furniture stand before it. `page_break`: page furniture does, or it begins a page. `cut`:
    the source stops at its end, although the words go on elsewhere. `wraps`: whether its words go on in the next
    line, None where the document does not tell. `width` is that at which its lines are wrapped, in characters,
    None where each is a paragraph. `loose`: a blank line before it tells nothing, for there is one before every line.
    `indent` is the column at which it begins. `note`: it stands beside the words (a table's column of actions).
    `decides`: it stands in a table's column of decisions. `talk`: somebody said it in a chat.
    """

    words: Passage
    gap: bool
    page_break: bool = False
    cut: bool = False
    wraps: bool | None = None
    width: int | None = None
    loose: bool = False
    indent: int = 0
    look: LineLook = PLAIN
    note: bool = False
    decides: bool = False
    talk: bool = False

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def span(self) -> Span:
        return self.words.span

    def bold_to(self, start: int) -> int:
        """Where in the line's words (`raw`) the bold stretch ends that holds what is at `start`; `start` for none."""
        at = self.words.source_at(start)
        end = next((span.end for span in self.look.bold if span.start <= at < span.end), None)
        return start if end is None else self.words.raw_at(end)

    @property
    def is_bold(self) -> bool:
        """Whether all of the line is in bold, a label at its beginning aside."""
        bold = self.look.bold
        return len(bold) == 1 and bold[0].end >= self.span.end - 1 and bold[0].start - self.span.start <= _LONGEST_LABEL

    def underlined(self) -> "Line":
        """The line as one that is set off by a line drawn under it."""
        return replace(self, look=replace(self.look, bold=(self.span,)))

    def shortened(self, end: int, *, cut: bool) -> "Line | None":
        """The line up to `end` (characters of its own), None when nothing is left."""
        words = self.words.part(0, end)
        return replace(self, words=words, cut=cut) if words else None


def split_lines(document: Document) -> list[Line]:
    """Every non-blank line of a document, in order."""
    source, wraps = document.text, document.wraps
    next_page = (page.start for page in document.pages[1:])
    page = next(next_page, len(source))
    looks = _Looks(source, document.looks)
    notes = {span.start for span in document.notes}
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
        indent = len(source[start : spans[0].start].expandtabs(_TAB))
        look = looks.of(Span(spans[0].start, spans[-1].end))
        words = Passage(source, spans)
        lines.append(Line(words, gap, broken, wraps=only_wraps, indent=indent, look=look, note=spans[0].start in notes))
        last_end = end
    return lines


def _cells(looks: Sequence[Look]) -> Iterator[tuple[Span, tuple[int, int, int]]]:
    """What stands in each cell of a table, those looks together that are of one."""
    for cell, alike in groupby(looks, key=lambda look: look.cell):
        if cell:
            spans = [look.span for look in alike]
            yield Span(spans[0].start, spans[-1].end), cell


class _Looks:
    """The looks of a document, asked line by line in order."""

    def __init__(self, source: str, looks: Sequence[Look]) -> None:
        self._source, self._looks, self._at = source, looks, 0

    def of(self, line: Span) -> LineLook:
        here = list(self._within(line))
        if not here:
            return PLAIN
        bold: list[Span] = []
        for look in here:
            if not (look.bold or look.underlined):
                continue
            if bold and _BETWEEN_BOLD.fullmatch(self._source, bold[-1].end, max(look.span.start, bold[-1].end)):
                bold[-1] = Span(bold[-1].start, max(bold[-1].end, look.span.end))
            else:
                bold.append(look.span)
        return LineLook(
            tuple(bold),
            max(look.heading for look in here),
            max(look.size for look in here),
            tuple(_cells(here)),
            any(look.quoted for look in here),
        )

    def _within(self, line: Span) -> Iterator[Look]:
        while self._at < len(self._looks) and self._looks[self._at].span.start < line.end:
            look = self._looks[self._at]
            self._at += 1
            if look.span.end > line.start:
                yield look
