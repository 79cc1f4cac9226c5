"""How well a row answers a query: 0 to 1."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise
from math import log, log10
from typing import NamedTuple

from store.find.index_rows import IndexRow, asks_days

# What each thing adds to a score, of which the words themselves count 1: little, so that it decides between rows that
# have the same words. Chosen by recall and rank among ten answers to the judged queries of
# `make bench-finding ARGS=--judge`, up to a million resolutions.
_IN_A_ROW = 0.08  # where each typed word stands before the next
_TOGETHER = 0.05  # where nothing stands between the typed words, half of it where as much does
_ALIKE = 0.03  # where row and query have the same letters: recall among ten .972 without it, .982 with it
_SHORT = 0.04  # for a row without letters, half of it for one of `_SHORT_IS`
_REPEATED = 0.01  # for ten places with the words, as much again for each ten times as many
_RECENT = 0.01  # for `_YEARS` after `_FIRST_YEAR`
_TITLE = 0.92  # share of what a word counts in the text that it counts in the title
_SHORT_IS = 40  # letters of a row that gets half of what a short one gets
_FIRST_YEAR, _YEARS = 2000, 30  # the years over which minutes are the more recent the better
_MOST_TENFOLDS = 6  # of the places of a text: a million, as many as a large store has resolutions
_MOST = 1 + _IN_A_ROW + _TOGETHER + _ALIKE + _SHORT + _MOST_TENFOLDS * _REPEATED + _RECENT
_LOOKED_AT = 40  # rows, the best, that are compared letter by letter
_LETTERS = 2_000  # of a row, at most


class Ranked(NamedTuple):
    """A row with its score; `around` says that a word is only among the names, dates and numbers around it."""

    row: IndexRow
    score: float
    around: bool = False

    @property
    def share(self) -> float:
        """The score, 0 to 1."""
        return round(min(max(self.score / _MOST, 0.0001), 1.0), 4)


class Ranking:
    """Scores rows for typed words: `meant` has for each of them the terms it may mean, `weights` what it counts."""

    def __init__(self, typed: Sequence[str], meant: Sequence[Mapping[str, float]], weights: Sequence[float]) -> None:
        self._typed = " ".join(typed)
        self._by_term: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, terms in enumerate(meant):
            for term, quality in terms.items():
                self._by_term[term].append((at, quality))
        self._all_terms = frozenset(self._by_term)
        self._asks_days = asks_days(self._all_terms)
        whole = sum(weights)
        self._weights = [weight / whole for weight in weights]

    def best(self, rows: Iterable[IndexRow], times: Mapping[int, int]) -> list[Ranked]:
        """`rows`, best first; `times` has by key how often the text of a row was passed, where it is known."""
        ranked = [self._ranked(row, times.get(row.id, 1)) for row in rows]
        ranked.sort(key=lambda one: (-one.score, -one.row.day))
        ranked[:_LOOKED_AT] = sorted(map(self._closer, ranked[:_LOOKED_AT]), key=lambda one: (-one.score, -one.row.day))
        return ranked

    def _ranked(self, row: IndexRow, times: int) -> Ranked:
        in_text = row.text_words & self._all_terms
        in_title = row.title_words & self._all_terms
        best = [0.0] * len(self._weights)
        self._note(best, in_text, 1.0)
        self._note(best, in_title, _TITLE)
        if not all(best):
            self._note(best, row.told & self._all_terms, 1.0)
            if self._asks_days:
                self._note(best, row.days & self._all_terms, 1.0)
        around = False
        if not all(best):
            around = self._note(best, row.around & self._all_terms, 1.0)
        score = _SHORT * _SHORT_IS / (_SHORT_IS + len(row.text))
        for weight, quality in zip(self._weights, best, strict=True):
            score += weight * quality
        if len(best) > 1:
            score += _IN_A_ROW * self._in_a_row(row, in_text | in_title)
        if times > 1:
            score += _REPEATED * log10(times)
        if row.day:
            score += _RECENT * (row.day // 10_000 - _FIRST_YEAR) / _YEARS
        return Ranked(row, score, around)

    def _note(self, best: list[float], there: Set[str], share: float) -> bool:
        """Note the quality of the typed words that these terms are, and whether any is met here first."""
        first = False
        for term in there:
            for at, quality in self._by_term[term]:
                first = first or not best[at]
                best[at] = max(best[at], quality * share)
        return first

    def _in_a_row(self, row: IndexRow, there: Set[str]) -> float:
        """The share of the typed words that stand before the next one, in the text or in the title."""
        meant: list[list[str]] = [[] for _ in self._weights]
        for term in there:
            for at, _ in self._by_term[term]:
                meant[at].append(term)
        together = sum(
            any(f" {one} {other} " in row.text or f" {one} {other} " in row.title for one in first for other in second)
            for first, second in pairwise(meant)
        )
        return together / (len(meant) - 1)

    def _closer(self, ranked: Ranked) -> Ranked:
        """With what the row has in common with the query letter by letter."""
        from rapidfuzz import fuzz

        text = f"{ranked.row.title}{ranked.row.text}"
        alike = fuzz.partial_ratio(self._typed, text[:_LETTERS]) / 100
        score = ranked.score + _ALIKE * alike + _TOGETHER * self._together(ranked.row)
        return ranked._replace(score=score)

    def _together(self, row: IndexRow) -> float:
        """How near each other the typed words stand in the text: 1 where nothing stands between them."""
        if len(self._weights) < 2 or len(there := row.text_words & self._all_terms) < 2:
            return 0.0
        last: dict[int, int] = {}  # of each typed word the place where it stood last
        wanted = len({at for term in there for at, _ in self._by_term[term]})
        narrowest = 0
        for place, word in enumerate(row.text.split()):
            if word in there:
                last |= {at: place for at, _ in self._by_term[word]}
                if len(last) == wanted:
                    width = place - min(last.values()) + 1
                    narrowest = min(narrowest or width, width)
        return wanted / len(self._weights) * min(wanted / narrowest, 1.0) if narrowest else 0.0


def weight(rows: int, having: int) -> float:
    """What a word counts that so many of all `rows` have: a rare one more."""
    return log((rows + 1) / (min(having, rows) + 0.5))
