"""Reading and adding: documents a second by format, and adding against inserting the same rows with bare `sqlite3`.

Run by `make bench`. Compare the ratio between machines, not the seconds.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from store.ingest.importer import import_paths
from store.ingest.read_minutes import read_minutes

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_FORMATS = {"text": {".txt"}, "HTML": {".htm", ".html"}, "PDF": {".pdf"}, "DOCX": {".docx"}}
_SECONDS = 3.0  # for each format
_COPIES = 60  # of each text, told apart by their year


def documents_a_second(files: list[Path]) -> float:
    """How many of `files` are read and parsed a second in this process, over and over."""
    begun, done = time.perf_counter(), 0
    while time.perf_counter() - begun < _SECONDS:
        read_minutes(files[done % len(files)])
        done += 1
    return done / (time.perf_counter() - begun)


def seconds_of(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def copy_rows(source: Path, target: Path) -> None:
    """Insert every row of one store into another with the same tables, by `executemany`, in one transaction."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as two:
        two.execute("PRAGMA journal_mode = WAL")
        made = one.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        for _, name, sql in made:
            if not name.startswith("sqlite_"):
                two.execute(sql)
        for kind, name, _ in made:
            if kind == "table" and not name.startswith("sqlite_"):
                rows = one.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 (the store's own table names)
                if rows:
                    marks = ",".join("?" * len(rows[0]))
                    two.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608
        two.commit()


def main() -> None:
    """Print documents a second by format, and what adding text costs beside bare inserts."""
    for what, suffixes in _FORMATS.items():
        files = sorted(file for file in _FIXTURES.glob("[fm]*/*") if file.suffix in suffixes)
        size = sum(file.stat().st_size for file in files) / len(files) / 1000
        sys.stdout.write(f"{what:<6} {documents_a_second(files):7.0f} documents a second ({size:.0f} kB each)\n")
    with tempfile.TemporaryDirectory() as folder:
        minutes = Path(folder) / "minutes"
        minutes.mkdir()
        for source in sorted(_FIXTURES.glob("minutes/*.txt")):
            text, year = source.read_text(encoding="utf-8"), source.stem.rsplit("-", 3)[1]
            for copy in range(_COPIES):
                changed = text.replace(year, str(1000 + copy))
                (minutes / f"{source.stem}-{copy}.txt").write_text(changed, encoding="utf-8")
        files = sorted(minutes.iterdir())
        reading = seconds_of(lambda: [read_minutes(file) for file in files])
        adding = seconds_of(lambda: list(import_paths(Path(folder) / "store.db", [minutes])))
        bare = seconds_of(lambda: copy_rows(Path(folder) / "store.db", Path(folder) / "bare.db"))
    sys.stdout.write(
        f"add    {len(files) / adding:7.0f} documents a second; reading alone, in one process, takes"
        f" {reading / adding:.2f} of its time, bare inserts of the same rows {bare / adding:.3f}\n"
    )


if __name__ == "__main__":
    main()
