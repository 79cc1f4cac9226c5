"""Keeping the index in step with the minutes: a meeting at a time, in the transaction that writes it.

A row of `finding` stands for a clause, the title of an item, or a paragraph of discussion. Its key is its static rank:
texts that were not passed before come first, of these the short ones, so that the best of many matches come first when
they are asked for in the order of keys, and the asking can stop early. The same key is the row's in the full-text
table of its section. A text that was passed before has a row in `repeated` too, once, with its count.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from store.index.indexed_rows import Indexed, indexed_rows, place_of
from store.index.lexicon import add_terms, fold
from store.index.section import WORD_TABLES, Section
from store.index.terms import MeetingFacts, text_tokens

_RANKS = 64  # of each band, by length
_LETTERS_A_RANK = 8
_RANK = 1 << 20  # keys of a rank; near keys make a small index, and a rank that is full goes on in the next
_AGAIN = _RANKS * _RANK  # keys of the texts of a section that were not passed before; those that were come behind
_SECTION = 2 * _AGAIN
_SECTIONS = {section: at * _SECTION for at, section in enumerate(Section)}

_MERGE_PAGES = 200  # of the full-text tables, that tidying after a few documents may write
_WHOLE_FROM = 0.05  # the share of new meetings from which each full-text table is made one segment


def first_key(section: Section) -> int:
    """The lowest key that a row of `section` may have."""
    return _SECTIONS[section]


def end_key(section: Section) -> int:
    """One more than the highest key that a row of `section` may have."""
    return _SECTIONS[section] + _SECTION


def key_of(store: sqlite3.Connection, row: Indexed) -> int | None:
    """The key that a row has in the index; None where it is not there."""
    found = store.execute(
        "SELECT finding_id FROM wording WHERE hash = ? AND source_id = ?", (row.wording, row.source_id)
    ).fetchone()
    return None if found is None else int(found[0])


class FreeKeys:
    """The free keys of each rank: looked for once, then counted on, as long as nobody else writes the store."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._next: dict[tuple[str, int], int] = {}

    def forget(self) -> None:
        """Look again: somebody else may have written."""
        self._next.clear()

    def take(self, table: str, begin: int) -> int:
        """The first key from `begin` on that is behind all others of its rank; not to be given again."""
        at = (table, begin)
        key = self._next.get(at)
        if key is None:
            (last,) = self._store.execute(_LAST_KEY[table], (begin, begin + _RANK)).fetchone()
            key = begin if last is None else last + 1
        if key == begin + _RANK:
            return self.take(table, begin + _RANK)
        self._next[at] = key + 1
        return key


def index_meeting(store: sqlite3.Connection, meeting_id: int) -> None:
    """Make all of a meeting found that is in the tables. Call it in the transaction that wrote the meeting."""
    _, place = place_of(store, meeting_id)
    rows = {section: indexed_rows(store, section, meeting_id)[2] for section in Section}
    index_rows(store, meeting_id, place, rows, FreeKeys(store))


def index_rows(
    store: sqlite3.Connection,
    meeting_id: int,
    place: MeetingFacts,
    rows: Mapping[Section, list[Indexed]],
    keys: FreeKeys,
) -> None:
    """As `index_meeting`, of a meeting whose rows are in hand: those that `indexed_rows` would read back."""
    first = _first_places(store, [row.wording for section in rows.values() for row in section])
    for section, of_section in rows.items():
        entries, findings, wordings = [], [], []
        for row in of_section:
            before = first.get(row.wording)
            key = keys.take("finding", _SECTIONS[section] + _rank(row) + (0 if before is None else _AGAIN))
            first.setdefault(row.wording, key)
            findings.append((key, row.source_id, meeting_id))
            wordings.append((row.wording, row.source_id, key))
            entries.append((key, row, before))
        store.executemany(_INSERT_FINDING, findings)
        store.executemany(_INSERT_WORDING, wordings)
        for key, row, before in entries:
            if before is not None:
                _pass_again(store, row, key, place, before, keys)
        # In the order of keys: a full-text table writes out what it holds whenever a key is lower than the last.
        store.executemany(_INSERT_WORDS[section], sorted((key, " ".join(row.tokens)) for key, row, _ in entries))
        add_terms(store, section, _counted(of_section))


def _first_places(store: sqlite3.Connection, hashes: Iterable[int]) -> dict[int, int]:
    """Of each text that was passed before the key of a place of it."""
    return dict(store.execute(_FIRST_PLACES, (json.dumps(list(dict.fromkeys(hashes))),)).fetchall())


def _rank(row: Indexed) -> int:
    return min(row.length // _LETTERS_A_RANK, _RANKS - 1) * _RANK


def unindex_meeting(store: sqlite3.Connection, meeting_id: int) -> None:
    """Take all of a meeting out of the index. Call it before the meeting, or the place it is known by, changes."""
    for section in Section:
        _, _, rows = indexed_rows(store, section, meeting_id)
        for row in rows:
            key = key_of(store, row)
            assert key is not None, "the index is kept in the transaction that writes the minutes"
            store.execute(_DELETE_WORDS[section], (key, " ".join(row.tokens)))
            deleted = "DELETE FROM wording WHERE hash = ? AND source_id = ?"
            store.execute(deleted, (row.wording, row.source_id))
            _pass_less(store, row, key)
            store.execute("DELETE FROM finding WHERE id = ?", (key,))
        add_terms(store, section, {term: -count for term, count in _counted(rows).items()})


def index_everything(store: sqlite3.Connection) -> None:
    """Make the index anew, from the minutes that are there."""
    for table in WORD_TABLES:
        store.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 (our own table names)
    for table in ("wording", "repeated", "finding", "lexicon"):
        store.execute(f"DELETE FROM {table}")  # noqa: S608
    meetings = [meeting_id for (meeting_id,) in store.execute("SELECT id FROM meeting").fetchall()]
    for meeting_id in meetings:
        index_meeting(store, meeting_id)
    tidy(store, len(meetings))


def tidy(store: sqlite3.Connection, added: int) -> None:
    """Put the index in order when `added` meetings came in: much at once is worth much work, a little is not."""
    (meetings,) = store.execute("SELECT count(*) FROM meeting").fetchone()
    many = added >= max(meetings * _WHOLE_FROM, 2)
    fold(store, always=many)
    for table in WORD_TABLES:
        if many:
            store.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 (our own table names)
        else:
            store.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))  # noqa: S608


def _pass_again(
    store: sqlite3.Connection, row: Indexed, key: int, place: MeetingFacts, before: int, keys: FreeKeys
) -> None:
    """Count one more place of a text, which is at the row `key` now and was at the row `before`."""
    counting = {"key": key, "hash": row.wording, "date": place.date or ""}
    if not store.execute(_COUNT_AGAIN, counting).rowcount:
        again = keys.take("repeated", _SECTIONS[row.section] + _rank(row))
        store.execute(_INSERT_REPEATED_TEXT, (again, row.wording, before))
        store.execute(_INSERT_REPEATED, (again, _repeated_words(row)))
        store.execute(_COUNT_AGAIN, counting)


def _pass_less(store: sqlite3.Connection, row: Indexed, key: int) -> None:
    """Count one place less, the row `key`; a text that has but one is no longer repeated."""
    found = store.execute("SELECT id, times, newest_id FROM repeated WHERE hash = ?", (row.wording,)).fetchone()
    if found is None:
        return
    again, times, newest_id = found
    if times <= 2:
        store.execute(_DELETE_REPEATED, (again, _repeated_words(row)))
        store.execute("DELETE FROM repeated WHERE id = ?", (again,))
        return
    store.execute("UPDATE repeated SET times = times - 1 WHERE id = ?", (again,))
    if key == newest_id:
        store.execute(
            "UPDATE repeated SET newest_id = (SELECT finding_id FROM wording JOIN finding ON finding.id = finding_id"
            " JOIN meeting ON meeting.id = meeting_id WHERE wording.hash = repeated.hash"
            " ORDER BY date DESC, finding_id DESC LIMIT 1) WHERE id = ?",
            (again,),
        )


def repeated_tokens(row: Indexed) -> list[str]:
    """What a text that was passed before is found by, once for all its places.

    These are its words, and nothing that capitals or hyphens tell, which may differ from place to place.
    """
    return list(dict.fromkeys(text_tokens(row.text)))


def _repeated_words(row: Indexed) -> str:
    return " ".join(repeated_tokens(row))


def _counted(rows: Iterable[Indexed]) -> Counter[str]:
    """How many of `rows` have each word and fact; pairs are found by the words that they are of."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted.update({*row.text, *row.title, *row.told, *row.facts})
    return counted


_LAST_KEY = {
    table: f"SELECT max(id) FROM {table} WHERE id >= ? AND id < ?"  # noqa: S608
    for table in ("finding", "repeated")
}
_FIRST_PLACES = """
    SELECT value, (SELECT finding_id FROM wording WHERE hash = value LIMIT 1) AS place FROM json_each(?)
    WHERE place IS NOT NULL
"""
_INSERT_FINDING = "INSERT INTO finding (id, source_id, meeting_id) VALUES (?, ?, ?)"
_INSERT_WORDING = "INSERT INTO wording (hash, source_id, finding_id) VALUES (?, ?, ?)"
_COUNT_AGAIN = """
    UPDATE repeated SET times = times + 1, newest_id = CASE WHEN :date >= (SELECT ifnull(date, '') FROM meeting
        JOIN finding ON meeting_id = meeting.id WHERE finding.id = newest_id) THEN :key ELSE newest_id END
    WHERE hash = :hash
"""
_INSERT_REPEATED_TEXT = "INSERT INTO repeated (id, hash, times, newest_id) VALUES (?, ?, 1, ?)"
_INSERT_WORDS = {one: f"INSERT INTO {one.table} (rowid, words) VALUES (?, ?)" for one in Section}  # noqa: S608 (our own table names)
_DELETE_WORDS = {
    one: f"INSERT INTO {one.table} ({one.table}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608
    for one in Section
}
_INSERT_REPEATED = "INSERT INTO repeated_words (rowid, words) VALUES (?, ?)"
_DELETE_REPEATED = "INSERT INTO repeated_words (repeated_words, rowid, words) VALUES ('delete', ?, ?)"
