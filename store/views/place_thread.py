"""All that hangs on a place: what it refers to, what refers to it, what was asked for in it, what it answers."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from store.database.sql import rows
from store.permalinks.lookup import Place, find_place
from store.views.follow_up import FollowUpLine, answered_by, requests_of_meeting
from store.views.place_references import CitedByLine, ReferenceLine, cited_by, references_at
from store.views.same_matter import MatterLine, same_matter


@dataclass(frozen=True, slots=True)
class VoteLine:
    """How a vote went: as printed, in numbers (None where they are not told), and who voted how: (how, names)."""

    permalink: str
    text: str
    in_favour: int | None
    against: int | None
    abstained: int | None
    casting: bool
    requested_by: str | None
    names: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ExemptLine:
    """What was taken in private, and by which paragraphs of Schedule 12A ("3", "1, 3"; empty where it is not told)."""

    permalink: str
    text: str
    paragraphs: str


@dataclass(frozen=True, slots=True)
class PlaceThread:
    """The thread of a place, each part in the order of the text or of the days."""

    permalink: str
    references: tuple[ReferenceLine, ...]
    cited_by: tuple[CitedByLine, ...]
    requests: tuple[FollowUpLine, ...]
    answers: tuple[FollowUpLine, ...]
    votes: tuple[VoteLine, ...] = ()
    exempt: tuple[ExemptLine, ...] = ()
    matter: tuple[MatterLine, ...] = ()  # items that may be about the same


def place_thread(store: sqlite3.Connection, permalink: str, today: dt.date, told: Mapping[str, str]) -> PlaceThread:
    """The thread of a meeting, an item or a clause. Raises `NotFound` when there is no such place."""
    place = find_place(store, permalink)
    requests = requests_of_meeting(store, place.meeting_id, today, told)
    return PlaceThread(
        place.permalink,
        references_at(store, place.permalink),
        cited_by(store, place.permalink),
        tuple(one for one in requests if f"{one.permalink}/".startswith(f"{place.permalink}/")),
        answered_by(store, place.item_id, today, told) if place.item_id is not None else (),
        tuple(_votes(store, place)),
        tuple(ExemptLine(row["permalink"], row["text"], row["paragraphs"]) for row in rows(store, _EXEMPT, _of(place))),
        same_matter(store, place.item_id) if place.item_id is not None else (),
    )


def _of(place: Place) -> dict[str, int | None]:
    return {"meeting": place.meeting_id, "item": place.item_id}


def _votes(store: sqlite3.Connection, place: Place) -> Iterator[VoteLine]:
    for row in list(rows(store, _VOTES, _of(place))):
        names: dict[str, list[str]] = {}
        for one in rows(store, _VOTERS, (row["item_id"],)):
            names.setdefault(one["part"], []).append(one["name"])
        told = tuple((how, tuple(who)) for how, who in names.items())
        yield VoteLine(
            *(row["permalink"], row["text"], row["in_favour"], row["against"], row["abstained"]),
            *(bool(row["casting"]), row["requested_by"], told),
        )


_PLACE = "meeting_id = :meeting AND (:item IS NULL OR item_id = :item) ORDER BY id"
_VOTES = f"""
    SELECT permalink, item_id, text, in_favour, against, abstained, casting, requested_by FROM vote WHERE {_PLACE}
"""  # noqa: S608 (our own names)
_EXEMPT = f"SELECT permalink, text, paragraphs FROM exempt WHERE {_PLACE}"  # noqa: S608
_VOTERS = """
    SELECT part, name FROM appearance
    WHERE item_id = ? AND part IN ('voted for', 'voted against', 'abstained') ORDER BY id
"""
