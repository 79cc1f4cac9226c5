"""The words of a Word document as it shows them: numbers before paragraphs, tables a row a line, changes accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from store.readers.docx.numbering import Numbering
from store.readers.docx.parts import Parts
from store.readers.docx.styles import Styles
from store.readers.printed import PrintedLine
from store.readers.symbols import shown
from store.text.clean import clean

# What was deleted or moved away, properties, the codes of fields, and what older programs show in place of a Choice.
_NOT_SHOWN = {"del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "instrText", "Fallback"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SOFT_HYPHEN = "\u00ad"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_APART = 60  # twips (twentieths of a point) between two paragraphs that a reader sees as a gap
_OFF = {"0", "false", "off"}


class WordText:
    """The words of a document, whose lists and notes are numbered as they are read."""

    def __init__(self, parts: Parts) -> None:
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._notes = {
            (kind, note.get("id", "")): note
            for kind, part in (("footnoteReference", parts.footnotes), ("endnoteReference", parts.endnotes))
            for note in (part if part is not None else ())
        }
        self._notes_told = 0

    def lines(self, container: Element) -> Iterator[PrintedLine]:
        """The lines in `container` (a body, a cell, a header, a text box) from the first to the last."""
        begun = ""  # the words of paragraphs whose ends are deleted: they run on into the next
        space, apart = 0, False
        for block in _blocks(container):
            if block.tag == "tbl":
                yield from self._table(block)
                space, apart = 0, True
                continue
            words = begun + self._words(block)
            if block.find("pPr/rPr/del") is not None:
                begun = words
                continue
            begun = ""
            lines = _lines(words, self._numbering.label(block))
            apart = apart or max(space, self._space(block, "before")) >= _APART
            for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=False)):
                yield PrintedLine(line, gap=apart and number == 0, wraps=_goes_on(line, following))
            space, apart = self._space(block, "after"), not lines
            yield from self._beside(block)
        if lines := _lines(begun, ""):
            yield from (PrintedLine(line) for line in lines)

    def _words(self, paragraph: Element) -> str:
        words = []
        for element in _shown(paragraph):
            if element.tag == "t":
                words.append((element.text or "").replace("\n", " ").replace(_SOFT_HYPHEN, ""))
            elif element.tag == "sym":
                words.append(_symbol(element.get("char", "")))
            elif element.tag == "textpath":  # WordArt: a stamp such as DRAFT
                words.append(element.get("string", ""))
            else:
                words.append(_SIGNS.get(element.tag, ""))
        return "".join(words)

    def _beside(self, paragraph: Element) -> Iterator[PrintedLine]:
        """What a page sets beside or under a paragraph: text boxes and notes, each on lines of their own.

        The figure that refers to a note is left out of the sentence, whose words it would change; the note keeps it.
        """
        for element in _shown(paragraph):
            if element.tag == "txbxContent":
                yield from _set_apart(self.lines(element))
            elif (note := self._notes.get((element.tag, element.get("id", "")))) is not None:
                self._notes_told += 1
                figure = str(self._notes_told).translate(_RAISED)
                for number, line in enumerate(self.lines(note)):
                    yield PrintedLine(line.text if number else f"{figure} {line.text.lstrip()}")

    def _table(self, table: Element) -> Iterator[PrintedLine]:
        for number, row in enumerate(_children(table, "tr")):
            if row.find("trPr/del") is None:
                lines = _row([list(self.lines(cell)) for cell in _children(row, "tc")])
                yield from _set_apart(lines) if number == 0 or len(lines) > 1 else lines

    def _space(self, paragraph: Element, side: str) -> int:
        """The space before or after a paragraph, in twips."""
        space = self._styles.value(paragraph, "spacing", side) or "0"
        return int(space) if space.isascii() and space.isdigit() else 0


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
    """The elements below `element` whose words are shown, text boxes as a whole."""
    for child in element:
        if child.tag in _NOT_SHOWN or _is_hidden(child):
            continue
        yield child
        if child.tag != "txbxContent":
            yield from _shown(child)


def _is_hidden(run: Element) -> bool:
    hidden = run.find("rPr/vanish") if run.tag == "r" else None
    return hidden is not None and hidden.get("val", "1") not in _OFF


def _symbol(code: str) -> str:
    """The character of a symbol font by its code in hexadecimal."""
    try:
        return shown(chr(int(code, 16)))
    except (ValueError, OverflowError):
        return ""


def _lines(words: str, label: str) -> list[str]:
    """A paragraph's lines that are not blank; its number alone where it has no words."""
    if not words.strip() and not any(sign.isalnum() for sign in label):
        return []
    lines = [clean(line).replace("\n", " ").rstrip() for line in (label + words).split("\n")]
    return [line for line in lines if line.strip()]


def _goes_on(line: str, following: str) -> bool:
    """Whether a line that was ended by hand is not the end of its sentence."""
    return following.lstrip()[:1].islower() and not line.endswith((".", ":", ";"))


def _row(cells: Sequence[Sequence[PrintedLine]]) -> list[PrintedLine]:
    """The lines of a table's row: one for them all, as far as its cells have but one line each.

    The first cell that has more is read to its end (what stands before it are its number and title), and then each
    cell after it.
    """
    filled = [cell for cell in cells if cell]
    longer = next((index for index, cell in enumerate(filled) if len(cell) > 1), len(filled) - 1)
    first = "\t".join(cell[0].text.strip() for cell in filled[: longer + 1])
    rest = [line for cell in (filled[longer][1:], *filled[longer + 1 :]) for line in cell] if filled else []
    return [PrintedLine(first), *rest] if filled else []


def _set_apart(lines: Iterator[PrintedLine] | Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    for number, line in enumerate(lines):
        yield replace(line, gap=line.gap or number == 0)
