"""The places that a citation names, with all the words that stand there."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.citation.quotable import quoted_clause, quoted_resolutions
from store.database.sql import AT_THE_HOUR, rows
from store.errors import NotFound
from store.permalinks.lookup import Place, find_place
from store.text.labels import label_key, without_bullet
from store.text.lists import listed
from store.text.tokens import words
from store.verify.claim import Reference

Keyed = tuple[int, str]
"""The key of a meeting or an item, and its permalink."""
Labels = tuple[tuple[str, str], ...]
"""The labels of clauses as `Reference` has them."""

_NAMED = 3  # places in a sentence that says what they lack


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place by its permalink, its words on one line, and the title of its item, if it has one.

    `texts` are the ways in which they may be quoted: all that stands there, with labels and without, and what was
    decided there by itself, as if nothing stood between two decisions.
    """

    permalink: str
    texts: tuple[str, ...]
    title: str | None = None


def cited_places(store: sqlite3.Connection, reference: Reference) -> list[CitedPlace]:
    """The places that a citation may mean, at least one. Raises `NotFound`, saying what is not there."""
    if reference.permalink:
        return [place_at(store, find_place(store, reference.permalink))]
    if reference.unknown:
        raise NotFound(f"The store has no minutes of {reference.unknown}.")
    meetings = _meetings(store, reference)
    if not meetings:
        raise NotFound(f"The store has no such meeting: {reference.printed}.")
    if reference.number is None:
        return [place_at(store, Place(permalink, key)) for key, permalink in meetings]
    items, labels = _items(store, reference, meetings)
    if not items:
        raise NotFound(f"There is no number {reference.number} in {_names_of([name for _, name in meetings])}.")
    if not labels:
        return [place_at(store, place) for place in items]
    clauses = [clause for place in items for clause in _labelled(store, place, labels)]
    if not clauses:
        cited = listed([f"({label})" for label, _ in labels], "or")
        raise NotFound(f"There is no {cited} in {_names_of([place.permalink for place in items])}.")
    return clauses


def place_at(store: sqlite3.Connection, place: Place) -> CitedPlace:
    """A place with its words."""
    texts = decided_at(store, place)
    if place.resolution_id is None:
        texts = (*_texts(_said(store, place)), *texts)
    return CitedPlace(place.permalink, tuple(dict.fromkeys(texts)), _title(store, place))


def decided_at(store: sqlite3.Connection, place: Place) -> tuple[str, ...]:
    """What was decided at a place, in the ways in which it may be quoted; a resolution or a clause, whatever it is."""
    if place.clause_id is not None:
        (label,) = store.execute("SELECT label FROM clause WHERE id = ?", (place.clause_id,)).fetchone()
        (_, text), *points = quoted_clause(store, place.clause_id).parts
        return _texts([(label, text), *points])
    resolutions = (quoted_resolutions(store, item_id, place.resolution_id) for item_id, _ in _items_of(store, place))
    return _texts([part for quoted in resolutions if quoted for part in quoted.parts])


def discussed_at(store: sqlite3.Connection, place: Place) -> tuple[str, ...]:
    """What an item or a meeting tells beside its decisions, in the ways in which it may be quoted."""
    return _texts(_said(store, place, but="resolution"))


def parts_of(store: sqlite3.Connection, place: Place) -> Iterator[Place]:
    """What lies in a place: clauses, what was decided before what was not; resolutions; and the items of a meeting."""
    items = [Place(permalink, place.meeting_id, key) for key, permalink in _items_of(store, place)]
    resolutions = [one for item in items for one in _resolutions(store, item)]
    for resolution in [place] if place.resolution_id else resolutions:
        yield from _clauses(store, resolution)
    yield from resolutions
    if place.item_id is None:
        yield from items


def words_of_item(store: sqlite3.Connection, key: int) -> str:
    """All that an item says, in printed order."""
    return _texts(store.execute(f"{_PARAGRAPHS} item_id = ? AND kind <> 'furniture' ORDER BY position", (key,)))[0]


_PARAGRAPHS = "SELECT label, text FROM paragraph WHERE"


def _said(store: sqlite3.Connection, place: Place, but: str = "") -> Iterable[tuple[str | None, str]]:
    """The labels and words of all that stands in an item or a meeting, in printed order; without those of one kind."""
    if place.item_id is not None:
        ordered = "item_id = ? AND kind NOT IN ('furniture', ?) ORDER BY position"
        return store.execute(f"{_PARAGRAPHS} {ordered}", (place.item_id, but))
    ordered = "meeting_id = ? AND kind NOT IN ('furniture', ?) ORDER BY document_id, start"
    return store.execute(f"{_PARAGRAPHS} {ordered}", (place.meeting_id, but))


def _title(store: sqlite3.Connection, place: Place) -> str | None:
    found = store.execute("SELECT title FROM agenda_item WHERE id = ?", (place.item_id,)).fetchone()
    return found and str(found[0])


def _meetings(store: sqlite3.Connection, reference: Reference) -> list[Keyed]:
    """The meetings of the days and committees that a citation names; of any, where it names none."""
    found = store.execute(
        "SELECT id, permalink FROM meeting WHERE (? IS NULL OR date BETWEEN ? AND ?)"  # noqa: S608 (our own words)
        " AND (? = '[]' OR organization_id IN (SELECT value FROM json_each(?)))"
        f" AND (? IS NULL OR {AT_THE_HOUR}) ORDER BY date DESC, id",
        (
            *(reference.first, reference.first, reference.last),
            *[json.dumps(sorted(reference.committees))] * 2,
            *[reference.hour] * 2,
        ),
    )
    return [(int(key), permalink) for key, permalink in found]


def _items(store: sqlite3.Connection, reference: Reference, meetings: Iterable[Keyed]) -> tuple[list[Place], Labels]:
    """The items that a number cites in some meetings, and the labels that are not a part of it ("4(a)")."""
    numbered = [
        (words(item["number"] or ""), Place(item["permalink"], meeting_id, item["id"]))
        for meeting_id, _ in meetings
        for item in rows(store, "SELECT * FROM agenda_item WHERE meeting_id = ? ORDER BY position", (meeting_id,))
    ]
    wanted = words(reference.number or "")
    if len(reference.labels) == 1 and (lettered := _of_number(numbered, [*wanted, reference.labels[0][0].lower()])):
        return lettered, ()
    items = _of_number(numbered, wanted)
    if not items and wanted[0].isdecimal():  # "61" for "61/21", "4" for "4(a)" and "4(b)"
        items = [place for number, place in numbered if number[: len(wanted)] == wanted]
    return items, reference.labels


def _of_number(numbered: Iterable[tuple[list[str], Place]], wanted: list[str]) -> list[Place]:
    return [place for number, place in numbered if number == wanted]


def _items_of(store: sqlite3.Connection, place: Place) -> list[Keyed]:
    """The item of a place, or the items of a meeting."""
    found = store.execute(
        "SELECT id, permalink FROM agenda_item WHERE meeting_id = ? AND (? IS NULL OR id = ?) ORDER BY position",
        (place.meeting_id, place.item_id, place.item_id),
    )
    return [(int(key), permalink) for key, permalink in found]


def _resolutions(store: sqlite3.Connection, item: Place) -> list[Place]:
    """The resolutions of an item; motions that were not carried come last."""
    asked = "SELECT id, permalink FROM resolution WHERE item_id = ? ORDER BY result IN ('lost', 'withdrawn'), position"
    found = store.execute(asked, (item.item_id,))
    return [Place(permalink, item.meeting_id, item.item_id, key) for key, permalink in found]


def _clauses(store: sqlite3.Connection, resolution: Place) -> list[Place]:
    asked = "SELECT id, permalink FROM clause WHERE resolution_id = ? AND ? IN (id, 0) ORDER BY position"
    found = store.execute(asked, (resolution.resolution_id, resolution.clause_id or 0))
    return [replace(resolution, permalink=permalink, clause_id=key) for key, permalink in found]


def _labelled(store: sqlite3.Connection, item: Place, labels: Labels) -> Iterator[CitedPlace]:
    """The clauses of an item that labels cite; where they are several, all of them together last."""
    for resolution in _resolutions(store, item):
        clauses = _clauses(store, resolution)
        keys = [label_key(_label(store, clause) or "") for clause in clauses]
        cited: list[Place] = []
        for first, last in labels:
            begin, end = (keys.index(key) if (key := label_key(one)) in keys else None for one in (first, last))
            cited += clauses[begin : end + 1] if begin is not None and end is not None else []
        places = [place_at(store, clause) for clause in cited]
        yield from places
        if len(places) > 1:
            together = zip(*(place.texts[:: len(place.texts) - 1 or 1] for place in places), strict=False)
            yield CitedPlace(resolution.permalink, tuple(map(" ".join, together)), places[0].title)


def _label(store: sqlite3.Connection, clause: Place) -> str | None:
    (label,) = store.execute("SELECT label FROM clause WHERE id = ?", (clause.clause_id,)).fetchone()
    return label and str(label)


def _names_of(permalinks: Sequence[str]) -> str:
    some, more = permalinks[:_NAMED], len(permalinks) - _NAMED
    return listed([*some, *([f"{more} more"] if more > 0 else [])], "or")


def _texts(parts: Iterable[tuple[str | None, str]]) -> tuple[str, ...]:
    """Words on one line: with their labels, and without."""
    parts = list(parts)
    labelled = " ".join(f"{without_bullet(label)} {text}" if label else text for label, text in parts)
    return labelled, " ".join(text for _, text in parts)
