"""The minutes as values: what a document says, and where in the document it says it.

Everything here is frozen and knows nothing of files, SQLite or screens. Offsets are characters into
`Document.text`. Words are kept as printed: only white space, page furniture and line breaks are smoothed away.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: `start` is its first character, `end` the one after its last."""

    start: int
    end: int


class Opens(StrEnum):
    """What opens a file of a format at its place: a browser, the desktop's program for it, or an editor at a line."""

    BROWSER = "browser"
    DESKTOP = "desktop"
    EDITOR = "editor"


class Format(StrEnum):
    """What kind of file a document is. The value is the word that the store keeps and `--json` prints.

    Markdown is text that has looks.
    """

    TEXT = "text"
    HTML = "html"
    MODERNGOV_HTML = "moderngov-html"
    MODERNGOV_XML = "moderngov-xml"
    PDF = "pdf"
    DOCX = "docx"

    @classmethod
    def named(cls, word: str) -> "Format":
        """The format that the store calls `word`; of one that only a newer program knows the text is kept."""
        return next((form for form in cls if form.value == word), cls.TEXT)

    @property
    def told(self) -> str:
        """What a person calls it."""
        return _TOLD[self]

    @property
    def opens(self) -> Opens:
        """What opens such a file."""
        if self in {Format.HTML, Format.MODERNGOV_HTML}:
            return Opens.BROWSER
        return Opens.DESKTOP if self in {Format.PDF, Format.DOCX} else Opens.EDITOR

    @property
    def keeps_lines(self) -> bool:
        """Whether the lines of its text are those of the document itself, as it was printed or written."""
        return self in {Format.PDF, Format.TEXT}


_TOLD = {
    Format.TEXT: "text",
    Format.HTML: "a web page",
    Format.MODERNGOV_HTML: "a page of ModernGov",
    Format.MODERNGOV_XML: "a reply of ModernGov's web service",
    Format.PDF: "PDF",
    Format.DOCX: "Word",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of a document's text is set where that differs from plain words; it lies within one line.

    `heading` is the level of a heading (1 to 6), 0 for none. `size` is that of the letters in sizes of the document's
    most frequent ones, 0 where it is not known or is theirs. `cell` is (table, row, column), each counted from 0; a
    cell of several lines has a look for each. `quoted` is a quotation set apart as a block.
    """

    span: Span
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    struck: bool = False
    hidden: bool = False
    heading: int = 0
    size: float = 0.0
    cell: tuple[int, int, int] | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its bytes' hash, and the text that every `Span` points into.

    `text` has `\\n` line ends and no control characters; nothing else is changed, so that it shows
    the document's own layout. `url` is where it was published, as far as it says so: without a host when it names none.
    `pages` is empty when the format has none.

    `full_texts` are the links of a page that cuts items short: (number of the item, address of its full text).

    What a reader knows of the lines beyond their words: `furniture` are those that the page adds (running headers),
    `wraps` the ends of those that only wrap, their words going on in the next; None where the format does not tell.
    `looks` is how words are set, in the order of where they begin; looks may nest, as bold words in a cell do.
    `notes` are the lines that stand beside the words (in a margin, in a column of actions), in no sentence of theirs.
    `scans` are the pages, counted from 1, that show something and have no words: pictures of paper.
    """

    name: str
    sha256: str
    format: Format
    text: str
    url: str | None = None
    pages: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    wraps: frozenset[int] | None = None
    full_texts: tuple[tuple[str, str], ...] = ()
    looks: tuple[Look, ...] = ()
    notes: tuple[Span, ...] = ()
    scans: tuple[int, ...] = ()


class PageKind(StrEnum):
    """What a document is, which decides what may stand in it."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    ITEM = "item"  # one item of a meeting
    ISSUE = "issue"  # what several meetings did with one matter
    DECISION = "decision"  # the record of one decision
    DECISIONS = "decisions"  # a list of such records


@dataclass(frozen=True, slots=True)
class Doubt:
    """What may have been read wrongly: a `kind` in a word or two, its place, and in words for a person, why."""

    kind: str
    span: Span
    why: str


class Kind(StrEnum):
    """What a paragraph is for. Every non-blank line of a document is in a paragraph of exactly one kind."""

    HEADING = "heading"
    ATTENDANCE = "attendance"
    TITLE = "title"
    AGENDA = "agenda text"
    DISCUSSION = "discussion"
    RESOLUTION = "resolution"
    NOTE = "note"
    FURNITURE = "furniture"


class Form(StrEnum):
    """How minutes decide: with a marker ("RESOLVED:"), inside a sentence ("it was agreed to …"), or with neither."""

    FORMAL = "formal"
    PROSE = "prose"
    BARE = "bare"


class Result(StrEnum):
    """What became of what was moved. What was lost or withdrawn is a motion, and no decision of the body."""

    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"

    @property
    def decides(self) -> bool:
        """Whether the body decided by it."""
        return self in (Result.CARRIED, Result.DEFERRED)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together, joined over line and page breaks.

    `label` is the bullet or number as printed ("i)", "-", "(iv)"); `text` is the rest. Together they are the words
    at `span`, white space and furniture inside it aside.
    """

    kind: Kind
    text: str
    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The unit of finding, citing and marking: one thing decided.

    `label` is as printed ("(iv)", "a)", "2.") and `value` what it counts to (4, 1, 2); both are None for a resolution
    of a single sentence. `points` are the sub-points printed under it. `outcomes` are the verbs of the
    decision ("noted", "approved"), in the order of the words; `targets` say of some to whom or until when ("referred",
    "the Cabinet").
    """

    label: str | None
    value: int | None
    text: str
    span: Span
    complete: bool = True
    points: tuple[Paragraph, ...] = ()
    outcomes: tuple[str, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision of a meeting, or a motion that it did not carry (`result`): at least one clause.

    `marker` is as printed ("RESOLVED:", "It was agreed"), None where the minutes decide without one. `kind` is
    "resolved", "agreed", "recommended" or "decided". `mover`, `seconder` and `vote` are as printed. `intro` is what
    stands before the first label, `following` what the page sets under the decision as part of it (a list of dates).
    `complete` is false where the source cuts it short.
    """

    marker: str | None
    kind: str
    intro: str | None
    clauses: tuple[Clause, ...]
    span: Span
    complete: bool = True
    following: tuple[Paragraph, ...] = ()
    mover: str | None = None
    seconder: str | None = None
    vote: str | None = None
    form: Form = Form.FORMAL
    result: Result = Result.CARRIED


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business. `number` is as printed without its closing dot, None where none is printed.

    `title` leaves out attachments ("pdf icon PDF 140 KB"), the reference and a closing full stop; `reference` is the
    "7" of "(Ref: 7)". `complete` is false where the page cuts the item short, and `full_text` the address
    that it gives for the rest. `span` is that of the title's paragraph.
    """

    number: str | None
    title: str
    span: Span
    reference: str | None = None
    complete: bool = True
    paragraphs: tuple[Paragraph, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    full_text: str | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person at a meeting, or with apologies: `group` is the label they are listed under ("In attendance")."""

    name: str
    role: str | None
    group: str
    span: Span


@dataclass(frozen=True, slots=True)
class Interest:
    """A declaration of interest: "personal", in what, and what the person then did ("remained in the meeting")."""

    name: str
    nature: str | None
    subject: str | None
    conduct: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as one document tells it. Times are "18:00"; None is "the document does not say".

    `status` is "draft", "confirmed" or "unknown"; `minuted` is false where only the agenda is printed. `paragraphs` are
    those of the meeting itself: heading, attendance, notes, and all furniture. `unread` lists what belongs to nothing;
    it should be empty. `page` is what kind of page tells of it; `doubts` are in the order of their places. `kind` is
    what a person says of it ("extraordinary"), None where its heading is left to tell.
    """

    council: str | None
    committee: str | None
    date: dt.date | None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    chair: str | None = None
    status: str = "unknown"
    minuted: bool = True
    attendance: tuple[Attendance, ...] = ()
    items: tuple[Item, ...] = ()
    interests: tuple[Interest, ...] = ()
    next_meeting: dt.date | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    unread: tuple[Span, ...] = ()
    page: PageKind = PageKind.MINUTES
    doubts: tuple[Doubt, ...] = ()
    kind: str | None = None
