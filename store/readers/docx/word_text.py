"""The words of a Word document as it shows them: numbers before paragraphs, tables a row a line, changes accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from store.readers.breaks import goes_on
from store.readers.docx.fields import Fields
from store.readers.docx.numbering import Numbering
from store.readers.docx.parts import Parts
from store.readers.docx.run_looks import Properties, RunLooks, is_seen, is_white
from store.readers.docx.styles import Styles
from store.readers.finish import RAISED
from store.readers.printed import PrintedLine
from store.readers.styled import PLAIN, Run, Styled, struck_words, styled_lines, without_struck
from store.readers.symbols import is_symbol_font, shown
from store.readers.table import TableCell, table_lines

# What was deleted or moved away, properties, the codes of fields, and what older programs show in place of a Choice.
_NOT_SHOWN = {"del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "Fallback"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FORMULAS = {"oMath", "oMathPara"}
_SOFT_HYPHEN = "\u00ad"
_APART = 60  # twips (twentieths of a point) between two paragraphs that a reader sees as a gap
_WIDEST = 100  # columns that one cell goes over


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words stand: their paragraph, the level of the heading that it is, and whether a table is around it."""

    paragraph: Element
    heading: int
    in_table: bool


class WordText:
    """The words of a document, whose lists, fields, notes and tables are numbered as they are read."""

    def __init__(self, parts: Parts) -> None:
        self._styles = Styles(parts.styles)
        self._looks = RunLooks(self._styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._fields = Fields()
        self._notes = {
            (kind, note.get("id", "")): note
            for kind, part in (("footnoteReference", parts.footnotes), ("endnoteReference", parts.endnotes))
            for note in (part if part is not None else ())
        }
        self._notes_told = 0
        self._tables_told = 0

    def lines(self, container: Element, *, in_table: bool = False) -> Iterator[PrintedLine]:
        """The lines in `container` (a body, a cell, a header, a text box) from the first to the last.

        The sizes of their looks are in half points. Words that are struck out follow their paragraph, as furniture.
        """
        begun: list[Run] = []  # the words of paragraphs whose ends are deleted: they run on into the next
        space, apart = 0, False
        for block in _blocks(container):
            if block.tag == "tbl":
                yield from self._table(block)
                space, apart = 0, True
                continue
            place = _Place(block, self._looks.heading(block), in_table)
            runs = [*begun, *self._runs(block, place)]
            if block.find("pPr/rPr/del") is not None:
                begun = runs
                continue
            begun = []
            lines = _lines(without_struck(runs), self._numbering.label(block), place.heading)
            apart = apart or max(space, self._space(block, "before")) >= _APART
            yield from _set(lines, apart=apart)
            yield from _gone(runs)
            space, apart = self._space(block, "after"), not lines
            yield from self._beside(block)
        yield from _set(_lines(without_struck(begun), "", 0), apart=False)

    def _runs(self, element: Element, place: _Place) -> Iterator[Run]:
        """The words below an element that are shown, as they are set."""
        for child in element:
            if child.tag == "r":
                properties = self._looks.properties(child, place.paragraph)
                if is_seen(properties) and (place.in_table or not is_white(properties)):
                    yield from self._said(child, properties, place)
                else:
                    self._pass_over(child, place)
            elif child.tag in _FORMULAS:
                yield Run(f" {formula(child)} " if child.tag == "oMathPara" else formula(child))
            elif child.tag == "fldSimple":
                yield from self._runs(child, place)
                if child.find(".//t") is None:
                    yield Run(self._fields.simple(child.get("instr", ""), place.heading))
            elif child.tag not in _NOT_SHOWN:
                yield from self._runs(child, place)

    def _said(self, run: Element, properties: Properties, place: _Place) -> Iterator[Run]:
        """What a run says, in its look."""
        look = self._looks.look(properties)
        font = properties.get("font", "")
        font = font if is_symbol_font(font) else ""
        for child in _inside(run):
            match child.tag:
                case "t":
                    words = (child.text or "").replace("\n", " ").replace(_SOFT_HYPHEN, "")
                    yield Run(shown(words, font), look)
                case "sym":
                    yield Run(_symbol(child.get("char", ""), child.get("font", "")), look)
                case "textpath":  # WordArt: a stamp such as DRAFT
                    yield Run(child.get("string", ""), look)
                case "fldChar":
                    yield Run(self._fields.part(child, place.heading), look)
                case "instrText":
                    self._fields.code(child.text or "")
                case tag if tag in _SIGNS:
                    yield Run(_SIGNS[tag], look)

    def _pass_over(self, run: Element, place: _Place) -> None:
        """Take in what a run that is not shown says of fields."""
        for child in run:
            if child.tag == "fldChar":
                self._fields.part(child, place.heading)
            elif child.tag == "instrText":
                self._fields.code(child.text or "")

    def _beside(self, paragraph: Element) -> Iterator[PrintedLine]:
        """What a page sets beside or under a paragraph: text boxes and notes, each on lines of their own.

        The figure that refers to a note is left out of the sentence, whose words it would change; the note keeps it.
        """
        for element in _shown(paragraph):
            if element.tag == "txbxContent":
                yield from _set_apart(self.lines(element))
            elif (note := self._notes.get((element.tag, element.get("id", "")))) is not None:
                self._notes_told += 1
                figure = str(self._notes_told).translate(RAISED)
                for number, line in enumerate(self.lines(note)):
                    words = Styled(line.text, line.looks).stripped()
                    words = words if number else words.after(f"{figure} ")
                    yield PrintedLine(words.text, looks=words.looks, furniture=line.furniture)

    def _table(self, table: Element) -> Iterator[PrintedLine]:
        number, self._tables_told = self._tables_told, self._tables_told + 1
        rows = [list(self._row(row)) for row in _children(table, "tr") if row.find("trPr/del") is None]
        yield from table_lines(rows, number)

    def _row(self, row: Element) -> Iterator[TableCell]:
        column = _integer(row.find("trPr/gridBefore"), 0)
        for cell in _children(row, "tc"):
            if cell.find("tcPr/cellDel") is None:
                yield TableCell(tuple(self.lines(cell, in_table=True)), column)
            column += max(_integer(cell.find("tcPr/gridSpan"), 1), 1)

    def _space(self, paragraph: Element, side: str) -> int:
        """The space before or after a paragraph, in twips."""
        space = self._styles.value(paragraph, "spacing", side) or "0"
        return int(space) if space.isascii() and space.isdecimal() else 0


def _blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables in `container`, whatever is wrapped around them."""
    for child in container:
        if child.tag in {"p", "tbl"}:
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _blocks(child)


def _children(container: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever is wrapped around them."""
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _children(child, tag)


def _shown(element: Element) -> Iterator[Element]:
    """The elements below `element` that are shown, text boxes as a whole."""
    for child in element:
        if child.tag in _NOT_SHOWN:
            continue
        yield child
        if child.tag != "txbxContent":
            yield from _shown(child)


def _inside(run: Element) -> Iterator[Element]:
    """The elements of a run, those that are wrapped for newer programs too; not what stands in its text boxes."""
    return (element for element in _shown(run) if element.tag != "txbxContent")


def _symbol(code: str, font: str) -> str:
    """The character of a symbol font by its code in hexadecimal."""
    try:
        return shown(chr(int(code, 16)), font if is_symbol_font(font) else "")
    except (ValueError, OverflowError):
        return ""


def _lines(runs: Sequence[Run], label: str, heading: int) -> list[Styled]:
    """A paragraph's lines that are not blank; its number alone where it has no words."""
    if not any(run.text.strip() for run in runs) and not any(sign.isalnum() for sign in label):
        return []
    look = next((run.look for run in runs if run.text.strip()), PLAIN)
    lines = styled_lines([Run(label, look), *runs])
    lines = [replace(line, text=line.text.rstrip()) for line in lines if line.text.strip()]
    return [line.wholly(replace(PLAIN, heading=heading)) for line in lines] if heading else lines


def _set(lines: Sequence[Styled], *, apart: bool) -> Iterator[PrintedLine]:
    """The lines of a paragraph; one that was ended by hand inside of its sentence goes on in the next."""
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], Styled("")], strict=False)):
        wraps = goes_on(line.text, following.text)
        yield PrintedLine(line.text, gap=apart and number == 0, wraps=wraps, looks=line.looks)


def _gone(runs: Sequence[Run]) -> Iterator[PrintedLine]:
    """The words of a paragraph that are struck out."""
    words = struck_words(runs)
    if words.text:
        yield PrintedLine(words.text, furniture=True, looks=words.looks)


def _integer(element: Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get("val", "")
    return min(int(value), _WIDEST) if value.isascii() and value.isdecimal() and len(value) < 6 else otherwise


def _set_apart(lines: Iterator[PrintedLine]) -> Iterator[PrintedLine]:
    for number, line in enumerate(lines):
        yield replace(line, gap=line.gap or number == 0)


_POWERS = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_OPERATORS = set("+-−×÷/ =")


def formula(element: Element) -> str:
    """The words of a formula, or of a part of one."""
    match element.tag:
        case "t":
            return element.text or ""
        case "f":
            return f"{_part(element, 'num')}/{_part(element, 'den')}"
        case "sSup" | "sSubSup":
            base, power = (_words(element.find(tag)) for tag in ("e", "sup"))
            raised = power.translate(_POWERS) if all(sign in _RAISABLE for sign in power) else f"^{power}"
            return f"{base}{_words(element.find('sub'))}{raised}"
        case "rad":
            root = _part(element, "e")
            return f"√{root}"
        case "d":
            return f"({_words(element)})"
    return _words(element)


_RAISABLE = {chr(code) for code in _POWERS}


def _words(element: Element | None) -> str:
    return "" if element is None else "".join(formula(child) for child in element)


def _part(element: Element, tag: str) -> str:
    """One side of a fraction, in brackets where it is more than a word."""
    words = _words(element.find(tag))
    return f"({words})" if _OPERATORS & set(words) else words
