"""Blocks as plain text: wrapped or not, indented or not, cut into pages with their furniture."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from tests.layouts.blocks import Block
from tests.layouts.habits import Habits
from tests.layouts.meeting import Meeting

_PAGE = 44  # lines on a page, beside its furniture and margins
_TAB = 8  # characters from a number, or the body's edge, to the words


def as_text(blocks: Sequence[Block], habits: Habits, meeting: Meeting) -> str:
    """The whole document."""
    whole = "\n".join(line for line, _ in lines_of(blocks, habits, meeting)) + "\n"
    return re.sub(r"\n{4,}", "\n\n\n", whole)  # of the margins between pages a blank line or two are left


def lines_of(blocks: Sequence[Block], habits: Habits, meeting: Meeting) -> list[tuple[str, bool]]:
    """The lines of the document, each with whether it is set in bold."""
    width = None if habits["wrap"] == "none" else int(habits["wrap"])
    lines: list[tuple[str, bool]] = []
    body = False
    for block in blocks:
        title = block.kind in ("title", "number")
        body = body or title
        if lines and not block.tight:
            lines += [("", False)] * _blanks(habits["blanks"], title and body)
        edge = _TAB if body and not title and habits["indent"] == "body" else 0
        bold = (title and block.look == "bold") or block.kind == "heading"
        made = _lines(block, edge, width)
        if block.kind == "heading" and habits["head"] == "centred":
            made = [f"{line:^{width or 76}}".rstrip() for line in made]
        lines += [(line, bold) for line in made]
    return list(_paged(lines, habits["furniture"], meeting))


def _blanks(habit: str, title: bool) -> int:
    if habit == "none":
        return int(title)
    return 2 if title and habit == "two before titles" else 1


def _lines(block: Block, edge: int, width: int | None) -> list[str]:
    if block.kind == "row":
        cells = block.text.split("\t")
        return [" " * edge + "".join(cell.ljust(36) for cell in cells[:-1]) + cells[-1]]
    if block.kind == "number":
        return [block.text]
    if block.kind == "title":
        return _title(block, width)
    edge += 4 * block.level
    if block.kind in ("line", "heading") or width is None:
        first = f"{block.label} {block.text}" if block.label else block.text
        made = [" " * edge + first] if block.kind != "heading" or width is None else textwrap.wrap(first, width)
    else:
        label = block.label and block.label.ljust(max(4, len(block.label) + 2))
        made = _wrap(block.text, width, " " * edge + label, " " * (edge + len(label)))
    if block.action:
        made[-1] = made[-1].ljust((width or len(made[-1])) + 6) + block.action
    return made


def _title(block: Block, width: int | None) -> list[str]:
    words = block.text.upper() if block.look == "capitals" else block.text
    words += ":" if block.look == "colon" else ""
    label = block.label.replace("\t", " " * max(2, _TAB - len(block.label))) if "\t" in block.label else block.label
    label += " " if label and not label.endswith(" ") else ""
    made = (
        [label + words]
        if width is None
        else _wrap(words, width, label, " " * (len(label) if block.look != "run in" else 0))
    )
    return [*made, "-" * len(made[-1])] if block.look == "underlined" else made


def _wrap(words: str, width: int, first: str, later: str) -> list[str]:
    return textwrap.wrap(
        words, width, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )


def _paged(lines: Sequence[tuple[str, bool]], furniture: str, meeting: Meeting) -> Iterator[tuple[str, bool]]:
    if furniture in ("none", "site"):
        yield from lines
        return
    pages = [lines[at : at + _PAGE] for at in range(0, len(lines), _PAGE)]
    for number, page in enumerate(pages, 1):
        if furniture == "running":
            yield from ((f"{meeting.own}   {meeting.day.day} {meeting.day:%B %Y}", False), ("", False))
        yield from (*page, *[("", False)] * (_PAGE - len(page)))
        foot = f"Page {number} of {len(pages)}" if furniture == "Page n of m" else str(number)
        yield from (("", False), (f"{foot:^70}".rstrip(), False), *[("", False)] * (8 if furniture != "running" else 6))
