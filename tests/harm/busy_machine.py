"""A busy machine: beside loops that take every processor, the same questions have the same answers, only later.

`python -m tests.harm.busy_machine 1000 100000` for so many queries of every kind that the benchmarks know to a store of
so many resolutions, asked once as the machine is and once beside four busy loops; without a size they go to the sample
minutes. Exits with 1 when an answer was another.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import cycle
from pathlib import Path
from typing import Final

from store.database.connect import open_for_reading
from store.find.answer import Answer
from store.find.finder import Finder
from store.ingest.sample import build_sample
from tests.benchmarks.finding.queries import TUNING_SEED, draw_queries
from tests.benchmarks.finding.stores import folder_of_stores, lines_of, store_of
from tests.benchmarks.finding.typing_queries import row_of
from tests.benchmarks.finding.vocabulary import read_words

_LOOPS: Final = 4
_FIELDS: Final = ("", " outcome:noted", "", " year:2019", "", " in:titles", "", " in:text", "", " -report")
_LOOP: Final = (sys.executable, "-c", "while True: pass")


def main(count: int, size: int | None) -> int:
    """Ask twice, print how long it took, and the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "sample.db"
        if size is None:
            build_sample(store)
        else:
            store = store_of(folder_of_stores(None), size, as_it_is=True).path
        rows = [row_of(line) for line in lines_of(store)]
        drawn = draw_queries(rows, frozenset(read_words()), TUNING_SEED, count)
        queries = [f"{known.text}{field}" for known, field in zip(drawn, cycle(_FIELDS), strict=False)]
        quiet = _asked("as the machine is", store, queries)
        with _busy():
            busy = _asked(f"beside {_LOOPS} busy loops", store, queries)
    other = [query for query, one, two in zip(queries, quiet, busy, strict=True) if _told(one) != _told(two)]
    sys.stdout.write(f"{len(queries):,} queries, {len(other)} of them answered in another way\n")
    sys.stdout.writelines(f"    WRONG: {query!r}\n" for query in other[:50])
    return 1 if other else 0


def _asked(when: str, store: Path, queries: Sequence[str]) -> list[Answer]:
    """The answers as at a key, by a finder of their own."""
    answers, times = [], []
    with closing(open_for_reading(store)) as rows:
        finder = Finder(rows)
        finder.get_ready()
        for query in queries:
            begun = time.perf_counter()
            answers.append(finder.find(query))
            times.append(time.perf_counter() - begun)
    times.sort()
    half, most, last = (times[min(len(times) - 1, len(times) * share // 100)] * 1000 for share in (50, 99, 100))
    sys.stdout.write(
        f"{when}: half within {half:.1f} ms, 99 in a hundred within {most:.1f} ms, the last in {last:.0f}\n"
    )
    return answers


def _told(answer: Answer) -> tuple[object, ...]:
    """What a person is told: the places in their order, how often each text was passed, how many there are."""
    hits = [(hit.permalink, hit.exact, hit.repeats, hit.more, hit.spans) for hit in answer.hits]
    return hits, answer.section, answer.exact, answer.close, answer.unfound, answer.left_out, answer.instead


@contextmanager
def _busy() -> Iterator[None]:
    """Loops that take all of the processors they are given."""
    with ExitStack() as loops:
        for _ in range(_LOOPS):
            loop = loops.enter_context(subprocess.Popen(_LOOP))
            loops.callback(loop.kill)
        yield


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[1:]]
    sys.exit(main(numbers[0] if numbers else 1_000, numbers[1] if len(numbers) > 1 else None))
