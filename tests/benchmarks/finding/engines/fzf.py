"""fzf, a process for every keystroke, as `fzf --filter QUERY` over the same rows as lines.

The time is that from the start to the tenth line that it writes (or its end), less the least time that it takes to
start, to read every line and to find in none a letter that none has.
"""

import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from tests.benchmarks.finding.engines.engine import LIMIT, Answered, Engine
from tests.benchmarks.finding.stores import Built
from tests.benchmarks.finding.typing_queries import row_of

PACKAGE = "fzf"
_IN_NO_LINE = "☃"
_STARTS = 5  # of which the fastest counts


class Fzf:
    """fzf over a file of lines."""

    def __init__(self, lines: Path) -> None:
        self._lines = lines
        self.start_and_reading = min(self._run(_IN_NO_LINE)[1] for _ in range(_STARTS))

    def ask(self, typed: str) -> Answered:
        lines, seconds = self._run(typed)
        return Answered(tuple(map(row_of, lines)), max(0.0, seconds - self.start_and_reading))

    def memory(self) -> int:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024

    def _run(self, typed: str) -> tuple[list[str], float]:
        with self._lines.open(encoding="utf-8") as lines:
            begun = time.perf_counter()
            fzf = subprocess.Popen(
                ["fzf", "--filter", typed], stdin=lines, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
            assert fzf.stdout is not None
            best = [line.rstrip("\n") for line in islice(fzf.stdout, LIMIT)]
            seconds = time.perf_counter() - begun
            fzf.kill()
            fzf.stdout.close()
            fzf.wait()
        return best, seconds


def is_here() -> bool:
    """Whether there is an fzf to run."""
    return shutil.which("fzf") is not None


def version() -> str:
    return subprocess.run(["fzf", "--version"], capture_output=True, text=True, check=True).stdout.split()[0]


@contextmanager
def opened(built: Built) -> Iterator[Engine]:
    yield Fzf(built.lines)
