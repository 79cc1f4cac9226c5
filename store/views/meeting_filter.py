"""Which meetings a query means: its fields as in finding, and its words in names and in the titles of items."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from store.find.answer import Facet
from store.find.expansion import Terms
from store.find.index_row import IndexRow
from store.find.index_rows import Rows, matching
from store.find.parse_query import parse_query
from store.find.plan import plan
from store.find.query import Query, QueryFilter
from store.find.user_filters import MARKS, NO_MARKS, STARRED, MarkedRows, UserMarks, asks_marks
from store.index.lexicon import read_lexicon
from store.index.section import Section
from store.index.terms import COMMITTEE, COUNCIL, MONTH, OUTCOME, YEAR, MeetingFacts, place_tokens

_OF_THE_MEETING = ("committee", "council", "year", "date")
_OF_A_TITLE = ("item", "number")
_MOST = 500  # values of a facet
_LOOKED_AT = 50_000  # titles, where they have to be looked at one by one

Facets = dict[str, tuple[Facet, ...]]


class MeetingFilter:
    """Belongs to the thread that made it. `renew` it before the first question, and when the store has changed.

    `marked` is what the person marked.
    """

    def __init__(self, store: sqlite3.Connection, marked: UserMarks = NO_MARKS) -> None:
        self._store = store
        self._marked = MarkedRows(store, marked)
        self._rows = Rows(store)
        self._terms: dict[Section, Terms] = {}
        self._places: list[tuple[int, int, str | None]] = []  # meeting, organization, ISO day

    def renew(self) -> None:
        """Forget everything but which committees there are."""
        self._rows.renew()
        self._marked.renew()
        self._terms.clear()
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

        committees, councils, years, outcomes = (Counter[str]() for _ in range(4))
        names = self._rows.committees
        for key, organization_id, day in self._all():
            committee = names[organization_id]
            if key in without("committee"):
                committees[committee.begins] += 1
            if committee.council_slug and key in without("council"):
                councils[committee.council_slug] += 1
            if day and key in without("year"):
                years[day[:4]] += 1
        for term in self._terms_of(Section.RESOLUTIONS).beginning(OUTCOME):
            outcomes[term[len(OUTCOME) :]] = len(without("outcome") & self._matching(Section.RESOLUTIONS, f'"{term}"'))
        marks = {mark: len(without("is") & self._marked.meetings(QueryFilter("is", mark))) for mark in MARKS}
        full_names = {one.begins: one.full_name for one in names.values()}
        council_names = {one.council_slug: one.council or "" for one in names.values() if one.council_slug}
        most = {"committee": committees.most_common(_MOST), "council": councils.most_common(_MOST)}
        return {
            "committee": tuple(Facet(f"committee:{one}", full_names[one], count) for one, count in most["committee"]),
            "council": tuple(Facet(f"council:{one}", council_names[one], count) for one, count in most["council"]),
            "year": tuple(Facet(f"year:{year}", year, years[year]) for year in sorted(years, reverse=True)),
            "outcome": tuple(Facet(f"outcome:{name}", name, count) for name, count in outcomes.most_common() if count),
            "is": tuple(Facet(f"is:{mark}", mark, count) for mark, count in marks.items() if count),
        }

    def meant(self, asked: Query) -> Set[int] | None:
        """Those whose place and marks are right, less those with what is excluded, with what is decided and titled."""
        placed = [one for one in asked.filters if one.field in _OF_THE_MEETING]
        marked = [one for one in asked.filters if asks_marks(one)]
        held = [one for one in asked.filters if one not in placed and one not in marked]
        decided = tuple(one for one in held if one.field not in _OF_A_TITLE and not one.excluded)
        titled = tuple(one for one in held if one.field in _OF_A_TITLE and not one.excluded)
        sets: list[Set[int]] = [self._marked.meetings(one) for one in marked]
        if placed:
            sets.append(self._placed(placed))
        if decided:
            sets.append(self._having(Section.RESOLUTIONS, Query("", filters=decided)))
        if titled or asked.words or asked.phrases:
            sets.append(self._having(Section.TITLES, replace(asked, filters=titled, without=())))
        excluded = [Query("", filters=(replace(one, excluded=False),)) for one in held if one.excluded]
        excluded += [Query("", phrases=(phrase,)) for phrase in asked.without]
        if not sets and not excluded:
            return None
        through = set.intersection(*map(set, sets)) if sets else {key for key, _, _ in self._all()}
        for one in excluded:
            titles = one.phrases or one.filters[0].field in _OF_A_TITLE
            through -= self._having(Section.TITLES if titles else Section.RESOLUTIONS, one)
        return through

    def _placed(self, filters: list[QueryFilter]) -> Set[int]:
        """The meetings whose committee, council and day are right."""
        terms, committees = self._terms_of(Section.TITLES), self._rows.committees_by_permalink
        made = plan(Query("", filters=tuple(filters)), Section.TITLES, terms, self._marked, committees)
        if made.impossible:
            return frozenset()
        of_committee = {
            key: frozenset(place_tokens(MeetingFacts(committee, None)))
            for key, committee in self._rows.committees.items()
        }
        through = set()
        for key, organization_id, day in self._all():
            tokens = of_committee[organization_id]
            if day:
                tokens = tokens | {YEAR + day[:4], f"{MONTH}{day[:4]}_{day[5:7]}"}
            number = int(day.replace("-", "")) if day else 0
            if made.fulfilled_by(tokens, IndexRow(-1, -1, number, organization_id, key, (), (), (), tuple)):
                through.add(key)
        return through

    def _having(self, section: Section, asked: Query) -> Set[int]:
        """The meetings with a row of a section that a query means; words of it may be mistyped."""
        terms = self._terms_of(section)
        made = plan(asked, section, terms, self._marked, self._rows.committees_by_permalink)
        groups = [
            group.sure or {*group.likeliest, *terms.named(COMMITTEE, group.typed), *terms.named(COUNCIL, group.typed)}
            for group in made.groups
        ]
        if made.impossible or not all(groups):
            return frozenset()
        expression = made.expression(groups)
        if not made.checks:
            return self._matching(section, expression)
        keys = matching(self._store, section, expression, _LOOKED_AT)
        passing = [row.id for row in self._rows.by_keys(section, keys) if made.passes(row)]
        return {key for (key,) in self._store.execute(_OF_ROWS, (json.dumps(passing),))}

    def every(self) -> Sequence[tuple[int, str | None]]:
        """Each meeting with its ISO day."""
        return [(key, day) for key, _, day in self._all()]

    def decisions(self, asked: Query) -> Iterator[tuple[str | None, Mapping[int, int]]]:
        """How many resolutions that a query means each meeting has: all of them, then those of each outcome.

        Its fields on the meeting are not looked at: `meant` does that with `of_the_meeting`.
        """
        held = tuple(one for one in asked.filters if one not in of_the_meeting(asked))
        section, terms = Section.RESOLUTIONS, self._terms_of(Section.RESOLUTIONS)
        made = plan(replace(asked, filters=held), section, terms, self._marked, self._rows.committees_by_permalink)
        groups = [group.sure or group.likeliest for group in made.groups]
        if made.impossible or not all(groups):
            return
        expression = made.expression(groups)
        among = None
        if made.checks or made.only is not None:
            keys = matching(self._store, section, expression, _LOOKED_AT, only=made.only)
            among = json.dumps([row.id for row in self._rows.by_keys(section, keys) if made.passes(row)])
        for term in (None, *terms.beginning(OUTCOME)):
            told = expression if term is None else f'({expression}) AND "{term}"'
            asking = (_COUNTED, (told,)) if among is None else (_COUNTED_AMONG, (told, among))
            yield term and term[len(OUTCOME) :], dict(self._store.execute(*asking).fetchall())

    def _matching(self, section: Section, expression: str) -> Set[int]:
        return {key for (key,) in self._store.execute(_MATCHING[section], (expression,))}

    def _all(self) -> list[tuple[int, int, str | None]]:
        if not self._places:
            self._places = self._store.execute("SELECT id, organization_id, date FROM meeting").fetchall()
        return self._places

    def _terms_of(self, section: Section) -> Terms:
        if section not in self._terms:
            self._terms[section] = Terms(read_lexicon(self._store, section))
        return self._terms[section]


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
