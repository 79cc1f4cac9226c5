"""Places to go to, as a list of them shows them: meetings, items and clauses, newest meeting first."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.database.sql import AT_THE_HOUR, ORGANIZATIONS, Value, made, rows
from store.find.index_rows import latest
from store.index.section import Section
from store.index.terms import NUMBER, number_tokens
from store.permalinks.lookup import Place
from store.places.asked_place import AskedPlace
from store.text.tokens import words

_MOST_NUMBERED = 20_000  # items of one number, of which the newest are told

_NAMES = "council.name AS council, committee.name AS committee, meeting.date"
_MEETINGS = f"SELECT meeting.permalink, {_NAMES} FROM meeting {ORGANIZATIONS}"  # noqa: S608 (our own names)
_ITEMS = (
    f"SELECT agenda_item.id, agenda_item.permalink, {_NAMES}, number, title FROM meeting {ORGANIZATIONS}"  # noqa: S608
    " JOIN agenda_item ON agenda_item.meeting_id = meeting.id"
)
_NEWEST = "meeting.date DESC, meeting.start DESC, meeting.id"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go to: a meeting or, with its `number` and `title`, an item, down to a clause with its `label`."""

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None = None
    title: str | None = None
    label: str | None = None


class Where(NamedTuple):
    """A condition on rows of meetings, and the values of its question marks."""

    condition: str
    values: tuple[Value, ...] = ()

    @classmethod
    def asked(cls, asked: AskedPlace, bodies: Sequence[int]) -> "Where":
        """Meetings of these committees, of any where there are none, in the period that is asked for."""
        conditions: list[str] = ["TRUE"]
        values: list[Value] = []
        if bodies:
            conditions.append("meeting.organization_id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(bodies))
        if asked.period:
            conditions.append("meeting.date BETWEEN ? AND ?")
            values += [asked.period.first, asked.period.last]
        if asked.hour:
            conditions.append(AT_THE_HOUR)
            values.append(asked.hour)
        return cls(" AND ".join(conditions), tuple(values))

    @classmethod
    def meeting_of(cls, place: Place) -> "Where":
        """The meeting of a place."""
        return cls("meeting.id = ?", (place.meeting_id,))

    @classmethod
    def committee_of(cls, place: Place) -> "Where":
        """The meetings of the committee that a place is of."""
        return cls("meeting.organization_id = (SELECT organization_id FROM meeting WHERE id = ?)", (place.meeting_id,))


def meetings(store: sqlite3.Connection, where: Where, order: str = _NEWEST) -> Iterator[Destination]:
    """Some meetings, newest first unless in another order."""
    question = f"{_MEETINGS} WHERE {where.condition} ORDER BY {order}"
    return (made(Destination, row) for row in rows(store, question, where.values))


def items(store: sqlite3.Connection, asked: AskedPlace, where: Where) -> Iterator[Destination]:
    """The items, or clauses, that are asked for in some meetings."""
    question = f"{_ITEMS} WHERE {where.condition} ORDER BY {_NEWEST}, agenda_item.position"
    for row in rows(store, question, where.values):
        item = Destination(row["permalink"], row["council"], row["committee"], row["date"], row["number"], row["title"])
        label = _label_asked(asked, item)
        if label is not None and (place := _clause(store, row["id"], item, label) if label else item):
            yield place


def items_anywhere(store: sqlite3.Connection, asked: AskedPlace) -> Iterator[Destination]:
    """The items, or clauses, that are asked for in any meeting; a number that is very common in some of its newest."""
    for end in range(len(asked.number), 0, -1) if asked.number else (0,):
        terms = [*asked.title, *([NUMBER + "_".join(asked.number[:end])] if end else [])]
        expression = " AND ".join(f'"{term}"' for term in terms)
        if keys := latest(store, Section.TITLES, expression, _MOST_NUMBERED, None):
            among = "agenda_item.id IN (SELECT source_id FROM finding WHERE id IN (SELECT value FROM json_each(?)))"
            yield from items(store, asked, Where(among, (json.dumps(keys),)))


def destination(store: sqlite3.Connection, place: Place) -> Destination:
    """A place that was looked up."""
    if place.item_id is None:
        return next(meetings(store, Where.meeting_of(place)))
    item = next(items(store, AskedPlace(), Where("agenda_item.id = ?", (place.item_id,))))
    label = store.execute("SELECT label FROM clause WHERE id = ?", (place.clause_id,)).fetchone()
    return replace(item, permalink=place.permalink, label=label and label[0])


def unique(places: Iterable[Destination]) -> Iterator[Destination]:
    """The places in order, each once."""
    seen: set[str] = set()
    for place in places:
        if place.permalink not in seen:
            seen.add(place.permalink)
            yield place


def _label_asked(asked: AskedPlace, item: Destination) -> tuple[str, ...] | None:
    """The label of a clause that is asked for beside the number of an item, () for none; None for another item."""
    title = " ".join(asked.title)
    if title and f" {title} " not in f" {' '.join(words(item.title or ''))} ":
        return None
    if not asked.number:
        return ()
    begins = {token.removeprefix(NUMBER) for token in number_tokens(item.number, None)}
    ends = (end for end in range(len(asked.number), 0, -1) if "_".join(asked.number[:end]) in begins)
    end = next(ends, None)
    return None if end is None else asked.number[end:]


def _clause(store: sqlite3.Connection, key: int, item: Destination, label: Sequence[str]) -> Destination | None:
    clauses = store.execute(
        "SELECT clause.permalink, clause.label FROM resolution JOIN clause ON resolution_id = resolution.id"
        " WHERE item_id = ? AND clause.label IS NOT NULL ORDER BY resolution.position, clause.position",
        (key,),
    )
    return next(
        (
            replace(item, permalink=permalink, label=printed)
            for permalink, printed in clauses
            if words(printed) == list(label)
        ),
        None,
    )
