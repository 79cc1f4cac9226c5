"""People over the meetings of a council: names put together, and what each person did, meeting by meeting."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.database.sql import ORGANIZATIONS, rows
from store.errors import NotFound
from store.permalinks.lookup import find_place
from store.text.person_names import PersonName, is_same_given, person_name
from store.text.tokens import words


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person of a council: the fullest name as printed, all names, the number of meetings, the first and last day."""

    name: str
    names: tuple[str, ...]
    council: str | None
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class DoneLine:
    """What a person did: the part, its detail, where and when, and the name as printed there."""

    part: str
    detail: str | None
    name: str
    permalink: str
    committee: str
    date: str | None
    number: str | None
    title: str | None
    document_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with everything that the minutes of the council tell of them, newest first.

    `counts` are how often each part was played. `seen` is the ISO day of the last meeting at which they were present.
    """

    line: PersonLine
    counts: tuple[tuple[str, int], ...]
    seen: str | None
    done: tuple[DoneLine, ...]


_HERE = (
    "present",
    "in attendance",
    "substitute",
    "arrived",
    "moved",
    "seconded",
    "voted for",
    "voted against",
    "abstained",
)


def people(store: sqlite3.Connection, council: str | None = None) -> Iterator[PersonLine]:
    """Everybody whom the minutes name, by council and surname; of a `council` alone by words of its name."""
    wanted = words(council or "")
    surname: str | None = None
    found: list[sqlite3.Row] = []
    for row in rows(store, _EVERYBODY):
        if not all(word in words(row["council"] or row["committee"]) for word in wanted):
            continue
        if row["surname"] != surname:
            yield from _lines(found)
            surname, found = row["surname"], []
        found.append(row)
    yield from _lines(found)


def people_of_meeting(store: sqlite3.Connection, permalink: str) -> tuple[PersonLine, ...]:
    """The people whom the meeting of a place names, in the order of its lists, each once. Raises `NotFound`.

    Their meetings and days are those of the whole council's minutes.
    """
    there: dict[tuple[int, str], set[str]] = {}
    for row in rows(store, _OF_MEETING, (find_place(store, permalink).meeting_id,)):
        there.setdefault((row["council_id"], row["surname"]), set()).add(row["name"])
    return tuple(
        _line(group)
        for (council, surname), names in there.items()
        for group in _people_in(row for row in rows(store, _CALLED, (surname,)) if row["council_id"] == council)
        if not names.isdisjoint(row["name"] for row in group)
    )


def person_pages(store: sqlite3.Connection, name: str) -> tuple[PersonPage, ...]:
    """The people whom a name may mean, the most often met first. Raises `NotFound` where the minutes name nobody so."""
    asked = person_name(name)
    if asked is None:
        raise NotFound(f"“{name}” is no name of a person.")
    found = list(rows(store, _CALLED, (asked.surname,)))
    pages = [
        _page(group)
        for group in _people_in(found)
        if any(_means(asked, person) for row in group if (person := person_name(row["name"])))
    ]
    if not pages:
        raise NotFound(f"The minutes name nobody called “{name}”.")
    return tuple(sorted(pages, key=lambda page: -page.line.meetings))


def _means(asked: PersonName, person: PersonName) -> bool:
    return is_same_given(asked.given, person.given)


def _lines(found: Sequence[sqlite3.Row]) -> Iterator[PersonLine]:
    return (_line(group) for group in _people_in(found))


def _people_in(found: Iterable[sqlite3.Row]) -> Iterator[list[sqlite3.Row]]:
    """Rows of one surname, put together by person: within a council, and never over two."""
    by_council: dict[int, list[sqlite3.Row]] = {}
    for row in found:
        by_council.setdefault(row["council_id"], []).append(row)
    for of_council in by_council.values():
        names = dict.fromkeys(row["name"] for row in of_council)
        for same in together(names):
            yield [row for row in of_council if row["name"] in same]


def together(names: Iterable[str]) -> list[frozenset[str]]:
    """Names of one surname, as printed, put together by person.

    A name without forename is of the only person who has the surname, and of nobody where several have it.
    """
    known = [(name, person) for name in names if (person := person_name(name))]
    groups: list[list[tuple[str, PersonName]]] = []
    for one in sorted(known, key=lambda pair: [-len(given) for given in pair[1].given] or [0]):
        fits = [group for group in groups if all(_may_be_one(one[1], other) for _, other in group)]
        if len(fits) == 1:
            fits[0].append(one)
        else:
            groups.append([one])
    return [frozenset(name for name, _ in group) for group in groups]


def _may_be_one(one: PersonName, other: PersonName) -> bool:
    if not one.given or not other.given:
        return one.member == other.member or bool(one.given) == bool(other.given)
    return is_same_given(one.given, other.given)


def _line(group: Sequence[sqlite3.Row]) -> PersonLine:
    names = Counter[str]()
    for row in group:
        names[row["name"]] += row["times"]
    fullest = max(names, key=lambda name: (_told_of(name), names[name]))
    days = [day for row in group for day in (row["first"], row["last"]) if day]
    council = group[0]["council"]
    meetings = {one for row in group for one in str(row["meeting_ids"]).split(",")}
    return PersonLine(fullest, tuple(names), council, len(meetings), min(days, default=None), max(days, default=None))


def _told_of(name: str) -> int:
    """How many letters a name has before the surname."""
    person = person_name(name)
    return len("".join(person.given)) if person else 0


def _page(group: Sequence[sqlite3.Row]) -> PersonPage:
    counts = Counter(row["part"] for row in group)
    here = [row["date"] for row in group if row["part"] in _HERE and row["date"]]
    copied = (
        "part",
        "detail",
        "name",
        "permalink",
        "committee",
        "date",
        "number",
        "title",
        "document_id",
        "start",
        "end",
    )
    done = tuple(DoneLine(*(row[column] for column in copied)) for row in group)
    return PersonPage(_line(group), tuple(counts.most_common()), max(here, default=None), done)


_COUNCIL_OF = "ifnull(council.id, committee.id) AS council_id, ifnull(council.name, committee.name) AS council"
_EVERYBODY = f"""
    SELECT surname, appearance.name, committee.name AS committee, {_COUNCIL_OF}, count(*) AS times,
        group_concat(DISTINCT meeting_id) AS meeting_ids, min(date) AS first, max(date) AS last
    FROM appearance JOIN meeting ON meeting.id = meeting_id {ORGANIZATIONS}
    GROUP BY surname, council_id, appearance.name ORDER BY surname, council_id, appearance.name
"""  # noqa: S608 (our own names)
_OF_MEETING = f"""
    SELECT surname, appearance.name, {_COUNCIL_OF}
    FROM appearance JOIN meeting ON meeting.id = appearance.meeting_id {ORGANIZATIONS}
    WHERE meeting.id = ? ORDER BY appearance.id
"""  # noqa: S608 (our own names)
_CALLED = f"""
    SELECT part, detail, appearance.name, appearance.permalink, committee.name AS committee, {_COUNCIL_OF}, date,
        meeting.id AS meeting_ids,
        agenda_item.number, agenda_item.title, appearance.document_id, appearance.start, appearance.end, 1 AS times,
        date AS first, date AS last
    FROM appearance JOIN meeting ON meeting.id = appearance.meeting_id {ORGANIZATIONS}
    LEFT JOIN agenda_item ON agenda_item.id = appearance.item_id
    WHERE surname = ? ORDER BY date DESC, appearance.id
"""  # noqa: S608 (our own names)
