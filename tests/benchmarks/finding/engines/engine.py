"""What every engine is asked in the same words: the ten best rows for what is typed."""

from dataclasses import dataclass
from typing import Protocol

from tests.benchmarks.finding.known import Row

LIMIT = 10


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
