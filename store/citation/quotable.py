"""The words of a decision that can be quoted: a clause with its points, or clauses with their labels, on one line."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from store.database.sql import one_row, rows
from store.text.clean import clean_line

_NO_DECISION = {"lost": "rejected", "withdrawn": "withdrew"}  # what became of a motion -> what the body did
_MOTION = "kind, form, result, mover, seconder, vote"  # columns of a resolution


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted of a place, verbatim; `complete` is false where the source cuts it short.

    `parts` are the labels, or None, and words that `text` has on one line. `form` and `result`, `mover`, `seconder` and
    `vote` are as in `store.model`; of several resolutions those of the first. `outcomes` are those of its clauses.
    """

    text: str
    decided: str
    complete: bool
    form: str
    result: str
    parts: tuple[tuple[str | None, str], ...]
    outcomes: tuple[str, ...]
    mover: str | None
    seconder: str | None
    vote: str | None


def quoted_clause(store: sqlite3.Connection, clause_id: int) -> Quoted:
    """The words of a clause, without its label, and of the points under it."""
    clause = one_row(
        store,
        f"SELECT clause.text, clause.outcomes, clause.complete, {_MOTION} FROM clause"  # noqa: S608 (our own names)
        " JOIN resolution ON resolution.id = resolution_id"
        " WHERE clause.id = ?",
        (clause_id,),
    )
    points = store.execute("SELECT label, text FROM point WHERE clause_id = ? ORDER BY position", (clause_id,))
    parts = [(None, clause["text"]), *points]
    return _quoted(parts, clause, json.loads(clause["outcomes"]), complete=bool(clause["complete"]))


def quoted_resolutions(store: sqlite3.Connection, item_id: int, resolution_id: int | None) -> Quoted | None:
    """The words of a resolution, or of all that an item resolved; None when it resolved nothing.

    Motions that were lost or withdrawn are not among what an item resolved, unless there is nothing else.
    """
    asked = (
        f"SELECT id, intro, complete, {_MOTION} FROM resolution"  # noqa: S608 (our own names)
        " WHERE item_id = ? AND id = ifnull(?, id) ORDER BY position"
    )
    resolutions = list(rows(store, asked, (item_id, resolution_id)))
    resolutions = [one for one in resolutions if one["result"] not in _NO_DECISION] or resolutions
    if not resolutions:
        return None
    parts: list[tuple[str | None, str]] = []
    outcomes: list[str] = []
    of_resolution = "SELECT clause_id, label, text FROM point WHERE resolution_id = ? ORDER BY position"
    in_resolution = "SELECT id, label, text, outcomes FROM clause WHERE resolution_id = ? ORDER BY position"
    for resolution in resolutions:
        key = (resolution["id"],)
        points: dict[int | None, list[tuple[str | None, str]]] = defaultdict(list)
        for point in rows(store, of_resolution, key):
            points[point["clause_id"]].append((point["label"], point["text"]))
        parts += [(None, resolution["intro"])] if resolution["intro"] else []
        for clause in rows(store, in_resolution, key):
            outcomes += json.loads(clause["outcomes"])
            parts += [(clause["label"], clause["text"]), *points[clause["id"]]]
        parts += points[None]
    return _quoted(parts, resolutions[0], outcomes, complete=all(resolution["complete"] for resolution in resolutions))


def _quoted(
    of_place: Iterable[tuple[str | None, str]], of: sqlite3.Row, outcomes: Iterable[str], *, complete: bool
) -> Quoted:
    """A motion that was not carried the body did not resolve: a citation says what it did."""
    did = _NO_DECISION.get(of["result"], of["kind"])
    parts = tuple(of_place)
    return Quoted(
        text=_line(parts),
        decided=did,
        complete=complete,
        form=of["form"],
        result=of["result"],
        parts=parts,
        outcomes=tuple(dict.fromkeys(outcomes)),
        mover=of["mover"],
        seconder=of["seconder"],
        vote=of["vote"],
    )


def _line(parts: Iterable[tuple[str | None, str]]) -> str:
    return clean_line(" ".join(f"{label or ''} {text}" for label, text in parts))
