"""The kind of a meeting, as the heading of its minutes names it: "Extraordinary Meeting of the Council"."""

import re
from typing import Final

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
_LONGEST = 400  # letters of a heading that are looked at


def meeting_kind(heading: str) -> str | None:
    """The kind of meeting that a line of a heading names; None where it names none."""
    line = " ".join(heading[:_LONGEST].split())
    return next((kind for kind, named in _NAMED if named.search(line)), None)


def examples() -> tuple[tuple[str, str], ...]:
    """Each kind with a line that names it."""
    return tuple((kind, example) for kind, _, example in _KINDS)
