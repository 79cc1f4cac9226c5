"""A page: lines of content, and which of them belong to which permalink."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from tui.pages.marks import IN_DOUBT
from tui.pages.safe import words

MEASURE: Final = 88  # cells; longer lines tire the eye
_LEAST: Final = 6  # cells left for words, however narrow the pane

MARGIN: Final = "  "
BAR: Final = "│ "
LIT_BAR: Final = "┃ "
NOTE_BAR: Final = "┊ "


@dataclass(frozen=True, slots=True)
class PageLines:
    """Lines no wider than the pane they were set for, styled by role ("title", "quiet", "label" …).

    `places` gives for a permalink its first line and the one after its last; `asides` are the numbers of the lines
    that are small print, and no words of the minutes.
    """

    lines: tuple[Content, ...] = ()
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    asides: frozenset[int] = frozenset()


class Setter:
    """Sets one page from top to bottom."""

    def __init__(self, width: int) -> None:
        self._width = min(width, MEASURE)
        self._lines: list[Content] = []
        self._places: dict[str, tuple[int, int]] = {}
        self._asides: set[int] = set()

    def page(self) -> PageLines:
        """What was set so far."""
        return PageLines(tuple(self._lines), dict(self._places), frozenset(self._asides))

    @property
    def here(self) -> int:
        """The number of the next line."""
        return len(self._lines)

    def mark(self, permalink: str, first: int) -> None:
        """Say that the lines from `first` to here are `permalink`'s."""
        self._places[permalink] = (first, self.here)

    def gap(self) -> None:
        """One blank line, unless there is one or the page has just begun."""
        if self._lines and self._lines[-1].plain.strip(f"{BAR}{LIT_BAR}{NOTE_BAR}"):
            self._lines.append(Content(""))

    def text(self, content: Content, margin: str = MARGIN, indent: int = 0) -> None:
        """Words that wrap under themselves."""
        self.hung(Content(""), content, margin, indent, column=0)

    def hung(
        self, label: Content, content: Content, margin: str = MARGIN, indent: int = 0, column: int | None = None
    ) -> None:
        """Words that wrap beside their label; `column` is the width of the label and the space after it."""
        label_width = label.cell_length
        column = (
            label_width + 1 if column is None and label_width else max(column or 0, label_width + bool(label_width))
        )
        bar = Content.styled(margin, "lit-bar" if margin == LIT_BAR else "bar") + Content.blank(indent)
        room = max(self._width - cell_len(margin) - indent - column, _LEAST)
        for number, line in enumerate(content.wrap(room) or [Content("")]):
            lead = label.pad_right(column - label_width) if number == 0 else Content.blank(column)
            self._lines.append(Content.assemble(bar, lead, line))

    def heading(self, text: str) -> None:
        """A heading of a part of the page."""
        self.gap()
        self.text(words(text, "heading"))

    def facts(self, parts: Iterable[str | None]) -> None:
        """Small print: what there is of `parts`, with dots between."""
        present = [part for part in parts if part]
        if present:
            self.aside(words(" · ".join(present), "quiet"))

    def doubt(self, first: int) -> None:
        """Mark the first line with words from `first` on as in doubt: in its margin, where that moves nothing."""
        at = next((at for at in range(first, self.here) if self._lines[at].plain.strip()), None)
        if at is not None:
            self._lines[at] = Content.assemble(words(IN_DOUBT, "warning"), self._lines[at][1:])

    def aside(self, content: Content, margin: str = MARGIN) -> None:
        """Words that are none of the minutes'."""
        first = self.here
        self.text(content, margin)
        self._asides.update(range(first, self.here))


EMPTY = "There are no minutes here yet."


def notice(heading: str, *sentences: str, width: int) -> PageLines:
    """`heading` over `sentences`, each a paragraph."""
    page = Setter(width)
    page.text(words(heading, "title"))
    for sentence in sentences:
        page.gap()
        page.text(words(sentence))
    return page.page()


def words_page(text: str, width: int) -> PageLines:
    """Lines of text as they are, wrapped where they must."""
    page = Setter(width)
    for line in text.split("\n"):
        page.text(words(line), margin="")
    return page.page()
