"""Finding a clause by words that may be mistyped, unfinished or in another order."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that answers a query, best first by `score` (0 to 1; 0 for the empty query).

    `number` is the item's, `label` the clause's, as printed. `spans` are the stretches of `text`, `title_spans` those of
    `title`, that the query's words matched: (first character, one after the last).
    """

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    label: str | None
    text: str
    title: str
    outcomes: tuple[str, ...]
    complete: bool
    score: float
    spans: tuple[tuple[int, int], ...]
    title_spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits of a query and how many there are in all."""

    query: str
    hits: tuple[Hit, ...]
    total: int


class Finder:
    """Answers queries over one store. Belongs to the thread that made it; `find` may be called at every key."""

    def __init__(self, store: sqlite3.Connection) -> None:
        raise NotImplementedError

    def find(self, query: str, limit: int = 200) -> Answer:
        """The best `limit` clauses for `query`; the empty query gives every clause, newest first."""
        raise NotImplementedError
