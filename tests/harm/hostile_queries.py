"""Hostile queries: whatever is asked, there is an answer, and none comes late; ten megabytes pasted hold nothing up.

`python -m tests.harm.hostile_queries 10000 100000` for so many queries to a store of so many resolutions, which is that
of the benchmarks; without a size they go to the sample minutes, and nothing is timed. Exits with 1 when a query was not
answered, or took longer than 200 ms three times (once may be another program's doing), or when the screen stood still
for a second.
"""

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from textual.events import Paste

from store.database.connect import open_for_reading
from store.find.finder import Finder
from store.ingest.sample import build_sample
from tests.benchmarks.finding.stores import folder_of_stores, store_of
from tests.harm.payloads import PAYLOADS
from tests.tui.opened import opened

_ROOT: Final = Path(__file__).parents[2]
_LATEST: Final = 0.2  # seconds
_STILL: Final = 1.0  # seconds
_PASTED: Final = 10_000_000  # characters
_TYPED: Final = 30  # queries a hundred that go through the find box
_PIECES: Final = (
    *(
        "flood",
        "the",
        "a",
        "repairs",
        "counc",
        "plannign",
        "Cllr",
        "é",
        "漢字",
        "123",
        "23(ii)",
        "£4,000",
        "2021-05-10",
    ),
    *('"', "'", "(", ")", "-", "--", "*", "|", "!", "^", "$", ":", "/", "\\", "%", "_", ";", "~", "{", "}", "[", "]"),
    *("date:", "year:2021", "council:", "committee:x", "in:titles", "is:starred", "is:", "outcome:noted", "mover:"),
    *("is:unseen", "!is:seen"),
    *("date:..", "date:2021..", "date:0000-99-99", "year:99999999999999999999", "number:-1", "NEAR(", "AND", "OR NOT"),
    *("'; DROP TABLE clause; --", "* *", '""', "x" * 300, "a " * 80, "(" * 60, '"' * 61, "-" * 61, "\u00a0", "\t"),
    *PAYLOADS.values(),
)


def queries(count: int) -> Iterator[str]:
    """So many strings: pieces of the query language put together by chance, and letters of every kind."""
    chance = random.Random(count)
    for _ in range(count):
        if chance.random() < 0.8:
            pieces = chance.choices(_PIECES, k=chance.randint(1, 9))
            yield chance.choice((" ", "", " -", ' "')).join(pieces)
        else:
            letters = chance.choice((128, 0x3000, 0x110000))
            yield "".join(chr(chance.randrange(letters)) for _ in range(chance.randint(1, 60)))


def main(count: int, size: int | None) -> int:
    """Ask, print how long it took, and the exit status."""
    asked = list(queries(count))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if size is None:
            store = folder / "sample.db"
            build_sample(store)
        else:
            store = store_of(folder_of_stores(None), size, as_it_is=True).path
        wrong = [*_ask(store, asked, timed=size is not None), *_ask_by_lines(store, folder, asked)]
        wrong += asyncio.run(_type(store, folder / "desk.db", asked[: max(count * _TYPED // 100, 1)][:1000]))
        wrong += asyncio.run(_paste(store, folder / "desk.db"))
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in wrong[:50])
    return 1 if wrong else 0


def _ask(store: Path, asked: list[str], *, timed: bool) -> Iterator[str]:
    """What went wrong in asking the store itself."""
    times = []
    with closing(open_for_reading(store)) as rows:
        finder = Finder(rows)
        finder.find("flood")  # makes what every later answer needs
        for query in asked:
            try:
                times.append(_timed(finder, query))
                again = min(_timed(finder, query) for _ in range(2)) if timed and times[-1] > _LATEST else 0.0
            except Exception as error:  # noqa: BLE001 (whatever it is, it is told with the query that did it)
                yield f"{query!r}: {error!r}"
                continue
            if again > _LATEST:
                yield f"{query!r} took {again * 1000:.0f} ms"
    times.sort()
    sys.stdout.write(
        f"{len(asked):,} queries: half are answered within {times[len(times) // 2] * 1000:.1f} ms, 99 in a hundred"
        f" within {times[len(times) * 99 // 100] * 1000:.1f} ms, the last in {times[-1] * 1000:.0f} ms\n"
    )


def _timed(finder: Finder, query: str) -> float:
    """The seconds that an answer takes."""
    begun = time.perf_counter()
    finder.find(query)
    return time.perf_counter() - begun


def _ask_by_lines(store: Path, folder: Path, asked: list[str]) -> Iterator[str]:
    """What went wrong in asking `minutebook find --stdin`, which answers a line with a line."""
    lines = [query.encode("utf-8", "surrogatepass").replace(b"\r", b" ").replace(b"\n", b" ") for query in asked]
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "find", "--stdin", "--json", "--limit", "3", "--store", str(store)],
        cwd=_ROOT,
        env={"PATH": "", "MINUTEBOOK_DESK": str(folder / "desk.db"), "MINUTEBOOK_LOG": str(folder / "log")},
        input=b"\n".join(lines),
        capture_output=True,
        check=False,
    )
    answers = done.stdout.splitlines()
    if len(answers) != len(lines) or done.returncode:
        yield f"{len(lines)} lines have {len(answers)} answers, exit status {done.returncode}: {done.stderr[-500:]!r}"
    for answer in answers:
        json.loads(answer)
    sys.stdout.write(f"{len(answers):,} lines of standard input answered\n")


async def _type(store: Path, desk: Path, asked: list[str]) -> list[str]:
    """What went wrong in the find box; a fault of the app raises."""
    async with opened(store, desk=desk) as app:
        await app.run("find")
        box = app.reader.panes.resolutions.box
        for query in asked:
            box.post_message(Paste(query))
            await app.pilot.pause()
            assert app.app.is_running
            box.put("")
        await app.settle()
        running = app.app.is_running
    sys.stdout.write(f"{len(asked):,} queries pasted into the find box\n")
    return [] if running else ["the app ended"]


async def _paste(store: Path, desk: Path) -> list[str]:
    """What went wrong when very much was pasted: the longest that the loop of the app stood still."""
    async with opened(store, desk=desk) as app:
        await app.run("find")
        box = app.reader.panes.resolutions.box
        box.post_message(Paste("flood gate \u202e" * (_PASTED // 12)))
        longest = 0.0
        until = time.perf_counter() + 5
        while (begun := time.perf_counter()) < until:
            await asyncio.sleep(0.01)
            longest = max(longest, time.perf_counter() - begun)
        await app.press("escape")
        running, held = app.app.is_running, len(box.value)
    sys.stdout.write(
        f"{_PASTED:,} characters pasted, {held:,} of them taken: the screen stood still {longest * 1000:.0f} ms at"
        " most\n"
    )
    return [] if running and longest < _STILL else [f"it stood still {longest:.1f} s"]


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[1:]]
    sys.exit(main(numbers[0] if numbers else 10_000, numbers[1] if len(numbers) > 1 else None))
