"""Notes beside the business: "(Note: …)", who took the chair, when the meeting opened and closed."""

import re

from store.parse.dates import find_times
from store.parse.passage import Passage

_NOTE = re.compile(r"[(\[]?(?:notes?|n\.?b\.?)\s*[:–-]|[(\[]note\b", re.IGNORECASE)
_NOTES_HEADING = re.compile(r"notes\s*:?", re.IGNORECASE)
_IN_THE_CHAIR = re.compile(r"(?P<who>[A-Z][\w.'’ ]{2,60}?)\s*(?:[,–—-]|took|was)?\s*in the chair\b\.?$", re.IGNORECASE)
_MEETING = r"\b(?:meeting|chair(?:man|woman|person)?|mayor|proceedings)\b"
_CLOSING = re.compile(
    r"""[(\[]?(?:note:\s*)?(?:there\s+being\s+no\s[^,]{1,60},\s*)?(?:the\s+)?(?:meeting|chair(?:man|woman|person)?|mayor)\b
    .{0,60}\b(?:clos|end|conclud|finish|rose|terminat)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSED = re.compile(rf"{_MEETING}.{{0,80}}?\b(?:closed?|ended|concluded|finished|rose|terminated)\b", re.IGNORECASE)
_OPENED = re.compile(rf"{_MEETING}.{{0,40}}?\b(?:opened|commenced|began|started)\b", re.IGNORECASE)


def is_note(words: Passage) -> bool:
    """Whether a paragraph is a note beside the business rather than part of it."""
    return bool(_NOTE.match(words.text)) or is_of_meeting(words) or chair_named(words) is not None


def is_notes_heading(words: Passage) -> bool:
    """Whether the paragraph is "Notes:" alone, over the notes of the meeting."""
    return bool(_NOTES_HEADING.fullmatch(words.text))


def is_of_meeting(words: Passage) -> bool:
    """Whether a note tells of the meeting as a whole: when it opened or closed."""
    return bool(_CLOSING.match(words.text)) and next(find_times(words.text), None) is not None


def chair_named(words: Passage) -> str | None:
    """Who a line such as "Mrs. A. Lee CC – in the Chair" names."""
    match = _IN_THE_CHAIR.fullmatch(words.text)
    return match["who"].strip() if match else None


def closed_at(text: str) -> str | None:
    """The time at which a note says that the meeting closed, as "21:37"."""
    return _time_after(_CLOSED.search(text), text)


def opened_at(text: str) -> str | None:
    """The time at which a note says that the meeting opened."""
    return _time_after(_OPENED.search(text), text)


def _time_after(match: re.Match[str] | None, text: str) -> str | None:
    if match is None:
        return None
    return next((found.time for found in find_times(text) if found.span.start >= match.end()), None)
