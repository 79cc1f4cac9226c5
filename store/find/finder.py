"""Answers to what is typed: the rows that hold the words, best first, and how many there are."""

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from store.errors import NotFound
from store.find.answer import Answer, Count, Facet, Hit, Unfound
from store.find.by_date import Order, newest_rows, rows_in_order
from store.find.deadline import Withdrawn
from store.find.facets import facets_of
from store.find.hits import hit, hits_of, hits_without_words, places_with, plain_hits
from store.find.index_rows import count_of, shown
from store.find.open_index import OpenIndex
from store.find.parse_query import parse_query
from store.find.people import FoundPerson
from store.find.plan import Plan
from store.find.query import Query
from store.find.search import Search, exactly_asked, searched
from store.find.user_filters import NO_MARKS, UserMarks, asks_marks, starred_keys
from store.index.section import Section

_SECONDS = 0.15  # of the processor, for an answer at a key; what was found by then is given
_COUNTING_SECONDS = 2.0  # for what is asked beside the answers, and not at every key
_ORDERING_SECONDS = 30.0  # for a list of everything, which nobody waits for
_CACHE_KILOBYTES = 16_384
_COUNTED = 20_000  # rows that are looked at one by one to count them
_NEAREST = 3  # words that are suggested for one that stands nowhere


class Finder:
    """Answers queries over one store. Belongs to the thread that made it.

    `marked` is what the person marked; `seconds` is the time for an answer, which says so where that was too short.
    Every question may raise `store.find.deadline.Stopped`, as soon as its `stopped`
    says so: that is asked in this thread, thousands of times a second.
    """

    def __init__(self, store: sqlite3.Connection, marked: UserMarks = NO_MARKS, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        store.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
        self._index = OpenIndex(store, marked)
        self._ordered: tuple[tuple[Query, bool], Order] | None = None

    def find(self, query: str | Query, limit: int = 200, stopped: Withdrawn = bool) -> Answer:
        """The best `limit` answers in the section that the query asks for; resolutions, where it asks for none.

        Where none of these is exact, and the discussion has exact ones that are better or more than what is close, it
        is the discussion that answers. A query without words gives all that its fields let through, newest first.
        """
        asked = parse_query(query) if isinstance(query, str) else query
        answer = self.find_in(asked.section or Section.RESOLUTIONS, asked, limit, stopped)
        if asked.section or not asked.asks_words or answer.exact.number or answer.total.more:
            return answer
        with self._question(self._seconds, stopped):
            made = self._index.plan(Section.TEXT, asked)
        if made.impossible or not all(group.sure for group in made.groups):
            return answer
        discussion = self.find_in(Section.TEXT, asked, limit, stopped)
        return replace(discussion, instead=True) if _outweighs(discussion, answer) else answer

    def find_in(self, section: Section, query: Query, limit: int = 200, stopped: Withdrawn = bool) -> Answer:
        """The best `limit` answers of one section."""
        with self._question(self._seconds, stopped):
            made = self._index.plan(section, query)
            if made.impossible:
                return Answer(query, section, (), Count(0), unfound=tuple(Unfound(part, ()) for part in made.unfound))
            if not made.groups:
                rows, count = newest_rows(self._index, made, limit)
                return Answer(query, section, hits_without_words(self._index, made, rows), count)
            asked = made
            made, found = searched(self._index, asked)
            return Answer(
                query,
                section,
                hits_of(self._index, made, found, limit),
                Count(len(found.exact), found.exact_more),
                Count(len(found.close), found.close_more),
                () if found.exact else self._unfound(asked),
                tuple(group.typed for group in made.left_out),
            )

    def get_ready(self, stopped: Withdrawn = bool) -> None:
        """Read beforehand what the first words that are typed would have to wait for."""
        from rapidfuzz import fuzz, process  # noqa: F401 (imported where it is used; here, that it is there by then)
        from rapidfuzz.distance import OSA  # noqa: F401

        with self._question(_COUNTING_SECONDS, stopped), self._index.deadline.paused():
            for section in Section:
                self._index.terms(section)
            for section in (Section.RESOLUTIONS, Section.TEXT):
                self._index.terms(section).get_ready()

    def count(self, section: Section, query: Query, stopped: Withdrawn = bool) -> Count:
        """How many rows of a section are exact answers. Of a common word that takes longer than to find the best."""
        with self._question(_COUNTING_SECONDS, stopped):
            made = self._plan_of_exact(section, query)
            if made is None:
                return Count(0)
            groups = [group.sure for group in made.groups]
            if made.checks or made.only is not None:
                rows, more = Search(self._index, made).take(groups, _COUNTED)
                return Count(len(rows), more)
            expression = made.expression(groups)
            number = None
            with self._index.deadline.limited():
                number = count_of(self._index.store, section, expression, made.meetings)
            return Count(number or 0, more=number is None)

    def in_order(self, query: Query, *, oldest: bool = False, anew: bool = False, stopped: Withdrawn = bool) -> Order:
        """All rows that the fields of a query without words let through, newest or oldest first.

        The last order is kept, so that its parts can be asked for one after the other, whatever is marked meanwhile;
        `anew` asks what is marked now.
        """
        with self._question(_ORDERING_SECONDS, stopped):
            if anew and any(map(asks_marks, query.filters)):
                self._ordered = None
            if self._ordered is not None and self._ordered[0] == (query, oldest):
                return self._ordered[1]
            made = self._index.plan(query.section or Section.RESOLUTIONS, query)
            if made.impossible:
                return Order(array("q"), array("q"), Count(0))
            order = rows_in_order(self._index, made, oldest=oldest)
            self._index.deadline.end()
            self._ordered = None if order.count.more else ((query, oldest), order)
            return order

    def hits_at(
        self, section: Section, order: Order, begin: int, end: int, stopped: Withdrawn = bool
    ) -> tuple[Hit, ...]:
        """The hits of a part of an order. What is no longer there is left out."""
        with self._question(_COUNTING_SECONDS, stopped):
            self._index.deadline.end()
            part = list(zip(order.sources[begin:end], order.times[begin:end], strict=True))
            places = shown(self._index.store, section, [source for source, _ in part])
            there = ((places[source], times) for source, times in part if source in places)
            return tuple(hit(section, place, 0.0, times, frozenset(), exact=True) for place, times in there)

    def places(self, permalink: str, query: Query, limit: int = 200, stopped: Withdrawn = bool) -> tuple[Hit, ...]:
        """Every place with the words of the hit at a permalink that answers the query as it does, newest first.

        Raises `NotFound` when nothing is there.
        """
        with self._question(_COUNTING_SECONDS, stopped):
            section = query.section or Section.RESOLUTIONS
            keys = starred_keys(self._index.store, section, [permalink])
            if not keys:
                raise NotFound(f"Nothing in the store is called {permalink}.")
            (row,) = self._index.rows.by_keys(section, [min(keys)])
            found = [row.id]
            with self._index.deadline.limited():
                found = places_with(self._index, self._index.plan(section, query), row) or found
            rows = self._index.rows.by_keys(section, found[:limit])
            self._index.deadline.end()
            return plain_hits(self._index.store, section, rows)

    def people(self, query: Query, stopped: Withdrawn = bool) -> tuple[FoundPerson, ...]:
        """The people whose name is all that a query asks for; of a name that several have, some of them."""
        if not query.words or query.phrases or query.choices or query.filters or query.without:
            return ()
        with self._question(_COUNTING_SECONDS, stopped):
            return self._index.people.named([word.folded for word in query.words])

    def facets(self, query: Query, stopped: Withdrawn = bool) -> dict[str, tuple[Facet, ...]]:
        """What would narrow the exact answers of a query: by field, the values that most of them have."""
        with self._question(_COUNTING_SECONDS, stopped):
            section = query.section or Section.RESOLUTIONS
            made = self._plan_of_exact(section, query)
            if made is None:
                return {}
            return facets_of(self._index, made)

    def _plan_of_exact(self, section: Section, query: Query) -> Plan | None:
        """The plan that the exact answers to a query fulfil; None where there are none."""
        made = self._index.plan(section, query)
        return None if made.impossible else exactly_asked(self._index, made)

    @contextmanager
    def _question(self, seconds: float, stopped: Withdrawn) -> Iterator[None]:
        """A question with so much time, which takes note of what another connection has written since the last one."""
        with self._index.question(seconds, stopped) as changed:
            if changed:
                self._ordered = None
            yield

    def _unfound(self, made: Plan) -> tuple[Unfound, ...]:
        """The words that stand nowhere, with the words that they may be."""
        terms = self._index.terms(made.section)
        return tuple(
            Unfound(group.typed, tuple(terms.likeliest(group.near(), _NEAREST)))
            for group in made.groups
            if not group.sure
        )


def _outweighs(discussion: Answer, decisions: Answer) -> bool:
    """Whether the exact answers of the discussion are better, or more, than the decisions that are only close."""
    if not discussion.exact.number:
        return False
    more = discussion.exact.number > decisions.close.number
    return more or discussion.hits[0].score > decisions.hits[0].score
