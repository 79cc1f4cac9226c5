"""The index of one store, opened for asking: its rows, its terms, what the person marked, plans, and a deadline."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from store.find.deadline import Deadline, Stopped, Withdrawn
from store.find.expansion import Terms
from store.find.index_rows import RowCache
from store.find.people import People
from store.find.plan import Plan, plan
from store.find.query import Query
from store.find.user_filters import NO_MARKS, MarkedRows, UserMarks
from store.index.lexicon import lexicon_rows, read_added, read_lexicon
from store.index.section import Section


class OpenIndex:
    """What all questions to an index have in common. Belongs to the thread that made it.

    `marked` is what the person marked. What was read is kept until another connection has written to the store.
    """

    def __init__(self, store: sqlite3.Connection, marked: UserMarks = NO_MARKS) -> None:
        self.store = store
        self.deadline = Deadline(store)
        self.deadline.end()
        self.marked = MarkedRows(store, marked)
        self.rows = RowCache(store)
        self.people = People(store, self.terms)
        self._terms: dict[Section, tuple[Terms, list[int]]] = {}  # with the rows of the dictionary that they are from
        self._version: int | None = None

    @contextmanager
    def question(self, seconds: float, stopped: Withdrawn) -> Iterator[bool]:
        """A question with so much time, and whether the store has changed since the last one.

        Raises `store.find.deadline.Stopped` when it is withdrawn. However it ends, its deadline ends with it.
        """
        try:
            self.deadline.begin(seconds, stopped)
            with self.deadline.paused():
                changed = self.renew()
            yield changed
        except sqlite3.OperationalError as error:
            if stopped() and "interrupted" in str(error):
                raise Stopped from error
            raise
        finally:
            self.deadline.finish()

    def renew(self) -> bool:
        """Forget what was read before another connection wrote to the store; whether one did."""
        version = int(self.store.execute("PRAGMA data_version").fetchone()[0])
        if version == self._version:
            return False
        self._version = version
        for section in list(self._terms):
            self._bring_up_to_date(section)
        self.rows.renew()
        self.people.renew()
        self.marked.renew()
        return True

    def terms(self, section: Section) -> Terms:
        """The dictionary of a section, read when it is first asked for."""
        if section not in self._terms:
            there = lexicon_rows(self.store, section)
            self._terms[section] = Terms(read_lexicon(self.store, there)), there
        return self._terms[section][0]

    def _bring_up_to_date(self, section: Section) -> None:
        """Read what was added to the dictionary; where it was put in order anew, it is read when it is asked for."""
        terms, read = self._terms[section]
        there = lexicon_rows(self.store, section)
        if there[: len(read)] != read:
            del self._terms[section]
        elif added := there[len(read) :]:
            terms.add(read_added(self.store, added))
            self._terms[section] = terms, there

    def plan(self, section: Section, query: Query) -> Plan:
        """A query made ready for a section; making it is done whole, whatever the deadline."""
        with self.deadline.paused():
            return plan(
                query, section, self.terms(section), self.marked, self.rows.committees_by_permalink, self.people
            )
