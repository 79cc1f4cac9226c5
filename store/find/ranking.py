"""How well a row answers a query: 0 to 1."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, log10

from store.find.plan import Row
from store.index.tokens import FACT
from store.index.words import words

# What each thing adds to a score, the words themselves counting 1.
_IN_A_ROW, _ALIKE, _SHORT, _REPEATED, _RECENT = 0.08, 0.03, 0.04, 0.01, 0.01
_TITLE = 0.95  # of what a word counts in the text
_MOST = 1 + _IN_A_ROW + _ALIKE + _SHORT + 6 * _REPEATED + _RECENT
_SHORT_IS = 40  # letters
_FIRST_YEAR, _YEARS = 2000, 30
_LOOKED_AT = 40  # of the best rows are compared letter by letter


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row with its score; `in_title` says that some word stands in the title alone, and tells it from its like."""

    row: Row
    score: float
    in_title: bool

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
        self._around = [max((q for term, q in terms.items() if term[0] == FACT), default=0.0) for terms in meant]
        whole = sum(weights)
        self._weights = [weight / whole for weight in weights]

    def best(self, rows: Iterable[Row], times: Mapping[int, int]) -> list[Ranked]:
        """`rows`, best first; `times` tells of wordings how often they were passed, where it is known."""
        ranked = [self._ranked(row, times.get(row.wording, 1)) for row in rows]
        ranked.sort(key=lambda one: (-one.score, -one.row.day))
        ranked[:_LOOKED_AT] = sorted(map(self._closer, ranked[:_LOOKED_AT]), key=lambda one: (-one.score, -one.row.day))
        return ranked

    def _ranked(self, row: Row, times: int) -> Ranked:
        best = [0.0] * len(self._weights)
        neighbours = self._mark(words(row.text), 1.0, best)
        before = best.copy()
        neighbours |= self._mark(words(row.title), _TITLE, best)
        fit = sum(
            weight * (quality or around)
            for weight, quality, around in zip(self._weights, best, self._around, strict=True)
        )
        score = fit + _SHORT * _SHORT_IS / (_SHORT_IS + len(row.text))
        if len(best) > 1:
            score += _IN_A_ROW * len(neighbours) / (len(best) - 1)
        score += _REPEATED * log10(times) + _RECENT * (row.day // 10_000 - _FIRST_YEAR) / _YEARS * (row.day > 0)
        return Ranked(row, score, any(now and not was for now, was in zip(best, before, strict=True)))

    def _mark(self, folded: Sequence[str], place: float, best: list[float]) -> set[int]:
        """Note in `best` how well each typed word stands among `folded`; which of them stand before the next, too."""
        neighbours: set[int] = set()
        last: list[int] = []
        for word in folded:
            found = self._by_term.get(word)
            if not found:
                last = []
                continue
            for at, quality in found:
                best[at] = max(best[at], quality * place)
            now = [at for at, _ in found]
            neighbours.update(at for at in last if at + 1 in now)
            last = now
        return neighbours

    def _closer(self, ranked: Ranked) -> Ranked:
        """With what the row has in common with the query letter by letter."""
        from rapidfuzz import fuzz

        text = " ".join([*words(ranked.row.title), *words(ranked.row.text)])
        alike = fuzz.partial_ratio(self._typed, text[:2_000]) / 100
        return Ranked(ranked.row, ranked.score + _ALIKE * alike, ranked.in_title)


def weight(rows: int, having: int) -> float:
    """What a word counts that so many of all `rows` have: a rare one more."""
    return log((rows + 1) / (min(having, rows) + 0.5))
