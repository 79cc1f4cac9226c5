"""What one import has come to: how many documents are done, what became of each, and how it ended."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from store.ingest.events import AlreadyThere, Event, Failed, FilesFound, Stored
from store.text.lists import counted
from tui.terminal.progress import progress_line


@dataclass
class ImportRun:
    """What one import has come to."""

    path: Path
    told: list[Stored | Failed] = field(default_factory=list)
    total: int | None = None  # documents; None until they are counted
    done: int = 0
    stopping: bool = False
    ended: str = ""  # how it ended, in a sentence
    _remark: str = ""  # on the store, to be told at the end
    _begun: float = field(default_factory=time.monotonic)

    def take(self, events: Sequence[Event]) -> None:
        """Note some events."""
        for event in events:
            if isinstance(event, FilesFound):
                self.total = event.total
                self._remark = event.remark
                continue
            if not self.told or self.told[-1].name != event.name:  # a document may tell of several meetings
                self.done += 1
            self.told.append(event)

    def end(self, reason: str = "") -> None:
        """It has ended; `reason` says why, where that was no end in peace."""
        self.ended = " ".join(filter(None, (reason or self._end(), self._remark)))

    @property
    def came_of_it(self) -> str:
        """How many of each kind there were: "12 meetings stored, 3 already there, 1 document not stored"."""
        failed = sum(isinstance(event, Failed) for event in self.told)
        there = sum(isinstance(event, AlreadyThere) for event in self.told)
        new = len(self.told) - failed - there
        parts = (
            f"{counted(new, 'meeting')} stored" if new else "",
            f"{there:,} already there" if there else "",
            f"{counted(failed, 'document')} not stored" if failed else "",
        )
        return ", ".join(filter(None, parts)) or "nothing stored"

    @property
    def spoken(self) -> str:
        """How far it has come, or how it ended."""
        if self.ended:
            return self.ended
        if not self.total:
            return "Looking for files …"
        bar = progress_line(self.done, self.total, time.monotonic() - self._begun)
        return f"{bar}. {self.came_of_it}." if self.told else f"{bar}."

    def remark(self, key: str) -> str:
        """The same in a few words, with the key that shows more."""
        return f"adding {self.done:,} of {self.total:,}: {key}" if self.total else f"adding: {key}"

    def _end(self) -> str:
        if self.stopping and self.total is None:
            return f"Stopped: {self.came_of_it}."
        left = (self.total or 0) - self.done
        if self.stopping and left > 0:
            others = counted(left, "document")
            return f"Stopped: {self.came_of_it}. What is stored stays; adding it again goes on with the other {others}."
        return f"Done: {self.came_of_it}."
