"""Keeping the index in step with the minutes: a meeting at a time, in the transaction that writes it.

A row of `finding` stands for a clause, the title of an item, or a paragraph of discussion. Its key is its static rank:
texts that were not passed before come first, of these the short ones, so that the best of many matches come first when
they are asked for in the order of keys, and the asking can stop early. The same key is the row's in the full-text
table of its section. A text that was passed before has a row in `repeated` too, once, with its count.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from store.index.lexicon import add_terms, fold
from store.index.section import Section
from store.index.tokens import Place, decision_tokens, number_tokens, place_tokens, text_tokens
from store.index.words import words

_RANKS = 64  # of each band, by length
_LETTERS_A_RANK = 8
_BAND = 1 << 24  # keys of a rank
_AGAIN = _RANKS * _BAND  # keys of the texts of a section that were not passed before; those that were come behind
_SECTION = 2 * _AGAIN  # keys of a section
_SECTIONS = {section: at * _SECTION for at, section in enumerate(Section)}

_MERGE_PAGES = 200  # of the full-text tables, that tidying after a few documents may write
_WHOLE_FROM = 0.05  # the share of new meetings from which each full-text table is made one segment


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is indexed: `text` and `title` as folded words, `facts` as tokens."""

    section: Section
    source_id: int
    item_id: int | None
    text: list[str]
    title: list[str]
    facts: list[str]

    @property
    def wording(self) -> int:
        """What rows with the same words, and no others, have in common: 64 bits."""
        written = f"{self.section}\n{' '.join(self.text)}".encode()
        return int.from_bytes(blake2b(written, digest_size=8).digest(), "big", signed=True)

    @property
    def rank(self) -> int:
        length = sum(map(len, self.text)) + sum(map(len, self.title)) + len(self.text) + len(self.title)
        return min(length // _LETTERS_A_RANK, _RANKS - 1) * _BAND

    @property
    def tokens(self) -> list[str]:
        return list(dict.fromkeys([*text_tokens(self.text), *self.title, *self.facts]))


def first_key(section: Section) -> int:
    """The lowest key that a row of `section` may have."""
    return _SECTIONS[section]


def first_again(section: Section) -> int:
    """The lowest key that a row of `section` may have whose text was passed before."""
    return _SECTIONS[section] + _AGAIN


def end_key(section: Section) -> int:
    """One more than the highest key that a row of `section` may have."""
    return _SECTIONS[section] + _SECTION


def indexed_rows(store: sqlite3.Connection, section: Section, meeting_id: int) -> tuple[int, Place, list[Indexed]]:
    """What is indexed of a meeting in a section, in printed order, with its organization and place."""
    organization_id, place = _place(store, meeting_id)
    return organization_id, place, list(_rows(store, section, meeting_id, place))


def key_of(store: sqlite3.Connection, row: Indexed, day: int) -> int | None:
    """The key that a row has in the index; None where it is not there."""
    found = store.execute(
        "SELECT id FROM finding WHERE wording = ? AND day = ? AND source_id = ?", (row.wording, day, row.source_id)
    ).fetchone()
    return None if found is None else int(found[0])


def index_meeting(store: sqlite3.Connection, meeting_id: int) -> None:
    """Make all of a meeting found. Call it in the transaction that wrote the meeting."""
    for section in Section:
        organization_id, place, rows = indexed_rows(store, section, meeting_id)
        keys = _keys(store, section, rows)
        # In the order of keys: a full-text table writes out what it holds whenever a key is lower than the last.
        inserted = sorted(zip(keys, rows, strict=True), key=lambda pair: pair[0])
        store.executemany(
            "INSERT INTO finding (id, source_id, item_id, organization_id, day, wording) VALUES (?, ?, ?, ?, ?, ?)",
            [(key, row.source_id, row.item_id, organization_id, place.day, row.wording) for key, row in inserted],
        )
        store.executemany(_INSERT_WORDS[section], [(key, " ".join(row.tokens)) for key, row in inserted])
        add_terms(store, section, _counted(rows))


def unindex_meeting(store: sqlite3.Connection, meeting_id: int) -> None:
    """Take all of a meeting out of the index. Call it before the meeting, or the place it is known by, changes."""
    for section in Section:
        _, place, rows = indexed_rows(store, section, meeting_id)
        for row in rows:
            key = key_of(store, row, place.day)
            assert key is not None, "the index is kept in the transaction that writes the minutes"
            store.execute(_DELETE_WORDS[section], (key, " ".join(row.tokens)))
            store.execute("DELETE FROM finding WHERE id = ?", (key,))
            _pass_less(store, row)
        add_terms(store, section, {term: -count for term, count in _counted(rows).items()})


def tidy(store: sqlite3.Connection, added: int) -> None:
    """Put the index in order when `added` meetings came in: much at once is worth much work, a little is not."""
    (meetings,) = store.execute("SELECT count(*) FROM meeting").fetchone()
    many = added >= max(meetings * _WHOLE_FROM, 2)
    fold(store, always=many)
    for table in (*(section.table for section in Section), "repeated_words"):
        if many:
            store.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 (our own table names)
        else:
            store.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))  # noqa: S608


def _keys(store: sqlite3.Connection, section: Section, rows: list[Indexed]) -> list[int]:
    """A free key for each row, by its rank; what was passed before is counted in `repeated`."""
    free: dict[int, int] = {}
    passed: set[int] = set()
    keys = []
    for row in rows:
        again = row.wording in passed or _was_passed(store, row.wording)
        passed.add(row.wording)
        if again:
            _pass_again(store, row)
        begin = _SECTIONS[section] + row.rank + (_AGAIN if again else 0)
        if begin not in free:
            (last,) = store.execute(
                "SELECT max(id) FROM finding WHERE id >= ? AND id < ?", (begin, begin + _BAND)
            ).fetchone()
            free[begin] = begin if last is None else last + 1
        keys.append(free[begin])
        free[begin] += 1
    return keys


def _was_passed(store: sqlite3.Connection, wording: int) -> bool:
    return store.execute("SELECT 1 FROM finding WHERE wording = ? LIMIT 1", (wording,)).fetchone() is not None


def _pass_again(store: sqlite3.Connection, row: Indexed) -> None:
    counted = store.execute("UPDATE repeated SET times = times + 1 WHERE wording = ?", (row.wording,))
    if counted.rowcount:
        return
    begin = _SECTIONS[row.section] + row.rank
    (last,) = store.execute("SELECT max(id) FROM repeated WHERE id >= ? AND id < ?", (begin, begin + _BAND)).fetchone()
    key = begin if last is None else last + 1
    store.execute("INSERT INTO repeated (id, wording, times) VALUES (?, ?, 2)", (key, row.wording))
    store.execute(_INSERT_REPEATED, (key, _repeated_words(row)))


def _pass_less(store: sqlite3.Connection, row: Indexed) -> None:
    """Count one place less; a text that has but one is no longer repeated."""
    found = store.execute("SELECT id, times FROM repeated WHERE wording = ?", (row.wording,)).fetchone()
    if found is None:
        return
    key, times = found
    if times > 2:
        store.execute("UPDATE repeated SET times = times - 1 WHERE id = ?", (key,))
    else:
        store.execute(_DELETE_REPEATED, (key, _repeated_words(row)))
        store.execute("DELETE FROM repeated WHERE id = ?", (key,))


def _repeated_words(row: Indexed) -> str:
    return " ".join(dict.fromkeys(text_tokens(row.text)))


def _counted(rows: Iterable[Indexed]) -> Counter[str]:
    """How many of `rows` have each word and fact; pairs are found by the words that they are of."""
    return Counter(term for row in rows for term in {*row.text, *row.title, *row.facts})


def _place(store: sqlite3.Connection, meeting_id: int) -> tuple[int, Place]:
    organization_id, *names = store.execute(
        "SELECT committee.id, committee.name, committee.slug, council.name, council.slug, meeting.date FROM meeting"
        " JOIN organization AS committee ON committee.id = organization_id"
        " LEFT JOIN organization AS council ON council.id = committee.parent_id WHERE meeting.id = ?",
        (meeting_id,),
    ).fetchone()
    return int(organization_id), Place(*names)


def _rows(store: sqlite3.Connection, section: Section, meeting_id: int, place: Place) -> Iterator[Indexed]:
    around = list(place_tokens(place))
    if section is Section.RESOLUTIONS:
        for (
            clause_id, item_id, number, title, label, text, points, intro, outcomes, complete, mover, vote
        ) in store.execute(_CLAUSES, (meeting_id,)):  # fmt: skip
            facts = [*around, *number_tokens(number, label)]
            facts += decision_tokens(json.loads(outcomes), mover, vote=bool(vote), complete=bool(complete))
            before = words(intro) if intro else []
            yield Indexed(section, clause_id, item_id, words(f"{text} {points or ''}"), words(title) + before, facts)
    elif section is Section.TITLES:
        for item_id, number, title, complete in store.execute(_TITLES, (meeting_id,)):
            facts = [*around, *number_tokens(number, None)]
            facts += decision_tokens((), None, vote=False, complete=bool(complete))
            yield Indexed(section, item_id, item_id, words(title), [], facts)
    else:
        for paragraph_id, item_id, number, label, text in store.execute(_PARAGRAPHS, (meeting_id,)):
            facts = [*around, *number_tokens(number, None)]
            yield Indexed(section, paragraph_id, item_id, words(f"{label or ''} {text}"), [], facts)


_CLAUSES = """
    SELECT clause.id, agenda_item.id, number, title, clause.label, clause.text,
        (SELECT group_concat(text, ' ') FROM (SELECT text FROM point WHERE clause_id = clause.id ORDER BY position)),
        intro, outcomes, clause.complete, mover, vote IS NOT NULL
    FROM agenda_item
    CROSS JOIN resolution ON item_id = agenda_item.id
    CROSS JOIN clause ON resolution_id = resolution.id
    WHERE meeting_id = ? ORDER BY agenda_item.position, resolution.position, clause.position
"""
_TITLES = "SELECT id, number, title, complete FROM agenda_item WHERE meeting_id = ? ORDER BY position"
_PARAGRAPHS = """
    SELECT paragraph.id, item_id, number, label, text FROM paragraph LEFT JOIN agenda_item ON agenda_item.id = item_id
    WHERE paragraph.meeting_id = ? AND kind IN ('agenda text', 'discussion', 'note')
    ORDER BY agenda_item.position, paragraph.position
"""
_INSERT_WORDS = {one: f"INSERT INTO {one.table} (rowid, words) VALUES (?, ?)" for one in Section}  # noqa: S608 (our own table names)
_DELETE_WORDS = {
    one: f"INSERT INTO {one.table} ({one.table}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608
    for one in Section
}
_INSERT_REPEATED = "INSERT INTO repeated_words (rowid, words) VALUES (?, ?)"
_DELETE_REPEATED = "INSERT INTO repeated_words (repeated_words, rowid, words) VALUES ('delete', ?, ?)"
