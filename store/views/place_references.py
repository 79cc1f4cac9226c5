"""What the words of a place refer to, each with its state, and what refers to a place."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from store.database.sql import one_row, rows
from store.permalinks.lookup import Place, find_place
from store.text.dates import spoken_day
from store.text.labels import label_key
from store.threads.cross_references import ReferenceForm, folded_number


class ReferenceState(StrEnum):
    """What becomes of a pointer in this store."""

    RESOLVED = "resolved"
    NOT_HELD = "not held"
    AMBIGUOUS = "ambiguous"
    CONFLICT = "conflict"
    NONE = "none"  # it points to nothing that minutes are: a law, a page, a label of an agenda


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A pointer: where it stands, its words, what it is, and where it leads.

    `permalink` is the place that it stands in; `targets` are those that it may lead to, one where it is plain. `note`
    says in words what is not plain. `start` and `end` are characters into the text of `document_id`.
    """

    permalink: str
    text: str
    form: str
    state: ReferenceState
    targets: tuple[str, ...]
    note: str
    document_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedByLine:
    """A place that refers to another one: its permalink, ISO day, number and title, and the words that do."""

    permalink: str
    date: str | None
    number: str | None
    title: str | None
    text: str


_YEARS_ON = 3  # in which a minute is still referred to
_BACK = "-400 days"  # in which a number without a year is looked for
_NEAR = 20  # days in which another meeting is the one that was meant


def references_at(store: sqlite3.Connection, permalink: str) -> tuple[ReferenceLine, ...]:
    """The pointers in the words of a place, in the order of the text. Raises `NotFound` when there is none such."""
    place = find_place(store, permalink)
    of = "item_id = :item" if place.item_id is not None else "cross_reference.meeting_id = :meeting"
    found = rows(store, f"{_REFERENCES} WHERE {of} {_IN_ORDER}", {"item": place.item_id, "meeting": place.meeting_id})
    lines = (_resolved(store, row) for row in list(found))
    below = place.permalink if place.resolution_id is not None else ""
    return tuple(line for line in lines if line.permalink.startswith(below))


def cited_by(store: sqlite3.Connection, permalink: str) -> tuple[CitedByLine, ...]:
    """The places that refer to a place from elsewhere, oldest first. Raises `NotFound` when there is none such."""
    place = find_place(store, permalink)
    return tuple(_cites(store, place))


def _cites(store: sqlite3.Connection, place: Place) -> Iterator[CitedByLine]:
    meeting = one_row(store, "SELECT organization_id, date, permalink FROM meeting WHERE id = ?", (place.meeting_id,))
    asked: dict[str, str | int | None] = {
        "organization": meeting["organization_id"], "date": meeting["date"] or "", "item": place.item_id,
        "meeting": place.meeting_id, "until": f"{int((meeting['date'] or '0000')[:4]) + _YEARS_ON}-12-31",
    }  # fmt: skip
    seen: set[tuple[str, str]] = set()
    wanted = _CANDIDATES_OF_MEETING if place.item_id is None else _CANDIDATES_OF_ITEM
    for row in list(rows(store, wanted, asked)):
        line = _resolved(store, row)
        inside = any(f"{target}/".startswith(f"{place.permalink}/") for target in line.targets)
        elsewhere = not f"{line.permalink}/".startswith(f"{place.permalink}/")
        if (
            line.state is not ReferenceState.NOT_HELD
            and inside
            and elsewhere
            and (line.permalink, line.text) not in seen
        ):
            seen.add((line.permalink, line.text))
            yield CitedByLine(line.permalink, row["date"], row["item_number"], row["title"], line.text)


def _resolved(store: sqlite3.Connection, row: sqlite3.Row) -> ReferenceLine:
    match ReferenceForm(row["form"]):
        case ReferenceForm.MINUTE | ReferenceForm.ITEM:
            told = _numbered(store, row)
        case ReferenceForm.HEADER:
            told = _of_agenda(store, row)
        case ReferenceForm.MINUTES:
            told = _minutes(store, row)
        case ReferenceForm.FILE:
            told = _file(store, row)
        case ReferenceForm.LABEL:
            told = ReferenceState.NONE, (), "the label of an agenda, which joins nothing over meetings"
        case ReferenceForm.ACT:
            told = ReferenceState.NONE, (), "a law"
        case ReferenceForm.PAGE:
            told = ReferenceState.NONE, (), "a page of the papers"
    state, targets, note = told
    return ReferenceLine(
        *(row["permalink"], row["text"], row["form"], state, targets, note),
        *(row["document_id"], row["start"], row["end"]),
    )


_Told = tuple[ReferenceState, tuple[str, ...], str]


def _numbered(store: sqlite3.Connection, row: sqlite3.Row) -> _Told:
    """An item by its number: in this meeting, else in the body's newest before it; or in the time that is told."""
    if row["first"] is None:
        here = _called(store, row, _ITEMS_HERE)
        if here:
            return _one(here)
        if row["form"] == ReferenceForm.ITEM:
            return ReferenceState.NOT_HELD, (), f"no item of this meeting has the number {row['number']}"
        before = _called(store, row, _ITEMS_BEFORE)
    else:
        before = _called(store, row, _ITEMS_BETWEEN)
    if not before:
        return ReferenceState.NOT_HELD, (), f"no minute {row['number']} of this body is held for that time"
    return _one(before)


def _one(found: list[str]) -> _Told:
    if len(found) == 1:
        return ReferenceState.RESOLVED, tuple(found), ""
    return ReferenceState.AMBIGUOUS, tuple(found), "several minutes have that number"


def _called(store: sqlite3.Connection, row: sqlite3.Row, question: str) -> list[str]:
    """The permalinks of items with the number that is asked for, down to the clause where that is there."""
    asked = {name: row[name] for name in ("meeting_id", "organization_id", "date", "first", "last")}
    return [
        _clause(store, item["id"], row["label"]) or item["permalink"]
        for item in rows(store, question, asked)
        if item["number"] and folded_number(item["number"]) == row["number"]
    ]


def _clause(store: sqlite3.Connection, item_id: int, label: str | None) -> str | None:
    if label is None:
        return None
    for clause in rows(store, _CLAUSES, (item_id,)):
        if clause["label"] and label_key(clause["label"]) == label.casefold():
            return str(clause["permalink"])
    return None


def _of_agenda(store: sqlite3.Connection, row: sqlite3.Row) -> _Told:
    """The item of the next meeting whose agenda had these minutes as a paper: "Item No: 2.1" in their heading."""
    for item in rows(store, _AGENDA_LATER, {name: row[name] for name in ("organization_id", "date")}):
        if row["number"] in re.findall(r"\d+(?:\.\d+)?", item["reference"] or ""):
            return (
                ReferenceState.RESOLVED,
                (item["permalink"],),
                "the item of the later meeting that had these minutes before it",
            )
    return ReferenceState.NOT_HELD, (), f"no later meeting of this body with an agenda item {row['number']} is held"


def _minutes(store: sqlite3.Connection, row: sqlite3.Row) -> _Told:
    """The meeting of a day; where there was none, the one near it that may be meant."""
    day = row["first"]
    asked = {"organization_id": row["organization_id"], "first": day, "near": _NEAR, "meeting_id": row["meeting_id"]}
    held = [one["permalink"] for one in rows(store, _ON_DAY, asked)]
    if held:
        return _one(held)
    near = next(iter(rows(store, _NEAR_DAY, asked)), None)
    if near is None:
        return ReferenceState.NOT_HELD, (), f"no meeting of {spoken_day(day)} is held"
    note = f"no meeting of this body on {spoken_day(day)} is held; that of {spoken_day(near['date'])} is"
    return ReferenceState.CONFLICT, (near["permalink"],), note


def _file(store: sqlite3.Connection, row: sqlite3.Row) -> _Told:
    asked = {name: row[name] for name in ("number", "item_id", "council_id")}
    others = [one["permalink"] for one in rows(store, _SAME_FILE, asked)]
    if not others:
        return ReferenceState.NONE, (), "an application that no other item names"
    return ReferenceState.RESOLVED, tuple(others), "the items that name the same application"


_REFERENCES = """
    SELECT cross_reference.id, cross_reference.permalink, cross_reference.text, form, cross_reference.number, label,
        first_day AS first, last_day AS last, cross_reference.item_id, cross_reference.document_id,
        cross_reference.start, cross_reference.end, meeting.id AS meeting_id, organization_id, meeting.date,
        ifnull(parent_id, organization.id) AS council_id, agenda_item.number AS item_number, agenda_item.title
    FROM cross_reference JOIN meeting ON meeting.id = cross_reference.meeting_id
    JOIN organization ON organization.id = organization_id
    LEFT JOIN agenda_item ON agenda_item.id = cross_reference.item_id
"""
_IN_ORDER = "ORDER BY cross_reference.document_id, cross_reference.start, cross_reference.id"
_OF_BODY = """
    cross_reference.meeting_id IN (SELECT id FROM meeting
        WHERE organization_id = :organization AND date >= :date AND date <= :until)
"""
_CANDIDATES_OF_ITEM = f"""
    {_REFERENCES} WHERE (cross_reference.item_id IS NOT :item OR cross_reference.meeting_id <> :meeting) AND (
        ({_OF_BODY} AND form IN ('minute', 'item'))
        OR (form = 'header' AND cross_reference.meeting_id IN (SELECT id FROM meeting
            WHERE organization_id = :organization AND date < :date AND date >= date(:date, '{_BACK}')))
        OR cross_reference.id IN (SELECT other.id FROM cross_reference AS own JOIN cross_reference AS other
            ON other.form = own.form AND other.number = own.number WHERE own.item_id = :item AND own.form = 'file'))
    ORDER BY meeting.date, cross_reference.id
"""  # noqa: S608 (our own names)
_CANDIDATES_OF_MEETING = f"""
    {_REFERENCES} WHERE {_OF_BODY} AND form = 'minutes' AND cross_reference.meeting_id <> :meeting
    ORDER BY meeting.date, cross_reference.id
"""
_ITEMS = """
    SELECT agenda_item.id, agenda_item.number, agenda_item.permalink
    FROM meeting CROSS JOIN agenda_item ON meeting_id = meeting.id
"""
_ITEMS_HERE = f"{_ITEMS} WHERE meeting.id = :meeting_id ORDER BY position"
_ITEMS_BEFORE = f"""
    {_ITEMS} WHERE organization_id = :organization_id AND date < :date AND date >= date(:date, '{_BACK}')
    ORDER BY date DESC, position
"""
_ITEMS_BETWEEN = (
    f"{_ITEMS} WHERE organization_id = :organization_id AND date BETWEEN :first AND :last ORDER BY date, position"
)
_CLAUSES = """
    SELECT clause.permalink, clause.label FROM resolution JOIN clause ON resolution_id = resolution.id WHERE item_id = ?
    ORDER BY resolution.position, clause.position
"""
_AGENDA_LATER = """
    SELECT agenda_item.permalink, reference FROM meeting CROSS JOIN agenda_item ON meeting_id = meeting.id
    WHERE organization_id = :organization_id AND date > :date AND date <= date(:date, '+400 days')
        AND reference IS NOT NULL ORDER BY date, position
"""
_ON_DAY = """
    SELECT permalink FROM meeting WHERE organization_id = :organization_id AND date = :first AND id <> :meeting_id
    ORDER BY id
"""
_NEAR_DAY = """
    SELECT permalink, date FROM meeting WHERE organization_id = :organization_id AND id <> :meeting_id
        AND date BETWEEN date(:first, '-' || :near || ' days') AND date(:first, '+' || :near || ' days')
        AND NOT EXISTS (SELECT 1 FROM meeting AS other CROSS JOIN confirmed_day ON meeting_id = other.id
            WHERE other.organization_id = :organization_id AND other.id <> :meeting_id
            AND confirmed_day.day = meeting.date AND other.date > meeting.date)
    ORDER BY abs(julianday(date) - julianday(:first)) LIMIT 1
"""
_SAME_FILE = """
    SELECT DISTINCT agenda_item.permalink FROM cross_reference JOIN agenda_item ON agenda_item.id = item_id
    JOIN meeting ON meeting.id = agenda_item.meeting_id JOIN organization ON organization.id = organization_id
    WHERE form = 'file' AND cross_reference.number = :number AND item_id IS NOT :item_id
        AND ifnull(parent_id, organization.id) = :council_id ORDER BY date
"""
