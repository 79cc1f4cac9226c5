"""A passage: words that stand together in a document, perhaps over line and page breaks, read as one."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from store.model import Kind, Paragraph, Span
from store.text.clean import squeeze

_COLUMN = 3  # spaces in `raw` for a wider gap of the source


@dataclass(frozen=True)
class Passage:
    """Stretches of `source` (a document's text), in order, read as if single spaces stood between them.

    No space stands after a hyphen that ends a line in mid-word ("Well-" / "being"); three stand between the columns
    of a line.
    """

    source: str
    spans: tuple[Span, ...]

    @cached_property
    def raw(self) -> str:
        """The words with the spacing of the source inside each stretch. `part` counts in its characters."""
        source = self.source
        words = [source[span.start : span.end] for span in self.spans]
        return "".join(word + " " * joint for word, joint in zip(words, [*self._joints, 0], strict=True))

    @cached_property
    def _joints(self) -> list[int]:
        """How many spaces stand after each stretch but the last."""
        return [self._joint(one, two) for one, two in pairwise(self.spans)]

    def _joint(self, one: Span, two: Span) -> int:
        source = self.source
        if "\n" not in source[one.end : two.start]:
            return _COLUMN
        in_word = one.end - one.start > 1 and source[one.end - 1] == "-" and source[one.end - 2].isalpha()
        return 0 if in_word and source[two.start].isalpha() else 1

    @cached_property
    def text(self) -> str:
        """The words, single-spaced."""
        return squeeze(self.raw)

    @property
    def span(self) -> Span:
        """From the first character of the source to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each stretch begins in `raw`."""
        starts, at = [], 0
        for span, joint in zip(self.spans, [*self._joints, 0], strict=True):
            starts.append(at)
            at += span.end - span.start + joint
        return starts

    def source_at(self, offset: int) -> int:
        """Where in the document the character stands that is at `offset` in `raw`."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        return self.spans[index].start + offset - self._starts[index]

    def raw_at(self, place: int) -> int:
        """Where in `raw` the character stands that is at `place` in the document; its end for one after it."""
        index = max(0, bisect_right([span.start for span in self.spans], place) - 1)
        return self._starts[index] + min(place, self.spans[index].end) - self.spans[index].start

    def part(self, start: int, end: int | None = None) -> "Passage | None":
        """The passage between two offsets into `raw`, without white space at its ends; None when nothing is left."""
        raw = self.raw
        end = len(raw) if end is None else end
        start += len(raw[start:end]) - len(raw[start:end].lstrip())
        end -= len(raw[start:end]) - len(raw[start:end].rstrip())
        if start >= end:
            return None
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        spans = []
        for index in range(first, last + 1):
            at, span = self._starts[index], self.spans[index]
            spans.append(Span(span.start + max(0, start - at), span.start + min(span.end - span.start, end - at)))
        return Passage(self.source, tuple(spans))

    def paragraph(self, kind: Kind, label: str | None = None) -> Paragraph:
        """The passage as a `Paragraph`; `label` is what its words begin with and its text leaves out."""
        text = self.text if label is None else self.text.removeprefix(label).lstrip()
        return Paragraph(kind, text, self.span, label)


def together(passages: Iterable[Passage]) -> Passage:
    """Several passages of one document as one."""
    parts = list(passages)
    return Passage(parts[0].source, tuple(span for part in parts for span in part.spans))
