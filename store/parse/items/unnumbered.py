"""The titles of items in a document that numbers none of them, by their looks."""

import re
from collections.abc import Callable, Sequence

from store.parse.attendance.attendance import begins_attendance
from store.parse.items.titles import is_like_title
from store.parse.page.lines import Line
from store.parse.page.passage import Passage
from store.parse.page.sections import is_part, is_section
from store.text.dates import find_dates

# What nearly every meeting has on its agenda, by the first words.
_USUAL = re.compile(
    r"""(?:to\s(?:receive|consider|approve)\s)?
    (?:apolog|declarations?\sof|disclosures?\sof|minutes\b|matters\sarising|any\sother|chair(?:man|woman|person)?['’]s
    |public\s(?:participation|question|forum|session)|clerk['’]s|correspondence|finance|planning|next\smeeting
    |date\s(?:and\stime\s)?of\s(?:the\s)?next|exclusion\sof|reports?\b|highways|ymddiheuriadau|datgan|cofnodion|welcome)""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST = 2
_NEAR = 4  # lines above a section in which its item's title stands


def unnumbered_titles(lines: Sequence[Line], listed_from: int | None) -> list[Passage]:
    """The titles, in printed order; none in a document that has no two lines set alike that could be titles.

    Lines over "Minutes:" are titles; or else lines in capitals; or lines of few words, when some of them are what every
    agenda has.
    """
    if sections := _over_sections(lines):
        return sections
    body = _after_heading(lines, listed_from)
    may_be = [
        index for index in body if lines[index].gap and is_like_title(lines[index].text) and not is_part(lines[index])
    ]
    has_text = [index for index in may_be if index + 1 < len(lines) and not _lists_people(lines[index])]
    rules: tuple[Callable[[str], bool], ...] = (_in_capitals, lambda text: not text.endswith((".", ":")))
    for rule in rules:
        found = [index for index in has_text if rule(lines[index].text)]
        if len(found) >= _FEWEST and any(_USUAL.match(lines[index].text) for index in found):
            return [lines[index].words for index in found]
    return []


def _after_heading(lines: Sequence[Line], listed_from: int | None) -> range:
    """The lines after the document's own heading: from what every agenda has, or from where a list of items begins."""
    for index, line in enumerate(lines):
        if listed_from is not None and line.span.start >= listed_from:
            return range(index, len(lines))
        usual = _USUAL.match(line.text) and index and len(line.text.split()) <= _NEAR
        if usual and not next(find_dates(line.text), None):
            return range(index, len(lines))
    return range(len(lines), len(lines))


def _over_sections(lines: Sequence[Line]) -> list[Passage]:
    """The line that stands over each "Minutes:" or "Decision:", the first of its item's."""
    titles: list[Passage] = []
    last = 0
    for index, line in enumerate(lines):
        if not is_section(line):
            continue
        above = range(max(last, index - _NEAR), index)
        title = next((lines[at].words for at in above if lines[at].gap and is_like_title(lines[at].text)), None)
        if title and last < index:
            titles.append(title)
        last = index + 1
    return titles


def _lists_people(line: Line) -> bool:
    """Whether the line is the label of who came; apologies are an item as often."""
    return begins_attendance(line) and not _USUAL.match(line.text)


def _in_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= _NEAR
