"""The pages of a PDF as the text of a document: running lines apart, columns in turn, cut words whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.readers.hyphens import join_cut_word, words_in
from store.readers.pdf.columns import columns_of
from store.readers.pdf.flow import FlowingRow, flow
from store.readers.pdf.margin import margin_of, without_notes
from store.readers.pdf.rows import LETTER, Row, rows_of
from store.readers.pdf.running import running_rows
from store.readers.pdf.words import Box, PageWords
from store.readers.printed import PrintedLine, PrintedText, set_pages

_MOST_INDENT = 24  # spaces


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on a page, indented by so many spaces, with the notes beside it; the rest is as in a `PrintedLine`."""

    page: int
    words: str
    indent: int
    gap: bool = False
    wraps: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page by its parts: `header` and `footer` are the page's own, `notes` stand beside the words in the margin."""

    header: tuple[str, ...]
    words: tuple[Row, ...]
    notes: tuple[Row, ...]
    footer: tuple[str, ...]
    area: Box


def printed_text(pages: Sequence[PageWords]) -> PrintedText:
    """The text of pages, a row a line, in the order in which they are read."""
    sheets = _sheets(pages)
    rows = flow([(tuple(columns_of(sheet.words)), sheet.area) for sheet in sheets])
    notes = _notes_beside(rows, sheets)
    lines = _with_whole_words([_line(row, notes.get(index, ())) for index, row in enumerate(rows)])
    bodies: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for line in _with_notes(lines):
        bodies[line.page].append(PrintedLine(" " * line.indent + line.words, line.gap, line.wraps))
    return set_pages(
        [*_furniture(sheet.header), *bodies[number], *_furniture(sheet.footer)] for number, sheet in enumerate(sheets)
    )


def _sheets(pages: Sequence[PageWords]) -> list[_Sheet]:
    rows = [rows_of(page.words) for page in pages]
    running = running_rows([(of_page, page.area) for of_page, page in zip(rows, pages, strict=True)])
    bodies = [of_page[header : len(of_page) - footer] for of_page, (header, footer) in zip(rows, running, strict=True)]
    margin = margin_of([row for body in bodies for row in body])
    sheets = []
    for page, of_page, body, (header, footer) in zip(pages, rows, bodies, running, strict=True):
        words, notes = without_notes(body, margin)
        head = tuple(row.text for row in of_page[:header])
        foot = tuple(row.text for row in of_page[len(of_page) - footer :])
        sheets.append(_Sheet(head, tuple(words), tuple(notes), foot + page.aside, page.area))
    return sheets


def _notes_beside(rows: Sequence[FlowingRow], sheets: Sequence[_Sheet]) -> dict[int, list[str]]:
    """The notes in the margins, each by the index of the row that it stands nearest to."""
    beside: defaultdict[int, list[str]] = defaultdict(list)
    for page, sheet in enumerate(sheets):
        near = [index for index, row in enumerate(rows) if row.page == page] or range(len(rows))
        for note in sheet.notes:
            nearest = min(near, key=lambda index: abs(rows[index].row.box.middle - note.box.middle))
            beside[nearest].append(note.text)
    return beside


def _line(flowing: FlowingRow, notes: Sequence[str]) -> _Line:
    box = flowing.row.box
    indent = round((box.left - flowing.left) / (LETTER * box.height))
    indent = min(max(indent, 0), _MOST_INDENT)
    return _Line(flowing.page, flowing.row.text, indent, flowing.gap, flowing.wraps, tuple(notes))


def _with_whole_words(lines: Sequence[_Line]) -> list[_Line]:
    """`lines` with words put together that a hyphen cuts at the end of one."""
    known = words_in(line.words for line in lines)
    whole = list(lines)
    for at in range(len(whole) - 1):
        one, two = whole[at], whole[at + 1]
        if one.wraps:
            first, second = join_cut_word(one.words, two.words, known)
            whole[at] = replace(one, words=first, wraps=bool(second) or two.wraps)
            whole[at + 1] = replace(two, words=second)
    return [line for line in whole if line.words]


def _with_notes(lines: Iterable[_Line]) -> Iterator[_Line]:
    """`lines` with the notes beside them on lines of their own, each after the paragraph that it stands beside."""
    notes: list[_Line] = []
    for line in lines:
        yield line
        notes += [_Line(line.page, note, _MOST_INDENT) for note in line.notes]
        if not line.wraps:
            yield from (replace(note, page=line.page) for note in notes)
            notes = []
    yield from notes


def _furniture(lines: Iterable[str]) -> Iterator[PrintedLine]:
    return (PrintedLine(text, furniture=True) for text in lines)
