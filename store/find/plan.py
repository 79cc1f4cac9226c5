"""A query made ready for a section: which terms must be there, which may, and what else a row must fulfil."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice, pairwise

from store.find.outcomes import ALSO_CALLED
from store.find.query import Filter, Period, Phrase, Query, Word
from store.find.row import Row
from store.find.terms import Terms
from store.index.section import Section
from store.index.tokens import (
    COMMITTEE,
    COMMON,
    COUNCIL,
    EVERY_ROW,
    FACT,
    FLAG,
    MONTH,
    MOVER,
    NUMBER,
    OUTCOME,
    YEAR,
    pair,
)
from store.index.words import words

_NAMED_BY = {"committee": COMMITTEE, "council": COUNCIL, "mover": MOVER, "outcome": OUTCOME}
_OPENING = "that"  # nearly every resolution begins with it, and nobody thinks of it as the beginning

_NONE: Mapping[str, int] = {}

AnyOf = tuple[str, ...]  # terms of which a row has one
Condition = tuple[tuple[AnyOf, ...], ...]  # alternatives, of each of which a row has all


_NEAR = 40  # near terms of a word that are looked for; all of them count where they stand

Check = Callable[[Row], bool]


@dataclass(frozen=True)
class Group:
    """What one typed word may be: terms with their qualities. `spare` says that it may be left out in need."""

    typed: str
    sure: Mapping[str, float]
    near: Callable[[], Mapping[str, float]]
    spare: bool

    @cached_property
    def wide(self) -> Mapping[str, float]:
        """The sure terms and the near ones, the likeliest first."""
        return {**self.sure, **{term: quality for term, quality in self.near().items() if term not in self.sure}}

    @cached_property
    def likeliest(self) -> Mapping[str, float]:
        """The terms to look for where the word may be mistyped."""
        return dict(islice(self.wide.items(), len(self.sure) + _NEAR))


@dataclass(frozen=True)
class Plan:
    """What rows must fulfil: have a word of each group, every condition, nothing that is excluded, and pass the checks.

    `filtered` says that some condition is a field's, and not of the words alone. `only` are the keys of the rows among
    which to look, None for all. `impossible` says that no row can fulfil it, because of what is in `unfound`.
    """

    section: Section
    groups: tuple[Group, ...]
    conditions: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()
    checks: tuple[Check, ...] = ()
    filtered: bool = False
    only: frozenset[int] | None = None
    unfound: tuple[str, ...] = ()
    impossible: bool = False

    def expression(self, groups: Iterable[Iterable[str]] = ()) -> str:
        """The full-text expression for rows with a term of each of `groups` that fulfil the conditions."""
        wanted = [*map(_any_of, groups), *map(_expression, self.conditions)] or [_any_of([EVERY_ROW])]
        whole = " AND ".join(wanted)
        return f"({whole}) NOT ({' OR '.join(map(_expression, self.excluded))})" if self.excluded else whole

    def fulfilled_by(self, tokens: Set[str], row: Row) -> bool:
        """Whether a row with these tokens fulfils everything but the groups."""
        return (
            all(_holds(condition, tokens) for condition in self.conditions)
            and not any(_holds(condition, tokens) for condition in self.excluded)
            and self.passes(row)
        )

    def passes(self, row: Row) -> bool:
        """Whether a row that the expression found is one, all told."""
        return all(check(row) for check in self.checks)


def plan(
    query: Query,
    section: Section,
    terms: Terms,
    starred: frozenset[int] = frozenset(),
    committees: Mapping[str, int] = _NONE,
) -> Plan:
    """`query` made ready for the rows of `section`, whose dictionary `terms` is.

    `starred` are the keys of rows with a star; `committees` the keys of organizations by "council/committee".
    """
    groups = [_group(word, terms) for word in query.words]
    conditions: list[Condition] = []
    excluded: list[Condition] = []
    checks: list[Check] = []
    unfound: list[str] = []
    impossible = False
    only: frozenset[int] | None = None
    for phrase in query.phrases:
        groups += [_exactly(word, terms) for word in phrase.folded[: -1 if phrase.unfinished else None]]
        if phrase.unfinished:
            groups.append(_group(Word(phrase.folded[-1], exact=True, unfinished=True), terms))
        conditions += [((neighbours,),) for neighbours in _pairs(phrase)]
        if len(phrase.folded) > 1 or phrase.at_start:
            checks.append(_in_a_row(phrase))
    for phrase in query.without:
        if len(phrase.folded) == 1 and not phrase.at_start:
            excluded.append(((phrase.folded,),))
        elif phrase.folded:
            checks.append(_not(_in_a_row(phrase)))
    wanted = sorted((one for one in query.filters if not one.excluded), key=lambda one: one.field)
    for name, same in groupby(wanted, key=lambda one: one.field):
        alternatives: list[tuple[AnyOf, ...]] = []
        tests: list[Check] = []
        for one in same:
            if _asks_stars(one):
                only = starred
                continue
            if (needed := _needed(one, section, terms)) is None:
                unfound.append(f"{one.field}:{one.typed}")
                continue
            alternatives.append(needed)
            tests += _tests(one, section, terms, committees)
        if alternatives:
            if all(alternatives):
                conditions.append(tuple(alternatives))
            if tests:
                checks.append(_any(tests))
        elif name != "is" or only is None:
            impossible = True
    for one in query.filters:
        if one.excluded and _asks_stars(one):
            checks.append(lambda row: row.id not in starred)
        elif one.excluded and (needed := _needed(one, section, terms)) is not None:
            tests = _tests(one, section, terms, committees)
            if tests:
                checks += map(_not, tests)
            else:
                excluded.append((needed,))
    return Plan(
        section,
        tuple(groups),
        tuple(conditions),
        tuple(excluded),
        tuple(checks),
        bool(query.filters or only is not None),
        only,
        tuple(unfound),
        impossible,
    )


def _group(word: Word, terms: Terms) -> Group:
    if word.number:
        named = dict.fromkeys(terms.commonest(NUMBER + word.folded, word.unfinished), 1.0)
        return Group(word.folded, named, dict, spare=False)
    sure = terms.sure(word.folded, word.unfinished)
    if word.exact:
        return Group(
            word.folded, {term: quality for term, quality in sure.items() if term[0] != FACT}, dict, spare=False
        )
    return Group(
        word.folded, sure, lambda: terms.near(word.folded, word.unfinished), spare=not word.folded[0].isdigit()
    )


def _exactly(word: str, terms: Terms) -> Group:
    return Group(word, {word: 1.0} if terms.count(word) else {}, dict, spare=False)


def _pairs(phrase: Phrase) -> Iterator[AnyOf]:
    """The tokens of two common words in a row, which make a phrase of common words rare."""
    whole = phrase.folded[: -1 if phrase.unfinished else None]
    return ((pair(first, second),) for first, second in pairwise(whole) if first in COMMON and second in COMMON)


def _needed(one: Filter, section: Section, terms: Terms) -> tuple[AnyOf, ...] | None:
    """The terms that a field asks for, all of which a row must have one of; None where no row of the section can."""
    if one.period:
        return _dated(one.period, terms)
    if one.field == "number":
        wanted = NUMBER + "_".join(one.folded)
        return ((wanted,),) if terms.count(wanted) else None
    if one.field in ("has", "is"):
        flag = FLAG + one.typed.lower()
        return ((flag,),) if terms.count(flag) else None
    if one.field == "item":
        if section is Section.TEXT:
            return ()  # titles are not among the words of its rows
        named = [tuple(terms.alike(word)) for word in one.folded]
    elif _is_permalink(one):
        council, _, committee = one.typed.partition("/")
        named = [*((COUNCIL + word,) for word in words(council)), *((COMMITTEE + word,) for word in words(committee))]
    else:
        asked = [ALSO_CALLED.get(word, word) for word in one.folded] if one.field == "outcome" else one.folded
        named = [terms.named(_NAMED_BY[one.field], word) for word in asked]
    return tuple(named) if named and all(named) else None


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


def _tests(one: Filter, section: Section, terms: Terms, committees: Mapping[str, int]) -> list[Check]:
    """What the terms of a field do not tell for sure: the very day, that very committee, words in the title."""
    if _is_permalink(one):
        return [lambda row: row.organization_id == committees.get(one.typed.lower())]
    if one.period:
        first, last = (int(day.replace("-", "")) for day in (one.period.first, one.period.last))
        return [lambda row: first <= row.day <= last]
    if one.field == "item":
        named = [frozenset(terms.alike(word)) for word in one.folded]

        def in_title(row: Row) -> bool:
            there = row.text_words if section is Section.TITLES else row.title_words
            return all(not there.isdisjoint(alike) for alike in named)

        return [in_title]
    return []


def _is_permalink(one: Filter) -> bool:
    """Whether a committee is named by what its permalinks begin with, and so is that very one."""
    return one.field == "committee" and "/" in one.typed


def _asks_stars(one: Filter) -> bool:
    return (one.field, one.typed.lower()) == ("is", "starred")


def _in_a_row(phrase: Phrase) -> Check:
    wanted = f" {' '.join(phrase.folded)}{'' if phrase.unfinished else ' '}"

    def stands(row: Row) -> bool:
        if phrase.at_start:
            return row.text.startswith((wanted, f" {_OPENING}{wanted}"))
        return wanted in row.text or wanted in row.title

    return stands


def _not(check: Check) -> Check:
    return lambda row: not check(row)


def _any(checks: Sequence[Check]) -> Check:
    return lambda row: any(check(row) for check in checks)


def _any_of(terms: Iterable[str]) -> str:
    """An expression for rows with one of `terms`: each quoted, so that none is taken for an operator."""
    return "(" + " OR ".join(f'"{term}"' for term in terms) + ")"


def _expression(condition: Condition) -> str:
    return "(" + " OR ".join("(" + " AND ".join(map(_any_of, needed)) + ")" for needed in condition) + ")"


def _holds(condition: Condition, tokens: Set[str]) -> bool:
    return any(all(not tokens.isdisjoint(terms) for terms in needed) for needed in condition)
