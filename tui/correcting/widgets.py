"""The outline that is read from a document, and its lines, of which some are meant."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message

from store.model import Meeting, Result, Span
from tui.evidence.widgets import SourceView
from tui.pages.safe import words
from tui.widgets.row_list import RowList

_ABOVE: Final = 3  # the part of the height, one in so many, that is left above the words


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An item or a decision, and where its words begin."""

    span: Span
    text: str
    label: str = ""
    depth: int = 0
    kind: str = ""


def entries_of(meeting: Meeting) -> list[OutlineEntry]:
    """The items of a meeting with their decisions, in printed order."""
    entries: list[OutlineEntry] = []
    for item in meeting.items:
        entries.append(OutlineEntry(item.span, item.title or "(no title)", item.number or "–"))
        for one in item.resolutions:
            said = one.intro or one.clauses[0].text
            kind = "" if one.result is Result.CARRIED else one.result.value
            count = f"{len(one.clauses)} clauses" if len(one.clauses) > 1 else ""
            entries.append(OutlineEntry(one.span, said, "»", 1, " ".join(filter(None, (count, kind)))))
    return entries


class CorrectedOutline(RowList[OutlineEntry]):
    """A line an item and a line a decision; the cursor is on what the words that are meant belong to."""

    @dataclass
    class Moved(Message):
        """The person moved to an entry."""

        span: Span

    def draw(self, row: OutlineEntry, width: int) -> tuple[Content, ...]:
        kind = words(f" {row.kind}" if row.kind else "", "quiet")
        label = words(f"{'  ' * row.depth}{row.label} ", "label")
        room = max(width - kind.cell_length, 1)
        said = Content.assemble(label, words(row.text)).truncate(room, ellipsis=True)
        return (Content.assemble(said.pad_right(room - said.cell_length), kind),)

    def tell_moved(self, row: OutlineEntry) -> None:
        self.tell(self.Moved(row.span))

    def nothing(self) -> str:
        return "No item is found in it."

    def follow(self, entries: list[OutlineEntry], place: int) -> None:
        """Show entries, with the cursor on the last that begins before a character of the document."""
        at = max(bisect_right([one.span.start for one in entries], place) - 1, 0)
        if list(self.rows) == entries:
            self.put(at)
            return
        top = self.scroll_offset.y
        self.show(entries, at)
        self.scroll_to(y=top, animate=False, immediate=True)
        self.put(at)


class CorrectedSource(SourceView):
    """The document's lines; those that are meant are lit. Moving goes from line to line that has words."""

    @dataclass
    class Meant(Message):
        """The person moved to other words."""

    def __init__(self) -> None:
        super().__init__()
        self.extending = False
        self._anchor = Span(0, 0)

    @property
    def span(self) -> Span:
        """The words that are meant."""
        return self.source.spans[0] if self.source and self.source.spans else Span(0, 0)

    def mean(self, span: Span) -> None:
        """Mean other words, and have them seen."""
        if not self.source:
            return
        self.source = self.source.at(span)
        self.redraw()
        row, height = self._lines.row_at(span.start), max(self.size.height, 1)
        if not self.scroll_offset.y <= row < self.scroll_offset.y + height - 1:
            self.scroll_to(y=max(row - height // _ABOVE, 0), animate=False, immediate=True)
        self.post_message(self.Meant())

    def extend(self) -> None:
        """Mean more lines with each that is moved to, or only one again."""
        self.extending = not self.extending
        self._anchor = self._line_of(self.span.start)
        if not self.extending:
            self.mean(self._line_of(self.span.end - 1))

    def move_start(self, steps: int) -> None:
        """Begin a word later (1) or earlier (-1)."""
        span = self.span
        starts = self._word_starts(self._line_of(span.start))
        at = bisect_right(starts, span.start) - 1 + steps
        if 0 <= at < len(starts) and starts[at] < span.end:
            self.mean(Span(starts[at], max(span.end, starts[at] + 1)))

    def move_end(self, steps: int) -> None:
        """End a word later (1) or earlier (-1)."""
        span = self.span
        line = self._line_of(span.end - 1)
        ends = [start + len(self._text[start : line.end].split(maxsplit=1)[0]) for start in self._word_starts(line)]
        at = bisect_right(ends, span.end) - 1 + steps
        if 0 <= at < len(ends) and ends[at] > span.start:
            self.mean(Span(span.start, ends[at]))

    def line_starts(self, span: Span) -> list[int]:
        """Where the words of each line begin that some of `span` are on."""
        first, last = self._lines.line_at(span.start), self._lines.line_at(max(span.end - 1, span.start))
        lines = (self._words_of(line) for line in range(first, last + 1))
        return [max(one.start, span.start) for one in lines if one.end > one.start]

    def step(self, rows: int) -> None:
        line = self._lines.line_at(self.span.end - 1 if rows > 0 or self.extending else self.span.start)
        for _ in range(abs(rows)):
            line = self._beside(line, 1 if rows > 0 else -1)
        self._go(self._words_of(line))

    def page(self, pages: float) -> None:
        self.step(int(pages * max(self.size.height // 2, 1)))

    def to_start(self) -> None:
        self._go(self._words_of(self._beside(0, 1)))

    def to_end(self) -> None:
        self._go(self._words_of(self._beside(len(self._lines.lines) + 1, -1)))

    def on_click(self, event: Click) -> None:
        """Mean the line that is clicked on; with Shift, all from the one before to it."""
        row = min(self.scroll_offset.y + event.y, len(self._lines.rows) - 1)
        line = self._words_of(self._lines.line_at(self._lines.rows[row]))
        if line.end > line.start:
            self.mean(_both(self.span, line) if event.shift else line)

    def _go(self, line: Span) -> None:
        if line.end > line.start:
            self.mean(_both(self._anchor, line) if self.extending else line)

    def _beside(self, line: int, step: int) -> int:
        """The next line (1) or the one before (-1) that has words; the line itself where there is none."""
        at = line + step
        while 1 <= at <= len(self._lines.lines):
            if self._words_of(at).end > self._words_of(at).start:
                return at
            at += step
        return max(line, 1)

    def _line_of(self, offset: int) -> Span:
        return self._words_of(self._lines.line_at(max(offset, 0)))

    def _words_of(self, line: int) -> Span:
        """The words of the line with a number, from 1; nothing of a blank one."""
        lines = self._lines.lines
        start = lines[min(line, len(lines)) - 1]
        end = lines[line] - 1 if line < len(lines) else len(self._text)
        said = self._text[start:end]
        begin = start + len(said) - len(said.lstrip())
        return Span(begin, max(begin, start + len(said.rstrip())))

    def _word_starts(self, line: Span) -> list[int]:
        text = self._text
        return [
            at
            for at in range(line.start, line.end)
            if not text[at].isspace() and (at == line.start or text[at - 1].isspace())
        ]


def _both(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
