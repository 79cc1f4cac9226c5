"""The town that a council sits in, as far as its name tells: "Eastmarsh Borough Council" -> "Eastmarsh"."""

import re

# A county or a district is no town. A London borough says its town first, and so does the form "Borough of …".
_TOWN = re.compile(
    r"""(?:the\s)?(?:
      (?P<capital>london)\sborough\b.*
    | (?P<before>(?!london).+?)\s(?:(?:metropolitan|royal)\s)?(?:borough|city|town|parish|community)\scouncil
    | (?:metropolitan\sborough|borough|city|town)\s(?:council\s)?of\s(?P<after>.+?)(?:\scouncil)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def town_of(council: str | None) -> str | None:
    """The town of a council; None for a county, a district, or a name that tells none."""
    match = _TOWN.fullmatch(council or "")
    return match and (match["capital"] or match["before"] or match["after"])
