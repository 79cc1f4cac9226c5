"""How far a key goes through the house: the files it touches, and how often it goes from one file into another.

    python -m tests.benchmarks.screen.footprint [--files]

The reader is opened on the sample minutes, four things are done in it once, so that what is made at the first time is
there, and then once more under `sys.settrace`, in every thread, until nothing is asked or drawn any more. A file is
touched when one of its functions is called. A move is a call into another file than the call before it, in the same
thread. Prints both numbers for each key; `--files` the files, and the moves by function, too.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, Final

ROOT: Final = Path(__file__).parents[3]
_HOUSE: Final = tuple(f"{ROOT / package}{os.sep}" for package in ("store", "tui"))
_INLINE: Final = {"<listcomp>", "<setcomp>", "<dictcomp>"}  # no calls any more from Python 3.12 on
MOST: Final = {
    "a letter in the find box": (35, 800),
    "a cursor move": (25, 500),
    "a star": (25, 500),
    "a copied citation": (30, 400),
}
"""How many files each may touch, and how many moves it may take."""


@dataclass
class Footprint:
    """The files touched, and the moves by the file and the function that they lead to."""

    files: set[str] = field(default_factory=set)
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    last: dict[int, str] = field(default_factory=dict)  # by thread, the file of the last call


class Tracer:
    """Counts into `footprint` while that is set, in every thread that begins after `install`."""

    def __init__(self) -> None:
        self.footprint: Footprint | None = None

    def install(self) -> None:
        threading.settrace(self._trace)
        sys.settrace(self._trace)

    def uninstall(self) -> None:
        sys.settrace(None)
        threading.settrace(None)

    def _trace(self, frame: FrameType, event: str, argument: Any) -> None:
        counted, file = self.footprint, frame.f_code.co_filename
        if counted is None or event != "call" or not file.startswith(_HOUSE) or frame.f_code.co_name in _INLINE:
            return
        counted.files.add(file)
        thread = threading.get_ident()
        if counted.last.get(thread) != file:
            counted.moves[(file, frame.f_code.co_qualname)] += 1
        counted.last[thread] = file


async def measured() -> dict[str, Footprint]:
    """What each of the four comes to, by its name in `MOST`."""
    from store.ingest.importer import import_paths
    from tests.tui.opened import opened
    from tui.reader import watching

    watching.EVERY = 3_600.0  # type: ignore[misc] # what is looked for by the clock is no key's

    tracer = Tracer()
    tracer.install()
    found: dict[str, Footprint] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "minutes.db"
        for _ in import_paths(store, [ROOT / "fixtures" / "minutes"]):
            pass
        async with opened(store) as app:
            keys = {
                "a cursor move": (["down"], ["down"]),
                "a star": (["2", "down", "s"], ["s"]),
                "a copied citation": (["y"], ["y"]),
                "a letter in the find box": (["/", "r"], ["o"]),
            }
            for name, (before, once) in keys.items():
                await app.press(*before)
                await asyncio.sleep(0.3)
                tracer.footprint = found[name] = Footprint()
                await app.press(*once)
                await asyncio.sleep(0.3)
                await app.settle()
                tracer.footprint = None
    tracer.uninstall()
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", action="store_true")
    chosen = parser.parse_args()
    os.environ.setdefault("TEXTUAL_FPS", "250")
    for name, footprint in asyncio.run(measured()).items():
        files, moves = MOST[name]
        found = len(footprint.files), footprint.moves.total()
        print(f"{name}: {found[0]} files (at most {files}), {found[1]:,} moves (at most {moves})")  # noqa: T201
        if chosen.files:
            for (file, function), number in footprint.moves.most_common(60):
                print(f"    {number:5} {Path(file).relative_to(ROOT)} {function}")  # noqa: T201
            print("   ", *sorted(str(Path(file).relative_to(ROOT)) for file in footprint.files))  # noqa: T201


if __name__ == "__main__":
    main()
