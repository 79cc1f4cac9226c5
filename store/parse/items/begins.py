"""Where titles by their looks may begin: behind the document's own heading, and behind the label of who came."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from store.parse.attendance.extent import begins_attendance
from store.parse.decisions.prose import is_ended, is_prose
from store.parse.items.looks import MOST_WORDS, is_text, tells_when
from store.parse.items.titles import USUAL, tells
from store.parse.page.lines import Line
from store.text.dates import find_dates

_HEADS_MINUTES = re.compile(r"(?:draft\s)?minutes(?:\sof\b.{0,80}\bmeeting\b.*)?\W*", re.IGNORECASE)
_CALLS = re.compile(r"(?:call\sto\sorder|roll\s?call)\s?[:–-]\s", re.IGNORECASE)  # the first item, run into its text
_FEWEST = 2  # headings of a style that several lines have


def after_front(lines: Sequence[Line], listed_from: int | None) -> int:
    """The first line that may be a title: after the document's own heading, and after the label of who came."""
    if listed_from is not None:
        return next((index for index, line in enumerate(lines) if line.span.start >= listed_from), len(lines))
    attended = next((index for index, line in enumerate(lines) if begins_attendance(line)), None)
    usual = next((index for index in range(1, len(lines)) if _is_usual(lines, index)), len(lines))
    first = min(usual, _first_heading(lines))
    if attended is not None and attended <= first:
        return attended + 1
    return first if first < len(lines) else _over_first_text(lines)


def _is_usual(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a title that every agenda has, and neither the document's own nor a day."""
    text = lines[index].text
    if _CALLS.match(text):
        return True
    return (
        USUAL.match(text) is not None
        and not _heads_minutes(lines, index)
        and len(text.split()) <= MOST_WORDS
        and not tells_when(text)
        and next(find_dates(text), None) is None
    )


def _over_first_text(lines: Sequence[Line]) -> int:
    """The line over the first that tells something: nothing else says where the front ends."""
    told = next((index for index, line in enumerate(lines) if is_prose(line.text) or is_ended(line.text)), len(lines))
    return max(0, told - 1)


def _heads_minutes(lines: Sequence[Line], index: int) -> bool:
    """Whether "Minutes of Meeting" heads the document: nothing was told before it, and the day stands by it.

    Where that stands above, what stands under is no text.
    """
    if not _HEADS_MINUTES.fullmatch(lines[index].text) or any(
        is_ended(line.text) and tells(line.text) for line in lines[:index]
    ):
        return False
    under = lines[index + 1 : index + 3]
    above = any(tells_when(line.text) for line in lines[:index]) and bool(under) and not is_text(under[0])
    return above or tells_when(" ".join(line.text for line in under))


def _first_heading(lines: Sequence[Line]) -> int:
    """The first line of the outermost style of heading that several lines have, each with text under it."""
    headed = [
        index
        for index, (line, under) in enumerate(pairwise(lines))
        if index and line.look.heading and not under.look.heading and not tells_when(line.text)
    ]
    levels = Counter(lines[index].look.heading for index in headed)
    outermost = min((level for level, count in levels.items() if count >= _FEWEST), default=None)
    return next((index for index in headed if lines[index].look.heading == outermost), len(lines))
