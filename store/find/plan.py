"""A query made ready for a section: which terms must be there, which may, and what else a row must fulfil."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from store.find.conditions import AnyOf, Check, Condition, Conditions, narrowed, negation
from store.find.expansion import Terms
from store.find.groups import Group, either, exact_group, exactly, groups_of
from store.find.index_rows import IndexRow
from store.find.people import People
from store.find.query import Alternative, Phrase, Query, QueryWord
from store.find.user_filters import MarkedRows
from store.index.section import Section
from store.index.terms import COMMON, EVERY_ROW, pair, text_tokens

_TELLING = 2  # words by which a text is found without a number that stands nowhere
_OPENING = "that"  # nearly every resolution begins with it, and nobody thinks of it as the beginning


@dataclass(frozen=True)
class Plan:
    """What rows must fulfil: have a word of each group, every condition, nothing that is excluded, and pass the checks.

    `filtered` says that some condition is a field's, and not of the words alone; `denies` that words must not be there.
    `only` are the keys of the rows among
    which to look, `meetings` those of the meetings; None for all. `impossible` says that no row can fulfil it, because
    of what is in `unfound`. `left_out` are words that were typed and are not among the groups.
    """

    section: Section
    groups: tuple[Group, ...]
    conditions: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()
    checks: tuple[Check, ...] = ()
    filtered: bool = False
    denies: bool = False
    only: frozenset[int] | None = None
    meetings: frozenset[int] | None = None
    unfound: tuple[str, ...] = ()
    impossible: bool = False
    left_out: tuple[Group, ...] = ()

    def telling(self) -> "Plan | None":
        """The plan without the words that say nothing or stand nowhere; None where all or none of them are such.

        A number that stands nowhere is left out only where several other words are there to find by.
        """
        large = [group for group in self.groups if not group.is_small]
        telling = [group for group in large if group.spare and group.stands]
        kept = tuple(group for group in large if group.stands or (not group.spare and len(telling) < _TELLING))
        if not kept or len(kept) == len(self.groups):
            return None
        return replace(self, groups=kept, left_out=tuple(group for group in self.groups if group not in kept))

    @property
    def left_out_nowhere(self) -> tuple[Group, ...]:
        """The words among those left out that stand nowhere."""
        return tuple(group for group in self.left_out if not (group.is_small or group.stands))

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
    def asks_nothing(self) -> bool:
        """Whether every row fulfils it."""
        return not (self.groups or self.filtered or self.denies or self.conditions or self.checks)

    def holds_by_text(self, row: IndexRow) -> bool:
        """Whether a row fulfils everything but the groups by its text, and so every other with its words does."""
        if self.filtered or self.denies:
            return False
        text = row.text.split()
        return self.fulfilled_by(set(text_tokens(text)), IndexRow(row.id, 0, 0, 0, 0, text, (), ()))

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
    people: People,
) -> Plan:
    """`query` made ready for the rows of `section`, whose dictionary `terms` is.

    `marked` is what the person marked; `committees` are the keys of organizations by "council/committee"; `people` are
    those whom the minutes name.
    """
    made = narrowed(query.filters, section, terms, marked, committees, people)
    groups = groups_of(query.words, terms)
    for choice in query.choices:
        groups.append(_any_alternative(choice, terms, made))
    for phrase in query.phrases:
        groups += _of_phrase(phrase, terms)
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
        denies=bool(query.without),
        only=made.only,
        meetings=made.meetings,
        unfound=tuple(made.unfound),
        impossible=made.impossible,
    )


def _of_phrase(phrase: Phrase, terms: Terms) -> list[Group]:
    groups = [exactly(word, terms) for word in phrase.folded[: -1 if phrase.unfinished else None]]
    if phrase.unfinished:
        groups.append(exact_group(QueryWord(phrase.folded[-1], unfinished=True), terms))
    return groups


def _any_alternative(choice: Sequence[Alternative], terms: Terms, made: Conditions) -> Group:
    """A group of all that the alternatives of a choice may be; and, where one has several words, that it has them all.

    A word among several is not forgiven a slip.
    """
    each = [
        [*groups_of(one.words, terms), *(group for phrase in one.phrases for group in _of_phrase(phrase, terms))]
        for one in choice
    ]
    together = either([group for groups in each for group in groups])
    if all(len(groups) == 1 for groups in each):
        return together
    possible = tuple(tuple(tuple(group.sure) for group in groups) for groups in each if all(g.sure for g in groups))
    if not possible:
        made.impossible = True
        made.unfound += [one.typed for one in choice]
    else:
        made.conditions.append(possible)
    made.checks.append(_is_one_of(choice, each))
    return Group(together.typed, together.sure)


def _is_one_of(choice: Sequence[Alternative], each: Sequence[Sequence[Group]]) -> Check:
    """Whether a row has all the words and phrases of one alternative."""
    tests = [
        ([group.sure for group in groups], [_in_a_row(phrase) for phrase in one.phrases])
        for one, groups in zip(choice, each, strict=True)
    ]
    return lambda row: any(
        all(row.has_any(sure) for sure in words) and all(stands(row) for stands in phrases) for words, phrases in tests
    )


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
