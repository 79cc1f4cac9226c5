"""The words of a tree as a browser shows them: a block a line, a table's row a line, its cells apart."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.readers.web.list_marks import ListMarks
from store.readers.web.markup import classes_of, walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CELLS_APART = "\t"
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the non-breaking space, which stands for itself
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NEVER_SHOWN = frozenset(
    "audio button canvas dialog embed head iframe input math noframes noscript object script select style svg"  # noqa: SIM905
    " template textarea title video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer"  # noqa: SIM905
    " form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr"
    " ul".split()
)
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"menu", "ol", "ul"})


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together, with the tag and the classes of the innermost block element they begin in.

    `text` is one line, unless the page sets its lines itself (`pre`).
    """

    text: str
    tag: str
    classes: frozenset[str] = frozenset()


def blocks_of(
    root: "LexborNode | None",
    left_out: Callable[["LexborNode"], bool] = lambda _: False,
    stacked: Callable[["LexborNode"], bool] = lambda _: False,
) -> list[Block]:
    """The words below `root`, without the elements for which `left_out` says so and those that no browser shows.

    `root` is None for a page without a body: no words. A row of a table is one line. A cell with several lines goes on
    below; one with a single line stands before the first line of the next. In a row that is `stacked` every cell's
    lines stand for themselves.
    """
    page = _Page(stacked)
    for node, beginning in walk(root, lambda node: _is_never_shown(node) or left_out(node)) if root else ():
        if node.tag == "-text":
            page.say(node.text_content or "")
        elif beginning:
            page.begin(node)
        else:
            page.end(node)
    return page.cells[0].finished()


def _is_never_shown(node: "LexborNode") -> bool:
    """Whether a browser shows nothing of an element: a script, a form's field, what is hidden."""
    if node.tag in _NEVER_SHOWN:
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


@dataclass(slots=True)
class _Cell:
    """What is gathered of the page, or of one cell of a table: whole blocks, and the words of the next.

    `inside` are the block elements that are open, `marks` what stands before the next words as an entry of a list.
    """

    inside: list["LexborNode"] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    def end_block(self) -> None:
        text = "".join(self.words).strip()
        self.words.clear()
        if not text:
            return
        if self.marks:
            text = " ".join([*self.marks, text])
            self.marks.clear()
        innermost = self.inside[-1] if self.inside else None
        self.blocks.append(Block(text, innermost.tag or "", classes_of(innermost)) if innermost else Block(text, ""))

    def finished(self) -> list[Block]:
        self.end_block()
        return self.blocks


@dataclass(slots=True)
class _Page:
    """A page while it is walked through: the open cells (the page itself is the first), rows and lists."""

    stacked: Callable[["LexborNode"], bool]
    cells: list[_Cell] = field(default_factory=lambda: [_Cell()])
    rows: list[list[list[Block]]] = field(default_factory=list)
    lists: list[ListMarks] = field(default_factory=list)
    preformatted: int = 0

    def say(self, text: str) -> None:
        words = self.cells[-1].words
        if not self.preformatted:
            text = _WHITE_SPACE.sub(" ", text)
            if not words or words[-1].endswith(" "):
                text = text.removeprefix(" ")
        if text:
            words.append(text)

    def begin(self, node: "LexborNode") -> None:
        cell = self.cells[-1]
        if node.tag in _CELLS:
            self.cells.append(_Cell([node]))
        elif node.tag == "br":
            cell.end_block()
        elif node.tag == "img":
            self.say(" ")
        elif node.tag in _BLOCKS:
            cell.end_block()
            cell.inside.append(node)
            if node.tag == "tr":
                self.rows.append([])
            elif node.tag in _LISTS:
                self.lists.append(ListMarks.of(node))
            elif node.tag == "li" and self.lists:
                cell.marks.append(self.lists[-1].next(node))
            elif node.tag == "pre":
                self.preformatted += 1

    def end(self, node: "LexborNode") -> None:
        cell = self.cells[-1]
        if node.tag in _CELLS:
            self.rows[-1].append(self.cells.pop().finished())
        elif node.tag in _BLOCKS:
            cell.end_block()
            cell.inside.pop()
            if node.tag == "tr":
                cell.blocks.extend(_row(self.rows.pop(), self.stacked(node)))
            elif node.tag in _LISTS:
                self.lists.pop()
            elif node.tag == "li":
                cell.marks.clear()
            elif node.tag == "pre":
                self.preformatted -= 1


def _row(cells: list[list[Block]], stacked: bool) -> list[Block]:
    """The lines of a row of cells."""
    if stacked:
        return [block for cell in cells for block in cell]
    lines: list[Block] = []
    before: list[str] = []
    for cell in cells:
        if cell:
            first, *rest = cell
            before.append(first.text)
            if rest:
                lines.extend((Block(CELLS_APART.join(before), "tr"), *rest))
                before = []
    if before:
        lines.append(Block(CELLS_APART.join(before), "tr"))
    return lines
