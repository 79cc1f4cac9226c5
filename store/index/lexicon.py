"""The dictionary of a section: every word and fact of its rows, and how many rows have it.

It lies in one row of the store, which is read in milliseconds; what each meeting adds lies behind it, in a row of its
own, until `fold` brings it in. Counts steer ranking alone: they may drift where minutes are replaced, words never do.
"""

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import DEFLATED, compress, compressobj, decompress

from store.index.section import Section

_FOLD_FROM = 100  # rows that are waiting when a few documents have come in: reading them still takes no time
_WAIT_AT_MOST = 2_000  # rows, while very many documents come in
_FEW_TERMS = 2_000  # those of one meeting, which wait a short time
_QUICKLY = (1, DEFLATED, 12, 5)  # level, method, and window and memory as powers of two: 4 kB, 16 kB


class Lexicon(NamedTuple):
    """The terms of a section, sorted, and beside each the number of rows that have it."""

    terms: list[str]
    counts: Sequence[int]


def read_lexicon(store: sqlite3.Connection, rows: Sequence[int]) -> Lexicon:
    """All terms of a section, whose `lexicon_rows` are `rows`.

    Not as a dictionary of Python's, which would take three times as long to make.
    """
    if len(rows) == 1:
        return _read(store, rows[0])
    whole = read_added(store, rows)
    kept = [at for at, count in enumerate(whole.counts) if count > 0]
    return Lexicon([whole.terms[at] for at in kept], [whole.counts[at] for at in kept])


def read_added(store: sqlite3.Connection, rows: Iterable[int]) -> Lexicon:
    """The terms of some rows of the lexicon; what was taken away counts less than nothing."""
    whole: dict[str, int] = {}
    for terms, counts in (_read(store, key) for key in rows):
        for term, count in zip(terms, counts, strict=True):
            whole[term] = whole.get(term, 0) + count
    terms = sorted(whole)
    return Lexicon(terms, [whole[term] for term in terms])


def lexicon_rows(store: sqlite3.Connection, section: Section) -> list[int]:
    """The rows that the terms of a section lie in; what is written later lies in later ones, until all are made one."""
    found = store.execute("SELECT id FROM lexicon WHERE section = ? ORDER BY id", (section,))
    return [key for (key,) in found]


def _read(store: sqlite3.Connection, key: int) -> Lexicon:
    found = store.execute("SELECT terms, counts FROM lexicon WHERE id = ?", (key,)).fetchone()
    return _unpacked(*found) if found else Lexicon([], [])


def add_terms(store: sqlite3.Connection, section: Section, rows: Mapping[str, int]) -> None:
    """Count `rows` more rows for each term; fewer, where a number is negative."""
    if rows:
        terms = sorted(rows)
        _write(store, section, Lexicon(terms, [rows[term] for term in terms]))
    if _waiting(store) > _WAIT_AT_MOST:
        fold(store, always=True)


def fold(store: sqlite3.Connection, *, always: bool = False) -> None:
    """Bring all rows of each section into one, when they have become many."""
    waiting = _waiting(store)
    if waiting <= len(Section) or (waiting < _FOLD_FROM and not always):
        return
    for section in Section:
        whole = read_lexicon(store, lexicon_rows(store, section))
        store.execute("DELETE FROM lexicon WHERE section = ?", (section,))
        _write(store, section, whole)


def _waiting(store: sqlite3.Connection) -> int:
    """How many rows there are: their keys follow one another. Counting them would read them."""
    ((first, last),) = store.execute("SELECT (SELECT min(id) FROM lexicon), (SELECT max(id) FROM lexicon)").fetchall()
    return 0 if first is None else int(last) - int(first) + 1


def _write(store: sqlite3.Connection, section: Section, lexicon: Lexicon) -> None:
    press = _pressed_quickly if len(lexicon.terms) < _FEW_TERMS else compress
    terms, counts = press("\n".join(lexicon.terms).encode()), press(_packed(lexicon.counts))
    store.execute("INSERT INTO lexicon (section, terms, counts) VALUES (?, ?, ?)", (section, terms, counts))


def _pressed_quickly(data: bytes) -> bytes:
    """`data` in the format of `compress`, which for a kilobyte takes ten times as long, most of it to make ready."""
    pressing = compressobj(*_QUICKLY)
    return pressing.compress(data) + pressing.flush()


def _packed(numbers: Sequence[int]) -> bytes:
    """Numbers as four bytes each, the lowest byte first on every machine."""
    packed = array("i", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(terms: bytes, packed: bytes) -> Lexicon:
    numbers = array("i", decompress(packed))
    if sys.byteorder == "big":
        numbers.byteswap()
    return Lexicon(decompress(terms).decode().split("\n") if numbers else [], numbers)
