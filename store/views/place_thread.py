"""All that hangs on a place: what it refers to, what refers to it, what was asked for in it, what it answers."""

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from store.permalinks.lookup import find_place
from store.views.follow_up import FollowUpLine, answered_by, requests_of_meeting
from store.views.place_references import CitedByLine, ReferenceLine, cited_by, references_at


@dataclass(frozen=True, slots=True)
class PlaceThread:
    """The thread of a place, each part in the order of the text or of the days."""

    permalink: str
    references: tuple[ReferenceLine, ...]
    cited_by: tuple[CitedByLine, ...]
    requests: tuple[FollowUpLine, ...]
    answers: tuple[FollowUpLine, ...]


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
    )
