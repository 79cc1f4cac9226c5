"""From a key to the screen: the reader on a large store, a bare Textual app, fzf and less, turn by turn in one run.

    python -m tests.benchmarks.screen.key_to_screen --size 1000000 [--tmux]

Two moments are measured, to the byte (see `terminal`): the first byte that comes of a key, when the cursor has moved or
the letter stands in its box; and the last, when everything has followed that the key has a say in: of the reader, the
item tree and the text of the meeting that the cursor is on, or the answers to what is typed. Keys come at uneven
intervals, so that none keeps step with a program's own clock. With `--tmux`, the moments are those of a screen of tmux
(see `tmux`). Prints medians, in milliseconds, and their ratios.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.finding.stores import Built, folder_of_stores, store_of
from tests.benchmarks.screen import bare
from tests.benchmarks.screen.terminal import Terminal, as_installed
from tests.benchmarks.screen.tmux import Tmux

_KEYS: Final = 40  # of each kind, in each program
_TURNS: Final = 4
_PAUSE: Final = (0.02, 0.12)  # seconds between what came of one key and the next
BAR: Final = 1.3  # times what less takes
DOWN, PAGE, LETTERS = b"j", b"\x1b[6~", b"the road and bridge "
TYPED: Final = "a letter typed"


@dataclass(frozen=True, slots=True)
class Program:
    """How a program is run, when it is ready, and what is pressed: what begins a kind of keys, and the keys."""

    command: list[str]
    sign: str
    keys: dict[str, tuple[bytes, bytes]]


def programs(built: Built) -> dict[str, Program]:
    """Those that are held against one another."""
    lines = str(built.lines)
    with built.lines.open(encoding="utf-8") as file:
        first = file.readline().split("\t")[0]
    python = sys.executable
    moves = {"one down": (b"", DOWN), "a screenful down": (b"", PAGE)}
    return {
        "less": Program(["less", lines], first, {**moves, TYPED: (b"/", LETTERS)}),
        "fzf": Program(
            ["sh", "-c", f"exec fzf < '{lines}'"], first, {"one down": (b"", b"\x1b[A"), TYPED: (b"", LETTERS)}
        ),
        "bare": Program([python, str(Path(bare.__file__)), "lists"], bare.SIGN, {**moves, TYPED: (b"\t", LETTERS)}),
        "minutebook": Program(
            [python, "-m", "tui.cli", "--store", str(built.path)],
            " resolutions",
            {**moves, TYPED: (b"/", LETTERS)},
        ),
    }


def measured(
    built: Built, keys: int = _KEYS, screen: type[Terminal] | type[Tmux] = Terminal
) -> dict[str, dict[str, tuple[float, float]]]:
    """By kind of key and program, the median seconds to the first byte and to the last."""
    chance = random.Random("keys")
    taken: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for _ in range(_TURNS):
        for name, program in programs(built).items():
            for kind, (begin, pressed) in program.keys.items():
                times = taken.setdefault(kind, {}).setdefault(name, [])
                with screen(program.command) as terminal:
                    terminal.until(program.sign)
                    terminal.settle()
                    if begin:
                        terminal.key(begin)
                    for number in range(keys // _TURNS):
                        one = pressed if kind != TYPED else pressed[number % len(pressed) :][:1]
                        if came := terminal.key(one):
                            times.append(came)
                        terminal.settle()  # what comes late of one key is not taken for the next one's
                        time.sleep(chance.uniform(*_PAUSE))
    return {
        kind: {
            name: (statistics.median(first for first, _ in times), statistics.median(last for _, last in times))
            for name, times in by_name.items()
            if times
        }
        for kind, by_name in taken.items()
    }


def main() -> None:
    """Measure, and print what came out."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--size", type=int, default=1_000_000, help="resolutions in the store")
    arguments.add_argument("--folder", type=Path, help="where stores are kept")
    arguments.add_argument("--as-it-is", action="store_true", help="take a kept store though the code changed")
    arguments.add_argument("--keys", type=int, default=_KEYS, help="of each kind, in each program")
    arguments.add_argument("--tmux", action="store_true", help="as tmux shows it, and not to the byte")
    told = arguments.parse_args()
    built = store_of(folder_of_stores(told.folder), told.size, as_it_is=told.as_it_is)
    with tempfile.TemporaryDirectory() as scratch:
        as_installed(Path(scratch))
        figures = measured(built, told.keys, Tmux if told.tmux else Terminal)
    for kind, by_name in figures.items():
        sys.stdout.write(f"{kind:<22} first byte  last byte   of less’s first   of the bare app’s first (ms)\n")
        for name, (first, last) in by_name.items():
            to_less, to_bare = first / by_name["less"][0], first / by_name["bare"][0]
            sys.stdout.write(f"  {name:<20}{first * 1000:9.1f} {last * 1000:10.1f} {to_less:14.1f} {to_bare:18.2f}\n")


if __name__ == "__main__":
    main()
