"""From opening the store to the first answer, with nothing of the file in memory."""

import os
import random
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.finding.apart import apart
from tests.benchmarks.finding.engines.engine import LIMIT
from tests.benchmarks.finding.stores import Built

_FIRST_KEYSTROKES = 15


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The seconds from connecting to the first answer, and the bytes that were read from the disk for it."""

    seconds: float
    read: int


@dataclass(frozen=True, slots=True)
class Cold:
    """First answers to several keystrokes: of each the fastest pass."""

    answers: tuple[FirstAnswer, ...]

    @property
    def median(self) -> float:
        return statistics.median(one.seconds for one in self.answers)

    @property
    def longest(self) -> float:
        return max(one.seconds for one in self.answers)

    @property
    def read(self) -> int:
        """The bytes that were read from the disk, in the middle case; 0 says that the file was not cold."""
        return int(statistics.median(one.read for one in self.answers))


def cold_starts(built: Built, keystrokes: Sequence[str], passes: int) -> Cold:
    """First answers to a few of `keystrokes`, each in a fresh process and from a cold file."""
    chosen = random.Random("cold").sample(list(keystrokes), min(_FIRST_KEYSTROKES, len(keystrokes)))
    return Cold(tuple(min((_once(built, typed) for _ in range(passes)), key=_seconds) for typed in chosen))


def _seconds(answer: FirstAnswer) -> float:
    return answer.seconds


def _once(built: Built, typed: str) -> FirstAnswer:
    for suffix in ("", "-wal", "-shm"):
        evict(Path(f"{built.path}{suffix}"))
    return apart(first_answer, built.path, typed)


def evict(file: Path) -> None:
    """Let the computer forget what it holds of a file in memory."""
    if file.exists():
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.fsync(descriptor)  # only what lies on the disk can be forgotten
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def first_answer(path: Path, typed: str) -> FirstAnswer:
    """Open the store in this process and ask once; the imports come before, as the bar has it."""
    import rapidfuzz.distance.OSA
    import rapidfuzz.fuzz
    import rapidfuzz.process  # noqa: F401 (the finder imports them when it needs them)

    from store.database.connect import open_for_reading
    from store.find.finder import Finder

    before = _bytes_read()
    begun = time.perf_counter()
    with closing(open_for_reading(path)) as store:
        Finder(store).find(typed, LIMIT)
        seconds = time.perf_counter() - begun
    return FirstAnswer(seconds, _bytes_read() - before)


def _bytes_read() -> int:
    """The bytes that this process has had read from the disk."""
    lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    return int(dict(line.split(": ") for line in lines)["read_bytes"])
