"""Checking the index of finding: whether it is what it would be if it were made anew of the minutes that are there.

Each meeting is looked at by itself, and so in any process; sums over what it should have in the index are compared with
sums over what is there.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from zlib import crc32

from store.database.sql import rows
from store.index.indexed_rows import indexed_rows
from store.index.indexing import key_of, repeated_tokens
from store.index.lexicon import lexicon_rows, read_lexicon
from store.index.section import WORD_TABLES, Section

_REPEATED = "repeated_words"


@dataclass(slots=True)
class IndexShare:
    """What some meetings should have in the index: sums of their words by table, rows, how often each text stands.

    `again` is the sum of each text that stands in more places than one; `faults` what is wrong with single rows.
    """

    faults: list[str] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    number: int = 0
    times: Counter[int] = field(default_factory=Counter)
    again: dict[int, int] = field(default_factory=dict)


def share_of_index(store: sqlite3.Connection, meetings: Sequence[int]) -> IndexShare:
    """What the meetings of these keys should have in the index."""
    share = IndexShare()
    repeated = {row["hash"]: row["id"] for row in rows(store, "SELECT hash, id FROM repeated")}
    for section in Section:
        known = set(read_lexicon(store, lexicon_rows(store, section)).terms)
        for meeting_id in meetings:
            fault = _add_meeting(store, share, section, meeting_id, known, repeated)
            if fault:
                (permalink,) = store.execute("SELECT permalink FROM meeting WHERE id = ?", (meeting_id,)).fetchone()
                share.faults.append(f"{fault} in {permalink} is not found ({section})")
    return share


def _add_meeting(
    store: sqlite3.Connection,
    share: IndexShare,
    section: Section,
    meeting_id: int,
    known: set[str],
    repeated: dict[int, int],
) -> str | None:
    """Add what a meeting should have in a section; what of it is not found, as far as something is not."""
    for row in indexed_rows(store, section, meeting_id)[2]:
        key = key_of(store, row)
        kept = store.execute("SELECT source_id, meeting_id FROM finding WHERE id = ?", (key,)).fetchone()
        if key is None or kept != (row.source_id, meeting_id):
            return "something"
        if not known.issuperset({*row.text, *row.title, *row.facts}):
            return "a word"
        share.words[section.table] += _number_of(key) * _sum(row.tokens)
        share.number += 1
        share.times[row.wording] += 1
        if (again := repeated.get(row.wording)) is not None:
            share.again[row.wording] = _number_of(again) * _sum(repeated_tokens(row))
    return None


def index_faults(store: sqlite3.Connection, shares: Iterable[IndexShare]) -> Iterator[str]:
    """What is wrong with the index, of the shares of all meetings."""
    whole = IndexShare()
    for share in shares:
        yield from share.faults
        whole.words += share.words
        whole.number += share.number
        whole.times += share.times
        whole.again |= share.again
    for table in ("finding", "wording"):
        if store.execute(f"SELECT count(*) FROM {table}").fetchone() != (whole.number,):  # noqa: S608 (our own table names)
            yield f"{table} has rows of minutes that are not there"
    yield from _repeated(store, whole)
    for table in WORD_TABLES:
        if _words_of(store, table) != whole.words[table]:
            yield f"{table} has other words than the minutes"


def _repeated(store: sqlite3.Connection, whole: IndexShare) -> Iterator[str]:
    """The texts that stand in more places than one; what their full-text table should hold is added to the sums."""
    kept = {row["hash"]: row["times"] for row in rows(store, "SELECT hash, times FROM repeated")}
    if kept != {key: many for key, many in whole.times.items() if many > 1}:
        yield "repeated does not count the texts that were passed again"
        return
    whole.words[_REPEATED] += sum(whole.again.values())
    wrong = store.execute(
        "SELECT 1 FROM repeated LEFT JOIN wording ON finding_id = newest_id AND wording.hash = repeated.hash"
        " WHERE finding_id IS NULL LIMIT 1"
    ).fetchone()
    if wrong:
        yield "repeated names another place than one of the text"


def _words_of(store: sqlite3.Connection, table: str) -> int:
    """The sum over all that a full-text table holds: each word with each row that has it."""
    with closing(sqlite3.connect(":memory:")) as beside:
        path = store.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
        beside.execute("ATTACH ? AS kept", (path,))
        beside.execute(f"CREATE VIRTUAL TABLE temp.held USING fts5vocab('kept', '{table}', 'instance')")
        return sum(_NUMBERS[row["term"]] * row["keys"] for row in rows(beside, _HELD, {"prime": _PRIME}))


# What is summed up of a word in a row is the product of a number of the word and one of the row, alike in every
# process. Of the row it is a square: a word that goes a row up and one that goes a row down must not make up for it.
_PRIME = 2_147_483_647
_HELD = "SELECT term, sum((doc % :prime) * (doc % :prime) % :prime) AS keys FROM held GROUP BY term"


class _Numbers(dict[str, int]):
    """A number of each word, kept: words come again and again."""

    def __missing__(self, word: str) -> int:
        self[word] = number = crc32(word.encode())
        return number


_NUMBERS = _Numbers()


def _number_of(key: int) -> int:
    return (key % _PRIME) ** 2 % _PRIME


def _sum(words: Iterable[str]) -> int:
    return sum(map(_NUMBERS.__getitem__, words))
