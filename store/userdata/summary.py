"""What is to be said of a place that somebody keeps: where it is, and its words."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from store.database.sql import ORGANIZATIONS, one_row
from store.errors import NotFound
from store.permalinks.lookup import Place, find_place


@dataclass(frozen=True, slots=True)
class Told:
    """A place for a list. `number` and `label` are as printed; `words` are its first words or its title."""

    committee: str
    date: str | None
    number: str | None
    label: str | None
    words: str


def told(store: sqlite3.Connection, permalinks: Iterable[str]) -> dict[str, Told]:
    """What is to be said of each of `permalinks`, without those that are not in the store."""
    known: dict[str, Told] = {}
    for permalink in permalinks:
        try:
            known[permalink] = _told(store, find_place(store, permalink))
        except NotFound:
            continue
    return known


def _told(store: sqlite3.Connection, place: Place) -> Told:
    meeting = one_row(
        store,
        f"SELECT committee.name, date FROM meeting {ORGANIZATIONS} WHERE meeting.id = ?",  # noqa: S608 (our own names)
        (place.meeting_id,),
    )
    where = (meeting["name"], meeting["date"])
    if place.item_id is None:
        return Told(*where, None, None, "")
    item = one_row(store, "SELECT number, title FROM agenda_item WHERE id = ?", (place.item_id,))
    if place.resolution_id is None:
        return Told(*where, item["number"], None, item["title"])
    clause = one_row(
        store,
        "SELECT label, text FROM clause WHERE resolution_id = ? AND coalesce(id = ?, 1) ORDER BY position LIMIT 1",
        (place.resolution_id, place.clause_id),
    )
    return Told(*where, item["number"], clause["label"] if place.clause_id is not None else None, clause["text"])
