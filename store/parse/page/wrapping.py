"""Which lines run on into the next, and the paragraphs that they make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from store.parse.decisions.votes import awaits_name
from store.parse.page.lines import Line
from store.parse.page.passage import together
from store.text.labels import is_label_alone, read_label

_ENDED = re.compile(r"""[.:;!?]["'”’)\]]*$""")
_CAPITAL_LABEL = re.compile(r"[A-Z]{4,}(?:\s[A-Z]{2,}){0,3}\s?:\s")  # "REPORTED: That …" under "NOTED: That …."
_PROSE = 40  # characters: what is shorter may be a heading, and is not joined over a gap
_WIDEST_WRAP = 110  # characters: longer lines are whole paragraphs, not wrapped ones
_FEWEST_WRAPPED = 3  # blocks or lines: what it takes to say that a document wraps its lines
_FEWEST_GAPS = 20  # a line in so many, at least, stands apart where gaps tell something
_FEWEST_LOOSE = 30  # lines: what it takes to tell a document set with a blank line after every line


def measured(lines: Sequence[Line]) -> list[Line]:
    """`lines`, each with the width at which it is wrapped: that of its own block, or else the document's."""
    gaps = sum(line.gap for line in lines[1:]) - 1  # one stands under the heading
    if lines and gaps * _FEWEST_GAPS < len(lines) and not _wrap_width(list(pairwise(lines))):
        return [replace(line, gap=True) for line in lines]
    if any(line.wraps is not None for line in lines):
        width = max((len(line.text) for line in lines if line.wraps), default=None)
        return [replace(line, width=width) for line in lines]
    if _is_loose(lines):
        width = _wrap_width(list(pairwise(lines)), loose=True)
        return [replace(line, width=width, loose=True) for line in lines]
    blocks = list(_blocks(lines))
    common = _common_width(blocks) or _wrap_width([(one, two) for one, two in pairwise(lines) if not two.gap])
    return [replace(line, width=own or common) for block, own in blocks for line in block]


def _common_width(blocks: Sequence[tuple[list[Line], int | None]]) -> int | None:
    """The width at which most blocks of prose are wrapped; None where few are."""
    prose = [own for block, own in blocks if len(block) > 2 and len(block[0].text) >= _PROSE]
    wrapped = sorted(own for own in prose if own)
    enough = len(wrapped) >= _FEWEST_WRAPPED and len(wrapped) * 2 >= len(prose)
    return wrapped[len(wrapped) // 4] if enough else None


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room on this one, in a document wrapped at `width`."""
    if line.wraps is not None:
        return line.wraps
    return line.indent + len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def runs_on(line: Line, following: Line) -> bool:
    """Whether `following` goes on with the sentence of `line`.

    Inside a block, when the line is wrapped there. Over a gap, when the words before it have not ended and the words
    after it begin in lower case, or page furniture explains the gap.
    """
    if awaits_name(line.text):
        return True
    if is_label_alone(line.words.raw):
        return not read_label(following.words.raw)
    if read_label(following.words.raw) or (following.text.isupper() and not line.text.isupper()):
        return False
    if _ENDED.search(line.text) and _CAPITAL_LABEL.match(following.text):
        return False
    wrapped = line.width is not None and is_full(line, following, line.width)
    if not following.gap or (line.loose and wrapped):
        return wrapped
    if line.loose and line.width is not None and not _ENDED.search(line.text):
        filled = len(line.text) * 5 >= line.width * 4
        return filled or line.text.endswith((",", "-")) or line.text.count("(") > line.text.count(")")
    if line.cut or _ENDED.search(line.text):
        return False
    if line.wraps is not None:
        return line.wraps
    if following.text[0].islower():
        return len(line.text) >= _PROSE or (line.width is not None and following.page_break)
    return following.page_break and len(line.text) >= _PROSE


def join_lines(lines: Iterable[Line]) -> list[Line]:
    """`lines` with those that run on made one; what is left is a paragraph each."""
    joined: list[list[Line]] = []
    for line in lines:
        if joined and runs_on(joined[-1][-1], line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [replace(run[0], words=together(line.words for line in run), cut=run[-1].cut) for run in joined]


def _is_loose(lines: Sequence[Line]) -> bool:
    """Whether a blank line stands after every line, wrapped ones too, so that sentences go on over it."""
    if len(lines) < _FEWEST_LOOSE or sum(not line.gap for line in lines) * 10 > len(lines):
        return False
    short = [line for line in lines if len(line.text) <= _WIDEST_WRAP]
    open_ended = sum(len(line.text) >= _PROSE and not _ENDED.search(line.text) for line in short)
    return len(short) * 20 >= len(lines) * 19 and open_ended * 4 > len(short)


def _wrap_width(
    pairs: Sequence[tuple[Line, Line]], *, fewest: int = _FEWEST_WRAPPED, loose: bool = False
) -> int | None:
    """The width at which lines are wrapped that stand before others in their block; None when they are paragraphs."""
    lengths = sorted(one.indent + len(one.text) for one, _ in pairs)
    if not lengths or lengths[len(lengths) * 9 // 10] > _WIDEST_WRAP:
        return None
    width = [length for length in lengths if length <= _WIDEST_WRAP][-1 - len(lengths) // 50]
    prose = [(one, two) for one, two in pairs if _is_open_prose(one, two)]
    full = sum(is_full(one, two, width) for one, two in prose)
    return width if loose or (full * 2 > len(prose) >= fewest) else None


def _is_open_prose(line: Line, following: Line) -> bool:
    """Whether a line is prose whose sentence has not ended: only such tell whether lines are wrapped."""
    return len(line.text) >= _PROSE and not _ENDED.search(line.text) and not read_label(following.words.raw)


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[list[Line], int | None]]:
    """The stretches of lines without a gap, each with the width of its own that it is wrapped at."""
    starts = [index for index, line in enumerate(lines) if line.gap or index == 0]
    for start, end in pairwise([*starts, len(lines)]):
        block = list(lines[start:end])
        yield block, _wrap_width(list(pairwise(block)), fewest=2) if len(block) > 2 else None
