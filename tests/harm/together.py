"""Several at once: importers that write one store, readers that read it meanwhile, programs that write one desk.

`python -m tests.harm.together 60 10` for so many documents an importer, and so many milliseconds that the 99th of a
hundred readings may be at work; 0 only prints them. Exits with 1 when something was lost, there twice, or read by half.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from store.database.check import check_store
from store.database.checksums import meeting_hash
from store.database.connect import open_as_it_is, open_for_reading
from store.ingest.importer import import_paths
from store.userdata.userdata import UserData
from store.views.meeting_views import item, meeting, meetings
from tests.harm.commands import minutebook
from tests.harm.killed import correction

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_IMPORTERS = 4
_NOW = datetime(2024, 1, 1, tzinfo=UTC)


def main(documents: int = 60, most: int = 10) -> int:
    """Work together, and print what came of it; the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = [*_importers(folder, documents), *_readers(folder, documents * 2, most), *_desks(folder, documents)]
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in wrong)
    return 1 if wrong else 0


def _importers(folder: Path, documents: int) -> list[str]:
    """Four importers at once, half of whose documents another has, too."""
    path, sources = folder / "minutes.db", folder / "documents"
    sources.mkdir()
    shares = [_documents(sources, number, documents) for number in range(_IMPORTERS)]
    shares = [own + shares[(number + 1) % _IMPORTERS][::2] for number, own in enumerate(shares)]
    importers = [_begin(lambda share=share: _add(path, share)) for share in shares]  # type: ignore[misc]
    wrong = [f"an importer ended with {status}" for one in importers if (status := os.waitpid(one, 0)[1])]
    with closing(open_as_it_is(path)) as store:
        wrong += [fault.words for _, found in check_store(store) for fault in found or ()]
        stored, different = store.execute("SELECT count(*), count(DISTINCT sha256) FROM document").fetchone()
        (lines,) = store.execute("SELECT count(*) FROM meeting").fetchone()
    if not stored == different == lines == _IMPORTERS * documents:
        wrong.append(f"{stored} documents ({different} different) of {lines} meetings, not {_IMPORTERS * documents}")
    sys.stdout.write(
        f"{_IMPORTERS} importers of {documents} documents, half of another's too: {stored} stored, none twice\n"
    )
    return wrong


def _readers(folder: Path, documents: int, most: int) -> list[str]:
    """What the panes ask while documents are added, and how long it takes."""
    path, sources = folder / "read.db", folder / "read"
    sources.mkdir()
    importer = _begin(lambda: _add(path, _documents(sources, 0, documents)))
    while "no store" in minutebook("list", "--store", path).err:
        time.sleep(0.01)
    readings, wrong = _read_until_done(path, documents)
    os.waitpid(importer, 0)
    ranked, working = (sorted(one[at] for one in readings) for at in (0, 1))
    median, late, worked = (
        one[int(len(one) * share)] * 1000 for one, share in ((ranked, 0.5), (ranked, 0.99), (working, 0.99))
    )
    if most and worked > most:
        wrong.append(f"the 99th of a hundred readings was at work for {worked:.1f} ms")
    sys.stdout.write(
        f"{len(readings)} readings while {documents} documents are added, all of whole meetings:"
        f" median {median:.1f} ms, p99 {late:.1f} ms, of which at work {worked:.1f} ms\n"
    )
    return wrong


def _documents(folder: Path, number: int, count: int) -> list[Path]:
    """Minutes of days on which nobody else meets."""
    words = (_FIXTURES / "minutes" / "wendleham-parish-2024-07-08.txt").read_text(encoding="utf-8")
    paths = []
    for at in range(count):
        path = folder / f"{number}-{at}.txt"
        day = f"{at % 28 + 1} {('January', 'March', 'May', 'July')[number]} {1900 + at // 28}"
        path.write_text(words.replace("8th July 2024", day), encoding="utf-8")
        paths.append(path)
    return paths


def _add(path: Path, documents: list[Path]) -> None:
    for _ in import_paths(path, documents):
        pass


def _begin(work: Callable[[], None]) -> int:
    child = os.fork()
    if not child:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def _read_until_done(path: Path, meetings_expected: int) -> tuple[list[tuple[float, float]], list[str]]:
    """What the panes ask, again and again: the seconds each took by the clock and at work, and what was not whole."""
    readings, halves = [], []
    give_up = time.monotonic() + 300
    with closing(open_for_reading(path)) as store:
        while time.monotonic() < give_up:
            lines = meetings(store)
            for line in lines[:5]:
                begun, began_to_work = time.perf_counter(), time.thread_time()
                whole = meeting(store, line.permalink)
                item(store, whole.items[0].permalink)
                readings.append((time.perf_counter() - begun, time.thread_time() - began_to_work))
                store.execute("BEGIN")  # what was stored meanwhile is not seen until its end
                key, seal = store.execute(
                    "SELECT id, seal FROM meeting WHERE permalink = ?", (line.permalink,)
                ).fetchone()
                if seal != meeting_hash(store, key):
                    halves.append(f"{line.permalink} was read by half")
                store.execute("ROLLBACK")
            if len(lines) >= meetings_expected:
                break
    return readings, halves


def _desks(folder: Path, count: int) -> list[str]:
    """Programs that star, note and put right at once on one desk."""
    path = folder / "desk.db"

    def keep(number: int) -> None:
        with closing(UserData(path)) as desk:
            for at in range(count):
                desk.stars.add([f"a/b/2024-01-01/{number}-{at}"], _NOW)
                desk.notes.write(f"a/b/2024-01-01/{number}-{at}", f"Note {at}", _NOW)
                desk.corrections.add([correction(number, at)], _NOW)

    programs = [_begin(lambda number=number: keep(number)) for number in range(_IMPORTERS)]  # type: ignore[misc]
    wrong = [f"a program ended with {status}" for one in programs if (status := os.waitpid(one, 0)[1])]
    with closing(UserData(path)) as desk:
        stars, notes, put_right = (len(kept.all()) for kept in (desk.stars, desk.notes, desk.corrections))
    if not stars == notes == put_right == _IMPORTERS * count:
        wrong.append(f"{stars} stars, {notes} notes and {put_right} corrections of {_IMPORTERS * count}")
    sys.stdout.write(f"{_IMPORTERS} programs on one desk: {stars} stars, notes and corrections each, none lost\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
