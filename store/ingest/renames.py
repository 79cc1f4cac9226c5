"""The table of former permalinks: written when a text or a place is called otherwise, read by `store.permalinks`."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.database.sql import rows
from store.ingest.lasting_names import NamedPlace, Rename, counted_words
from store.model import Span

if TYPE_CHECKING:
    from sqlite_utils import Database


def named_places(store: sqlite3.Connection, meeting_id: int, permalink: str) -> list[NamedPlace]:
    """The names that the text of a meeting has, and those that texts before it had."""
    return [*standing_places(store, meeting_id), *former_places(store, permalink)]


def keep_renames(db: "Database", renames: Iterable[Rename]) -> None:
    """Keep where former permalinks lead; one that stands again for its words is former no more."""
    for one in renames:
        if one.was == one.now:
            db.execute("DELETE FROM renamed WHERE was = ?", (one.was,))
            continue
        db.execute("DELETE FROM renamed WHERE was = ?", (one.now,))
        db.execute("UPDATE renamed SET now = ? WHERE now = ?", (one.now, one.was))
        db.execute(_KEEP, (one.was, one.now, one.document_id, one.span.start, one.span.end))


def keep_move(db: "Database", was: str, now: str) -> None:
    """Keep that a whole meeting is called otherwise, and what led to places of it."""
    db.execute("DELETE FROM renamed WHERE was = ?", (now,))
    change = "UPDATE renamed SET now = ? || substr(now, ?) WHERE now = ? OR (now > ? AND now < ?)"
    db.execute(change, (now, len(was) + 1, was, f"{was}/", f"{was}0"))  # "0" is the character after "/"
    db.execute(_KEEP, (was, now, None, None, None))


def was_called(db: "Database", permalink: str, but: str | None = None) -> bool:
    """Whether a meeting had this permalink before, other than the one that is called `but` now."""
    found = db.execute("SELECT now FROM renamed WHERE was = ?", (permalink,)).fetchone()
    return found is not None and (but is None or found[0] != but)


def standing_places(store: sqlite3.Connection, meeting_id: int) -> Iterator[NamedPlace]:
    """The names that the text of a meeting has."""
    seen: set[str] = set()
    for row in list(rows(store, _STANDING, {"key": meeting_id})):
        if row["permalink"] not in seen:  # the single sentence of a resolution has the resolution's name
            seen.add(row["permalink"])
            words = counted_words(row["said"] or "")
            span, whole = Span(row["start"], row["end"]), bool(row["complete"])
            yield NamedPlace(row["permalink"], row["depth"], row["document_id"], span, words, whole=whole)


def former_places(store: sqlite3.Connection, permalink: str) -> Iterator[NamedPlace]:
    """Former names below a meeting; their words are in the document that had them."""
    for row in list(rows(store, _FORMER, (f"{permalink}/", f"{permalink}0"))):
        depth = min(row["was"].removeprefix(permalink).count("/"), _CLAUSE)
        span, words = Span(row["start"], row["end"]), counted_words(row["said"] or "")
        yield NamedPlace(row["was"], depth, row["document_id"], span, words, former=True, now=row["now"])


_CLAUSE = 3  # how deep the deepest places lie
_KEEP = """
    INSERT INTO renamed (was, now, document_id, start, end) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (was) DO UPDATE SET now = excluded.now
"""
_STANDING = """
    SELECT 1 AS depth, permalink, document_id, start, end, title AS said, 1 AS complete
        FROM agenda_item WHERE meeting_id = :key
    UNION ALL SELECT 2, resolution.permalink, resolution.document_id, resolution.start, resolution.end,
        ifnull(intro, '') || ' ' || (SELECT group_concat(text, ' ') FROM clause WHERE resolution_id = resolution.id),
        resolution.complete
        FROM agenda_item JOIN resolution ON item_id = agenda_item.id WHERE meeting_id = :key
    UNION ALL SELECT 3, clause.permalink, clause.document_id, clause.start, clause.end, text, clause.complete
        FROM agenda_item JOIN resolution ON item_id = agenda_item.id JOIN clause ON resolution_id = resolution.id
        WHERE meeting_id = :key
"""
_FORMER = """
    SELECT was, now, document_id, start, end,
        (SELECT substr(text, start + 1, end - start) FROM document WHERE document.id = document_id) AS said
    FROM renamed WHERE was > ? AND was < ? AND document_id IS NOT NULL
"""
