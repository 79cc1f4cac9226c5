"""The pages of a PDF as the text of a document: running lines apart, columns in turn, cut words whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.readers.finish import finished
from store.readers.hyphens import join_cut_word, words_in
from store.readers.pdf.box import Box
from store.readers.pdf.columns import columns_of
from store.readers.pdf.flow import FlowingRow, flow
from store.readers.pdf.footnotes import Footnote, without_footnotes
from store.readers.pdf.line_numbers import without_line_numbers
from store.readers.pdf.margin import margin_of, without_notes
from store.readers.pdf.printed_rows import LETTER, Row, rows_of
from store.readers.pdf.running import running_rows
from store.readers.pdf.words import PageWords
from store.readers.printed import PrintedLine, PrintedText, set_pages, with_relative_sizes
from store.readers.styled import Styled, beside, without_struck_words

_MOST_INDENT = 24  # spaces


@dataclass(frozen=True, slots=True)
class _FlowingLine:
    """A line on a page, indented by so many spaces, with the notes beside it; the rest is as in a `PrintedLine`."""

    page: int
    words: Styled
    indent: int
    gap: bool = False
    wraps: bool = False
    notes: tuple[Styled, ...] = ()
    note: bool = False


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page by its parts: `header`, `footer` and `aside` are the page's own, `notes` stand beside the words.

    `footnotes` stand under them.
    """

    header: tuple[Row, ...]
    words: tuple[Row, ...]
    notes: tuple[Row, ...]
    footnotes: tuple[Footnote, ...]
    footer: tuple[Row, ...]
    aside: tuple[str, ...]
    area: Box


def printed_text(pages: Sequence[PageWords]) -> PrintedText:
    """The text of pages, a row a line, in the order in which they are read."""
    sheets = _sheets(pages)
    rows = flow([(tuple(columns_of(sheet.words)), sheet.area) for sheet in sheets])
    notes = _notes_beside(rows, sheets)
    lines = _with_whole_words([_line(row, notes.get(index, ())) for index, row in enumerate(rows)])
    bodies: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for line in _with_notes(lines):
        bodies[line.page] += _printed(line)
    printed = [
        [*_furniture(sheet.header), *bodies[number], *_furniture(sheet.footer), *_stamped(sheet.aside)]
        for number, sheet in enumerate(sheets)
    ]
    ends = [0]
    for of_page in printed:
        ends.append(ends[-1] + len(of_page))
    told = with_relative_sizes(finished([line for of_page in printed for line in of_page]))
    scans = tuple(
        number
        for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1)
        if page.drawn and not sheet.words and not sheet.notes
    )
    return replace(set_pages(told[one:two] for one, two in pairwise(ends)), scans=scans)


def _sheets(pages: Sequence[PageWords]) -> list[_Sheet]:
    rows, numbers = without_line_numbers([rows_of(page.words) for page in pages])
    running = running_rows([(of_page, page.area) for of_page, page in zip(rows, pages, strict=True)])
    bodies = [of_page[header : len(of_page) - footer] for of_page, (header, footer) in zip(rows, running, strict=True)]
    margin = margin_of([row for body in bodies for row in body])
    sheets = []
    before = 0
    for page, of_page, body, (header, footer), lines in zip(pages, rows, bodies, running, numbers, strict=True):
        words, footnotes = without_footnotes(body)
        words, notes = without_notes(words, margin, before)
        before += len(body)
        sheets.append(
            _Sheet(
                header=tuple(of_page[:header]),
                words=tuple(words),
                notes=tuple(notes),
                footnotes=tuple(footnotes),
                footer=tuple(of_page[len(of_page) - footer :]),
                aside=(*page.aside, *([lines] if lines else [])),
                area=page.area,
            )
        )
    return sheets


def _notes_beside(rows: Sequence[FlowingRow], sheets: Sequence[_Sheet]) -> dict[int, list[Styled]]:
    """The notes beside and under the words, each by the index of the row that it stands nearest to or belongs to."""
    beside_rows: defaultdict[int, list[Styled]] = defaultdict(list)
    for page, sheet in enumerate(sheets):
        near = [index for index, row in enumerate(rows) if row.page == page] or range(len(rows))
        placed = [(note.box, note.styled) for note in sheet.notes]
        placed += [(note.row.box, note.text) for note in sheet.footnotes]
        for box, words in placed:
            nearest = min(near, key=lambda index: abs(rows[index].row.box.middle - box.middle))
            beside_rows[nearest].append(words)
    return beside_rows


def _line(flowing: FlowingRow, notes: Sequence[Styled]) -> _FlowingLine:
    box = flowing.row.box
    indent = round((box.left - flowing.left) / (LETTER * box.height))
    indent = min(max(indent, 0), _MOST_INDENT)
    return _FlowingLine(flowing.page, flowing.row.styled, indent, flowing.gap, flowing.wraps, tuple(notes))


def _with_whole_words(lines: Sequence[_FlowingLine]) -> list[_FlowingLine]:
    """`lines` with words put together that a hyphen cuts at the end of one."""
    known = words_in(line.words.text for line in lines)
    whole = list(lines)
    for at in range(len(whole) - 1):
        one, two = whole[at], whole[at + 1]
        if one.wraps:
            first, second = _whole_word(one.words, two.words, known)
            whole[at] = replace(one, words=first, wraps=bool(second.text) or two.wraps)
            whole[at + 1] = replace(two, words=second)
    return [line for line in whole if line.words.text]


def _whole_word(one: Styled, two: Styled, known: frozenset[str]) -> tuple[Styled, Styled]:
    """Two lines with the word whole that a hyphen cuts between them."""
    first, second = join_cut_word(one.text, two.text, known)
    if first == one.text:
        return one, two
    taken = len(two.text) - len(second)
    tail = len(two.text[:taken].rstrip())
    head = one.part(0, len(first) - tail)
    return beside([head, two.part(0, tail)], ""), two.part(taken, len(two.text))


def _with_notes(lines: Iterable[_FlowingLine]) -> Iterator[_FlowingLine]:
    """`lines` with the notes beside them on lines of their own, each after the paragraph that it stands beside."""
    notes: list[_FlowingLine] = []
    for line in lines:
        yield line
        notes += [_FlowingLine(line.page, note, _MOST_INDENT, note=True) for note in line.notes]
        if not line.wraps:
            yield from (replace(note, page=line.page) for note in notes)
            notes = []
    yield from notes


def _printed(line: _FlowingLine) -> Iterator[PrintedLine]:
    """A line as it is printed; what is struck out of it stands under it, as furniture."""
    whole = without_struck_words(line.words)
    if whole.text.strip():
        words = whole.after(" " * line.indent)
        yield PrintedLine(words.text, line.gap, line.wraps, looks=words.looks, note=line.note)
    for look in line.words.looks:
        if look.struck:
            gone = line.words.part(look.span.start, look.span.end)
            yield PrintedLine(gone.text, furniture=True, looks=gone.looks)


def _furniture(rows: Iterable[Row]) -> Iterator[PrintedLine]:
    return (PrintedLine(row.styled.text, furniture=True, looks=row.styled.looks) for row in rows)


def _stamped(lines: Iterable[str]) -> Iterator[PrintedLine]:
    return (PrintedLine(text, furniture=True) for text in lines)
