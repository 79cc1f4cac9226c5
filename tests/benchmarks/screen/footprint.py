"""How far a key goes through the house: the files it touches, and how often it goes from one file into another.

    python -m tests.benchmarks.screen.footprint [--files]

The reader is opened on the sample minutes, four things are done in it once, so that what is made at the first time is
there, and then once more under `sys.settrace`, in every thread, until nothing is asked or drawn any more. A file is
touched when one of its functions is called; going from a file into another is a move: each call of a function whose
caller, the nearest of the project's own, is in another file. Prints both numbers for each; `--files` the files too.
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
MOST: Final = {
    "a letter in the find box": (35, 800),
    "a cursor move": (25, 500),
    "a star": (25, 500),
    "a copied citation": (30, 400),
}
"""How many files each may touch, and how many moves it may take."""


@dataclass
class Footprint:
    """The calls of each file, and the moves between files by (caller, called)."""

    calls: Counter[str] = field(default_factory=Counter)
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    functions: Counter[tuple[str, str]] = field(default_factory=Counter)


class Tracer:
    """Counts into `footprint` while that is set, in every thread that begins after `install`."""

    def __init__(self) -> None:
        self.footprint: Footprint | None = None

    def install(self) -> None:
        threading.settrace(self._trace)
        sys.settrace(self._trace)

    def uninstall(self) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]  # typeshed knows only the setting

    def _trace(self, frame: FrameType, event: str, argument: Any) -> None:
        if self.footprint is None or event != "call":
            return
        called = frame.f_code.co_filename
        if not called.startswith(_HOUSE):
            return
        self.footprint.calls[called] += 1
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(_HOUSE):
            caller = caller.f_back
        if caller is None or caller.f_code.co_filename != called:
            self.footprint.functions[(called, frame.f_code.co_qualname)] += 1
            self.footprint.moves[(caller.f_code.co_filename if caller else "", called)] += 1


async def measured() -> dict[str, Footprint]:
    """What each of the four comes to, by its name in `MOST`."""
    from store.ingest.importer import import_paths
    from tests.tui.opened import opened

    tracer = Tracer()
    tracer.install()
    found: dict[str, Footprint] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "minutes.db"
        for _ in import_paths(store, [ROOT / "fixtures" / "minutes"]):
            pass
        async with opened(store) as app:
            keys = {
                "a letter in the find box": (["/", "f", "l"], ["o"]),
                "a cursor move": (["escape", "escape", "1", "down"], ["down"]),
                "a star": (["4", "s", "down"], ["s"]),
                "a copied citation": (["y"], ["y"]),
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
        print(f"{name}: {len(footprint.calls)} files, {sum(footprint.moves.values()):,} moves")
        if chosen.files:
            for (called, function), number in footprint.functions.most_common(45):
                print(f"    {number:5} {called.removeprefix(str(ROOT))} {function}")
            print("   ", *sorted(f.removeprefix(str(ROOT)) for f in footprint.calls))


if __name__ == "__main__":
    main()
