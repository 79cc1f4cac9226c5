"""Lines as a reader finds them, and the text of a document that they make."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from store.model import Span
from store.text.clean import fold

_WORD = re.compile(r"\w+")
_OPENING = 15  # lines: where minutes say whose they are


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with words on it.

    `gap`: it stands apart from the one before. `wraps`: its words go on in the next one. `furniture`: it is the page's
    own, and no words of the minutes.
    """

    text: str
    gap: bool = False
    wraps: bool = False
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class PrintedText:
    """Lines as a text; the fields are those of a `Document`."""

    text: str
    pages: tuple[Span, ...]
    furniture: tuple[Span, ...]
    wraps: frozenset[int]


def set_pages(pages: Iterable[Sequence[PrintedLine]]) -> PrintedText:
    """The lines of each page, one page under the other, with a blank line for a gap, a new page and furniture."""
    parts: list[str] = []
    spans: list[Span] = []
    furniture: list[Span] = []
    wraps: set[int] = set()
    at = 0
    for lines in pages:
        begun, before = at, None
        for line in lines:
            if parts and (line.gap or before is None or before.furniture != line.furniture):
                parts.append("\n")
                at += 1
            parts.append(line.text + "\n")
            end = at + len(line.text)
            if line.furniture:
                furniture.append(Span(at, end))
            elif line.wraps:
                wraps.add(end)
            at, before = end + 1, line
        spans.append(Span(begun, at))
    return PrintedText("".join(parts), tuple(spans), tuple(furniture), frozenset(wraps))


def is_said_again(header: str, lines: Iterable[str]) -> bool:
    """Whether the first of `lines` say all that a header says.

    The header of the first page is the page's own if they do; otherwise it may be all the heading that there is.
    """
    said = {word for line in islice(lines, _OPENING) for word in _WORD.findall(fold(line))}
    return said.issuperset(_WORD.findall(fold(header)))
