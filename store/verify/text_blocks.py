"""A text to be verified as blocks that stand by themselves: paragraphs, points, block quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from store.model import Document

_QUOTED = re.compile(r"\s{0,3}>\s?")
_POINT = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_OPENS = re.compile(r"\s*[“‘«„\"']")  # as a list of quotations does, a line each
_ENDS = re.compile(r"[.!?)”’»\"']\s*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that belong together, the first of them the `line`-th of the text. `quoted`: a block quotation."""

    line: int
    text: str
    quoted: bool = False

    def line_at(self, offset: int) -> int:
        """The line of the text on which a character of the block stands."""
        return self.line + self.text.count("\n", 0, offset)


def with_quotation_marks(document: Document) -> str:
    """The text of a document with a ">" before each line of its block quotations, as `find_blocks` knows them."""
    text = document.text
    begins = sorted({text.rfind("\n", 0, look.span.start) + 1 for look in document.looks if look.quoted})
    quoted = (f"> {text[one:two]}" for one, two in pairwise([*begins, len(text)]))
    return text[: begins[0] if begins else None] + "".join(quoted)


def find_blocks(text: str) -> Iterator[TextBlock]:
    """The blocks of `text`, without the marks of points and quotations; other marks are taken away when it is read."""
    begin, lines, quoted = 0, list[str](), False
    for number, printed in enumerate(text.split("\n"), 1):
        line = _Line.of(printed)
        if lines and (line.quoted != quoted or line.begins_after(lines[-1]) or (line.empty and not line.quoted)):
            yield TextBlock(begin, "\n".join(lines), quoted)
            lines = []
        if not line.empty or (line.quoted and lines):
            if not lines:
                begin, quoted = number, line.quoted
            lines.append(line.words)
    if lines:
        yield TextBlock(begin, "\n".join(lines), quoted)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the mark of a quotation or a point before it: which it had, and whether nothing is left."""

    words: str
    quoted: bool
    point: bool
    empty: bool

    @classmethod
    def of(cls, printed: str) -> "_Line":
        mark = _QUOTED.match(printed)
        words = printed[mark.end() :] if mark else printed
        point = None if mark else _POINT.match(words)
        words = words[point.end() :] if point else words
        return cls(words, mark is not None, point is not None, not words.strip() or _RULE.match(words) is not None)

    def begins_after(self, last: str) -> bool:
        """Whether a block begins with the line: a point, or a quotation behind the end of another."""
        quotation = not self.quoted and _OPENS.match(self.words) is not None and _ENDS.search(last) is not None
        return self.point or quotation
