"""One pass of one engine over keystrokes, in a process of its own, and what several passes make together."""

import importlib
import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from tests.benchmarks.finding.apart import apart
from tests.benchmarks.finding.known import TYPOS, Kind, Known
from tests.benchmarks.finding.stores import Built

if TYPE_CHECKING:
    from tests.benchmarks.finding.engines.engine import Answered


@dataclass(frozen=True, slots=True)
class Work:
    """What an engine is asked: keystrokes, timed one after the other, and then whole queries, for what they find."""

    keystrokes: tuple[str, ...]
    queries: tuple[Known, ...]

    def without_queries(self) -> "Work":
        return Work(self.keystrokes, ())

    def sample(self, keystrokes: int, queries: int) -> "Work":
        """A part of it, for an engine that takes seconds for each; queries of every kind, as in the whole."""
        chance = random.Random("sample")
        every = len(self.queries) / min(queries, len(self.queries))
        kept = tuple(self.queries[int(at * every)] for at in range(min(queries, len(self.queries))))
        return Work(tuple(chance.sample(self.keystrokes, min(keystrokes, len(self.keystrokes)))), kept)


@dataclass(frozen=True, slots=True)
class Pass:
    """The seconds of each keystroke, and the place of each query's first right answer: from 1, None where not there."""

    seconds: tuple[float, ...]
    places: tuple[int | None, ...]
    opening: float
    memory: int


@dataclass(frozen=True, slots=True)
class Measured:
    """An engine at a size: the least of its passes for every keystroke, and what it found."""

    engine: str
    work: Work
    passes: Sequence[Pass]

    @property
    def seconds(self) -> list[float]:
        return [min(taken) for taken in zip(*(one.seconds for one in self.passes), strict=True)]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        return percentile(self.seconds, 95)

    @property
    def longest(self) -> float:
        return max(self.seconds)

    @property
    def memory(self) -> int:
        return min(one.memory for one in self.passes)

    @property
    def opening(self) -> float:
        return min(one.opening for one in self.passes)

    def hit_rate(self, kinds: frozenset[Kind] = frozenset(Kind)) -> float:
        """The share of queries of these kinds with a right answer among the first ten."""
        places = self._places(kinds)
        return sum(place is not None for place in places) / len(places) if places else 0.0

    @property
    def typo_hit_rate(self) -> float:
        return self.hit_rate(TYPOS)

    @property
    def mean_reciprocal_rank(self) -> float:
        """The mean of 1 over the place of the first right answer; nonsense, which has none, left out."""
        places = self._places(frozenset(Kind) - {Kind.NONSENSE})
        return statistics.fmean(1 / place if place else 0.0 for place in places)

    @property
    def weakest(self) -> tuple[float, Kind]:
        """The lowest hit rate of a kind that has spaces, and that kind."""
        asked = {query.kind for query in self.work.queries} - {Kind.NO_SPACES}
        return min((self.hit_rate(frozenset((kind,))), kind) for kind in asked)

    @property
    def missed(self) -> list[Known]:
        pairs = zip(self.work.queries, self.passes[0].places, strict=True)
        return [query for query, place in pairs if place is None]

    def slowest(self, count: int) -> list[tuple[float, str]]:
        """The keystrokes that took longest, with what had been typed."""
        return sorted(zip(self.seconds, self.work.keystrokes, strict=True), reverse=True)[:count]

    def _places(self, kinds: frozenset[Kind]) -> list[int | None]:
        pairs = zip(self.work.queries, self.passes[0].places, strict=True)
        return [place for query, place in pairs if query.kind in kinds]


def work_of(queries: Sequence[Known], *, whole: bool = False, every: int = 1) -> Work:
    """Every letter of each query, of `every` third, say, alone; or each query once, as if it had been pasted."""
    typed = (letters for one in queries[::every] for letters in one.keystrokes)
    keystrokes = (query.text for query in queries) if whole else typed
    return Work(tuple(keystrokes), tuple(queries))


def measure(engine: str, built: Built, work: Work) -> Pass:
    """One pass in a fresh process. Nothing that another pass cached helps it, the computer's file cache aside."""
    return apart(one_pass, engine, built, work)


def one_pass(engine: str, built: Built, work: Work) -> Pass:
    """One pass in this process, by the engine that a module of `engines` opens."""
    module = importlib.import_module(f"tests.benchmarks.finding.engines.{engine}")
    begun = time.perf_counter()
    with module.opened(built) as asked:
        opening = time.perf_counter() - begun
        seconds = tuple(asked.ask(typed).seconds for typed in work.keystrokes)
        places = tuple(place_of(query, asked.ask(query.text)) for query in work.queries)
        return Pass(seconds, places, opening, asked.memory())


def place_of(query: Known, answered: "Answered") -> int | None:
    """The place of the first right answer, from 1; of nonsense 1 where no answer was said to be exact."""
    if query.wanted.nothing:
        return None if answered.claims else 1
    return next((at for at, row in enumerate(answered.rows, 1) if query.wanted.fits(row)), None)


def percentile(values: Sequence[float], percent: int) -> float:
    """The least of `values` that so many percent of them do not exceed."""
    return sorted(values)[max(0, ceil(len(values) * percent / 100) - 1)]
