"""Corrections: what a person put right in documents, by the hash of their bytes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from store.corrections.correction import Correction, CorrectionKind, contradict
from store.errors import UserDataError
from store.model import Span
from store.text.clean import clean_line
from store.userdata.journal import Journal, Step, Table
from store.userdata.timestamps import read, written
from store.userdata.userdata_file import UserDataFile


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction with the number by which it is called, and when it was made."""

    key: int
    correction: Correction
    at: datetime


class Corrections:
    """The corrections of a person, in the order in which they were made."""

    def __init__(self, file: UserDataFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal

    def add(self, corrections: Sequence[Correction], when: datetime, of: str = "") -> list[int]:
        """Keep corrections; their numbers. Each takes the place of those that it contradicts.

        `of` is what was put right, in words for the one who takes it back: a permalink, or a name.
        """
        keys: list[int] = []
        with self._journal.step("putting right", [of or "a document"]) as step:
            for one in corrections:
                against = [kept.key for kept in _of(step.userdata, one.document) if contradict(one, kept.correction)]
                _remove(step, against)
                cursor = step.userdata.execute(_ADD, _row(one, when))
                assert cursor.lastrowid is not None
                step.made(Table.CORRECTIONS, cursor.lastrowid)
                keys.append(cursor.lastrowid)
        return keys

    def remove(self, keys: Iterable[int], of: str = "") -> int:
        """Take corrections back; how many there were."""
        wanted = list(keys)
        with self._journal.step("taking back what was put right in", [of or "a document"]) as step:
            return _remove(step, wanted)

    def of_document(self, sha256: str) -> tuple[KeptCorrection, ...]:
        """Those of a document."""
        return tuple(_kept(self._file.rows(f"{_SELECT} WHERE document = ? ORDER BY id", sha256)))

    def all(self) -> tuple[KeptCorrection, ...]:
        """Every correction."""
        return tuple(_kept(self._file.rows(f"{_SELECT} ORDER BY id")))

    def by_document(self) -> dict[str, tuple[Correction, ...]]:
        """Every correction, by the hash of its document: what a reading asks for."""
        found: dict[str, list[Correction]] = {}
        for kept in self.all():
            found.setdefault(kept.correction.document, []).append(kept.correction)
        return {document: tuple(of_document) for document, of_document in found.items()}


def _remove(step: Step, keys: Sequence[int]) -> int:
    step.about_to_change(Table.CORRECTIONS, keys)
    change = "DELETE FROM correction WHERE id = ?"
    return step.userdata.executemany(change, [(key,) for key in keys]).rowcount if keys else 0


def _of(userdata: sqlite3.Connection, document: str) -> Iterator[KeptCorrection]:
    asking = userdata.cursor()
    asking.row_factory = sqlite3.Row
    return _kept(asking.execute(f"{_SELECT} WHERE document = ? ORDER BY id", (document,)).fetchall())


def _kept(rows: Iterable[sqlite3.Row]) -> Iterator[KeptCorrection]:
    for row in rows:
        try:
            correction = Correction(
                document=row["document"],
                kind=CorrectionKind(row["kind"]),
                span=Span(row["start"], row["end"]),
                words=row["words"],
                value=row["value"],
                number=row["number"],
                starts=tuple(map(int, json.loads(row["starts"]))),
            )
        except (ValueError, TypeError) as error:
            raise UserDataError(f"A correction on the desk ({row['id']}) says what nobody understands.") from error
        yield KeptCorrection(row["id"], correction, read(row["corrected_at"]))


def _row(one: Correction, when: datetime) -> tuple[object, ...]:
    words = clean_line(one.words)
    place = (one.document, one.kind.value, one.span.start, one.span.end, words)
    return (*place, one.value, one.number, json.dumps(one.starts), written(when))


_SELECT = 'SELECT id, document, kind, start, "end", words, value, number, starts, corrected_at FROM correction'
_ADD = """
    INSERT INTO correction (document, kind, start, "end", words, value, number, starts, corrected_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
