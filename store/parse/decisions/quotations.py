"""Motions in quotation marks: what is decided is what the marks enclose, over paragraphs too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.parse.page.passage import Passage, together

_OPENED = re.compile(r"""[“"‘']\s*(?=\S)""")
_CLOSED = re.compile(r"""(?<!\s)\s*[”"’'“][.;,]?\s*$""")
MOST_PARAGRAPHS = 12  # that a quoted motion goes over


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, and how many paragraphs it goes over."""

    words: Passage
    paragraphs: int


def quoted(first: Passage, following: Sequence[Passage]) -> Quotation | None:
    """The quotation that `first` opens and that it or a paragraph after it closes; None where there is no such."""
    opened = _OPENED.match(first.raw)
    if opened is None:
        return None
    for count, paragraph in enumerate([first, *following[:MOST_PARAGRAPHS]], 1):
        if _CLOSED.search(paragraph.raw, opened.end() if count == 1 else 0):
            whole = together([first, *following[: count - 1]])
            closed = _CLOSED.search(whole.raw)
            words = whole.part(opened.end(), closed.start() if closed else None)
            return Quotation(words, count) if words else None
    return None
