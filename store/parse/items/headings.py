"""The heading of an item: its number, its title, and the words that it is read from."""

from dataclasses import dataclass

from store.parse.items.titles import read_title
from store.parse.page.lines import Line
from store.parse.page.passage import Passage


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an item: `words` is all of it, as printed, `title` without number, reference and full stop.

    `run_in` is the rest of a line on which the item's text begins. An item whose title the page lost has no `words`,
    and begins at `at`, an offset in the document.
    """

    number: str | None
    title: str
    reference: str | None
    words: Passage | None
    run_in: Line | None = None
    at: int = 0

    @property
    def start(self) -> int:
        """The offset in the document at which the item begins."""
        return self.words.span.start if self.words else self.at

    @property
    def end(self) -> int:
        """The offset at which its heading ends."""
        return self.words.span.end if self.words else self.at


def untitled(at: int) -> Heading:
    """The heading of an item that begins at an offset without a title."""
    return Heading(None, "", None, None, at=at)


def heading_of(number: str | None, title: Passage, words: Passage, run_in: Line | None = None) -> Heading:
    """A heading whose title is read from its words."""
    read = read_title(title.text)
    return Heading(number, read.text, read.reference, words, run_in)
