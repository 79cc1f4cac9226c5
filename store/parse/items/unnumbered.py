"""The titles of pages that list items without numbers: over "Minutes:", or by their place in the list."""

import re
from collections.abc import Iterator, Sequence

from store.parse.decisions.prose import is_ended
from store.parse.items.candidates import Heading, heading_of, is_numbered
from store.parse.items.titles import is_like_title, tells
from store.parse.page.lines import Line
from store.parse.page.sections import is_section
from store.text.dates import find_dates

_FEWEST = 2  # sections that say that a page divides its items
_VALUE = re.compile(r"[:–-]\s*\d")  # "For: 7 Against: 0"
_NEAR = 4  # lines above a section in which its item's title stands


def listed_titles(lines: Sequence[Line], listed_from: int | None) -> list[Heading]:
    """The titles, in order: the lines over "Minutes:" or "Decision:"; else those in the list from `listed_from`.

    In a list a title is short and no sentence; the line under it is never one, for it is what the agenda says. A
    summons ("To receive …") is a title where what is before it was told.
    """
    titles = list(_over_sections(lines))
    if listed_from is None and len(titles) < _FEWEST:  # "Minutes:" is an item of it
        return []
    if not titles and listed_from is not None:
        titles = list(_by_place([line for line in lines if line.span.start >= listed_from]))
    return [heading_of(None, line.words, line.words) for line in titles]


def _over_sections(lines: Sequence[Line]) -> Iterator[Line]:
    """The line that stands over each "Minutes:" or "Decision:", the first of its item's."""
    last = 0
    for index, line in enumerate(lines):
        if not is_section(line):
            continue
        above = range(max(last, index - _NEAR), index)
        title = next((lines[at] for at in above if lines[at].gap and is_like_title(lines[at].text)), None)
        if title and last < index:
            yield title
        last = index + 1


def _by_place(lines: Sequence[Line]) -> Iterator[Line]:
    titled = False
    for index, line in enumerate(lines):
        text = line.text
        summons = text.startswith("To ") and not titled and index > 0 and is_ended(lines[index - 1].text)
        plain = not is_ended(text) and not tells(text) and not text.endswith((":", "–", "-"))
        listed = is_numbered(line) or _VALUE.search(text) or text.startswith("That ") or next(find_dates(text), None)
        if line.gap and is_like_title(text) and (summons or (plain and not listed)) and not titled:
            yield line
            titled = True
        else:
            titled = False
