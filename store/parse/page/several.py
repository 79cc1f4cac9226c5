"""Several meetings in one document: where the minutes of one end and those of the next begin."""

import re
from collections.abc import Sequence

from store.parse.attendance.extent import begins_attendance
from store.parse.heading.bodies import body_named
from store.parse.page.kind import ISSUE_MEETING
from store.parse.page.lines import Line
from store.text.clean import fold
from store.text.dates import find_dates

_TITLE = re.compile(
    r"""(?:draft\s+|unconfirmed\s+)?(?:minutes|notes|proceedings)\b.{0,40}\b(?:of|from|at)\b.{0,200}
    \b(?:held|meeting|council|committee|board|panel)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOKED_AHEAD = 16  # lines within which a heading names the day and begins the list of who came
_ABOVE = 3  # lines over "Minutes of …" that name the body


def meeting_starts(lines: Sequence[Line]) -> list[int]:
    """The first line of each meeting's minutes; only [0] where there is one meeting.

    Minutes begin with "Minutes of …", a day and a list of who came; in an issue's history, with "Meeting: " and a day.
    """
    issues = [index for index, line in enumerate(lines) if ISSUE_MEETING.match(line.text)]
    if len(issues) > 1:
        return [0, *issues[1:]]
    titles = [index for index, line in enumerate(lines) if (line.gap or index == 0) and _TITLE.match(line.text)]
    lists: dict[int, int] = {}  # the first line of a list of who came, and the first title over it
    for index in titles:
        attended = _attended(lines, index)
        if attended is not None:
            lists.setdefault(attended, index)
    return [0, *(_with_names_above(lines, index) for index in list(lists.values())[1:])]


def _attended(lines: Sequence[Line], index: int) -> int | None:
    """Where the list of who came begins under a title that names a day; None where the title heads no minutes."""
    near = range(index + 1, min(len(lines), index + _LOOKED_AHEAD))
    attended = next((at for at in near if begins_attendance(lines[at])), None)
    told = " ".join(line.text for line in lines[index:attended])
    return attended if attended is not None and next(find_dates(told), None) is not None else None


def _with_names_above(lines: Sequence[Line], index: int) -> int:
    """The title's line, or the first of those over it that repeat how the document begins."""
    first = {fold(line.text) for line in lines[:_ABOVE] if body_named(line.text)}
    while index and fold(lines[index - 1].text) in first:
        index -= 1
    return index
