"""The places that a citation names, with all the words that stand there."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.citation.quotable import quoted_clause, quoted_resolutions
from store.database.sql import rows
from store.errors import NotFound
from store.permalinks.lookup import Place, find_place
from store.text.labels import label_key, without_bullet
from store.text.lists import listed
from store.text.tokens import words
from store.verify.claim import Reference

_NAMED = 3  # places in a sentence that says what they lack


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place by its permalink, the words that stand there on one line, and the title of its item, if it has one."""

    permalink: str
    text: str
    title: str | None = None


def cited_places(store: sqlite3.Connection, reference: Reference) -> list[CitedPlace]:
    """The places that a citation may mean, at least one. Raises `NotFound`, saying what is not there."""
    if reference.permalink:
        place = find_place(store, reference.permalink)
        return [CitedPlace(place.permalink, _text(store, place), _title(store, place.item_id))]
    meetings = _meetings(store, reference)
    if not meetings:
        raise NotFound(f"The store has no such meeting: {reference.printed}.")
    if reference.number is None:
        return [CitedPlace(permalink, words_of_meeting(store, key)) for key, permalink in meetings]
    items = [item for key, _ in meetings for item in _items(store, key, reference.number)]
    if not items:
        raise NotFound(f"There is no number {reference.number} in {_names_of(meetings)}.")
    if reference.label is None:
        return [CitedPlace(permalink, words_of_item(store, key), _title(store, key)) for key, permalink in items]
    clauses = [clause for key, _ in items for clause in _clauses(store, key, reference.label)]
    if not clauses:
        raise NotFound(f"There is no ({reference.label}) in {_names_of(items)}.")
    return clauses


def parts_of(store: sqlite3.Connection, permalink: str) -> Iterator[CitedPlace]:
    """The clauses of an item or a meeting, and the items of a meeting, the smaller ones first."""
    place = find_place(store, permalink)
    items = store.execute(
        "SELECT id, permalink FROM agenda_item WHERE meeting_id = ? AND (? IS NULL OR id = ?) ORDER BY position",
        (place.meeting_id, place.item_id, place.item_id),
    ).fetchall()
    for item_id, _ in items:
        yield from _clauses(store, item_id)
    for item_id, item in items:
        yield CitedPlace(item, words_of_item(store, item_id))


def words_of_item(store: sqlite3.Connection, key: int) -> str:
    """All that an item says, in printed order."""
    return _joined(store.execute(f"{_PARAGRAPHS} item_id = ? AND kind <> 'furniture' ORDER BY position", (key,)))


def words_of_meeting(store: sqlite3.Connection, key: int) -> str:
    """All that is said at a meeting, in printed order."""
    ordered = "meeting_id = ? AND kind <> 'furniture' ORDER BY document_id, start"
    return _joined(store.execute(f"{_PARAGRAPHS} {ordered}", (key,)))


_PARAGRAPHS = "SELECT label, text FROM paragraph WHERE"


def _text(store: sqlite3.Connection, place: Place) -> str:
    if place.clause_id is not None:
        (label,) = store.execute("SELECT label FROM clause WHERE id = ?", (place.clause_id,)).fetchone()
        return _joined([(label, quoted_clause(store, place.clause_id).text)])
    if place.resolution_id is not None and place.item_id is not None:
        quoted = quoted_resolutions(store, place.item_id, place.resolution_id)
        return quoted.text if quoted else ""
    return words_of_meeting(store, place.meeting_id) if place.item_id is None else words_of_item(store, place.item_id)


def _title(store: sqlite3.Connection, item_id: int | None) -> str | None:
    found = store.execute("SELECT title FROM agenda_item WHERE id = ?", (item_id,)).fetchone()
    return found and str(found[0])


def _meetings(store: sqlite3.Connection, reference: Reference) -> list[tuple[int, str]]:
    """The meetings of the days and committees that a citation names; of any, where it names none."""
    found = store.execute(
        "SELECT id, permalink FROM meeting WHERE (? IS NULL OR date BETWEEN ? AND ?)"
        " AND (? = '[]' OR organization_id IN (SELECT value FROM json_each(?))) ORDER BY date DESC, id",
        (reference.first, reference.first, reference.last, *[json.dumps(sorted(reference.committees))] * 2),
    )
    return [(int(key), permalink) for key, permalink in found]


def _items(store: sqlite3.Connection, meeting_id: int, number: str) -> Iterator[tuple[int, str]]:
    items = "SELECT id, permalink, number FROM agenda_item WHERE meeting_id = ? ORDER BY position"
    for item in rows(store, items, (meeting_id,)):
        if _is_number(number, item["number"]):
            yield item["id"], item["permalink"]


def _is_number(cited: str, printed: str | None) -> bool:
    """Whether "61" or "61/21" cites the item printed as "61/21."."""
    wanted = words(cited)
    return words(printed or "")[: len(wanted)] == wanted


def _clauses(store: sqlite3.Connection, item_id: int, label: str | None = None) -> Iterator[CitedPlace]:
    clauses = (
        "SELECT clause.id, clause.permalink, clause.label FROM clause JOIN resolution ON resolution.id = resolution_id"
        " WHERE item_id = ? ORDER BY resolution.position, clause.position"
    )
    for clause in rows(store, clauses, (item_id,)):
        printed = clause["label"]
        if label is None or (printed and label_key(printed) == label_key(label)):
            text = _joined([(printed, quoted_clause(store, clause["id"]).text)])
            yield CitedPlace(clause["permalink"], text, _title(store, item_id))


def _names_of(keyed: Sequence[tuple[int, str]]) -> str:
    some, more = keyed[:_NAMED], len(keyed) - _NAMED
    return listed([*(permalink for _, permalink in some), *([f"{more} more"] if more > 0 else [])], "or")


def _joined(parts: Iterable[tuple[str | None, str]]) -> str:
    return " ".join(f"{without_bullet(label)} {text}" if label else text for label, text in parts)
