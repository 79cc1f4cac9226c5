"""The desk: the stars, the history of queries and the saved queries of a person."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from store.clean import clean_line, fold
from store.desk.file import DeskFile
from store.desk.news import Look, Seen
from store.errors import DeskError, NotFound

_MOST_REMEMBERED = 500
_LONGEST_REMEMBERED = 1_000  # characters; what is longer was pasted by mistake
_MOST_SEEN = 5_000  # answers of one saved query


@dataclass(frozen=True, slots=True)
class Star:
    """A place that was starred, and when."""

    permalink: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """A query that was saved under a name: when it was, and when its answers were last looked at (None: never)."""

    name: str
    text: str
    saved_at: datetime
    seen_at: datetime | None


class Desk:
    """The desk in the file at `path`, which the first thing kept makes. Belongs to the thread that first uses it.

    Several programs may have it open at once. Every method raises `DeskError` when the file cannot be used. Times are
    given with their zone and kept to the second.
    """

    def __init__(self, path: Path) -> None:
        self._file = DeskFile(path)

    def star(self, permalink: str, when: datetime) -> bool:
        """Star a place; False when it was starred, and then it keeps its time."""
        with self._file.writing() as desk:
            change = "INSERT INTO star (permalink, starred_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
            return desk.execute(change, (clean_line(permalink), _written(when))).rowcount > 0

    def unstar(self, permalink: str) -> bool:
        """Take the star from a place; False when it had none."""
        with self._file.writing() as desk:
            return desk.execute("DELETE FROM star WHERE permalink = ?", (clean_line(permalink),)).rowcount > 0

    def stars(self) -> tuple[Star, ...]:
        """Every star, the newest first."""
        rows = self._file.rows("SELECT permalink, starred_at FROM star ORDER BY id DESC")
        return tuple(Star(permalink, _read(at)) for permalink, at in rows)

    def starred(self) -> frozenset[str]:
        """The permalinks that have a star: what `is:starred` asks for."""
        return frozenset(permalink for (permalink,) in self._file.rows("SELECT permalink FROM star"))

    def remember(self, text: str, when: datetime) -> None:
        """Put a query at the head of the history. The caller knows which ones were meant and not only half typed."""
        query = clean_line(text)
        if not query or len(query) > _LONGEST_REMEMBERED:
            return
        with self._file.writing() as desk:
            desk.execute("REPLACE INTO asked_query (text, asked_at) VALUES (?, ?)", (query, _written(when)))
            oldest = "DELETE FROM asked_query WHERE id NOT IN (SELECT id FROM asked_query ORDER BY id DESC LIMIT ?)"
            desk.execute(oldest, (_MOST_REMEMBERED,))

    def history(self) -> tuple[str, ...]:
        """The queries remembered, the latest first, each once; 500 at most."""
        return tuple(text for (text,) in self._file.rows("SELECT text FROM asked_query ORDER BY id DESC"))

    def save(self, name: str, text: str, when: datetime) -> Saved:
        """Save a query under a name, in place of another of that name.

        Names are alike whatever their capitals and accents. What was seen of a query is forgotten when its words
        change.
        """
        name, text = clean_line(name), clean_line(text)
        if not name:
            raise DeskError("A query is saved under a name; give it one.")
        with self._file.writing() as desk:
            other = "DELETE FROM saved_query WHERE key = ? AND text <> ?"
            desk.execute(other, (_key(name), text))
            change = (
                "INSERT INTO saved_query (key, name, text, saved_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET name = excluded.name"
            )
            desk.execute(change, (_key(name), name, text, _written(when)))
        return self.saved_as(name)

    def forget(self, name: str) -> bool:
        """Forget a saved query; False when there is none of this name."""
        with self._file.writing() as desk:
            return desk.execute("DELETE FROM saved_query WHERE key = ?", (_key(name),)).rowcount > 0

    def saved(self) -> tuple[Saved, ...]:
        """Every saved query, by name."""
        return tuple(_saved(*row) for row in self._file.rows(f"{_SAVED} ORDER BY key"))

    def saved_as(self, name: str) -> Saved:
        """The query saved under a name. Raises `NotFound` when there is none."""
        for row in self._file.rows(f"{_SAVED} WHERE key = ?", _key(name)):
            return _saved(*row)
        raise _not_saved(name)

    def look(self, name: str, look: Look, when: datetime) -> None:
        """Note that the answers to a saved query were looked at.

        What was seen before stays known: 5,000 answers a query, and beyond that those go first that were not met for
        longest. Raises `NotFound` when no query is saved under the name.
        """
        with self._file.writing() as desk:
            change = (
                "UPDATE saved_query SET looks = looks + 1, seen_at = ?, seen_total = ?, seen_whole = ? WHERE key = ?"
                " RETURNING id, looks"
            )
            row = desk.execute(change, (_written(when), look.total, look.whole, _key(name))).fetchone()
            if row is None:
                raise _not_saved(name)
            key, number = row
            desk.executemany(
                "INSERT INTO seen_answer (saved_query_id, permalink, look) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET look = excluded.look",
                [(key, clean_line(permalink), number) for permalink in look.permalinks],
            )
            desk.execute(_FORGET_LONG_UNMET, (key, key, _MOST_SEEN))

    def seen(self, name: str) -> Seen:
        """What was seen of a saved query, for `news.new_in`. Raises `NotFound` when none is saved under the name."""
        question = "SELECT id, seen_at, seen_total, seen_whole FROM saved_query WHERE key = ?"
        for key, at, total, whole in self._file.rows(question, _key(name)):
            rows = self._file.rows("SELECT permalink FROM seen_answer WHERE saved_query_id = ?", key)
            return Seen(at and _read(at), frozenset(permalink for (permalink,) in rows), total, bool(whole))
        raise _not_saved(name)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


_SAVED = "SELECT name, text, saved_at, seen_at FROM saved_query"
_FORGET_LONG_UNMET = """
    DELETE FROM seen_answer WHERE saved_query_id = ? AND permalink IN (
        SELECT permalink FROM seen_answer WHERE saved_query_id = ? ORDER BY look DESC LIMIT -1 OFFSET ?
    )
"""


def _saved(name: str, text: str, saved_at: str, seen_at: str | None) -> Saved:
    return Saved(name, text, _read(saved_at), _read(seen_at) if seen_at else None)


def _key(name: str) -> str:
    return fold(clean_line(name))


def _not_saved(name: str) -> NotFound:
    return NotFound(f"No query is saved as “{name}”; `minutebook saved` lists those that are.")


def _written(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(written: str) -> datetime:
    return datetime.fromisoformat(written)
