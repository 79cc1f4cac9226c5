"""A correction: what a person says of a stretch of a document, which the reader then reads everything else around."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from store.model import Span


class CorrectionKind(StrEnum):
    """What is said of a stretch. The value is the word that is kept, printed, and typed on the command line."""

    ITEM = "item"  # it is the heading of an item, with that number and title
    NO_ITEM = "no-item"
    DECISION = "decision"  # all of it is one decision
    BEGINS = "begins"  # a decision begins with it, and ends where the reader finds
    ENDS = "ends"  # the decision that it is of, or that stands before it, ends with it
    NO_DECISION = "no-decision"
    FORM = "form"  # of the decision in it: "formal", "prose", "bare"
    RESULT = "result"  # of the decision in it: "carried", "lost", "withdrawn", "deferred"
    CLAUSES = "clauses"  # the decision in it has its clauses at `starts`; none: it is one sentence
    LIST = "list"  # it is a list within a decision, and no clauses
    ATTENDANCE = "attendance"
    FURNITURE = "furniture"
    NOTE = "note"
    MOVER = "mover"  # of the decision that stands nearest
    SECONDER = "seconder"
    DAY = "day"  # ISO
    HOUR = "hour"  # "18:00", "18:00-20:15"
    BODY = "body"
    COUNCIL = "council"
    VENUE = "venue"
    MEETING_KIND = "kind"  # "extraordinary"
    CHAIR = "chair"
    CONFIRMED_BY = "confirmed-by"  # the day or permalink of the meeting that confirmed the minutes

    @property
    def of_meeting(self) -> bool:
        """Whether it is said of the meeting, and not of the words at its place."""
        return self in _OF_MEETING

    @property
    def subject(self) -> str:
        """What it is said of, in a word or two: "item", "decision", "day"."""
        return _SUBJECT.get(self.value, self.value)


_DECISION = ("decision", "begins", "ends", "no-decision", "form", "result")
_SUBJECT: Final = {"no-item": "item", "list": "clauses", "confirmed-by": "confirming"} | dict.fromkeys(
    _DECISION, "decision"
)
_OF_MEETING = frozenset(
    (
        CorrectionKind.DAY,
        CorrectionKind.HOUR,
        CorrectionKind.BODY,
        CorrectionKind.COUNCIL,
        CorrectionKind.VENUE,
        CorrectionKind.MEETING_KIND,
        CorrectionKind.CHAIR,
        CorrectionKind.CONFIRMED_BY,
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """One thing put right in the document whose bytes have the hash `document`.

    `words` are those at `span`, single-spaced: what no longer has them there is not what was meant. `value` is what is
    said ("2023-03-02", "lost", the title of an item as printed), `number` that of an item as printed, without its
    closing dot; None is "none" of an item's number, and "as it reads" of its title. `starts` are offsets of clauses.
    """

    document: str
    kind: CorrectionKind
    span: Span
    words: str
    value: str | None = None
    number: str | None = None
    starts: tuple[int, ...] = ()


CorrectionsByDocument = Mapping[str, Sequence[Correction]]
"""What was put right, by the hash of the document's bytes."""

NOTHING_PUT_RIGHT: Final[CorrectionsByDocument] = MappingProxyType({})
"""The corrections of a person who has made none."""


def contradict(one: Correction, other: Correction) -> bool:
    """Whether two corrections of a document cannot both hold: they say of the same words different things."""
    if one.document != other.document:
        return False
    if one.kind.of_meeting:
        return one.kind is other.kind and one.span.start == other.span.start
    subject = next((group for group in _SUBJECTS if one.kind in group), (one.kind,))
    return other.kind in subject and one.span.start < other.span.end and other.span.start < one.span.end


_SUBJECTS = (
    (CorrectionKind.ITEM, CorrectionKind.NO_ITEM),
    (CorrectionKind.DECISION, CorrectionKind.BEGINS, CorrectionKind.NO_DECISION),
    (CorrectionKind.ATTENDANCE, CorrectionKind.FURNITURE, CorrectionKind.NOTE),
)


def words_at(text: str, span: Span) -> str:
    """The words of a document's text at a place, single-spaced: what a correction keeps as its check."""
    return " ".join(text[span.start : span.end].split())


def place_in(text: str, correction: Correction) -> Span | None:
    """Where a correction stands in a text: at its place, or where alone its words stand; None where it does not fit."""
    span = correction.span
    if span.end <= len(text) and words_at(text, span) == correction.words:
        return span
    words = correction.words.split()
    if len(correction.words) < _FEWEST_LETTERS:
        return None
    found = _places_of(text, words)
    return found[0] if len(found) == 1 else None


_FEWEST_LETTERS = 12  # fewer may stand anywhere
_MOST_PLACES = 50  # of the first word that are looked at


def _places_of(text: str, words: Sequence[str]) -> list[Span]:
    """The places at which words stand one after the other, two at most."""
    found: list[Span] = []
    at = text.find(words[0])
    for _ in range(_MOST_PLACES):
        if at < 0 or len(found) > 1:
            break
        if (end := _end_of(text, at, words)) is not None:
            found.append(Span(at, end))
        at = text.find(words[0], at + 1)
    return found


def _end_of(text: str, at: int, words: Sequence[str]) -> int | None:
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
