"""Who is to act, and by when: what columns and margins of actions say beside the words of minutes."""

import re

_HEADING = re.compile(
    r"""actions?(?:\s+(?:by|for|date|required|owner|points?|who|whom|lead|taken\s+by))?|actioned\s+by
    |action\s+by\s+(?:whom|when)|by\s+whom(?:\s+and\s+when)?|by\s+when|by\s+who|who|whom|owner|lead(?:\s+officer)?
    |responsib\w+(?:\s+\w+)?|initials?|due(?:\s+(?:date|by))?|deadline|target\s+date""",
    re.IGNORECASE | re.VERBOSE,
)
# Initials, names and offices, days; beside each other, with "and" or a stroke between them.
_ACTION = re.compile(
    r"""(?:(?:all|tbc|[A-Z]{2,4}|[A-Z][a-z]+\.?|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?)(?:\s*[/,&+]\s*|\s+and\s+|\s+|$)){1,4}""",
    re.VERBOSE,
)
_OTHER = re.compile(
    r"(?:yes|no|for|against|abstain\w*|carried|agreed|approved|noted|lost|present|absent|apologies|nil|none|n/?a)\b.*",
    re.IGNORECASE,
)
_LONGEST = 40  # characters


def heads_actions(words: str) -> bool:
    """Whether words over a column say that it is one of actions."""
    return bool(_HEADING.fullmatch(words.rstrip(" .:")))


def is_action(words: str) -> bool:
    """Whether words may say who is to act or by when: "BP", "Clerk", "Cllr Knot", "15/2/13"; no vote, no sum."""
    return len(words) <= _LONGEST and bool(_ACTION.fullmatch(words)) and not _OTHER.fullmatch(words)
