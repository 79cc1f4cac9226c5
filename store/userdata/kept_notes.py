"""Notes: what a person wrote on a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.errors import UserDataError
from store.text.clean import clean, clean_line
from store.userdata.journal import Journal, Table
from store.userdata.timestamps import read, written
from store.userdata.userdata_file import UserDataFile

LONGEST: Final = 10_000  # characters, some four pages: a note is a person's own words, and what is longer was pasted


class NoteTooLong(UserDataError):
    """A note of more than `LONGEST` characters. The note that was there before stays."""


@dataclass(frozen=True, slots=True)
class Note:
    """The words on a place, when they were first written, and when they were last changed."""

    permalink: str
    text: str
    written_at: datetime
    changed_at: datetime


class Notes:
    """The notes of a person, one a place, by permalink."""

    def __init__(self, file: UserDataFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal

    def write(self, permalink: str, text: str, when: datetime) -> bool:
        """Write a note on a place in place of the one there; without words, remove it. Whether anything changed.

        Raises `NoteTooLong`.
        """
        place, text = clean_line(permalink), clean(text).strip()
        if len(text) > LONGEST:
            raise NoteTooLong(f"A note holds {LONGEST:,} characters, and this one has {len(text):,}; make it shorter.")
        if not text:
            return self.remove([place]) > 0
        change = (
            "INSERT INTO note (permalink, text, written_at, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (permalink)"
            " DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at WHERE text <> excluded.text"
        )
        with self._journal.step("writing the note on", [place]) as step:
            step.about_to_change(Table.NOTES, [place])
            return step.userdata.execute(change, (place, text, written(when), written(when))).rowcount > 0

    def remove(self, permalinks: Iterable[str]) -> int:
        """Remove the notes on places; how many there were."""
        places = [clean_line(permalink) for permalink in permalinks]
        with self._journal.step("removing the note on", places) as step:
            step.about_to_change(Table.NOTES, places)
            change = "DELETE FROM note WHERE permalink = ?"
            return step.userdata.executemany(change, [(place,) for place in places]).rowcount

    def all(self) -> tuple[Note, ...]:
        """Every note, the one changed last first."""
        rows = self._file.rows(
            "SELECT permalink, text, written_at, changed_at FROM note ORDER BY changed_at DESC, id DESC"
        )
        return tuple(Note(permalink, text, read(first), read(last)) for permalink, text, first, last in rows)

    def on(self, permalink: str) -> Note | None:
        """The note on a place, if there is one."""
        return next((note for note in self.all() if note.permalink == clean_line(permalink)), None)
