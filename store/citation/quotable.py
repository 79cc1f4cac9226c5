"""The words of a decision that can be quoted: a clause with its points, or clauses with their labels, on one line."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from store.database.sql import one_row, rows
from store.text.clean import clean_line

_NO_DECISION = {"lost": "rejected", "withdrawn": "withdrew"}  # what became of a motion -> what the body did


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted of a place, verbatim; `complete` is false where the source cuts it short.

    `parts` are the labels, or None, and words that `text` has on one line. `form` and `result` are as in `store.model`;
    of several resolutions those of the first.
    """

    text: str
    decided: str
    complete: bool
    form: str
    result: str
    parts: tuple[tuple[str | None, str], ...]


def quoted_clause(store: sqlite3.Connection, clause_id: int) -> Quoted:
    """The words of a clause, without its label, and of the points under it."""
    clause = one_row(
        store,
        "SELECT clause.text, kind, clause.complete, form, result FROM clause"
        " JOIN resolution ON resolution.id = resolution_id"
        " WHERE clause.id = ?",
        (clause_id,),
    )
    points = store.execute("SELECT label, text FROM point WHERE clause_id = ? ORDER BY position", (clause_id,))
    return _quoted([(None, clause["text"]), *points], clause, complete=bool(clause["complete"]))


def quoted_resolutions(store: sqlite3.Connection, item_id: int, resolution_id: int | None) -> Quoted | None:
    """The words of a resolution, or of all that an item resolved; None when it resolved nothing.

    Motions that were lost or withdrawn are not among what an item resolved, unless there is nothing else.
    """
    asked = (
        "SELECT id, kind, intro, complete, form, result FROM resolution"
        " WHERE item_id = ? AND id = ifnull(?, id) ORDER BY position"
    )
    resolutions = list(rows(store, asked, (item_id, resolution_id)))
    resolutions = [one for one in resolutions if one["result"] not in _NO_DECISION] or resolutions
    if not resolutions:
        return None
    parts: list[tuple[str | None, str]] = []
    for resolution in resolutions:
        key = (resolution["id"],)
        points: dict[int | None, list[tuple[str | None, str]]] = defaultdict(list)
        of_resolution = "SELECT clause_id, label, text FROM point WHERE resolution_id = ? ORDER BY position"
        for point in rows(store, of_resolution, key):
            points[point["clause_id"]].append((point["label"], point["text"]))
        parts += [(None, resolution["intro"])] if resolution["intro"] else []
        for clause in rows(store, "SELECT id, label, text FROM clause WHERE resolution_id = ? ORDER BY position", key):
            parts += [(clause["label"], clause["text"]), *points[clause["id"]]]
        parts += points[None]
    return _quoted(parts, resolutions[0], complete=all(resolution["complete"] for resolution in resolutions))


def _quoted(of_place: Iterable[tuple[str | None, str]], of: sqlite3.Row, *, complete: bool) -> Quoted:
    """A motion that was not carried the body did not resolve: a citation says what it did."""
    did = _NO_DECISION.get(of["result"], of["kind"])
    parts = tuple(of_place)
    return Quoted(_line(parts), did, complete, of["form"], of["result"], parts)


def _line(parts: Iterable[tuple[str | None, str]]) -> str:
    return clean_line(" ".join(f"{label or ''} {text}" for label, text in parts))
