"""The words of a tree as a browser shows them: a block a line, a table's row a line, its cells apart."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from store.model import Look
from store.readers.breaks import whole_lines
from store.readers.printed import PrintedLine
from store.readers.styled import (
    BOLD,
    ITALIC,
    PLAIN,
    RAISED,
    STRUCK,
    UNDERLINED,
    Run,
    beside,
    both,
    struck_words,
    styled_lines,
    without_struck,
)
from store.readers.table import TableCell, table_lines
from store.readers.web.list_marks import ListMarks
from store.readers.web.markup import classes_of, walk
from store.readers.web.shown import FIELDS, ShownElements, value_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the non-breaking space, which stands for itself
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption figure"  # noqa: SIM905
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody tfoot thead"
    " tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_WIDEST = 100  # columns or rows that one cell goes over
_LISTS = frozenset({"menu", "ol", "ul"})
_LOOKS = {
    **dict.fromkeys(("b", "strong", "th"), BOLD),
    **dict.fromkeys(("em", "i"), ITALIC),
    **dict.fromkeys(("ins", "u"), UNDERLINED),
    **dict.fromkeys(("del", "s", "strike"), STRUCK),
    "sup": RAISED,
}
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), BOLD),
    (re.compile(r"text-decoration[\w-]{0,8}\s*:[^;]{0,40}line-through", re.IGNORECASE), STRUCK),
    (re.compile(r"text-decoration[\w-]{0,8}\s*:[^;]{0,40}underline", re.IGNORECASE), UNDERLINED),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), RAISED),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), ITALIC),
)
_HEADING = re.compile(r"h([1-6])")
_UNFOLDING = frozenset({"button", "summary"})
_UNFOLDING_LEVEL = 3  # of the heading that a title is which opens and closes what is below it
_ENDS = (" ", "\n")


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together, with the tag and the classes of the innermost block element they begin in.

    `text` is one line, unless the page sets its lines itself (`pre`); the spans of `looks` count in its characters.
    `furniture` are words that no longer hold, `note` stands beside the words, in a column of actions.
    """

    text: str
    tag: str
    classes: frozenset[str] = frozenset()
    looks: tuple[Look, ...] = ()
    furniture: bool = False
    note: bool = False


def blocks_of(
    root: "LexborNode | None",
    left_out: Callable[["LexborNode"], bool] = lambda _: False,
    stacked: Callable[["LexborNode"], bool] = lambda _: False,
) -> list[Block]:
    """The words below `root`, without the elements for which `left_out` says so and those that no browser shows.

    `root` is None for a page without a body: no words. A row of a table is one line. A cell with several lines goes on
    below; one with a single line stands before the first line of the next. In a row that is `stacked` every cell's
    lines stand for themselves. Words that are struck out follow the block that they stand in.
    """
    if root is None:
        return []
    page = _Page(stacked)
    shown = ShownElements(root)
    for node, beginning in walk(root, lambda node: left_out(node) or not shown.is_shown(node)):
        if node.tag == "-text":
            page.say(node.text_content or "")
        elif node.tag in FIELDS:
            page.say(value_of(node) if beginning else "")
        elif beginning:
            page.begin(node)
        else:
            page.end(node)
    return page.cells[0].finished()


@dataclass(slots=True)
class _Cell:
    """What is gathered of the page, or of one cell of a table: whole blocks, and the words of the next.

    `inside` are the block elements that are open, `marks` what stands before the next words as an entry of a list.
    """

    inside: list["LexborNode"] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    words: list[Run] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    def break_line(self) -> None:
        """End a line inside of a block."""
        if self.words:
            self.words.append(Run("\n"))

    def end_block(self) -> None:
        if not self.words:
            return
        gone = struck_words(self.words)
        lines = styled_lines(without_struck(self.words) if gone.text else self.words)
        self.words.clear()
        tag, classes = self._innermost()
        around = self._around()
        as_set = any(node.tag == "pre" for node in self.inside)
        for words in [beside(lines, "\n").stripped()] if as_set else whole_lines(lines):
            if not words.text:
                continue
            if self.marks:
                words = words.after(" ".join([*self.marks, ""]), words.first_look())
                self.marks.clear()
            for look in around:
                words = words.wholly(look)
            self.blocks.append(Block(words.text, tag, classes, words.looks))
        if gone.text:
            self.blocks.append(Block(gone.text, tag, classes, gone.looks, furniture=True))

    def _innermost(self) -> tuple[str, frozenset[str]]:
        """The tag and the classes of the innermost block element."""
        return (self.inside[-1].tag or "", classes_of(self.inside[-1])) if self.inside else ("", frozenset())

    def _around(self) -> list[Look]:
        """What the open elements make of all their words: a heading, a quotation."""
        looks = [replace(PLAIN, quoted=True)] if any(node.tag == "blockquote" for node in self.inside) else []
        for node in reversed(self.inside):
            level = _HEADING.fullmatch(node.tag or "")
            if level or node.tag in _UNFOLDING:
                return [*looks, replace(PLAIN, heading=int(level[1]) if level else _UNFOLDING_LEVEL)]
        return looks

    def finished(self) -> list[Block]:
        self.end_block()
        return self.blocks


@dataclass(slots=True)
class _Table:
    """A table so far: its lines, and the rows that are not lines yet.

    `reaching` are the cells that reach down into the next rows: the column of each, and how many rows are left.
    """

    number: int
    rows: list[list[TableCell]] = field(default_factory=list)
    lines: list[Block] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)

    def add(self, cells: list[tuple["LexborNode", list[Block]]], stacked: bool) -> None:
        """Take in a row. In a `stacked` one the cells are no cells, but their lines stand for themselves."""
        if stacked:
            self.lines += [*self.finished(), *(block for _, blocks in cells for block in blocks)]
            return
        row: list[TableCell] = []
        reached, self.reaching = self.reaching, {column: rows - 1 for column, rows in self.reaching.items() if rows > 1}
        column = 0
        for node, blocks in cells:
            while column in reached:
                column += 1
            row.append(
                TableCell(tuple(PrintedLine(b.text, furniture=b.furniture, looks=b.looks) for b in blocks), column)
            )
            width, height = _span(node, "colspan"), _span(node, "rowspan")
            if height > 1:
                self.reaching.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        self.rows.append(row)

    def finished(self) -> list[Block]:
        """The lines of the rows that are none yet."""
        rows, self.rows = self.rows, []
        lines = table_lines(rows, self.number)
        return [Block(one.text, "tr", looks=one.looks, furniture=one.furniture, note=one.note) for one in lines]


def _span(cell: "LexborNode", attribute: str) -> int:
    """How many columns or rows a cell goes over."""
    value = cell.attributes.get(attribute) or ""
    return min(max(int(value), 1), _WIDEST) if value.isascii() and value.isdecimal() and len(value) < 6 else 1


@dataclass(slots=True)
class _Page:
    """A page while it is walked through: the open cells (the page itself is the first), tables, rows, lists, looks."""

    stacked: Callable[["LexborNode"], bool]
    cells: list[_Cell] = field(default_factory=lambda: [_Cell()])
    tables: list[_Table] = field(default_factory=list)
    rows: list[list[tuple["LexborNode", list[Block]]]] = field(default_factory=list)
    lists: list[ListMarks] = field(default_factory=list)
    looks: list[Look] = field(default_factory=lambda: [PLAIN])
    preformatted: int = 0
    tables_begun: int = 0

    def say(self, text: str) -> None:
        words = self.cells[-1].words
        if not self.preformatted:
            text = _WHITE_SPACE.sub(" ", text)
            if not words or words[-1].text.endswith(_ENDS):
                text = text.removeprefix(" ")
        if text:
            words.append(Run(text, self.looks[-1]))

    def begin(self, node: "LexborNode") -> None:
        cell = self.cells[-1]
        self.looks.append(_with_look_of(node, self.looks[-1]))
        if node.tag in _CELLS:
            self.cells.append(_Cell([node]))
        elif node.tag == "br":
            cell.break_line()
        elif node.tag == "img":
            self.say(" ")
        elif node.tag in _BLOCKS:
            cell.end_block()
            cell.inside.append(node)
            if node.tag == "table":
                self.tables.append(_Table(self.tables_begun))
                self.tables_begun += 1
            elif node.tag == "tr":
                self.rows.append([])
            elif node.tag in _LISTS:
                self.lists.append(ListMarks.of(node))
            elif node.tag == "li" and self.lists:
                cell.marks.append(self.lists[-1].next(node))
            elif node.tag == "pre":
                self.preformatted += 1

    def end(self, node: "LexborNode") -> None:
        cell = self.cells[-1]
        self.looks.pop()
        if node.tag in _CELLS:
            self.rows[-1].append((node, self.cells.pop().finished()))
        elif node.tag in _BLOCKS:
            cell.end_block()
            cell.inside.pop()
            if node.tag == "table":
                table = self.tables.pop()
                cell.blocks += [*table.lines, *table.finished()]
            elif node.tag == "tr":
                self.tables[-1].add(self.rows.pop(), self.stacked(node))
            elif node.tag in _LISTS:
                self.lists.pop()
            elif node.tag == "li":
                cell.marks.clear()
            elif node.tag == "pre":
                self.preformatted -= 1


def _with_look_of(node: "LexborNode", look: Look) -> Look:
    """The look of the words in an element that stands among words of a look."""
    if (own := _LOOKS.get(node.tag or "")) is not None:
        look = both(look, own)
    if style := node.attributes.get("style"):
        for pattern, own in _STYLES:
            if pattern.search(style):
                look = both(look, own)
    return look
