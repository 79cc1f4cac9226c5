"""The fields of a query as conditions on rows: the terms that they ask for, and what only the row itself can tell."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

from store.find.expansion import Terms
from store.find.index_rows import IndexRow
from store.find.outcome_synonyms import ALSO_CALLED
from store.find.people import PEOPLE, People
from store.find.query import QueryFilter
from store.find.thread_filters import ThreadRows, asks_threads
from store.find.user_filters import STARRED, MarkedRows, asks_marks
from store.index.section import Section
from store.index.terms import COMMITTEE, COUNCIL, FLAG, FORM, MONTH, MOVER, NUMBER, OUTCOME, RESULT, SECONDER, YEAR
from store.text.periods import Period
from store.text.tokens import words

_FACTS = {"has": FLAG, "is": FLAG, "form": FORM, "result": RESULT}
_NAMED_BY = {"committee": COMMITTEE, "council": COUNCIL, "mover": MOVER, "seconder": SECONDER, "outcome": OUTCOME}

AnyOf = tuple[str, ...]  # terms of which a row has one
Condition = tuple[tuple[AnyOf, ...], ...]  # alternatives, of each of which a row has all
Check = Callable[[IndexRow], bool]


@dataclass
class Conditions:
    """What the fields of a query ask: conditions that all hold, others of which none does, and checks of the row.

    `only` are the keys among which to look and `meetings` those of the meetings, None for all; `unfound` the fields
    that no row can fulfil.
    """

    conditions: list[Condition] = field(default_factory=list)
    excluded: list[Condition] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    only: frozenset[int] | None = None
    meetings: frozenset[int] | None = None
    unfound: list[str] = field(default_factory=list)
    impossible: bool = False


def narrowed(
    filters: Iterable[QueryFilter],
    section: Section,
    terms: Terms,
    marked: MarkedRows,
    committees: Mapping[str, int],
    people: People,
) -> Conditions:
    """The conditions of `filters` for the rows of `section`, whose dictionary `terms` is.

    `marked` is what the person marked; `committees` are the keys of organizations by "council/committee"; `people` are
    those whom the minutes name.
    """
    made = Conditions()
    wanted: list[QueryFilter] = []
    threads: list[QueryFilter] = []
    for one in filters:
        if one.field in PEOPLE:
            if one.excluded:
                _add_absence(made, people.meetings(one.field, one.folded))
            else:
                wanted.append(one)
        elif asks_marks(one):
            _add_marks(made, one, section, marked)
        elif asks_threads(one):
            threads.append(one)
        elif not one.excluded:
            wanted.append(one)
        elif (needed := _needed(one, section, terms)) is not None:
            if tests := _tests(one, section, terms, committees):
                made.checks += map(negation, tests)
            else:
                made.excluded.append((needed,))
    for _, alike in groupby(sorted(threads, key=_by_field), key=_by_field):
        _add_threads(made, list(alike), section, marked.threads)
    for field_name, same in groupby(sorted(wanted, key=lambda one: one.field), key=lambda one: one.field):
        if field_name in PEOPLE:
            _add_people(made, list(same), people)
            continue
        _add_alternatives(made, list(same), section, terms, committees)
    return made


def _by_field(one: QueryFilter) -> tuple[bool, str]:
    return one.excluded, one.field


def _add_threads(made: Conditions, same: Sequence[QueryFilter], section: Section, threads: ThreadRows) -> None:
    """Ask for the rows in which any of what some filters of one field ask for is said; or for none of them."""
    rows = frozenset[int]().union(*(threads.rows_in(section, one) for one in same))
    if same[0].excluded:
        made.checks.append(lambda row: row.id not in rows)
    else:
        made.only = rows if made.only is None else made.only & rows


def _add_people(made: Conditions, same: Sequence[QueryFilter], people: People) -> None:
    """Ask for the meetings of any of some people."""
    found: frozenset[int] = frozenset()
    for one in same:
        meetings = people.meetings(one.field, one.folded)
        if not meetings:
            made.unfound.append(f"{one.field}:{one.typed}")
        found |= meetings
    made.impossible = made.impossible or not found
    made.meetings = found if made.meetings is None else made.meetings & found


def _add_absence(made: Conditions, meetings: Set[int]) -> None:
    made.checks.append(lambda row: row.meeting_id not in meetings)


def negation(check: Check) -> Check:
    """The check that a row passes when it does not pass `check`."""
    return lambda row: not check(row)


def _add_marks(made: Conditions, one: QueryFilter, section: Section, marked: MarkedRows) -> None:
    """Ask for what the person marked: by the keys of its rows or, where these are many, by its meetings."""
    rows: frozenset[int] | None
    if one.typed == STARRED:
        rows = starred = marked.starred(section)
        if one.excluded:
            made.checks.append(lambda row: row.id not in starred)
            return
    else:
        meetings = marked.meetings(one)
        rows = marked.rows_in(section, meetings)
        if rows is None:
            made.meetings = meetings if made.meetings is None else made.meetings & meetings
            return
    made.only = rows if made.only is None else made.only & rows


def _add_alternatives(
    made: Conditions, same: Sequence[QueryFilter], section: Section, terms: Terms, committees: Mapping[str, int]
) -> None:
    """Ask for any of some filters of one field."""
    alternatives: list[tuple[AnyOf, ...]] = []
    tests: list[Check] = []
    for one in same:
        needed = _needed(one, section, terms)
        if needed is None:
            made.unfound.append(f"{one.field}:{one.typed}")
        else:
            alternatives.append(needed)
            tests += _tests(one, section, terms, committees)
    if not alternatives:
        made.impossible = True
    elif all(alternatives):
        made.conditions.append(tuple(alternatives))
    if tests:
        made.checks.append(lambda row: any(test(row) for test in tests))


def _needed(one: QueryFilter, section: Section, terms: Terms) -> tuple[AnyOf, ...] | None:
    """The terms that a field asks for, all of which a row must have one of; None where no row of the section can."""
    if one.period:
        return _dated(one.period, terms)
    if one.field == "number":
        wanted = NUMBER + "_".join(one.folded)
        return ((wanted,),) if terms.count(wanted) else None
    if one.field in _FACTS:
        flag = _FACTS[one.field] + one.typed.lower()
        return ((flag,),) if terms.count(flag) else None
    if one.field == "item" and section is Section.TEXT:
        return ()  # titles are not among the words of its rows
    named = _named(one, terms)
    return tuple(named) if named and all(named) else None


def _named(one: QueryFilter, terms: Terms) -> list[AnyOf]:
    """For each word of a field, the terms that it names."""
    if one.field == "item":
        return [tuple(terms.alike(word)) for word in one.folded]
    if _is_permalink(one):
        council, _, committee = one.typed.partition("/")
        return [*((COUNCIL + word,) for word in words(council)), *((COMMITTEE + word,) for word in words(committee))]
    asked = [ALSO_CALLED.get(word, word) for word in one.folded] if one.field == "outcome" else one.folded
    return [terms.named(_NAMED_BY[one.field], word) for word in asked]


def _dated(period: Period, terms: Terms) -> tuple[AnyOf, ...] | None:
    """The years that lie in a period, and the months of those that only partly do."""
    years = [
        year
        for year in terms.beginning(YEAR)
        if period.first <= f"{year[len(YEAR) :]}-01-01" and f"{year[len(YEAR) :]}-12-31" <= period.last
    ]
    whole = {year[len(YEAR) :] for year in years}
    first, last = period.first[:7], period.last[:7]
    months = [
        month
        for month in terms.beginning(MONTH)
        if first <= month[len(MONTH) :].replace("_", "-") <= last and month[len(MONTH) : len(MONTH) + 4] not in whole
    ]
    return ((*years, *months),) if years or months else None


def _tests(one: QueryFilter, section: Section, terms: Terms, committees: Mapping[str, int]) -> list[Check]:
    """What the terms of a field do not tell for sure: the very day, that very committee, words in the title."""
    if _is_permalink(one):
        return [lambda row: row.organization_id == committees.get(one.typed.lower())]
    if one.period:
        first, last = (int(day.replace("-", "")) for day in (one.period.first, one.period.last))
        return [lambda row: first <= row.day <= last]
    if one.field == "item":
        named = [frozenset(terms.alike(word)) for word in one.folded]

        def in_title(row: IndexRow) -> bool:
            there = row.text_words if section is Section.TITLES else row.title_words
            return all(not there.isdisjoint(alike) for alike in named)

        return [in_title]
    return []


def _is_permalink(one: QueryFilter) -> bool:
    """Whether a committee is named by what its permalinks begin with, and so is that very one."""
    return one.field == "committee" and "/" in one.typed
