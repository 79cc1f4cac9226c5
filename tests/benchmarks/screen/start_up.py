"""From the command to the first screen: the reader on a large store, a bare Textual app, fzf and less, turn by turn.

    python -m tests.benchmarks.screen.start_up --size 1000000

Prints medians in milliseconds, and how often the bare app's time each one takes: that ratio is what to compare between
machines. fzf and less are given the same resolutions as lines.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.benchmarks.finding.stores import Built, folder_of_stores, store_of
from tests.benchmarks.screen import bare
from tests.benchmarks.screen.terminal import Terminal, as_installed

_ROUNDS: Final = 15
BAR: Final = 1.4  # times the bare app's time, for the first screen
_BARE: Final = "a bare Textual app with four panes"
_FIRST: Final = "minutebook, first screen"


def programs(built: Built) -> dict[str, tuple[list[str], str]]:
    """Each program's command, and what it has written when its screen stands."""
    python, lines = sys.executable, str(built.lines)
    with built.lines.open(encoding="utf-8") as file:
        first = file.readline().split("\t")[0]
    reader = [python, "-m", "tui.cli", "--store", str(built.path)]
    every = {
        _BARE: ([python, str(Path(bare.__file__))], bare.SIGN),
        _FIRST: (reader, "1 Meetings"),
        "minutebook, first screen with minutes": (reader, " resolutions"),
        "minutebook list, its first line": ([*reader, "list"], "Committee"),
        "less": (["less", lines], first),
        "fzf": (["sh", "-c", f"exec fzf < '{lines}'"], first),
    }
    return {name: told for name, told in every.items() if name not in ("less", "fzf") or shutil.which(name)}


def measured(built: Built, rounds: int = _ROUNDS) -> dict[str, float]:
    """The median seconds of each program; they take turns, so that what else the machine does falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in programs(built)}
    for number in range(rounds + 1):
        for name, (command, sign) in programs(built).items():
            with Terminal(command) as terminal:
                taken = terminal.until(sign)
                times[name] += [taken] if number else []  # the first time, Python compiles what changed
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> None:
    """Measure, and print what came out."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--size", type=int, default=1_000_000, help="resolutions in the store")
    arguments.add_argument("--folder", type=Path, help="where stores are kept")
    arguments.add_argument("--as-it-is", action="store_true", help="take a kept store though the code changed")
    arguments.add_argument("--rounds", type=int, default=_ROUNDS)
    told = arguments.parse_args()
    built = store_of(folder_of_stores(told.folder), told.size, as_it_is=told.as_it_is)
    with tempfile.TemporaryDirectory() as scratch:
        as_installed(Path(scratch))
        middle = measured(built, told.rounds)
    for name, seconds in middle.items():
        ratio = seconds / middle[_BARE]
        remark = f" (at most {BAR})" if name == _FIRST else ""
        sys.stdout.write(f"{name:<40}{seconds * 1000:6.0f} ms {ratio:6.2f} times the bare app{remark}\n")


if __name__ == "__main__":
    main()
