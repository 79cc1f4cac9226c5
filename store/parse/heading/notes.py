"""Notes beside the business: "(Note: …)", who took the chair, when the meeting opened and closed."""

import re

from store.parse.page.passage import Passage
from store.text.dates import find_times

_NOTE = re.compile(r"[(\[]?(?:notes?|n\.?b\.?)\s*[:–-]|[(\[]note\b", re.IGNORECASE)
_NOTES_HEADING = re.compile(r"notes\s*:?", re.IGNORECASE)
_IN_THE_CHAIR = re.compile(
    r"(?P<who>[A-Z][\w.'’ ]{2,60}?)\s*(?:[,–—-]|was)?\s*(?:in|took) the chair\b\.?$", re.IGNORECASE
)
_TO_CHAIR = re.compile(
    r"""(?P<who>(?:Councillor|Cllr|Alderman|Mrs?|Ms|Dr)\.?(?:\s[A-Z][\w.'’-]*){1,4})\s+(?:to\s|be\s|was\s|then\s)?
    (?:chair(?:ed)?\s(?:the|this)\smeeting|(?:t[ao]ke?|took|in)\s(?:the\s)?chair|presid(?:ed|ing))""",
    re.VERBOSE,
)
_CHAIRED_BY = re.compile(r"\b(?i:chaired\sby)\s(?P<who>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4})")
_MEETING = r"\b(?:meeting|chair(?:man|woman|person)?|mayor|proceedings|business)\b"
_END = r"(?:clos|end|conclud|finish|rose|terminat|adjourn)"
_CLOSING = re.compile(
    rf"""[(\[]?(?:note:\s*)?(?:there\sbeing\sno\s[^,]{{1,60}},\s*)?(?:the\s+|this\s+)?
    (?:(?:meeting|chair(?:man|woman|person)?|mayor|cathaoirleach)\b.{{0,60}}\b{_END}|concluded\sthe\s)|meeting\s{_END}""",
    re.IGNORECASE | re.VERBOSE,
)
_CONCLUDED = re.compile(
    r"(?:this|that)\s(?:concluded|was)\s(?:the\s)?(?:end\sof\s)?(?:the\s)?(?:meeting|business)\b.{0,20}", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:signed|signature|arwyddo(?:wyd)?|llofnod|confirmed this)\b\s*(?:as a true record)?.{0,60}", re.IGNORECASE
)
_CLOSED = re.compile(
    rf"{_MEETING}.{{0,80}}?\b(?:closed?|ended|concluded|finished|rose|terminated|adjourned)\b", re.IGNORECASE
)
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


def closes(words: Passage) -> bool:
    """Whether a paragraph ends the minutes: the meeting closed, or a line to be signed."""
    return is_of_meeting(words) or bool(_CONCLUDED.fullmatch(words.text) or _SIGNED.fullmatch(words.text))


def chair_told(text: str) -> str | None:
    """Who took the chair, as a sentence tells it."""
    match = _TO_CHAIR.search(text) or _CHAIRED_BY.search(text)
    return match["who"] if match else None


def chair_named(words: Passage) -> str | None:
    """Who a line such as "Mrs. A. Lee CC – in the Chair" names."""
    match = _IN_THE_CHAIR.fullmatch(words.text)
    return match["who"].strip() if match else None


def closed_at(text: str) -> str | None:
    """The time at which a note says that the meeting closed, as "21:37"."""
    return next((time for match in reversed(list(_CLOSED.finditer(text))) if (time := _time_after(match, text))), None)


def opened_at(text: str) -> str | None:
    """The time at which a note says that the meeting opened."""
    return _time_after(_OPENED.search(text), text)


def _time_after(match: re.Match[str] | None, text: str) -> str | None:
    if match is None:
        return None
    return next((found.time for found in find_times(text) if found.span.start >= match.end()), None)
