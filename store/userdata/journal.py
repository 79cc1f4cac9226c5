"""The journal: what this program changed in the user data, so that it can be taken back, the last change first."""

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from store.text.lists import counted
from store.userdata.userdata_file import UserDataFile

_MOST: Final = 100  # changes that can be taken back


class Table(Enum):
    """The tables whose changes can be taken back: name, key, and the columns that a row comes back with."""

    STARS = ("star", "permalink", "permalink, starred_at")
    NOTES = ("note", "permalink", "permalink, text, written_at, changed_at")
    SEEN = ("seen_meeting", "permalink", "permalink, seen_at")
    CORRECTIONS = (
        "correction",
        "id",
        'id, document, kind, start, "end", words, value, number, starts, corrected_at',
    )
    THREADS = ("thread_mark", "name", "name, state, told_at")
    BASKET = ("basket", "id", "id, text, style, permalink, document, sha256, store, added_at")


@dataclass(slots=True)
class Step:
    """A change while it is made: what it does, in words that go before the place, and to which places."""

    userdata: sqlite3.Connection
    said: str
    permalinks: tuple[str, ...]
    before: dict[tuple[Table, object], Any] = field(default_factory=dict)  # rows by key; None where there was none

    def about_to_change(self, table: Table, keys: Iterable[object]) -> None:
        """Note the rows with these keys as they are before."""
        name, key, columns = table.value
        question = f"SELECT {columns} FROM {name} WHERE {key} = ?"  # noqa: S608 (our own names)
        for one in keys:
            self.before[table, one] = self.userdata.execute(question, (one,)).fetchone()

    def made(self, table: Table, key: object) -> None:
        """Note that there was no row with this key before."""
        self.before[table, key] = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, in words that go before the place, and the places."""

    said: str
    permalinks: tuple[str, ...]

    @property
    def words(self) -> str:
        """Both: "starring eastmarsh/hrg/2023-03-02", "starring 3 places"."""
        one = "".join(self.permalinks) if len(self.permalinks) == 1 else counted(len(self.permalinks), "place")
        return f"{self.said} {one}"


class Journal:
    """The changes of this program to the user data since they were opened, a hundred at most."""

    def __init__(self, file: UserDataFile) -> None:
        self._file = file
        self._steps: deque[Step] = deque(maxlen=_MOST)

    @contextmanager
    def step(self, said: str, permalinks: Iterable[str]) -> Iterator[Step]:
        """A change, kept whole or not at all; one that changes nothing is not noted."""
        with self._file.writing() as userdata:
            step = Step(userdata, said, tuple(permalinks))
            changes = userdata.total_changes
            yield step
            changed = userdata.total_changes > changes
        if changed:
            self._steps.append(step)

    def undo(self) -> Undone | None:
        """Take the last change back: its rows are again as they were; None where there is nothing to take back."""
        if not self._steps:
            return None
        step = self._steps[-1]
        with self._file.writing() as userdata:
            for (table, key), row in step.before.items():
                name, key_column, columns = table.value
                userdata.execute(f"DELETE FROM {name} WHERE {key_column} = ?", (key,))  # noqa: S608 (our own names)
                if row is not None:
                    places = ", ".join("?" * len(row))
                    userdata.execute(f"INSERT INTO {name} ({columns}) VALUES ({places})", row)  # noqa: S608
        self._steps.pop()
        return Undone(step.said, step.permalinks)
