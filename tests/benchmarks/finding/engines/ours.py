"""Our own finder, in this process: the time of `Finder.find` with ten hits, their words and spans among them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from store.database.connect import open_for_reading
from store.find.finder import Finder
from tests.benchmarks.finding.apart import peak_memory
from tests.benchmarks.finding.engines.engine import LIMIT, Answered, Engine, now
from tests.benchmarks.finding.known import Row
from tests.benchmarks.finding.stores import Built


class Ours:
    """A finder over the store."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    def ask(self, typed: str) -> Answered:
        begun = now()
        answer = self._finder.find(typed, LIMIT)
        seconds = now() - begun
        rows = tuple(Row(hit.number or "", hit.title, hit.text) for hit in answer.hits)
        return Answered(rows, seconds, any(hit.exact for hit in answer.hits))

    def memory(self) -> int:
        return peak_memory()


@contextmanager
def opened(built: Built) -> Iterator[Engine]:
    with closing(open_for_reading(built.path)) as store:
        yield Ours(Finder(store))
