"""What somebody starred, by the permalinks that a store has for it now."""

import sqlite3
from collections.abc import Iterable

from store.errors import NotFound
from store.lookup import find_place
from store.permalink import parse


def now_called(store: sqlite3.Connection, permalinks: Iterable[str]) -> frozenset[str]:
    """`permalinks`, with those from before their council was told as `store` has them now; the others as they are.

    Only the former are looked up: a few, and a look-up each.
    """
    return frozenset(_now_called(store, permalink) for permalink in permalinks)


def _now_called(store: sqlite3.Connection, permalink: str) -> str:
    try:
        return permalink if parse(permalink).council else find_place(store, permalink).permalink
    except NotFound:
        return permalink
