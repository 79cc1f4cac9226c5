"""A text to be verified as blocks that stand by themselves: paragraphs, points, block quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


def find_blocks(text: str) -> Iterator[TextBlock]:
    """The blocks of `text`, without the marks of points and quotations; other marks are taken away when it is read."""
    begin, lines, quoted = 0, list[str](), False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _QUOTED.match(line)
        words = line[mark.end() :] if mark else line
        point = None if mark else _POINT.match(words)
        words = words[point.end() :] if point else words
        empty = not words.strip() or bool(_RULE.match(words))
        begins = point or (not mark and _OPENS.match(words) and lines and _ENDS.search(lines[-1]))
        if lines and (bool(mark) != quoted or begins or (empty and not mark)):
            yield TextBlock(begin, "\n".join(lines), quoted)
            lines = []
        if not empty or (mark and lines):
            if not lines:
                begin, quoted = number, bool(mark)
            lines.append(words)
    if lines:
        yield TextBlock(begin, "\n".join(lines), quoted)
