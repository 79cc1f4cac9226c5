"""The dictionary of a section: every word and fact of its rows, and how many rows have it.

It lies in one row of the store, which is read in milliseconds; what was added since lies in rows of its own until
`fold` brings it in. Counts steer ranking alone: they may drift where minutes are replaced, words never do.
"""

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Mapping

from store.index.section import Section

_FOLD_FROM = 5_000  # rows that are waiting: reading them takes as long as reading all that is folded


def read_lexicon(store: sqlite3.Connection, section: Section) -> dict[str, int]:
    """Every term of `section`, sorted, with the number of rows that have it."""
    row = store.execute("SELECT terms, counts FROM lexicon WHERE section = ?", (section,)).fetchone()
    counts = dict(zip(row[0].split("\n"), _unpacked(row[1]), strict=True)) if row else {}
    added = store.execute("SELECT term, rows FROM lexicon_added WHERE section = ?", (section,)).fetchall()
    if not added:
        return counts
    for term, rows in added:
        counts[term] = counts.get(term, 0) + rows
    return dict(sorted((term, rows) for term, rows in counts.items() if rows > 0))


def add_terms(store: sqlite3.Connection, section: Section, rows: Mapping[str, int]) -> None:
    """Count `rows` more rows for each term; fewer, where a number is negative."""
    store.executemany(
        "INSERT INTO lexicon_added (section, term, rows) VALUES (?, ?, ?)"
        " ON CONFLICT (section, term) DO UPDATE SET rows = rows + excluded.rows",
        [(section, term, count) for term, count in rows.items()],
    )


def fold(store: sqlite3.Connection, *, always: bool = False) -> None:
    """Bring what was added into the one row of each section, when it has become much."""
    (waiting,) = store.execute("SELECT count(*) FROM lexicon_added").fetchone()
    if waiting < _FOLD_FROM and not (always and waiting):
        return
    for section in Section:
        counts = read_lexicon(store, section)
        if counts:
            store.execute(
                "INSERT OR REPLACE INTO lexicon (section, terms, counts) VALUES (?, ?, ?)",
                (section, "\n".join(counts), _packed(counts.values())),
            )
    store.execute("DELETE FROM lexicon_added")


def _packed(numbers: Iterable[int]) -> bytes:
    """Numbers as four bytes each, the lowest byte first on every machine."""
    packed = array("I", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(packed: bytes) -> "array[int]":
    numbers = array("I", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
