"""A document's text while it is written: each line printed gives the span that it has in the whole."""

from store.model import Kind, Paragraph, Span


class Page:
    """Lines so far."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0

    def line(self, text: str) -> Span:
        """Print one more line."""
        start = self._length
        self._lines.append(text)
        self._length += len(text) + 1
        return Span(start, start + len(text))

    def paragraph(self, kind: Kind, text: str, label: str | None = None) -> Paragraph:
        """Print a paragraph, after its label where it has one."""
        return Paragraph(kind, text, self.line(f"{label} {text}" if label else text), label)

    @property
    def text(self) -> str:
        return "\n".join(self._lines)
