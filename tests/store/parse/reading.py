"""Small documents for tests of one rule at a time."""

from textwrap import dedent

from store.model import Document, Format, Item, Meeting, Span
from store.parse.meeting import parse_meeting
from store.parse.page.passage import Passage


def meeting_of(text: str) -> Meeting:
    """The meeting in `text`, its common indentation taken away."""
    return parse_meeting(Document("test.txt", "0" * 64, Format.TEXT, dedent(text).strip("\n")))


def item_of(body: str, title: str = "1. The Pier") -> Item:
    """The only item of a meeting, with `body` under its title."""
    (item,) = meeting_of(f"Harbour Board\n\n4 June 2024 at 2.00 pm\n\n{title}\n\n{dedent(body).strip()}\n").items
    return item


def passage(text: str) -> Passage:
    """`text` as one stretch."""
    return Passage(text, (Span(0, len(text)),))
