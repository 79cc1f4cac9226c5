"""Which meetings a query means: its fields as in finding, and its words in names and in the titles of items."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from store.find.answer import Facet
from store.find.index_rows import IndexRow, matching
from store.find.open_index import OpenIndex
from store.find.parse_query import parse_query
from store.find.people import PEOPLE
from store.find.query import Query, QueryFilter
from store.find.thread_filters import asks_threads
from store.find.user_filters import MARKS, NO_MARKS, STARRED, UserMarks, asks_marks
from store.index.section import Section
from store.index.terms import COMMITTEE, COUNCIL, MONTH, OUTCOME, YEAR, MeetingFacts, place_tokens

_OF_THE_MEETING = ("committee", "council", "year", "date", *PEOPLE)
_OF_A_TITLE = ("item", "number")
_MOST = 500  # values of a facet
_LOOKED_AT = 50_000  # titles, where they have to be looked at one by one

Facets = dict[str, tuple[Facet, ...]]


class MeetingFilter:
    """Belongs to the thread that made it. `renew` it before the first question, and when the store has changed.

    `marked` is what the person marked.
    """

    def __init__(self, store: sqlite3.Connection, marked: UserMarks = NO_MARKS) -> None:
        self._index = OpenIndex(store, marked)
        self._places: list[tuple[int, int, str | None]] = []  # meeting, organization, ISO day

    def renew(self) -> None:
        """Forget what was read of the store before it changed."""
        self._index.renew()
        self._places.clear()

    def keys(self, query: str) -> Set[int] | None:
        """The keys of the meetings that fulfil a query; None where it asks for nothing."""
        return self.meant(parse_query(query))

    def facets(self, query: Query) -> Facets:
        """By field, the values that would narrow the list, with how many meetings each leaves.

        A field that the query asks for already is counted as if it did not: these are what it may be changed to.
        """

        @cache
        def without(field: str) -> Set[int]:
            others = tuple(one for one in query.filters if one.field != field or one.excluded)
            through = self.meant(replace(query, filters=others))
            return {key for key, _, _ in self._all()} if through is None else through

        counted = self._counted(without)
        names = self._index.rows.committees.values()
        full_names = {one.begins: one.full_name for one in names}
        council_names = {one.council_slug: one.council or "" for one in names if one.council_slug}
        committees = counted["committee"].most_common(_MOST)
        councils = counted["council"].most_common(_MOST)
        years = sorted(counted["year"].items(), reverse=True)
        outcomes = self._outcomes(without("outcome")).most_common()
        marks = {mark: len(without("is") & self._index.marked.meetings(QueryFilter("is", mark))) for mark in MARKS}
        return {
            "committee": tuple(Facet(f"committee:{one}", full_names[one], count) for one, count in committees),
            "council": tuple(Facet(f"council:{one}", council_names[one], count) for one, count in councils),
            "year": tuple(Facet(f"year:{year}", year, count) for year, count in years),
            "outcome": tuple(Facet(f"outcome:{name}", name, count) for name, count in outcomes if count),
            "is": tuple(Facet(f"is:{mark}", mark, count) for mark, count in marks.items() if count),
        }

    def _counted(self, without: Callable[[str], Set[int]]) -> dict[str, Counter[str]]:
        """Of committee, council and year, how many meetings have each value; `without` are those by field."""
        counted = {field: Counter[str]() for field in ("committee", "council", "year")}
        for key, organization_id, day in self._all():
            committee = self._index.rows.committees[organization_id]
            if key in without("committee"):
                counted["committee"][committee.begins] += 1
            if committee.council_slug and key in without("council"):
                counted["council"][committee.council_slug] += 1
            if day and key in without("year"):
                counted["year"][day[:4]] += 1
        return counted

    def _outcomes(self, through: Set[int]) -> Counter[str]:
        """How many of some meetings have a resolution of each outcome."""
        section = Section.RESOLUTIONS
        return Counter(
            {
                term[len(OUTCOME) :]: len(through & self._matching(section, f'"{term}"'))
                for term in self._index.terms(section).beginning(OUTCOME)
            }
        )

    def meant(self, asked: Query) -> Set[int] | None:
        """Those whose place and marks are right, less those with what is excluded, with what is decided and titled."""
        sets = list(self._wanted(asked))
        excluded = list(_excluded(asked))
        if not sets and not excluded and not any(map(_asks_meetings, asked.filters)):
            return None
        through = set.intersection(*map(set, sets)) if sets else {key for key, _, _ in self._all()}
        for section, one in excluded:
            through -= self._having(section, one)
        for doubted in self._doubted(asked, excluded=True):
            through -= doubted
        for thread in asked.filters:
            if asks_threads(thread) and thread.excluded:
                through -= self._index.marked.threads.meetings(thread)
        return through

    def _wanted(self, asked: Query) -> Iterator[Set[int]]:
        """The meetings that fulfil each kind of what a query wants: the marks, the place, decisions, titles."""
        wanted = [one for one in _held(asked) if not one.excluded]
        titled = tuple(one for one in wanted if one.field in _OF_A_TITLE)
        decided = tuple(one for one in wanted if one not in titled)
        yield from (self._index.marked.meetings(one) for one in asked.filters if asks_marks(one))
        yield from self._doubted(asked, excluded=False)
        yield from self._threaded(asked)
        if placed := [one for one in asked.filters if one.field in _OF_THE_MEETING]:
            yield self._placed(placed)
        if decided:
            yield self._having(Section.RESOLUTIONS, Query("", filters=decided))
        if titled or asked.asks_words:
            yield self._having(Section.TITLES, replace(asked, filters=titled, without=()))

    def _threaded(self, asked: Query) -> Iterator[Set[int]]:
        """For each field that asks for requests, references or findings, the meetings in which any is said."""
        wanted = [one for one in asked.filters if asks_threads(one) and not one.excluded]
        for field in dict.fromkeys(one.field for one in wanted):
            of_field = (self._index.marked.threads.meetings(one) for one in wanted if one.field == field)
            yield frozenset[int]().union(*of_field)

    def _placed(self, filters: list[QueryFilter]) -> Set[int]:
        """The meetings whose committee, council and day are right."""
        made = self._index.plan(Section.TITLES, Query("", filters=tuple(filters)))
        if made.impossible:
            return frozenset()
        of_committee = {
            key: frozenset(place_tokens(MeetingFacts(committee, None)))
            for key, committee in self._index.rows.committees.items()
        }
        through = set()
        for key, organization_id, day in self._all():
            tokens = of_committee[organization_id]
            if day:
                tokens = tokens | {YEAR + day[:4], f"{MONTH}{day[:4]}_{day[5:7]}"}
            number = int(day.replace("-", "")) if day else 0
            if made.fulfilled_by(tokens, IndexRow(-1, -1, number, organization_id, key, (), (), ())):
                through.add(key)
        return through

    def _having(self, section: Section, asked: Query) -> Set[int]:
        """The meetings with a row of a section that a query means; words of it may be mistyped."""
        terms = self._index.terms(section)
        made = self._index.plan(section, asked)
        groups = [
            group.sure or {*group.likeliest, *terms.named(COMMITTEE, group.typed), *terms.named(COUNCIL, group.typed)}
            for group in made.groups
        ]
        if made.impossible or not all(groups):
            return frozenset()
        expression = made.expression(groups)
        if not made.checks:
            return self._matching(section, expression)
        keys = matching(self._index.store, section, expression, _LOOKED_AT)
        passing = [row.id for row in self._index.rows.by_keys(section, keys) if made.passes(row)]
        return {key for (key,) in self._index.store.execute(_OF_ROWS, (json.dumps(passing),))}

    def every(self) -> Sequence[tuple[int, str | None]]:
        """Each meeting with its ISO day."""
        return [(key, day) for key, _, day in self._all()]

    def decisions(self, asked: Query) -> Iterator[tuple[str | None, Mapping[int, int]]]:
        """How many resolutions that a query means each meeting has: all of them, then those of each outcome.

        Its fields on the meeting are not looked at: `meant` does that with `of_the_meeting`.
        """
        held = tuple(one for one in asked.filters if one not in of_the_meeting(asked))
        section, terms = Section.RESOLUTIONS, self._index.terms(Section.RESOLUTIONS)
        made = self._index.plan(section, replace(asked, filters=held))
        groups = [group.sure or group.likeliest for group in made.groups]
        if made.impossible or not all(groups):
            return
        expression = made.expression(groups)
        among = None
        if made.checks or made.only is not None:
            keys = matching(self._index.store, section, expression, _LOOKED_AT, only=made.only)
            among = json.dumps([row.id for row in self._index.rows.by_keys(section, keys) if made.passes(row)])
        for term in (None, *terms.beginning(OUTCOME)):
            told = expression if term is None else f'({expression}) AND "{term}"'
            asking = (_COUNTED, (told,)) if among is None else (_COUNTED_AMONG, (told, among))
            yield term and term[len(OUTCOME) :], dict(self._index.store.execute(*asking).fetchall())

    def _doubted(self, asked: Query, *, excluded: bool) -> Iterator[Set[int]]:
        """The meetings about which there is a doubt, in an item or beside them all, where a query asks for them."""
        if any(_asks_doubts(one) and one.excluded is excluded for one in asked.filters):
            yield {key for (key,) in self._index.store.execute("SELECT DISTINCT meeting_id FROM doubt")}

    def _matching(self, section: Section, expression: str) -> Set[int]:
        return {key for (key,) in self._index.store.execute(_MATCHING[section], (expression,))}

    def _all(self) -> list[tuple[int, int, str | None]]:
        if not self._places:
            self._places = self._index.store.execute("SELECT id, organization_id, date FROM meeting").fetchall()
        return self._places


def _held(asked: Query) -> list[QueryFilter]:
    """The fields of a query that items and decisions of a meeting hold, and not the meeting as a whole."""
    return [
        one
        for one in asked.filters
        if one.field not in _OF_THE_MEETING and not asks_marks(one) and not _asks_meetings(one)
    ]


def _asks_meetings(one: QueryFilter) -> bool:
    """Whether a filter asks for meetings by what is said in them, whatever it is that decides it."""
    return _asks_doubts(one) or asks_threads(one)


def _asks_doubts(one: QueryFilter) -> bool:
    return one.field == "has" and one.typed == "doubt"


def _excluded(asked: Query) -> Iterator[tuple[Section, Query]]:
    """What no item or decision of a meeting may hold: each as a query for them, and the section that has it."""
    for one in _held(asked):
        if one.excluded:
            section = Section.TITLES if one.field in _OF_A_TITLE else Section.RESOLUTIONS
            yield section, Query("", filters=(replace(one, excluded=False),))
    for phrase in asked.without:
        yield Section.TITLES, Query("", phrases=(phrase,))


def of_the_meeting(asked: Query) -> tuple[QueryFilter, ...]:
    """The fields of a query that a meeting has as a whole."""
    return tuple(
        one for one in asked.filters if one.field in _OF_THE_MEETING or (asks_marks(one) and one.typed != STARRED)
    )


_COUNTED = (
    "SELECT meeting_id, count(*) FROM resolutions_words CROSS JOIN finding ON finding.id = resolutions_words.rowid"
    " WHERE resolutions_words MATCH ? GROUP BY meeting_id"
)
_COUNTED_AMONG = _COUNTED.replace("MATCH ?", "MATCH ? AND finding.id IN (SELECT value FROM json_each(?))")
_OF_ROWS = "SELECT DISTINCT meeting_id FROM json_each(?) CROSS JOIN finding ON finding.id = json_each.value"
_MATCHING = {
    section: (
        f"SELECT DISTINCT meeting_id FROM {section.table} CROSS JOIN finding ON finding.id = {section.table}.rowid"  # noqa: S608 (our own table names)
        f" WHERE {section.table} MATCH ?"
    )
    for section in Section
}
