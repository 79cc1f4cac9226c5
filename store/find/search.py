"""Looking for the rows of a plan: those with every word as typed, else a slip away, else all words but one."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from store.find.patience import Patience
from store.find.plan import Plan
from store.find.ranking import Ranked, Ranking, weight
from store.find.row import Row
from store.find.rows import Rows, matching, repeated
from store.find.terms import Terms
from store.index.indexing import first_again
from store.index.tokens import COMMON, FACT, pair

_ROWS = 100  # that are ranked, of those that hold the words
_AGAIN = 30  # and of those whose text was passed before
_REPEATED = _IN_A_ROW = 30  # and of the texts that were, and of rows with two common words in a row
_FEW = 10  # with fewer exact rows than this, words a slip away count too
_TOO_FEW = 3  # with fewer rows than this, words may be left out
_MOST_LEFT_OUT = 5  # words of a query that are left out in turn
_LEAST_LEFT = 0.25  # the share of the query's weight that is left when a word is left out


@dataclass
class Found:
    """Rows, best first, those that are exact before those that are close; `more` says that there are others."""

    exact: list[Ranked] = field(default_factory=list)
    exact_more: bool = False
    close: list[Ranked] = field(default_factory=list)
    close_more: bool = False
    times: dict[int, int] = field(default_factory=dict)  # key -> how often its text was passed


class Search:
    """One plan over one store."""

    def __init__(self, store: sqlite3.Connection, rows: Rows, made: Plan, terms: Terms, patience: Patience) -> None:
        self._store = store
        self._rows = rows
        self._plan = made
        self._patience = patience
        self._typed = [group.typed for group in made.groups]
        self._weights = [
            weight(terms.rows, sum(map(terms.count, group.sure)) or sum(map(terms.count, group.near())))
            for group in made.groups
        ]

    def run(self) -> Found:
        """Find and rank."""
        found = Found()
        rows = self._exact(found)
        sure = [group.sure for group in self._plan.groups]
        found.exact = Ranking(self._typed, sure, self._weights).best(rows.values(), found.times)
        if len(rows) < _FEW and not found.exact_more:
            self._close(found, rows)
            if not rows and len(found.close) < _TOO_FEW:
                self._left_out(found)
        return found

    def take(self, expression: str, most: int, *, after: int = -1) -> tuple[list[Row], bool]:
        """The first `most` rows of an expression that pass the plan's checks; whether there are more of them."""
        rows: list[Row] = []
        with self._patience.limited():
            while True:
                keys = matching(
                    self._store, self._plan.section, expression, most + 1, after=after, only=self._plan.only
                )
                page = self._rows.by_keys(self._plan.section, keys)
                rows += filter(self._plan.passes, page) if self._plan.checks else page
                if len(keys) <= most:
                    return rows[:most], len(rows) > most
                if len(rows) > most or self._patience.late:
                    break
                after = keys[-1]
        return rows[:most], True

    def _exact(self, found: Found) -> dict[int, Row]:
        """The rows with every word as typed; of very many those that come first, and the texts passed again."""
        groups = [group.sure for group in self._plan.groups]
        if not all(groups):
            return {}
        expression = self._plan.expression(groups)
        own, found.exact_more = self.take(expression, _ROWS)
        rows = {row.id: row for row in own}
        if not found.exact_more:
            return rows
        section = self._plan.section
        if not self._plan.filtered and not self._plan.excluded:
            with self._patience.limited():
                times = repeated(self._store, section, expression, _REPEATED)
                for row in filter(self._plan.passes, self._rows.by_keys(section, list(times))):
                    rows[row.id] = row
                    found.times[row.id] = times[row.id]
        if in_a_row := self._in_a_row(expression):
            rows |= {row.id: row for row in self.take(in_a_row, _IN_A_ROW)[0]}
        again, _ = self.take(expression, _AGAIN, after=first_again(section) - 1)
        return rows | {row.id: row for row in again}

    def _in_a_row(self, expression: str) -> str | None:
        """The expression with the common words that were typed in a row standing in a row."""
        pairs = [f'"{pair(*two)}"' for two in pairwise(self._typed) if COMMON.issuperset(two)]
        return " AND ".join([f"({expression})", *pairs]) if pairs else None

    def _close(self, found: Found, exact: dict[int, Row]) -> None:
        """The rows that are left when every word may be mistyped."""
        groups = self._plan.groups
        wide = [group.wide for group in groups]
        if all(wide) and any(len(group.wide) > len(group.sure) for group in groups):
            rows, found.close_more = self.take(self._plan.expression(group.likeliest for group in groups), _ROWS)
            fresh = [row for row in rows if row.id not in exact]
            found.close = Ranking(self._typed, wide, self._weights).best(fresh, {})

    def _left_out(self, found: Found) -> None:
        """The rows that are left when a word may be missing, the rarest first; behind those that have them all."""
        groups = self._plan.groups
        whole = sum(self._weights)
        best: dict[int, Ranked] = {}
        for at in sorted(range(len(groups)), key=self._weights.__getitem__, reverse=True)[:_MOST_LEFT_OUT]:
            rest = [group for other, group in enumerate(groups) if other != at]
            left = 1 - self._weights[at] / whole
            if not groups[at].spare or left < _LEAST_LEFT or not rest or not all(group.wide for group in rest):
                continue
            rows, more = self.take(self._plan.expression(group.likeliest for group in rest), _ROWS // 2)
            found.close_more |= more
            wide = [group.wide if other != at else _words_of(group.wide) for other, group in enumerate(groups)]
            for ranked in Ranking(self._typed, wide, self._weights).best(rows, {}):
                if ranked.row.id not in best or ranked.score > best[ranked.row.id].score:
                    best[ranked.row.id] = ranked
        there = {one.row.id for one in found.close}
        missing = [one for one in best.values() if one.row.id not in there]
        found.close += sorted(missing, key=lambda one: -one.score)


def _words_of(meant: Mapping[str, float]) -> dict[str, float]:
    """Without the facts: of a row that was found without the word, nobody knows them."""
    return {term: quality for term, quality in meant.items() if term[0] != FACT}
