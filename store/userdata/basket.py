"""The basket: the citations that were copied, with what they were taken from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from store.text.clean import clean
from store.userdata.journal import Journal, Table
from store.userdata.timestamps import read, written
from store.userdata.userdata_file import UserDataFile


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that were copied, in which style, of which place (several have a space between), and when.

    `document` and `sha256` are of the file that says so, `store` is the path of the store that it came from.
    """

    text: str
    style: str
    permalink: str
    document: str
    sha256: str
    store: str
    at: datetime
    key: int = 0  # given by the basket


class Basket:
    """The citations that were copied, in the order in which they came."""

    def __init__(self, file: UserDataFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal

    def add(self, citation: Citation) -> int:
        """Put a citation in; its key."""
        change = (
            "INSERT INTO basket (text, style, permalink, document, sha256, store, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"
        )
        one = citation
        words = (one.text, one.style, one.permalink, one.document, one.sha256, one.store)
        with self._journal.step("putting into the basket", one.permalink.split()) as step:
            (key,) = step.userdata.execute(change, (*map(clean, words), written(one.at))).fetchone()
            step.made(Table.BASKET, key)
            return int(key)

    def all(self) -> tuple[Citation, ...]:
        """Every citation, the latest first."""
        rows = self._file.rows(
            "SELECT text, style, permalink, document, sha256, store, added_at, id FROM basket ORDER BY id DESC"
        )
        return tuple(
            Citation(text, style, permalink, document, sha256, store, read(at), key)
            for text, style, permalink, document, sha256, store, at, key in rows
        )

    def remove(self, keys: Iterable[int]) -> int:
        """Take citations out; how many there were."""
        there = {one.key: one for one in self.all()}
        out = [there[key] for key in keys if key in there]
        permalinks = [permalink for one in out for permalink in one.permalink.split()]
        with self._journal.step("taking out of the basket", permalinks) as step:
            step.about_to_change(Table.BASKET, [one.key for one in out])
            return step.userdata.executemany("DELETE FROM basket WHERE id = ?", [(one.key,) for one in out]).rowcount

    def clear(self) -> int:
        """Take everything out; how many citations there were."""
        return self.remove([one.key for one in self.all()])
