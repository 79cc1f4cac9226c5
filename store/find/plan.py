"""A query made ready for a section: which terms must be there, which may, and what else a row must fulfil."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from store.find.conditions import AnyOf, Check, Condition, narrowed, negation
from store.find.expansion import Terms
from store.find.index_row import IndexRow
from store.find.query import Phrase, Query, QueryWord
from store.find.user_filters import MarkedRows
from store.index.section import Section
from store.index.terms import COMMON, EVERY_ROW, FACT, pair

_OPENING = "that"  # nearly every resolution begins with it, and nobody thinks of it as the beginning

_NEAR = 32  # near terms of a word that are looked for; all of them count where they stand


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
    which to look, `meetings` those of the meetings; None for all. `impossible` says that no row can fulfil it, because
    of what is in `unfound`.
    """

    section: Section
    groups: tuple[Group, ...]
    conditions: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()
    checks: tuple[Check, ...] = ()
    filtered: bool = False
    only: frozenset[int] | None = None
    meetings: frozenset[int] | None = None
    unfound: tuple[str, ...] = ()
    impossible: bool = False

    def expression(self, groups: Iterable[Iterable[str]] = ()) -> str:
        """The full-text expression for rows with a term of each of `groups` that fulfil the conditions."""
        wanted = [*map(_any_of, groups), *map(_expression, self.conditions)] or [_any_of([EVERY_ROW])]
        whole = " AND ".join(wanted)
        return f"({whole}) NOT ({' OR '.join(map(_expression, self.excluded))})" if self.excluded else whole

    def fulfilled_by(self, tokens: Set[str], row: IndexRow) -> bool:
        """Whether a row with these tokens fulfils everything but the groups."""
        return (
            all(_holds(condition, tokens) for condition in self.conditions)
            and not any(_holds(condition, tokens) for condition in self.excluded)
            and self.passes(row)
        )

    @property
    def looks_at_rows(self) -> bool:
        """Whether the expression finds rows that do not pass."""
        return bool(self.checks) or self.meetings is not None

    def passes(self, row: IndexRow) -> bool:
        """Whether a row that the expression found is one, all told."""
        return (self.meetings is None or row.meeting_id in self.meetings) and all(check(row) for check in self.checks)


def plan(
    query: Query,
    section: Section,
    terms: Terms,
    marked: MarkedRows,
    committees: Mapping[str, int],
) -> Plan:
    """`query` made ready for the rows of `section`, whose dictionary `terms` is.

    `marked` is what the person marked; `committees` are the keys of organizations by "council/committee".
    """
    made = narrowed(query.filters, section, terms, marked, committees)
    groups = [_group(word, terms) for word in query.words]
    for phrase in query.phrases:
        groups += [_exactly(word, terms) for word in phrase.folded[: -1 if phrase.unfinished else None]]
        if phrase.unfinished:
            groups.append(_group(QueryWord(phrase.folded[-1], exact=True, unfinished=True), terms))
        made.conditions += [((neighbours,),) for neighbours in _pairs(phrase)]
        if len(phrase.folded) > 1 or phrase.at_start:
            made.checks.append(_in_a_row(phrase))
    for phrase in query.without:
        if len(phrase.folded) == 1 and not phrase.at_start:
            made.excluded.append(((phrase.folded,),))
        elif phrase.folded:
            made.checks.append(negation(_in_a_row(phrase)))
    return Plan(
        section,
        tuple(groups),
        tuple(made.conditions),
        tuple(made.excluded),
        tuple(made.checks),
        filtered=bool(query.filters),
        only=made.only,
        meetings=made.meetings,
        unfound=tuple(made.unfound),
        impossible=made.impossible,
    )


def _group(word: QueryWord, terms: Terms) -> Group:
    if word.number:
        return Group(word.folded, terms.numbered(word.folded, word.unfinished), dict, spare=False)
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


def _in_a_row(phrase: Phrase) -> Check:
    wanted = f" {' '.join(phrase.folded)}{'' if phrase.unfinished else ' '}"

    def stands(row: IndexRow) -> bool:
        if phrase.at_start:
            return row.text.startswith((wanted, f" {_OPENING}{wanted}"))
        return wanted in row.text or wanted in row.title

    return stands


def _any_of(terms: Iterable[str]) -> str:
    """An expression for rows with one of `terms`: each quoted, so that none is taken for an operator."""
    return "(" + " OR ".join(f'"{term}"' for term in terms) + ")"


def _expression(condition: Condition) -> str:
    return "(" + " OR ".join("(" + " AND ".join(map(_any_of, needed)) + ")" for needed in condition) + ")"


def _holds(condition: Condition, tokens: Set[str]) -> bool:
    return any(all(not tokens.isdisjoint(terms) for terms in needed) for needed in condition)
