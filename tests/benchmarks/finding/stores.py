"""Stores of the corpora, built through the project's own import path and kept between runs.

A store is kept by its size, its seed, and a digest of all that decides what is in it: the generator, the word list, and
the modules that write a store. The path is that of `store.ingest.importer.import_paths` from `store_document` on, one
transaction a meeting, with the tidying at its end; reading files is left out: it has nothing to do with finding.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from unittest import mock

from tests.benchmarks.finding.apart import apart, peak_memory
from tests.benchmarks.finding.stopwatch import Stopwatch
from tests.benchmarks.finding.vocabulary import WORD_LIST, invented_words, read_words

CORPUS_SEED, OTHER_SEED = 7, 11
WORDS: Mapping[int, Callable[[], list[str]]] = {CORPUS_SEED: read_words, OTHER_SEED: invented_words}
"""The seed of each corpus, and the words that it is made of."""

FOLDER_VARIABLE = "MINUTEBOOK_BENCHMARKS"

_ROOT = Path(__file__).parents[3]
_HERE = Path(__file__).parent
_GENERATOR = ("vocabulary", "councils", "formulas", "sentences", "printing", "meetings", "corpus")
_WRITERS = (
    "store/database/schema.py",
    "store/ingest/*.py",
    "store/database/connect.py",
    "store/index/*.py",
)


@dataclass(frozen=True, slots=True)
class Built:
    """A store of a corpus and what building it took; `seconds` leave out making the minutes up.

    `indexing` are the seconds among them that went into the index of finding; `memory` is in bytes.
    """

    path: Path
    size: int
    meetings: int
    seconds: float
    indexing: float
    memory: int
    seed: int = CORPUS_SEED

    @property
    def bytes(self) -> int:
        return self.path.stat().st_size

    @property
    def lines(self) -> Path:
        """The same resolutions as lines for the other engines."""
        return self.path.with_suffix(".lines")


def folder_of_stores(told: Path | None) -> Path:
    """Where stores are kept: as told, else as the environment says, else in the folder for temporary files."""
    named = os.environ.get(FOLDER_VARIABLE)
    folder = told or (Path(named) if named else Path(tempfile.gettempdir()) / "minutebook-benchmarks")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def store_of(folder: Path, size: int, seed: int = CORPUS_SEED, *, as_it_is: bool = False) -> Built:
    """The store with so many resolutions of a corpus, built where it is not kept yet.

    `as_it_is` takes one that is kept though the code that writes stores has changed since.
    """
    begins = f"{size}-{seed}-"
    path = folder / f"{begins}{_digest()}.db"
    kept = sorted(folder.glob(f"{begins}*.json"), key=lambda file: file.stat().st_mtime)
    if as_it_is and kept:
        path = kept[-1].with_suffix(".db")
    facts = path.with_suffix(".json")
    if not facts.exists():
        sys.stderr.write(f"building the store of {size:,} resolutions\n")
        new = folder / f"new-{os.getpid()}-{path.name}"
        built = replace(apart(build, new, size, seed), path=path)
        _remove(folder, begins)
        new.rename(path)
        _write_lines(built)
        facts.write_text(json.dumps(asdict(built), default=str), encoding="utf-8")
    told = json.loads(facts.read_text(encoding="utf-8"))
    return Built(**told | {"path": path})


def build(path: Path, size: int, seed: int = CORPUS_SEED) -> Built:
    """Build the store in this process."""
    from store.database.connect import writing
    from store.index.indexing import index_rows
    from store.ingest import content, storing
    from tests.benchmarks.finding.corpus import corpus

    meetings = 0
    adding, indexing = Stopwatch(), Stopwatch()
    dictionary = WORDS[seed]()
    with writing(path) as db, mock.patch.object(content, "index_rows", indexing.timed(index_rows)):
        for minutes in corpus(dictionary, seed, size):
            with adding:
                storing.store_document(db, minutes.document.name, minutes.document, [minutes.meeting])
            meetings += 1
            if meetings % 1000 == 0:
                sys.stderr.write(f"\r{meetings:,} meetings in {adding.seconds:.0f} s ")
        with adding, indexing:
            storing.tidy_store(db, meetings)
    sys.stderr.write(f"\r{meetings:,} meetings in {adding.seconds:.0f} s\n")
    return Built(path, size, meetings, adding.seconds, indexing.seconds, peak_memory(), seed)


def lines_of(path: Path) -> Iterator[str]:
    """Every resolution of a store on a line: its number as in "min 22", a tab, its title, a tab, its text."""
    with closing(sqlite3.connect(path)) as store:
        for number, title, text in store.execute(_CLAUSES):
            yield f"min {number}\t{title}\t{text}"


def _write_lines(built: Built) -> None:
    with built.lines.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines_of(built.path))


def _remove(folder: Path, begins: str) -> None:
    """Remove the stores of one size, and what other engines made of them."""
    for old in folder.glob(f"{begins}*"):
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink()


def _digest() -> str:
    files = [_HERE / f"{name}.py" for name in _GENERATOR] + [WORD_LIST]
    files += sorted(file for pattern in _WRITERS for file in _ROOT.glob(pattern))
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes() if file.exists() else b"")
    return whole.hexdigest()[:12]


_CLAUSES = """
    SELECT agenda_item.number, agenda_item.title, clause.text FROM clause
    JOIN resolution ON resolution.id = clause.resolution_id
    JOIN agenda_item ON agenda_item.id = resolution.item_id
    ORDER BY clause.id
"""
