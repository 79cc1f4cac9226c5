"""Adding one more meeting of 30 resolutions to a store, as an import does."""

import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.benchmarks.finding.apart import apart
from tests.benchmarks.finding.corpus import further_minutes
from tests.benchmarks.finding.stores import WORDS, Built

_MEETINGS, _RESOLUTIONS = 50, 30


@dataclass(frozen=True, slots=True)
class Adding:
    """The seconds of each meeting (the fastest pass), and of putting the index in order after all of them."""

    seconds: tuple[float, ...]
    tidying: float

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def adding_to(built: Built, passes: int) -> Adding:
    """Measured on a copy of the store, anew in each pass."""
    done = [apart(add_meetings, built.path, built.seed) for _ in range(passes)]
    return Adding(tuple(map(min, zip(*(one.seconds for one in done), strict=True))), min(one.tidying for one in done))


def add_meetings(path: Path, seed: int) -> Adding:
    """Add the meetings to a copy, in this process."""
    from store.database.connect import writing
    from store.ingest.storing import store_document, tidy_store

    further = list(islice(further_minutes(WORDS[seed](), seed, _RESOLUTIONS), _MEETINGS))
    seconds = []
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        with writing(copy) as db:
            for minutes in further:
                begun = time.perf_counter()
                store_document(db, minutes.document.name, minutes.document, [minutes.meeting])
                seconds.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            tidy_store(db, len(further))
            return Adding(tuple(seconds), time.perf_counter() - begun)
