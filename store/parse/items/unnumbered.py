"""The titles of pages that list items without numbers: over "Minutes:", or by their place in the list."""

import re
from collections.abc import Iterator, Sequence

from store.parse.attendance.people import begins_with_person
from store.parse.decisions.prose import is_ended
from store.parse.items.headings import Heading, heading_of
from store.parse.items.merit import is_numbered
from store.parse.items.titles import is_like_title, says_nothing, tells
from store.parse.page.lines import Line
from store.parse.page.sections import is_section
from store.text.dates import find_dates

_FEWEST = 2  # sections that say that a page divides its items
_LONGEST_ENDED = 60  # characters of a title that ends with a full stop
_VALUE = re.compile(r"[:–-]\s*\d")  # "For: 7 Against: 0"


def listed_titles(lines: Sequence[Line], listed_from: int | None) -> list[Heading]:
    """The titles, in order: the lines over "Minutes:" or "Decision:"; else those in the list from `listed_from`.

    In a list a title is short and no sentence; the line under it is never one, for it is what the agenda says. A
    summons ("To receive …") is a title where what is before it was told.
    """
    begins = next(
        (at for at, line in enumerate(lines) if listed_from is not None and line.span.start >= listed_from), 0
    )
    titles = list(_over_sections(lines, begins))
    if listed_from is None and len(titles) < _FEWEST:  # "Minutes:" is an item of it
        return []
    if titles:
        last = max(at for at, line in enumerate(lines) if is_section(line))
        titles.extend(lines[at] for at in range(last + 2, len(lines)) if _is_next(lines, at))
    elif listed_from is not None:
        titles = list(_by_place(lines[begins:]))
    return [heading_of(None, line.words, line.words) for line in titles]


def _over_sections(lines: Sequence[Line], begins: int) -> Iterator[Line]:
    """The line that stands over each "Minutes:" or "Decision:": the first of the last that tell nothing."""
    last = begins
    for index, line in enumerate(lines):
        if index < begins or not is_section(line):
            continue
        at = index - 1
        while at >= last and not _is_plain(lines[at]):
            at -= 1
        while at > last and _is_plain(lines[at - 1]):
            at -= 1
        if at >= last:
            yield lines[at]
        last = index + 1


def _is_plain(line: Line) -> bool:
    """Whether a line is short and tells nothing, as a title, and is no entry of a list and no day."""
    text = line.text
    sentence = is_ended(text) and len(text) > _LONGEST_ENDED
    told = sentence or tells(text) or says_nothing(text) or text.endswith((":", "–", "-", ";", ","))
    day = any(found.span.start == 0 for found in find_dates(text))
    listed = is_numbered(line) or _VALUE.search(text) or text.startswith("That ") or day
    return line.gap and is_like_title(text) and not told and not listed


def _is_next(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins another item: what is before it was told, and something stands under it."""
    under = lines[at + 1].text if at + 1 < len(lines) else ""
    told_under = is_ended(under) or under.startswith("To ") or (at + 1 < len(lines) and is_section(lines[at + 1]))
    return (
        _is_plain(lines[at]) and not begins_with_person(lines[at].text) and is_ended(lines[at - 1].text) and told_under
    )


def _by_place(lines: Sequence[Line]) -> Iterator[Line]:
    titled = False
    for index, line in enumerate(lines):
        text = line.text
        before = lines[index - 1].text if index else ""
        summons = text.startswith("To ") and not titled and index > 0 and (is_ended(before) or lines[index - 1].cut)
        plain = _is_plain(line) and not (index and begins_with_person(text)) and index + 1 < len(lines)
        if (plain or (summons and line.gap and is_like_title(text))) and not titled:
            yield line
            titled = True
        else:
            titled = False
