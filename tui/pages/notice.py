"""A few sentences in the place of minutes: an empty store, or an error, in words."""

from tui.pages.page import Page, Setter
from tui.safe import words

EMPTY = "There are no minutes here yet."


def notice(heading: str, *sentences: str, width: int) -> Page:
    """`heading` over `sentences`, each a paragraph."""
    page = Setter(width)
    page.text(words(heading, "title"))
    for sentence in sentences:
        page.gap()
        page.text(words(sentence))
    return page.page()
