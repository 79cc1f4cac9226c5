"""Stars: places to come back to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from store.text.clean import clean_line
from store.userdata.journal import Journal, Table
from store.userdata.timestamps import read, written
from store.userdata.userdata_file import UserDataFile


@dataclass(frozen=True, slots=True)
class StarredPlace:
    """A place that was starred, and when."""

    permalink: str
    at: datetime


class Stars:
    """The stars of a person, by permalink."""

    def __init__(self, file: UserDataFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal

    def add(self, permalinks: Iterable[str], when: datetime) -> int:
        """Star places; how many had no star. One that had keeps its time."""
        places = _cleaned(permalinks)
        change = "INSERT INTO star (permalink, starred_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        with self._journal.step("starring", places) as step:
            step.about_to_change(Table.STARS, places)
            return step.userdata.executemany(change, [(place, written(when)) for place in places]).rowcount

    def remove(self, permalinks: Iterable[str]) -> int:
        """Take the stars from places; how many had one."""
        places = _cleaned(permalinks)
        with self._journal.step("taking the star from", places) as step:
            step.about_to_change(Table.STARS, places)
            change = "DELETE FROM star WHERE permalink = ?"
            return step.userdata.executemany(change, [(place,) for place in places]).rowcount

    def all(self) -> tuple[StarredPlace, ...]:
        """Every star, the newest first."""
        rows = self._file.rows("SELECT permalink, starred_at FROM star ORDER BY starred_at DESC, id DESC")
        return tuple(StarredPlace(permalink, read(at)) for permalink, at in rows)

    def permalinks(self) -> frozenset[str]:
        """The permalinks that have a star: what `is:starred` asks for."""
        return frozenset(permalink for (permalink,) in self._file.rows("SELECT permalink FROM star"))


def _cleaned(permalinks: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(clean_line, permalinks)))
