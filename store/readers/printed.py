"""Lines as a reader finds them, and the text of a document that they make."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from store.model import Document, Format, Look, Span
from store.readers.styled import moved
from store.text.clean import fold

_WORD = re.compile(r"\w+")
_SAME_SIZE = 0.04  # of the usual size: how much less nobody sees
_OPENING = 15  # lines: where minutes say whose they are


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with words on it.

    `gap`: it stands apart from the one before. `wraps`: its words go on in the next one. `furniture`: it is the page's
    own, and no words of the minutes. `note`: it stands beside the words. The spans of `looks` count in its characters.
    """

    text: str
    gap: bool = False
    wraps: bool = False
    furniture: bool = False
    looks: tuple[Look, ...] = ()
    note: bool = False


@dataclass(frozen=True, slots=True)
class PrintedText:
    """Lines as a text; the fields are those of a `Document`."""

    text: str
    pages: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    wraps: frozenset[int] | None = None
    looks: tuple[Look, ...] = ()
    notes: tuple[Span, ...] = ()
    scans: tuple[int, ...] = ()


def set_pages(pages: Iterable[Sequence[PrintedLine]]) -> PrintedText:
    """The lines of each page, one page under the other, with a blank line for a gap, a new page and furniture."""
    parts: list[str] = []
    spans: list[Span] = []
    furniture: list[Span] = []
    looks: list[Look] = []
    notes: list[Span] = []
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
            if line.note:
                notes.append(Span(at, end))
            looks += moved(line.looks, at)
            at, before = end + 1, line
        spans.append(Span(begun, at))
    return PrintedText(
        "".join(parts), tuple(spans), tuple(furniture), frozenset(wraps), looks=_in_order(looks), notes=tuple(notes)
    )


def set_lines(lines: Iterable[PrintedLine], between: str) -> PrintedText:
    """The lines as a text, with `between` from each to the next; the blank ones are gaps."""
    parts: list[str] = []
    furniture: list[Span] = []
    looks: list[Look] = []
    notes: list[Span] = []
    at = 0
    for line in lines:
        parts.append(line.text)
        looks += moved(line.looks, at)
        if line.text and (line.furniture or line.note):
            (furniture if line.furniture else notes).append(Span(at, at + len(line.text)))
        at += len(line.text) + len(between)
    return PrintedText(between.join(parts), furniture=tuple(furniture), looks=_in_order(looks), notes=tuple(notes))


def _in_order(looks: Iterable[Look]) -> tuple[Look, ...]:
    """Looks by where they begin, the widest first."""
    return tuple(sorted(looks, key=lambda look: (look.span.start, -look.span.end)))


def with_relative_sizes(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines whose looks have sizes in some unit, with sizes relative to the one that most letters have; that is 0."""
    letters: Counter[float] = Counter()
    for line in lines:
        for look in line.looks:
            letters[look.size] += (look.span.end - look.span.start) if look.size else 0
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    return [_with_relative_sizes(line, usual) if line.looks and usual else line for line in lines]


def _with_relative_sizes(line: PrintedLine, usual: float) -> PrintedLine:
    looks = []
    for look in line.looks:
        size = round(look.size / usual, 2)
        same = replace(look, size=0.0 if abs(size - 1) < _SAME_SIZE else size) if look.size else look
        if same != Look(same.span):
            looks.append(same)
    return replace(line, looks=tuple(looks))


def document_of(
    name: str,
    data: bytes,
    form: Format,
    printed: PrintedText,
    *,
    url: str | None = None,
    full_texts: tuple[tuple[str, str], ...] = (),
) -> Document:
    """The `Document` that the bytes `data` of a file are, by what was read in them."""
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=form,
        text=printed.text,
        url=url,
        pages=printed.pages,
        furniture=printed.furniture,
        wraps=printed.wraps,
        full_texts=full_texts,
        looks=printed.looks,
        notes=printed.notes,
        scans=printed.scans,
    )


def is_said_again(header: str, lines: Iterable[str]) -> bool:
    """Whether the first of `lines` say all that a header says.

    The header of the first page is the page's own if they do; otherwise it may be all the heading that there is.
    """
    said = {word for line in islice(lines, _OPENING) for word in _WORD.findall(fold(line))}
    return said.issuperset(_WORD.findall(fold(header)))
