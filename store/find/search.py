"""Looking for the rows of a plan: those with every word as typed, else a slip away, else all words but one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise
from math import ceil, prod

from store.find.groups import Group
from store.find.index_rows import IndexRow, matching, repeated
from store.find.open_index import OpenIndex
from store.find.plan import Plan
from store.find.ranking import Ranked, Ranking, weight
from store.index.terms import COMMON, pair

_ROWS = 80  # that are ranked, of those that hold the words
_ROWS_OF_A_WORD = 40  # the order of keys is nearly that of the answers where there is one word
_REPEATED = _IN_A_ROW = 30  # and of the texts that were, and of rows with two common words in a row
# Where to stop: chosen by recall, rank and time of the judged queries of `make bench-finding ARGS=--judge`.
_FEW = 10  # exact rows: with fewer, words a slip away count too; of more than two words, with none
_FEW_WORDS = 2
_TOO_FEW = 3  # rows: with fewer, words may be left out
_MOST_LEFT_OUT = 5  # words of a query that are left out in turn
_LEAST_LEFT = 0.25  # the share of the query's weight that is left when a word is left out
_RAREST = 4  # words, two of which are looked for where too little has all words but one
_HALF = 0.45  # the score from which a row without several words counts
_MOST_ROWS = 0.7  # the share of rows that have a word from which it is not asked for


Meant = Mapping[str, float]  # what a typed word may be: terms with their quality


@dataclass
class SearchResult:
    """Rows, best first, those that are exact before those that are close; `more` says that there are others."""

    exact: list[Ranked] = field(default_factory=list)
    exact_more: bool = False
    close: list[Ranked] = field(default_factory=list)
    close_more: bool = False
    times: dict[int, int] = field(default_factory=dict)  # key -> how often its text was passed


def searched(index: OpenIndex, made: Plan) -> tuple[Plan, SearchResult]:
    """What a plan finds, with the plan that found it: where no row has every word, one without those that say nothing.

    What a word that stands nowhere was left out of is close.
    """
    search = Search(index, made)
    found = search.exact()
    if not found.exact and (telling := made.telling()):
        made, search = telling, Search(index, telling)
        found = search.exact()
        if nowhere := len(made.left_out_nowhere):
            counted = sum(search.weights)
            if counted < _LEAST_LEFT * (counted + nowhere * search.most):
                return made, SearchResult()
            found.close, found.close_more = found.exact, found.exact_more
            found.exact, found.exact_more = [], False
            if found.close:
                return made, found
    search.add_close(found)
    return made, found


def exactly_asked(index: OpenIndex, made: Plan) -> Plan | None:
    """The plan whose rows are the exact answers, as `searched` finds them; None where none are."""
    if all(group.sure for group in made.groups):
        if not made.groups or not (telling := made.telling()):
            return made
        if Search(index, made).take([group.sure for group in made.groups], 1)[0]:
            return made
    else:
        telling = made.telling()
    if telling is None or telling.left_out_nowhere or not all(group.sure for group in telling.groups):
        return None
    return telling


class Search:
    """One plan over one store."""

    def __init__(self, index: OpenIndex, made: Plan) -> None:
        self._store = index.store
        self._rows = index.rows
        self._deadline = index.deadline
        self._plan = made
        self._terms = terms = index.terms(made.section)
        self._counted: dict[int, int] = {}  # by the identity of a group of the plan, which lives as long as this does
        self._typed = [group.typed for group in made.groups]
        self.most = weight(terms.rows, 0)  # of a word that no row has
        self.weights = [weight(terms.rows, sum(map(terms.count, group.sure or group.near()))) for group in made.groups]

    def exact(self) -> SearchResult:
        """Find and rank the rows that have each word as typed."""
        found = SearchResult()
        rows = self._exact(found)
        sure = [group.sure for group in self._plan.groups]
        found.exact = Ranking(self._typed, sure, self.weights).best(rows.values(), found.times)
        return found

    def add_close(self, found: SearchResult) -> None:
        """Add to few exact rows those that nearly have the words."""
        enough = _FEW if len(self._typed) <= _FEW_WORDS else 1
        told = [one for one in found.exact if not one.around]
        if len(told) < enough and not found.exact_more:
            self._close(found)
            if not found.exact and len(found.close) < _TOO_FEW:
                self._left_out(found)

    def take(
        self, groups: Sequence[Meant], most: int, *, after: int = -1, also: Sequence[str] = ()
    ) -> tuple[list[IndexRow], bool]:
        """The first `most` rows, by key, that have a word of each group and all of `also`, and that the plan lets pass.

        And whether there are more of them.
        """
        needed = [[term] for term in also]
        sought, held, share = self._divided(groups, most)
        expression = self._plan.expression([*needed, *sought])
        rows: list[IndexRow] = []
        with self._deadline.limited():
            while True:
                wanted = ceil((most + 1 - len(rows)) / share)
                keys = matching(self._store, self._plan.section, expression, wanted, after=after, only=self._plan.only)
                fitting = list(self._fitting(keys, held))
                rows += fitting
                if len(keys) < wanted:
                    return rows[:most], len(rows) > most
                if len(rows) > most or self._deadline.late:
                    break
                after = keys[-1]
                if len(fitting) < len(keys) * share / 2:  # that was too hopeful: ask for every word from here on
                    expression, held, share = self._plan.expression([*needed, *groups]), [], 1.0
        return rows[:most], True

    def _divided(self, groups: Sequence[Meant], most: int) -> tuple[list[Meant], list[Meant], float]:
        """The groups to look for, those that the rows found are held against, and the share of rows that then fit.

        Asking for a common word beside rare ones costs more than looking at the few rows that have the rare ones. Words
        go together more often than chance has it, so each is taken for four times as common as it is. And a word that
        most rows have is sooner seen in a row than asked for.
        """
        rarest = sorted(groups, key=self._having)
        sought, held = rarest[:1], []
        share = 1.0
        rows: float = sum(map(self._having, sought))  # that have what is sought, at most
        for group in rarest[1:]:
            fit = self._share(group)
            if rows < most / 2:
                held.append(group)
            elif fit >= _MOST_ROWS:
                held.append(group)
                share *= fit
            else:
                sought.append(group)
                rows *= min(1.0, 4 * fit)
        return sought, held, share

    def _having(self, group: Meant) -> int:
        """How many rows have a term of a group, at most."""
        if id(group) not in self._counted:
            self._counted[id(group)] = sum(map(self._terms.count, group))
        return self._counted[id(group)]

    def _share(self, group: Meant) -> float:
        """The share of rows that have a term of a group, as far as chance has it."""
        every = max(self._terms.rows, 1)
        if self._having(group) < every / 10:
            return self._having(group) / every
        return 1 - prod(1 - self._terms.count(term) / every for term in group)

    def _fitting(self, keys: Sequence[int], groups: Sequence[Meant]) -> Iterator[IndexRow]:
        """The rows that have a word of each group, and that the plan lets pass."""
        for row in self._rows.by_keys(self._plan.section, keys):
            if all(row.has_any(group) for group in groups) and self._plan.passes(row):
                yield row

    def _exact(self, found: SearchResult) -> dict[int, IndexRow]:
        """The rows with every word as typed; of very many those that come first, and texts that were passed again."""
        groups = [group.sure for group in self._plan.groups]
        if not all(groups):
            return {}
        own, found.exact_more = self.take(groups, _ROWS if len(groups) > 1 else _ROWS_OF_A_WORD)
        rows = {row.id: row for row in own}
        if not found.exact_more:
            return rows
        if not self._plan.filtered and not self._plan.excluded:
            rows |= self._passed_again(found, groups)
        return rows | self._in_a_row(groups)

    def _passed_again(self, found: SearchResult, groups: Sequence[Meant]) -> dict[int, IndexRow]:
        """The texts that were passed more than once, each at its newest place."""
        rows: dict[int, IndexRow] = {}
        with self._deadline.limited():
            sought, held, share = self._divided(groups, _REPEATED)
            expression = self._plan.expression(sought)
            times = repeated(self._store, self._plan.section, expression, ceil(_REPEATED / share))
            for row in self._fitting(list(times), held):
                rows[row.id] = row
                found.times[row.id] = times[row.id]
        return rows

    def _in_a_row(self, groups: Sequence[Meant]) -> dict[int, IndexRow]:
        """The rows that have two common words in a row as they are typed."""
        pairs = [at for at, two in enumerate(pairwise(self._typed)) if COMMON.issuperset(two)]
        if not pairs:
            return {}
        apart = [group for at, group in enumerate(groups) if at not in pairs and at - 1 not in pairs]
        in_a_row = [pair(*self._typed[at : at + 2]) for at in pairs]
        return {row.id: row for row in self.take(apart, _IN_A_ROW, also=in_a_row)[0]}

    def _close(self, found: SearchResult) -> None:
        """The rows that are left when every word may be mistyped."""
        exact = {one.row.id for one in found.exact}
        groups = self._plan.groups
        wide = [group.wide for group in groups]
        if all(wide) and any(len(group.wide) > len(group.sure) for group in groups):
            rows, found.close_more = self._nearly(groups)
            found.close = self._ranking.best([row for row in rows if row.id not in exact], {})

    def _nearly(self, groups: Sequence[Group]) -> tuple[list[IndexRow], bool]:
        """The rows with words that are likely, and where that may not be all, with any that are near."""
        rows: list[IndexRow] = []
        more = False
        if all(group.likely for group in groups):
            rows, more = self.take([group.likely for group in groups], _ROWS)
        doubtful = any(len(group.likely) < len(group.likeliest) and not group.sure for group in groups)
        if doubtful or len(rows) < _FEW:
            further, more = self.take([group.likeliest for group in groups], _ROWS)
            rows = list({row.id: row for row in (*rows, *further)}.values())
        return rows, more

    def _left_out(self, found: SearchResult) -> None:
        """The rows that are left when a word may be missing, the rarest first; behind those that have them all."""
        rarest = sorted(range(len(self.weights)), key=self.weights.__getitem__, reverse=True)
        there = {one.row.id for one in found.close}
        rows: dict[int, IndexRow] = {}
        for at in rarest[:_MOST_LEFT_OUT]:
            if self._may_be_left_out(at):
                rows |= self._without(found, at)
        nearly = rows.keys()
        if len(rows) < _TOO_FEW:
            rows = rows | self._without_most(found, rarest[:_RAREST])
        best = self._ranking.best([row for key, row in rows.items() if key not in there], {})
        found.close += [one for one in best if one.row.id in nearly or one.score > _HALF]

    def _without_most(self, found: SearchResult, rarest: Sequence[int]) -> dict[int, IndexRow]:
        """The rows that have two of the rarest words."""
        groups = self._plan.groups
        rows: dict[int, IndexRow] = {}
        for two in combinations(rarest, 2):
            sought = [groups[at].likeliest for at in two]
            if len(groups) > _FEW_WORDS and all(sought):
                taken, more = self.take(sought, _ROWS // 2)
                found.close_more |= more
                rows |= {row.id: row for row in taken}
        return rows

    def _may_be_left_out(self, at: int) -> bool:
        """Whether a word may be left out: where enough is left, every word of which may mean something."""
        rest = [group for other, group in enumerate(self._plan.groups) if other != at]
        left = 1 - self.weights[at] / sum(self.weights)
        return self._plan.groups[at].spare and left >= _LEAST_LEFT and bool(rest) and all(group.wide for group in rest)

    def _without(self, found: SearchResult, at: int) -> dict[int, IndexRow]:
        """The rows that have every word but one."""
        groups = self._plan.groups
        rows, more = self.take([group.likeliest for other, group in enumerate(groups) if other != at], _ROWS // 2)
        found.close_more |= more
        return {row.id: row for row in rows}

    @cached_property
    def _ranking(self) -> Ranking:
        """Of rows in which every word may be mistyped."""
        return Ranking(self._typed, [group.wide for group in self._plan.groups], self.weights)
