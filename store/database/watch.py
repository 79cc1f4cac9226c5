"""Whether the store's file changed since somebody looked: asked every few seconds, and so asked cheaply."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from store.database.connect import open_for_reading
from store.errors import MinutebookError


class Change(Enum):
    """What became of the store."""

    MEETINGS = auto()  # there are more of them
    WORDS = auto()  # meetings say other words, or are fewer
    GONE = auto()  # there is no file any more
    REPLACED = auto()  # another file stands in its place


@dataclass(frozen=True, slots=True)
class StoreChange:
    """What became of the store; `more` is how many meetings there are that were not there before."""

    change: Change
    more: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    file: tuple[int, int] | None = None  # device and inode
    version: int = 0
    meetings: int = 0


class Watcher:
    """Watches the store at `path`, from the first look on. Belongs to the thread that looks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store: sqlite3.Connection | None = None
        self._known: _State | None = None
        self._seen = _State()

    def look(self) -> StoreChange | None:
        """What is new since the first look, or since `accept`. A store that is busy or not readable has no news."""
        try:
            self._seen = self._state()
        except (sqlite3.Error, OSError, MinutebookError):
            return None
        if self._known is None:
            self._known = self._seen
        return _news(self._known, self._seen)

    def accept(self) -> None:
        """Take everything that is there now as known."""
        self._known = None
        self.look()

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _state(self) -> _State:
        try:
            there = self._path.stat()
        except FileNotFoundError:
            self.close()
            return _State()
        file = (there.st_dev, there.st_ino)
        if self._store is None or file != self._seen.file:
            self.close()
            self._store = open_for_reading(self._path)
        version = _number(self._store.execute, "PRAGMA data_version")
        if file == self._seen.file and version == self._seen.version:
            return self._seen
        return _State(file, version, _number(self._store.execute, "SELECT count(*) FROM meeting"))


def _number(ask: Callable[[str], sqlite3.Cursor], question: str) -> int:
    return int(ask(question).fetchone()[0])


def _news(known: _State, seen: _State) -> StoreChange | None:
    if known.file == seen.file and known.version == seen.version:
        return None
    if seen.file is None:
        return StoreChange(Change.GONE)
    if known.file is not None and known.file != seen.file:
        return StoreChange(Change.REPLACED)
    more = seen.meetings - known.meetings
    if known.file is None and not more:
        return None  # a store that was made and holds nothing yet
    return StoreChange(Change.MEETINGS, more) if more > 0 else StoreChange(Change.WORDS)
