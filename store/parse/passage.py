"""A passage: words that stand together in a document, perhaps over line and page breaks, read as one."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from store.clean import squeeze
from store.model import Kind, Paragraph, Span


@dataclass(frozen=True)
class Passage:
    """Stretches of `source` (a document's text), in order, read as if single spaces stood between them."""

    source: str
    spans: tuple[Span, ...]

    @cached_property
    def raw(self) -> str:
        """The words with the spacing of the source inside each stretch. `part` counts in its characters."""
        return " ".join(self.source[span.start : span.end] for span in self.spans)

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
        for span in self.spans:
            starts.append(at)
            at += span.end - span.start + 1
        return starts

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
