"""Items taken in private, and the paragraphs of Schedule 12A to the Local Government Act 1972 that allow it."""

import re
from dataclasses import dataclass
from typing import Final

from store.model import Span
from store.threads.meeting_words import MeetingWords, Passage

_EXEMPT: Final = re.compile(
    r"\bexempt\b|\bSchedule\s12A\b|\bconfidential\b|\bpublic\b[^.;]{0,60}\bexclu|\bexclu\w+\b[^.;]{0,60}\bpublic\b",
    re.IGNORECASE,
)
_PARAGRAPHS: Final = re.compile(
    r"\bparagraphs?\s\(?(?P<numbers>\d(?:\s?(?:,|and|&|or|to|-)\s?\d)*)\)?(?=[\s,)][^.;]{0,80}?(?:Part|Schedule|12A|Act)|\s?\)?\s?(?:$|[.,;]))",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\bnot\s(?:be\s)?exclu", re.IGNORECASE)
_DECIDED: Final = re.compile(
    r"\bpublic\b[^.;]{0,80}\bexclu|\bexclu\w*\b[^.;]{0,80}\bpublic\b|\bexempt\sinformation\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ExemptItem:
    """A passage that says that something was taken in private, with the numbers of paragraphs: "3", "1, 3"."""

    passage: Passage
    span: Span
    paragraphs: str


def exempt_in(meeting: MeetingWords) -> tuple[ExemptItem, ...]:
    """What a meeting took in private, an item once: by its title, or by the words that exclude the public."""
    found: dict[int | None, ExemptItem] = {}
    for passage in meeting.passages:
        if not _EXEMPT.search(passage.text) or _NOT.search(passage.text):
            continue
        numbers = _PARAGRAPHS.search(passage.text)
        if not (numbers or (passage.kind == "clause" and _DECIDED.search(passage.text))):
            continue
        told = ", ".join(re.findall(r"\d", numbers["numbers"])) if numbers else ""
        span = Span(*numbers.span()) if numbers else Span(0, len(passage.text))
        before = found.get(passage.item_id)
        if before is None or (told and not before.paragraphs):
            found[passage.item_id] = ExemptItem(passage, span, told)
    return tuple(found.values())
