"""Work over many rows that every core takes a share of, each process with the store open for itself."""

import multiprocessing
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import TypeVar

from store.database.connect import open_as_it_is

Share = TypeVar("Share")

_ALONE = 500  # rows that are done before another process has begun
_AT_ONCE = 250  # rows of a share: of the last ones nobody waits long for another


def shared(
    store: sqlite3.Connection,
    work: Callable[[sqlite3.Connection, Sequence[int]], Share],
    keys: Sequence[int],
    processes: int | None = None,
) -> Iterator[Share]:
    """What `work`, a function of a module, makes of the rows of these keys, share by share in their order.

    Few rows are done here; `processes` says otherwise. What is raised there is raised here.
    """
    cores = processes or (1 if len(keys) <= _ALONE else os.cpu_count() or 1)
    if cores == 1:
        yield work(store, keys)
        return
    path = store.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    size = max(1, min(_AT_ONCE, -(-len(keys) // cores)))
    parts = [keys[at : at + size] for at in range(0, len(keys), size)]
    # A server that forks has neither threads nor connections of ours.
    with ProcessPoolExecutor(cores, multiprocessing.get_context("forkserver"), _open, (Path(path),)) as pool:
        yield from pool.map(_work, repeat(work), parts)


_opened: sqlite3.Connection | None = None


def _open(path: Path) -> None:
    global _opened  # noqa: PLW0603 (a process has one store, for as long as it lives)
    os.nice(5)  # whoever reads minutes meanwhile goes before
    _opened = open_as_it_is(path)


def _work(work: Callable[[sqlite3.Connection, Sequence[int]], Share], keys: Sequence[int]) -> Share:
    assert _opened is not None
    return work(_opened, keys)
