"""Saved queries: asked again by their name, and what was seen of their answers."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.errors import NotFound, UserDataError
from store.text.clean import clean_line, fold
from store.userdata.new_results import LatestAnswers, Seen
from store.userdata.timestamps import read, written
from store.userdata.userdata_file import UserDataFile

_MOST_SEEN: Final = 5_000  # answers of one saved query


@dataclass(frozen=True, slots=True)
class Saved:
    """A query that was saved under a name: when it was, and when its answers were last looked at (None: never)."""

    name: str
    text: str
    saved_at: datetime
    seen_at: datetime | None


class SavedQueries:
    """The saved queries of a person, by name. Names are alike whatever their capitals and accents."""

    def __init__(self, file: UserDataFile) -> None:
        self._file = file

    def save(self, name: str, text: str, when: datetime) -> Saved:
        """Save a query under a name, in place of another of that name.

        What was seen of a query is forgotten when its words change.
        """
        name, text = clean_line(name), clean_line(text)
        if not name:
            raise UserDataError("A query is saved under a name; give it one.")
        with self._file.writing() as userdata:
            other = "DELETE FROM saved_query WHERE key = ? AND text <> ?"
            userdata.execute(other, (_key(name), text))
            change = (
                "INSERT INTO saved_query (key, name, text, saved_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET name = excluded.name"
            )
            userdata.execute(change, (_key(name), name, text, written(when)))
        return self.named(name)

    def forget(self, name: str) -> bool:
        """Forget a saved query; False when there is none of this name."""
        with self._file.writing() as userdata:
            return userdata.execute("DELETE FROM saved_query WHERE key = ?", (_key(name),)).rowcount > 0

    def all(self) -> tuple[Saved, ...]:
        """Every saved query, by name."""
        return tuple(_saved(row) for row in self._file.rows(f"{_SAVED} ORDER BY key"))

    def named(self, name: str) -> Saved:
        """The query saved under a name. Raises `NotFound` when there is none."""
        for row in self._file.rows(f"{_SAVED} WHERE key = ?", _key(name)):
            return _saved(row)
        raise _not_saved(name)

    def look(self, name: str, look: LatestAnswers, when: datetime) -> None:
        """Note that the answers to a saved query were looked at.

        What was seen before stays known: 5,000 answers a query, and beyond that those go first that were not met for
        longest. Raises `NotFound` when no query is saved under the name.
        """
        with self._file.writing() as userdata:
            change = (
                "UPDATE saved_query SET looks = looks + 1, seen_at = ?, seen_total = ?, seen_whole = ? WHERE key = ?"
                " RETURNING id, looks"
            )
            row = userdata.execute(change, (written(when), look.total, look.whole, _key(name))).fetchone()
            if row is None:
                raise _not_saved(name)
            key, number = row
            userdata.executemany(
                "INSERT INTO seen_answer (saved_query_id, permalink, look) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET look = excluded.look",
                [(key, clean_line(permalink), number) for permalink in look.permalinks],
            )
            userdata.execute(_FORGET_LONG_UNMET, (key, key, _MOST_SEEN))

    def seen(self, name: str) -> Seen:
        """What was seen of a saved query, for `news.new_in`. Raises `NotFound` when none is saved under the name."""
        question = "SELECT id, seen_at, seen_total, seen_whole FROM saved_query WHERE key = ?"
        for saved in self._file.rows(question, _key(name)):
            seen = self._file.rows("SELECT permalink FROM seen_answer WHERE saved_query_id = ?", saved["id"])
            at = saved["seen_at"]
            permalinks = frozenset(row["permalink"] for row in seen)
            return Seen(at and read(at), permalinks, saved["seen_total"], bool(saved["seen_whole"]))
        raise _not_saved(name)


_SAVED = "SELECT name, text, saved_at, seen_at FROM saved_query"
_FORGET_LONG_UNMET = """
    DELETE FROM seen_answer WHERE saved_query_id = ? AND permalink IN (
        SELECT permalink FROM seen_answer WHERE saved_query_id = ? ORDER BY look DESC LIMIT -1 OFFSET ?
    )
"""


def _saved(row: sqlite3.Row) -> Saved:
    return Saved(row["name"], row["text"], read(row["saved_at"]), row["seen_at"] and read(row["seen_at"]))


def _key(name: str) -> str:
    return fold(clean_line(name))


def _not_saved(name: str) -> NotFound:
    return NotFound(f"No query is saved as “{name}”; `minutebook saved` lists those that are.")
