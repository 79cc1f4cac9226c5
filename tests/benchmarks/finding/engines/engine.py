"""What every engine is asked in the same words: the ten best rows for what is typed."""

import os
import time
from dataclasses import dataclass
from typing import Protocol

from tests.benchmarks.finding.known import Row

LIMIT = 10
CLOCK = "MINUTEBOOK_BENCHMARKS_CLOCK"
"""The variable that says which clock tells what takes how long in this process: "processor", or that on the wall."""


def by_processor() -> bool:
    """Whether the time of the processor is told, which other programs on the machine change little."""
    return os.environ.get(CLOCK) == "processor"


def now() -> float:
    """The time in seconds, by the clock that is told."""
    return time.thread_time() if by_processor() else time.perf_counter()


@dataclass(frozen=True, slots=True)
class Answered:
    """The best rows, best first, and how long they took, in seconds. `claims` says that some were said to be exact."""

    rows: tuple[Row, ...]
    seconds: float
    claims: bool = False


class Engine(Protocol):
    """An engine that is open and ready."""

    def ask(self, typed: str) -> Answered:
        """The ten best rows for `typed`."""
        ...

    def memory(self) -> int:
        """The most bytes that the process which searches has held so far."""
        ...
