"""The words of a decision that can be quoted: a clause with its points, or clauses with their labels, on one line."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from store.text.clean import clean_line


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted of a place, verbatim; `complete` is false where the source cuts it short."""

    text: str
    decided: str
    complete: bool


def quoted_clause(store: sqlite3.Connection, clause_id: int) -> Quoted:
    """The words of a clause, without its label, and of the points under it."""
    text, kind, complete = store.execute(
        "SELECT clause.text, kind, clause.complete FROM clause JOIN resolution ON resolution.id = resolution_id"
        " WHERE clause.id = ?",
        (clause_id,),
    ).fetchone()
    points = store.execute("SELECT label, text FROM point WHERE clause_id = ? ORDER BY position", (clause_id,))
    return Quoted(_line([(None, text), *points]), kind, bool(complete))


def quoted_resolutions(store: sqlite3.Connection, item_id: int, resolution_id: int | None) -> Quoted | None:
    """The words of a resolution, or of all that an item resolved; None when it resolved nothing."""
    resolutions = store.execute(
        "SELECT id, kind, intro, complete FROM resolution WHERE item_id = ? AND id = ifnull(?, id) ORDER BY position",
        (item_id, resolution_id),
    ).fetchall()
    if not resolutions:
        return None
    parts: list[tuple[str | None, str]] = []
    for key, _, intro, _ in resolutions:
        points: dict[int | None, list[tuple[str | None, str]]] = defaultdict(list)
        for clause_id, label, text in store.execute(
            "SELECT clause_id, label, text FROM point WHERE resolution_id = ? ORDER BY position", (key,)
        ):
            points[clause_id].append((label, text))
        parts += [(None, intro)] if intro else []
        for clause_id, label, text in store.execute(
            "SELECT id, label, text FROM clause WHERE resolution_id = ? ORDER BY position", (key,)
        ):
            parts += [(label, text), *points[clause_id]]
        parts += points[None]
    return Quoted(_line(parts), resolutions[0][1], all(complete for *_, complete in resolutions))


def _line(parts: Iterable[tuple[str | None, str]]) -> str:
    return clean_line(" ".join(f"{label or ''} {text}" for label, text in parts))
