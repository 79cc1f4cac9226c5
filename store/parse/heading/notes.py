"""Notes beside the business: "(Note: …)", who is in the chair, that the meeting closed."""

import re

from store.parse.heading.hours import tells_closing, tells_hours
from store.parse.page.passage import Passage

_NOTE = re.compile(r"[(\[]?(?:notes?|n\.?b\.?)\s*[:–-]|[(\[]note\b", re.IGNORECASE)
_NOTES_HEADING = re.compile(r"notes\s*:?", re.IGNORECASE)
_IN_THE_CHAIR = re.compile(
    r"""(?P<who>[A-ZÀ-Ý][\w.'’-]*(?:\s[A-ZÀ-Ý][\w.'’-]*){0,5})\s*(?:[,–—-]|was|remained|continued)?\s*
    (?:in|took)\sthe\s[Cc]hair\b\.?$""",
    re.VERBOSE,
)
_CONCLUDED = re.compile(
    r"(?:this|that)\s(?:concluded|was)\s(?:the\s)?(?:end\sof\s)?(?:the\s)?(?:meeting|business)\b.{0,20}", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:signed|signature|arwyddo(?:wyd)?|llofnod|confirmed this)\b\s*(?:as a true record)?.{0,60}", re.IGNORECASE
)


def is_note(words: Passage) -> bool:
    """Whether a paragraph is a note beside the business rather than part of it."""
    return bool(_NOTE.match(words.text)) or is_of_meeting(words) or chair_named(words) is not None


def is_notes_heading(words: Passage) -> bool:
    """Whether the paragraph is "Notes:" alone, over the notes of the meeting."""
    return bool(_NOTES_HEADING.fullmatch(words.text))


def is_of_meeting(words: Passage) -> bool:
    """Whether a note tells of the meeting as a whole: when it opened or closed."""
    return tells_hours(words.text)


def closes(words: Passage) -> bool:
    """Whether a paragraph ends the minutes: the meeting closed, or a line to be signed."""
    return tells_closing(words.text) or bool(_CONCLUDED.fullmatch(words.text) or _SIGNED.fullmatch(words.text))


def chair_named(words: Passage) -> str | None:
    """Who a line such as "Mrs. A. Lee CC – in the Chair" names."""
    match = _IN_THE_CHAIR.fullmatch(words.text)
    return match["who"].strip() if match else None
