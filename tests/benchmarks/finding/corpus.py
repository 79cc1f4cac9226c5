"""The corpus: the minutes of a made-up country, the same for a seed; a small corpus is the beginning of a large one."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

from tests.benchmarks.finding.councils import make_committees
from tests.benchmarks.finding.meetings import MOST_CLAUSES, Minutes, write_minutes
from tests.benchmarks.finding.sentences import Writer
from tests.benchmarks.finding.vocabulary import Vocabulary

_FIRST_DAY, _DAYS = dt.date(1995, 1, 1), 31 * 365  # to the end of 2025, about


def corpus(dictionary: Sequence[str], seed: int, resolutions: int) -> Iterator[Minutes]:
    """Minutes with so many resolutions in all: clauses, which are what is found and counted."""
    country = _Country(dictionary, seed, f"minutes {seed}")
    left = resolutions
    while left > 0:
        minutes = country.minutes(left if left < MOST_CLAUSES else None)
        left -= len(minutes.clauses)
        yield minutes


def further_minutes(dictionary: Sequence[str], seed: int, clauses: int) -> Iterator[Minutes]:
    """Minutes of the same country that are not in its corpus, without end, with so many clauses each."""
    country = _Country(dictionary, seed, f"further {seed}", in_the_evening=True)
    while True:
        yield country.minutes(clauses)


class _Country:
    def __init__(self, dictionary: Sequence[str], seed: int, chance: str, *, in_the_evening: bool = False) -> None:
        self._committees = make_committees(seed)
        self._chance = random.Random(chance)
        words = Vocabulary(dictionary, seed).draw(random.Random(f"words of {chance}"))
        self._writer = Writer(words, self._chance)
        self._taken: set[tuple[int, dt.date]] = set()
        self._start = "20:00" if in_the_evening else "18:00"

    def minutes(self, clauses: int | None) -> Minutes:
        """The minutes of a committee that meets on a day on which it has not met yet."""
        while True:
            at = self._chance.randrange(len(self._committees))
            day = _FIRST_DAY + dt.timedelta(days=self._chance.randrange(_DAYS))
            if day.weekday() < 5 and (at, day) not in self._taken:
                self._taken.add((at, day))
                return write_minutes(self._committees[at], day, self._start, self._writer, self._chance, clauses)
