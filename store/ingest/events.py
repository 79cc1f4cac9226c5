"""What becomes of each document that is added, for whoever shows the progress."""

from dataclasses import dataclass

from store.views.view_lines import MeetingLine


@dataclass(frozen=True, slots=True)
class FilesFound:
    """How many files there are to read; the first event. `remark` is a sentence on the store, where there is one."""

    total: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A document that told of a new meeting."""

    name: str
    meeting: MeetingLine
    warnings: tuple[str, ...]
    unread: int  # lines that were not understood
    doubts: int = 0  # what may have been read wrongly


@dataclass(frozen=True, slots=True)
class Completed:
    """A better source of a meeting that was there: the meeting now says what this document says."""

    name: str
    meeting: MeetingLine
    warnings: tuple[str, ...]
    unread: int  # lines that were not understood
    doubts: int = 0  # what may have been read wrongly


@dataclass(frozen=True, slots=True)
class Linked:
    """A poorer source of a meeting that was there: kept beside it, and no more."""

    name: str
    meeting: MeetingLine


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A document whose very bytes are in the store."""

    name: str
    meeting: MeetingLine


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that gave no minutes, and why; `refused` says that it could be read, and is no minutes."""

    name: str
    reason: str
    refused: bool


Stored = Added | Completed | Linked | AlreadyThere
Event = FilesFound | Stored | Failed
