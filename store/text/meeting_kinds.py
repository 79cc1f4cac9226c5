"""The kind of a meeting, as the heading of its minutes names it: "Extraordinary Meeting of the Council"."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.text.dates import find_times

_KINDS: Final = (
    ("annual", r"annual(?: general| parish| town| statutory)*", "Annual Meeting of the Parish Council"),
    (
        "extraordinary",
        r"extra[- ]?ordinary(?: general)?|emergency|special|urgent",
        "EXTRA-ORDINARY MEETING of the Council",
    ),
    ("adjourned", r"adjourned|reconvened", "Minutes of the Adjourned Meeting"),
    ("inaugural", r"inaugural", "Inaugural Meeting"),
    ("ordinary", r"ordinary|regular|scheduled|monthly|quarterly", "Minutes of the regular meeting"),
)
"""What a kind is called here, the words for it, and an example."""

_BETWEEN = r"(?: (?:full|parish|town|city|borough|district|county|community|public|general|assembly|open|virtual)){0,3}"
_NAMED: Final = tuple(
    (kind, re.compile(rf"\b(?:{words}){_BETWEEN} (?:meeting|council|assembly|session)\b", re.IGNORECASE))
    for kind, words, _ in _KINDS
)
_SEVERAL: Final = re.compile(r"\b(?:meetings|both)\b", re.IGNORECASE)
_LONGEST = 400  # letters of a heading that are looked at


def meeting_kind(heading: str) -> str | None:
    """The kind of meeting that a line of a heading names; None where it names none."""
    line = " ".join(heading[:_LONGEST].split())
    return next((kind for kind, named in _NAMED if named.search(line)), None)


class Sitting(NamedTuple):
    """A meeting among those that a body had on a day: its kind and its hour ("19:00"), None where they are not told."""

    kind: str | None
    start: str | None


def means(words: str, sitting: Sitting, others: Sequence[Sitting]) -> bool:
    """Whether words that name the day mean this meeting, where the body had `others` on that day.

    They do by its hour, its kind, or by speaking of several. Who names none means the one that is of no special kind.
    """
    if not others or _SEVERAL.search(words):
        return True
    if hours := {found.time for found in find_times(words, bare=True)} & {one.start for one in (sitting, *others)}:
        return sitting.start in hours
    if kinds := {kind for kind, named in _NAMED if named.search(words)}:
        return (sitting.kind or "ordinary") in kinds
    usual = [one for one in (sitting, *others) if one.kind in (None, "ordinary")]
    return usual == [sitting]


def examples() -> tuple[tuple[str, str], ...]:
    """Each kind with a line that names it."""
    return tuple((kind, example) for kind, _, example in _KINDS)
