"""Adding meetings of two kilobytes of text: the processor time of each, here and in the processes that read.

Run by `make bench`; `python -m tests.benchmarks.adding 500 --profile` tells what this process does meanwhile.
"""

import argparse
import cProfile
import datetime as dt
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from store.ingest.events import Added, FilesFound
from store.ingest.importer import import_paths
from tests.layouts.words import FAMILY, GIVEN, Person, action, discussion, title

_BODIES = ("Amenities Committee", "Planning Committee", "Highways and Lighting Committee", "Finance Working Party")
_COUNCILS = 5
_BYTES = 2_000  # of a meeting, about
_FIRST_DAY = dt.date(1960, 1, 4)
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor time in milliseconds a meeting: of this process, and of those that read for it."""

    parent: float
    children: float


def minutes_of(number: int, rng: Random) -> str:
    """The minutes of one meeting, as printed: a day and a body that no other number has."""
    day = _FIRST_DAY + dt.timedelta(days=7 * (number // (_COUNCILS * len(_BODIES))))
    town = f"Wexcombe {chr(ord('A') + number % _COUNCILS)}bury"
    body = _BODIES[number // _COUNCILS % len(_BODIES)]
    people = [Person("Councillor", rng.choice(GIVEN), rng.choice(FAMILY)) for _ in range(5)]
    written = [
        f"{town} Town Council",
        body,
        f"Minutes of the meeting held on {day.day} {day:%B %Y} at 7.00 pm",
        f"Present: {people[0].called} (Chair), {', '.join(one.called for one in people[1:])}",
        "1. Apologies",
        "There were none.",
        "2. Minutes",
        "RESOLVED: That the minutes of the last meeting be signed as a correct record.",
    ]
    item = 3
    while sum(len(one) + 2 for one in written) < _BYTES - 200:
        first, second = action(rng), action(rng)
        written += [
            f"{item}. {title(rng)}",
            discussion(rng, people),
            f"RESOLVED:\n(i) That {first.that}.\n(ii) That {second.that}."
            if item % 2
            else f"RESOLVED: That {first.that}.",
        ]
        item += 1
    return "\n\n".join([*written, f"{item}. Close", "The meeting closed at 8.40 pm.", ""])


def make_files(folder: Path, count: int) -> None:
    """So many files of minutes in `folder`."""
    rng = Random(2_000)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(minutes_of(number, rng), encoding="utf-8")


def spent_in(folder: Path, store: Path) -> Spent:
    """What adding all files of `folder` to a new store takes. Raises `ValueError` where a file gave no new meeting."""
    begun, added = time.process_time(), 0
    children = 0.0
    for event in import_paths(store, [folder]):
        if isinstance(event, Added):
            added += 1
            if added == 1 or not added % 100:
                children = max(children, sum(_seconds_of_descendants()))
        elif not isinstance(event, FilesFound):
            raise ValueError(f"not a new meeting: {event}")
    return Spent((time.process_time() - begun) * 1000 / added, children * 1000 / added)


def _seconds_of_descendants() -> Iterator[float]:
    """The processor time of every process below this one; only where there is /proc."""
    owners, spent = {}, {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, fields = int(entry.parent.name), entry.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        owners[number], spent[number] = int(fields[1]), (int(fields[11]) + int(fields[12])) / _TICKS
    for number, seconds in spent.items():
        above = owners[number]
        while above in owners and above != os.getpid():
            above = owners[above]
        if above == os.getpid():
            yield seconds


def main() -> None:
    """Print the processor time of adding a meeting, in this process and in those that read."""
    ask = argparse.ArgumentParser(prog="python -m tests.benchmarks.adding", description=__doc__)
    ask.add_argument("count", nargs="?", type=int, default=2_000, help="how many meetings")
    ask.add_argument("--profile", action="store_true", help="tell where this process spends its time")
    told = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "minutes"
        folder.mkdir()
        make_files(folder, told.count)
        size = sum(file.stat().st_size for file in folder.iterdir()) / told.count
        profile = cProfile.Profile()
        if told.profile:
            spent = profile.runcall(spent_in, folder, Path(name) / "store.db")
        else:
            spent = spent_in(folder, Path(name) / "store.db")
    sys.stdout.write(
        f"add    {told.count} meetings of {size:.0f} bytes: {spent.parent + spent.children:.1f} ms of processor time"
        f" each, {spent.parent:.1f} in this process and {spent.children:.1f} in those that read\n"
    )
    if told.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)


if __name__ == "__main__":
    main()
