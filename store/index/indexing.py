"""Keeping the index in step with the minutes: a meeting at a time, in the transaction that writes it.

A row of `finding` stands for a clause, the title of an item, or a paragraph of discussion. Its key is its static rank:
texts that were not passed before come first, of these the short ones, so that the best of many matches come first when
they are asked for in the order of keys, and the asking can stop early. The same key is the row's in the full-text
table of its section. A text that was passed before has a row in `repeated` too, once, with its count.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from store.index.lexicon import add_terms, fold
from store.index.section import WORD_TABLES, Section
from store.index.terms import MeetingFacts, decision_tokens, number_tokens, place_tokens, text_tokens
from store.text.tokens import words

_RANKS = 64  # of each band, by length
_LETTERS_A_RANK = 8
_RANK = 1 << 20  # keys of a rank; near keys make a small index, and a rank that is full goes on in the next
_AGAIN = _RANKS * _RANK  # keys of the texts of a section that were not passed before; those that were come behind
_SECTION = 2 * _AGAIN
_SECTIONS = {section: at * _SECTION for at, section in enumerate(Section)}

_MERGE_PAGES = 200  # of the full-text tables, that tidying after a few documents may write
_WHOLE_FROM = 0.05  # the share of new meetings from which each full-text table is made one segment


@dataclass(frozen=True)
class Indexed:
    """What is indexed: `text` and `title` as folded words, `facts` as tokens."""

    section: Section
    source_id: int
    text: list[str]
    title: list[str]
    facts: list[str]

    @cached_property
    def wording(self) -> int:
        return hash_of(self.section, self.text)

    @property
    def rank(self) -> int:
        length = sum(map(len, self.text)) + sum(map(len, self.title)) + len(self.text) + len(self.title)
        return min(length // _LETTERS_A_RANK, _RANKS - 1) * _RANK

    @cached_property
    def tokens(self) -> list[str]:
        return list(dict.fromkeys([*text_tokens(self.text), *text_tokens(self.title), *self.facts]))


def hash_of(section: Section, folded: Sequence[str]) -> int:
    """What texts with the same folded words have in common, and of a million texts hardly two others: 47 bits."""
    written = f"{section}\n{' '.join(folded)}".encode()
    return int.from_bytes(blake2b(written, digest_size=6).digest(), "big") >> 1


def first_key(section: Section) -> int:
    """The lowest key that a row of `section` may have."""
    return _SECTIONS[section]


def end_key(section: Section) -> int:
    """One more than the highest key that a row of `section` may have."""
    return _SECTIONS[section] + _SECTION


def indexed_rows(
    store: sqlite3.Connection, section: Section, meeting_id: int
) -> tuple[int, MeetingFacts, list[Indexed]]:
    """What is indexed of a meeting in a section, in printed order, with its organization and place."""
    organization_id, place = _place(store, meeting_id)
    return organization_id, place, list(_rows(store, section, meeting_id, place))


def key_of(store: sqlite3.Connection, row: Indexed) -> int | None:
    """The key that a row has in the index; None where it is not there."""
    found = store.execute(
        "SELECT finding_id FROM wording WHERE hash = ? AND source_id = ?", (row.wording, row.source_id)
    ).fetchone()
    return None if found is None else int(found[0])


def index_meeting(store: sqlite3.Connection, meeting_id: int) -> None:
    """Make all of a meeting found. Call it in the transaction that wrote the meeting."""
    for section in Section:
        _, place, rows = indexed_rows(store, section, meeting_id)
        keyed = []
        for row in rows:
            passed = store.execute("SELECT finding_id FROM wording WHERE hash = ? LIMIT 1", (row.wording,)).fetchone()
            begin = _SECTIONS[section] + row.rank + (_AGAIN if passed else 0)
            key = _free_key(store, "finding", begin)
            inserted = "INSERT INTO finding (id, source_id, meeting_id) VALUES (?, ?, ?)"
            store.execute(inserted, (key, row.source_id, meeting_id))
            inserted = "INSERT INTO wording (hash, source_id, finding_id) VALUES (?, ?, ?)"
            store.execute(inserted, (row.wording, row.source_id, key))
            if passed:
                _pass_again(store, row, key, place, passed[0])
            keyed.append((key, " ".join(row.tokens)))
        # In the order of keys: a full-text table writes out what it holds whenever a key is lower than the last.
        store.executemany(_INSERT_WORDS[section], sorted(keyed))
        add_terms(store, section, _counted(rows))


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


def _free_key(store: sqlite3.Connection, table: str, begin: int) -> int:
    """The first key from `begin` on that is behind all others of its rank."""
    while True:
        (last,) = store.execute(_LAST_KEY[table], (begin, begin + _RANK)).fetchone()
        if last is None or last + 1 < begin + _RANK:
            return int(begin if last is None else last + 1)
        begin += _RANK


def _pass_again(store: sqlite3.Connection, row: Indexed, key: int, place: MeetingFacts, before: int) -> None:
    """Count one more place of a text, which is at the row `key` now and was at the row `before`."""
    counted = store.execute("UPDATE repeated SET times = times + 1 WHERE hash = ?", (row.wording,)).rowcount
    if not counted:
        again = _free_key(store, "repeated", _SECTIONS[row.section] + row.rank)
        inserted = "INSERT INTO repeated (id, hash, times, newest_id) VALUES (?, ?, 2, ?)"
        store.execute(inserted, (again, row.wording, before))
        store.execute(_INSERT_REPEATED, (again, _repeated_words(row)))
    store.execute(
        "UPDATE repeated SET newest_id = ? WHERE hash = ? AND ? >= (SELECT ifnull(date, '') FROM meeting"
        " JOIN finding ON meeting_id = meeting.id WHERE finding.id = newest_id)",
        (key, row.wording, place.date or ""),
    )


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
    """What a text that was passed before is found by, once for all its places."""
    return list(dict.fromkeys(text_tokens(row.text)))


def _repeated_words(row: Indexed) -> str:
    return " ".join(repeated_tokens(row))


def _counted(rows: Iterable[Indexed]) -> Counter[str]:
    """How many of `rows` have each word and fact; pairs are found by the words that they are of."""
    return Counter(term for row in rows for term in {*row.text, *row.title, *row.facts})


def _place(store: sqlite3.Connection, meeting_id: int) -> tuple[int, MeetingFacts]:
    organization_id, *names = store.execute(
        "SELECT committee.id, committee.name, committee.slug, council.name, council.slug, meeting.date FROM meeting"
        " JOIN organization AS committee ON committee.id = organization_id"
        " LEFT JOIN organization AS council ON council.id = committee.parent_id WHERE meeting.id = ?",
        (meeting_id,),
    ).fetchone()
    return int(organization_id), MeetingFacts(*names)


def _rows(store: sqlite3.Connection, section: Section, meeting_id: int, place: MeetingFacts) -> Iterator[Indexed]:
    around = list(place_tokens(place))
    if section is Section.RESOLUTIONS:
        for (
            clause_id, number, title, label, text, points, intro, outcomes, complete, mover, vote
        ) in store.execute(_CLAUSES, (meeting_id,)):  # fmt: skip
            facts = [*around, *number_tokens(number, label)]
            facts += decision_tokens(json.loads(outcomes), mover, vote=bool(vote), complete=bool(complete))
            before = words(intro) if intro else []
            yield Indexed(section, clause_id, words(f"{text} {points or ''}"), words(title) + before, facts)
    elif section is Section.TITLES:
        for item_id, number, title, complete in store.execute(_TITLES, (meeting_id,)):
            facts = [*around, *number_tokens(number, None)]
            facts += decision_tokens((), None, vote=False, complete=bool(complete))
            yield Indexed(section, item_id, words(title), [], facts)
    else:
        for paragraph_id, number, label, text in store.execute(_PARAGRAPHS, (meeting_id,)):
            facts = [*around, *number_tokens(number, None)]
            yield Indexed(section, paragraph_id, words(f"{label or ''} {text}"), [], facts)


_CLAUSES = """
    SELECT clause.id, number, title, clause.label, clause.text,
        (SELECT group_concat(text, ' ') FROM (SELECT text FROM point WHERE clause_id = clause.id ORDER BY position)),
        intro, outcomes, clause.complete, mover, vote IS NOT NULL
    FROM agenda_item
    CROSS JOIN resolution ON item_id = agenda_item.id
    CROSS JOIN clause ON resolution_id = resolution.id
    WHERE meeting_id = ? ORDER BY agenda_item.position, resolution.position, clause.position
"""
_TITLES = "SELECT id, number, title, complete FROM agenda_item WHERE meeting_id = ? ORDER BY position"
_PARAGRAPHS = """
    SELECT paragraph.id, number, label, text FROM paragraph LEFT JOIN agenda_item ON agenda_item.id = item_id
    WHERE paragraph.meeting_id = ? AND kind IN ('agenda text', 'discussion', 'note')
    ORDER BY agenda_item.position, paragraph.position
"""
_LAST_KEY = {
    table: f"SELECT max(id) FROM {table} WHERE id >= ? AND id < ?"  # noqa: S608
    for table in ("finding", "repeated")
}
_INSERT_WORDS = {one: f"INSERT INTO {one.table} (rowid, words) VALUES (?, ?)" for one in Section}  # noqa: S608 (our own table names)
_DELETE_WORDS = {
    one: f"INSERT INTO {one.table} ({one.table}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608
    for one in Section
}
_INSERT_REPEATED = "INSERT INTO repeated_words (rowid, words) VALUES (?, ?)"
_DELETE_REPEATED = "INSERT INTO repeated_words (repeated_words, rowid, words) VALUES ('delete', ?, ?)"
