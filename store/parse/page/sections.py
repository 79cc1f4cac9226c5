"""The headings that divide an item on a web page, and the parts that divide a meeting."""

import re
from collections.abc import Sequence

from store.parse.page.lines import Line

_PART = re.compile(r"(?:part\s+(?:[ivx]+|\d+|[a-c]|one|two)|rhan\s+\d+)\b.{0,60}", re.IGNORECASE)
_MINUTES = re.compile(r"(?:minutes|cofnodion|cofnod)\s?:", re.IGNORECASE)
_DECISION = re.compile(r"(?:decisions?|penderfyniad(?:au)?)\s?:", re.IGNORECASE)

_DECISION_NUMBER = re.compile(
    r"""(?:council\s)?(?:resolution|motion)\s?(?:\#|no\b\.?|number)?\s?:?\s?(?:[A-Z]{1,4}[-/]?)?\d[\w/-]{0,15}(?:\.\d{1,4})?\.?""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands under the number of a decision: who moved it, or its words.
_MOTION = re.compile(
    r"(?:moved|seconded|motion|proposed|that|whereas|resolved|it\swas|on\s(?:the\s)?motion|mover)\b|.{1,60}\s(?:offered|moved)\b",
    re.IGNORECASE,
)
_FEWEST_WITH_SECTIONS = 3  # one item in so many has "Minutes:" at least, where a page divides its items so


def is_part(line: Line) -> bool:
    """Whether the line heads a part of the meeting ("PART 1", "Part II - exempt items")."""
    return bool(_PART.fullmatch(line.text))


def is_section(line: Line) -> bool:
    """Whether the line is the "Minutes:" or "Decision:" that a web page sets before what was minuted."""
    return bool(_MINUTES.fullmatch(line.text)) or is_decision(line)


def is_decision(line: Line) -> bool:
    """Whether the line is "Decision:" over what was decided."""
    return bool(_DECISION.fullmatch(line.text))


def numbers_decision(line: Line, under: Line | None) -> bool:
    """Whether a line is only the number of a decision ("Resolution # 2021-045"), whose words or movers stand under it.

    Under what is decided it is too, at the end of an item.
    """
    if not _DECISION_NUMBER.fullmatch(line.text):
        return False
    return under is None or bool(_MOTION.match(under.text)) or not line.gap


def is_divided(lines: Sequence[Line], items: int) -> bool:
    """Whether sections divide a document of so many `items`, and do not only name an item of it ("Minutes:")."""
    sections = sum(is_section(line) for line in lines)
    return sections * _FEWEST_WITH_SECTIONS >= max(1, items)
