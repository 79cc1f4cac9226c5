"""The dictionary of a section: every word and fact of its rows, and how many rows have it.

It lies in one row of the store, which is read in milliseconds; what each meeting adds lies behind it, in a row of its
own, until `fold` brings it in. Counts steer ranking alone: they may drift where minutes are replaced, words never do.
"""

import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from zlib import compress, decompress

from store.index.section import Section

_FOLD_FROM = 100  # rows that are waiting when a few documents have come in: reading them still takes no time
_QUICK = 1  # the level of compression
_WAIT_AT_MOST = 2_000  # rows, while very many documents come in


def read_lexicon(store: sqlite3.Connection, section: Section) -> dict[str, int]:
    """Every term of `section`, sorted, with the number of rows that have it."""
    rows = store.execute("SELECT terms, counts FROM lexicon WHERE section = ? ORDER BY id", (section,)).fetchall()
    if not rows:
        return {}
    counts = _unpacked(*rows[0])
    if len(rows) == 1:
        return counts
    added: Counter[str] = Counter()
    for terms, numbers in rows[1:]:
        added.update(_unpacked(terms, numbers))
    for term, number in added.items():
        counts[term] = counts.get(term, 0) + number
    return {term: number for term, number in sorted(counts.items()) if number > 0}


def add_terms(store: sqlite3.Connection, section: Section, rows: Mapping[str, int]) -> None:
    """Count `rows` more rows for each term; fewer, where a number is negative."""
    if rows:
        _write(store, section, dict(sorted(rows.items())))
    if _waiting(store) > _WAIT_AT_MOST:
        fold(store, always=True)


def fold(store: sqlite3.Connection, *, always: bool = False) -> None:
    """Bring all rows of each section into one, when they have become many."""
    waiting = _waiting(store)
    if waiting <= len(Section) or (waiting < _FOLD_FROM and not always):
        return
    for section in Section:
        whole = read_lexicon(store, section)
        store.execute("DELETE FROM lexicon WHERE section = ?", (section,))
        _write(store, section, whole)


def _waiting(store: sqlite3.Connection) -> int:
    """How many rows there are: their keys follow one another. Counting them would read them."""
    ((first, last),) = store.execute("SELECT (SELECT min(id) FROM lexicon), (SELECT max(id) FROM lexicon)").fetchall()
    return 0 if first is None else int(last) - int(first) + 1


def _write(store: sqlite3.Connection, section: Section, counts: Mapping[str, int]) -> None:
    store.execute(
        "INSERT INTO lexicon (section, terms, counts) VALUES (?, ?, ?)",
        (section, compress("\n".join(counts).encode(), _QUICK), compress(_packed(counts.values()), _QUICK)),
    )


def _packed(numbers: Iterable[int]) -> bytes:
    """Numbers as four bytes each, the lowest byte first on every machine."""
    packed = array("i", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(terms: bytes, packed: bytes) -> dict[str, int]:
    numbers = array("i", decompress(packed))
    if sys.byteorder == "big":
        numbers.byteswap()
    return dict(zip(decompress(terms).decode().split("\n"), numbers, strict=True)) if numbers else {}
