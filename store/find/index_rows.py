"""Asking the index: the rows that a full-text expression finds, their words made ready, and what is shown of them."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from store.database.sql import rows
from store.find import index_sql
from store.index.indexed_rows import hash_of
from store.index.indexing import end_key, first_key
from store.index.section import Section
from store.index.terms import MeetingFacts, number_tokens, place_tokens
from store.index.text_facts import DAY, day_facts, name_facts
from store.permalinks.committees import Committee, organizations
from store.text.tokens import search_words

_KEPT = 4_000  # rows: some 15 MB
_FEW = 500  # keys
_TITLES = 4_096


class Beside:
    """What a row tells beside its words, read when it is asked for: few rows are found by it. Here it is nothing."""

    __slots__ = ()

    def facts(self) -> Iterable[str]:
        """The names, dates and numbers around it."""
        return ()

    def told(self) -> Iterable[str]:
        """Its initials and compounds."""
        return ()

    def days(self) -> Iterable[str]:
        """The days that it names."""
        return ()


_NOTHING = Beside()


class IndexRow:
    """`id` is the key in `finding`, `source_id` that of the clause, item or paragraph; `day` is 20210302, or 0.

    `text` and `title` are folded words in order, each between spaces: " that the report be noted ". `title_words` has
    those of the introduction, too.
    """

    __slots__ = (
        "_around", "_beside", "_days", "_told", "day", "id", "meeting_id", "organization_id", "source_id", "text",
        "text_words", "title", "title_words"
    )  # fmt: skip

    def __init__(
        self,
        key: int,
        source_id: int,
        day: int,
        organization_id: int,
        meeting_id: int,
        text: Sequence[str],
        title: Sequence[str],
        intro: Sequence[str],
        beside: Beside = _NOTHING,
    ) -> None:
        """A row with these folded words."""
        self.id = key
        self.source_id = source_id
        self.day = day
        self.organization_id = organization_id
        self.meeting_id = meeting_id
        self.text = f" {' '.join(text)} "
        self.text_words = frozenset(text)
        self.title, self.title_words = _joined(tuple(title))
        if intro:
            self.title_words = self.title_words.union(intro)
        self._beside = beside
        self._told: frozenset[str] | None = None
        self._days: frozenset[str] | None = None
        self._around: frozenset[str] | None = None

    @property
    def told(self) -> frozenset[str]:
        """What text and title tell beside their words: initials, compounds."""
        if self._told is None:
            self._told = frozenset(self._beside.told())
        return self._told

    @property
    def days(self) -> frozenset[str]:
        """The days that text and title name: dear to read, so ask only where `asks_days`."""
        if self._days is None:
            self._days = frozenset(self._beside.days())
        return self._days

    @property
    def around(self) -> frozenset[str]:
        """The facts that words may mean: names, year and month, number."""
        if self._around is None:
            self._around = frozenset(self._beside.facts())
        return self._around

    def has_any(self, terms: Collection[str]) -> bool:
        """Whether one of `terms` is among its words and facts."""
        return not (
            self.text_words.isdisjoint(terms)
            and self.title_words.isdisjoint(terms)
            and self.around.isdisjoint(terms)
            and self.told.isdisjoint(terms)
            and not (asks_days(terms) and not self.days.isdisjoint(terms))
        )


@lru_cache(_TITLES)
def _joined(title: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """A title's words in order, and as a set: many rows have the same."""
    return f" {' '.join(title)} ", frozenset(title)


def asks_days(terms: Iterable[str]) -> bool:
    """Whether one of `terms` is a day."""
    return any(term.startswith(DAY) for term in terms)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a hit shows of the place of a row."""

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    label: str | None
    text: str
    title: str
    outcomes: tuple[str, ...]
    complete: bool
    result: str | None


_AS_STORED = ("permalink", "council", "committee", "date", "number", "label", "text", "title", "result")


class RowCache:
    """The rows of a store by key. Those looked at lately are kept: from one letter to the next most are the same."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._kept: dict[int, IndexRow] = {}
        self._meetings: dict[int, _MeetingTokens] = {}
        self.committees: dict[int, Committee] = {}
        self.committees_by_permalink: dict[str, int] = {}

    def by_keys(self, section: Section, keys: Sequence[int]) -> list[IndexRow]:
        """The rows of a section with these keys, in this order."""
        if missing := [key for key in keys if key not in self._kept]:
            if len(self._kept) > _KEPT:
                self._kept = {key: self._kept[key] for key in keys if key in self._kept}
            for row in rows(self._store, index_sql.ROWS[section], (json.dumps(missing),)):
                meeting = self._meeting(row["meeting_id"], row["organization_id"], row["date"])
                self._kept[row["id"]] = IndexRow(
                    row["id"],
                    row["source_id"],
                    meeting.day,
                    row["organization_id"],
                    row["meeting_id"],
                    search_words(row["text"]),
                    _words_of_title(row["title"]),
                    search_words(row["intro"]) if row["intro"] else (),
                    _Stored(meeting, row["number"], row["label"], row["text"], row["title"]),
                )
        return [self._kept[key] for key in keys]

    def _meeting(self, meeting_id: int, organization_id: int, date: str | None) -> "_MeetingTokens":
        if meeting_id not in self._meetings:
            if len(self._meetings) > _KEPT:
                self._meetings.clear()
            self._meetings[meeting_id] = _MeetingTokens(MeetingFacts(self.committees[organization_id], date))
        return self._meetings[meeting_id]

    def renew(self) -> None:
        """Keep nothing, and read the committees: the store has changed."""
        self._kept.clear()
        self._meetings.clear()
        self.committees = organizations(self._store)
        self.committees_by_permalink = {committee.begins: key for key, committee in self.committees.items()}


@lru_cache(_KEPT)
def _words_of_title(title: str) -> tuple[str, ...]:
    """The words of a title, which many rows have."""
    return tuple(search_words(title))


class _MeetingTokens:
    """What all rows of a meeting have in common."""

    def __init__(self, facts: MeetingFacts) -> None:
        self.day = facts.day
        self._facts = facts

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(place_tokens(self._facts))


class _Stored(Beside):
    """What a row of the store tells beside its words."""

    __slots__ = ("_label", "_meeting", "_number", "_text", "_title")

    def __init__(self, meeting: _MeetingTokens, number: str | None, label: str | None, text: str, title: str) -> None:
        self._meeting = meeting
        self._number = number
        self._label = label
        self._text = text
        self._title = title

    def facts(self) -> Iterator[str]:
        yield from self._meeting.tokens
        yield from number_tokens(self._number, self._label)

    def told(self) -> Iterator[str]:
        yield from name_facts(self._text)
        yield from name_facts(self._title)

    def days(self) -> Iterator[str]:
        yield from day_facts(self._text)
        yield from day_facts(self._title)


def matching(
    store: sqlite3.Connection,
    section: Section,
    expression: str,
    limit: int,
    *,
    after: int = -1,
    only: Collection[int] | None = None,
) -> list[int]:
    """The keys of the first `limit` rows that `expression` finds, behind the key `after`; those among `only`."""
    if only is not None:
        asking = index_sql.MATCHING_AMONG[len(only) <= _FEW][section]
        found = store.execute(asking, (expression, json.dumps(list(only)), after, limit))
    else:
        found = store.execute(index_sql.MATCHING[section], (expression, after, limit))
    return [key for (key,) in found]


def repeated(store: sqlite3.Connection, section: Section, expression: str, limit: int) -> dict[int, int]:
    """Texts that were passed more than once, the short ones first: the key of the newest place, and the count."""
    asked = (expression, first_key(section), limit, end_key(section))
    return dict(store.execute(index_sql.REPEATED, asked).fetchall())


def latest(
    store: sqlite3.Connection, section: Section, expression: str, most: int, only: Collection[int] | None
) -> list[int]:
    """The keys of the rows that `expression` finds, newest first, in printed order; not more than `most` of them."""
    if only is None:
        return [key for (key,) in store.execute(index_sql.LATEST[section], (expression, most))]
    asked = (expression, json.dumps(list(only)), most)
    return [key for (key,) in store.execute(index_sql.LATEST_AMONG[len(only) <= _FEW][section], asked)]


def in_order(store: sqlite3.Connection, keys: Collection[int]) -> list[int]:
    """The keys of rows, newest first, in printed order."""
    return [key for (key,) in store.execute(index_sql.IN_ORDER, (json.dumps(list(keys)),))]


def count_of(store: sqlite3.Connection, section: Section, expression: str, meetings: Collection[int] | None) -> int:
    """How many rows `expression` finds in some meetings; None for all of them."""
    if meetings is None:
        return int(store.execute(index_sql.COUNT[section], (expression,)).fetchone()[0])
    asked = (expression, json.dumps(list(meetings)))
    return int(store.execute(index_sql.COUNT_IN[section], asked).fetchone()[0])


def passed(store: sqlite3.Connection, section: Section, found: Sequence[IndexRow]) -> list[tuple[int, int]]:
    """How often the words of each row were passed, and the source of the newest place."""
    hashes = [hash_of(section, row.text.split()) for row in found]
    found_again = rows(store, index_sql.PASSED, (json.dumps(hashes),))
    again = {text["hash"]: (text["times"], text["source_id"]) for text in found_again}
    return [again.get(key, (1, row.source_id)) for key, row in zip(hashes, found, strict=True)]


def places_of(store: sqlite3.Connection, section: Section, row: IndexRow) -> list[int]:
    """The keys of the rows that have the words of `row`, newest first."""
    return [same for (same,) in store.execute(index_sql.PLACES, (hash_of(section, row.text.split()),))]


def same_matching(
    store: sqlite3.Connection, section: Section, row: IndexRow, expression: str, *, few: bool
) -> list[int]:
    """The keys of the rows, few or many, that have the words of `row` and that `expression` finds."""
    asked = (expression, hash_of(section, row.text.split()))
    return [same for (same,) in store.execute(index_sql.SAME_MATCHING[few][section], asked)]


def hashes_of_repeated(store: sqlite3.Connection, section: Section) -> dict[int, int]:
    """The rows of a section whose text was passed again: the key of each, and a number that its text alone has."""
    return dict(store.execute(index_sql.HASHES_OF_REPEATED, (first_key(section), end_key(section))).fetchall())


def spread(
    store: sqlite3.Connection, section: Section, expression: str, meetings: Collection[int] | None
) -> dict[tuple[int, int], int]:
    """How many of the rows that `expression` finds in some meetings, or all, each organization has in each year.

    A year of 0 is not known.
    """
    asked = (expression, None if meetings is None else json.dumps(list(meetings)))
    found = rows(store, index_sql.SPREAD[section], asked)
    return {(row["organization_id"], row["year"] or 0): row["number"] for row in found}


def outcomes_of(store: sqlite3.Connection, clause_ids: Sequence[int]) -> Iterator[str]:
    """The outcomes of clauses, each as often as it is there."""
    for (outcomes,) in store.execute(index_sql.OUTCOMES, (json.dumps(clause_ids),)):
        yield from json.loads(outcomes)


def shown(store: sqlite3.Connection, section: Section, source_ids: Sequence[int]) -> dict[int, Shown]:
    """What is shown of each of `source_ids`."""
    return {
        row["id"]: Shown(
            **{name: row[name] for name in _AS_STORED},
            outcomes=tuple(json.loads(row["outcomes"])),
            complete=bool(row["complete"]),
        )
        for row in rows(store, index_sql.SHOWN[section], (json.dumps(source_ids),))
    }
