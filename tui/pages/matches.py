"""Where the words that are looked for stand on a page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.text.tokens import placed_words
from tui.pages.page import BAR, LIT_BAR, Page

if TYPE_CHECKING:
    from store.views.text_matches import Sought

Match = tuple[tuple[int, int, int], ...]
"""A match in pieces, one a line: the number of the line, the first character there, the one after the last."""

_BREAK = ""  # stands between paragraphs, and is no word


def matches_on(page: Page, sought: "Sought") -> tuple[Match, ...]:
    """Every match on a page, in order; words in a row may go on over a line's end, and never over a paragraph's."""
    placed = list(_placed(page))
    stretches = sought.stretches([word for word, _ in placed])
    return tuple(tuple(piece for _, piece in placed[first:end]) for first, end in stretches)


def _placed(page: Page) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for number, line in enumerate(page.lines):
        if number in page.asides or not line.plain.strip(f"{BAR}{LIT_BAR}"):
            yield _BREAK, (number, 0, 0)
            continue
        for word, start, end in placed_words(line.plain):
            yield word, (number, start, end)
