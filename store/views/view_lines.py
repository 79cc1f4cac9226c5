"""The minutes as the panes and the command line show them: frozen, and free of SQLite."""

from dataclasses import dataclass
from enum import StrEnum

Points = tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list. `council` and `date` (ISO day) are None when no document says."""

    permalink: str
    council: str | None
    committee: str
    date: str | None
    start: str | None
    status: str
    items: int
    resolutions: int
    incomplete: int  # items that the source cuts short
    minuted: bool = True  # false while there is only an agenda
    doubts: int = 0  # what may have been read wrongly


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause in the tree. `label` is None when its resolution is a single sentence."""

    permalink: str
    label: str | None
    text: str
    points: Points  # (label, text) of its sub-points
    outcomes: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ResolutionLine:
    """A resolution in the tree, with its clauses (at least one)."""

    permalink: str
    marker: str | None
    kind: str
    intro: str | None
    following: Points
    complete: bool
    start: int  # characters into the document's text
    end: int
    clauses: tuple[ClauseLine, ...]
    form: str = "formal"  # as in `store.model.Form`
    result: str = "carried"  # as in `store.model.Result`
    mover: str | None = None  # these as printed
    seconder: str | None = None
    vote: str | None = None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item in the tree, with its resolutions; `full_text` is the address a page gives for what it cuts short."""

    permalink: str
    number: str | None
    title: str
    reference: str | None
    complete: bool
    resolutions: tuple[ResolutionLine, ...]
    full_text: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphLine:
    """A paragraph of an item or a meeting, `kind` as in `store.model.Kind`; offsets into the document's text."""

    kind: str
    label: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """What may have been read wrongly, and in words, why. `permalink` is of the item that it lies in, or the meeting.

    `number` and `title` are that item's. `start` and `end` are characters into the text of `document_id`; `said` is the
    paragraph that they begin in, where it is none of a resolution.
    """

    permalink: str
    kind: str
    why: str
    number: str | None
    title: str | None
    document_id: int
    start: int
    end: int
    said: str | None = None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    name: str
    role: str | None
    group: str


@dataclass(frozen=True, slots=True)
class InterestLine:
    name: str
    nature: str | None
    subject: str | None
    conduct: str | None


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A whole meeting but for the paragraphs of its items: outline, attendance, interests, notes."""

    line: MeetingLine
    end: str | None
    venue: str | None
    chair: str | None
    next_meeting: str | None
    documents: tuple[str, ...]  # names, the primary one first
    attendance: tuple[AttendanceLine, ...]
    interests: tuple[InterestLine, ...]
    notes: tuple[ParagraphLine, ...]
    items: tuple[ItemLine, ...]
    doubts: tuple[DoubtLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with its words: `paragraphs` in printed order, resolutions among them (kind "resolution")."""

    line: ItemLine
    meeting: MeetingLine
    paragraphs: tuple[ParagraphLine, ...]
    doubts: tuple[DoubtLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitteeLine:
    """A committee, its council where it is known, and how many of its meetings are in the store."""

    council: str | None
    committee: str
    slug: str
    meetings: int


class MeetingOrder(StrEnum):
    """An order that meetings are listed in; its value are the words that name it."""

    NEWEST = "newest first"
    OLDEST = "oldest first"
    COMMITTEE = "by committee"
    RESOLUTIONS = "by number of resolutions"
