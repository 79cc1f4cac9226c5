"""From what somebody types to the places it names: a permalink, a citation, a day, a number, the name of a body."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from store.errors import NotFound
from store.permalinks.lookup import find_place
from store.permalinks.permalink import readings_in
from store.places.asked_place import NOTHING, AskedPlace, asked_place
from store.places.destinations import Destination, Where, destination, items, items_anywhere, meetings, unique
from store.places.nearest import Nearest, bodies_called, nearest_body, nearest_item, nearest_meetings, nearest_place
from store.text.lists import listed

_MANY = 4  # places that a sentence lists


@dataclass(frozen=True, slots=True)
class Going:
    """Where a text leads, the likeliest first. Where it names nothing, `why` says so, and these are the nearest."""

    destinations: tuple[Destination, ...]
    why: str = ""


def going(store: sqlite3.Connection, text: str, here: str | None = None, most: int = 30) -> Going:
    """The places that `text` names, at most so many. Of several things in it all must hold.

    A permalink anywhere in it is all that counts. A number alone is looked for in the meeting of the place `here`, then
    in its committee's other meetings, then in all.
    """
    if written := list(readings_in(text)):
        return _by_permalink(store, written)
    asked = asked_place(text)
    if asked == NOTHING:
        return Going((), "Type a number, a day, the name of a committee, a reference or a permalink.")
    bodies = bodies_called(store, asked.names)
    if asked.names and not bodies and not (asked.period or asked.in_meeting):
        return Going(*nearest_body(store, " ".join(asked.names)))
    if places := tuple(islice(unique(_found(store, asked, bodies, here)), most)):
        return Going(places)
    return Going(*_instead(store, asked, bodies, here))


def _found(
    store: sqlite3.Connection, asked: AskedPlace, bodies: Sequence[int], here: str | None
) -> Iterator[Destination]:
    """The places that fulfil all that is asked, the likeliest first."""
    among = Where.asked(asked, bodies)
    if not asked.in_meeting:
        return meetings(store, among)
    if asked.period or bodies:
        return items(store, asked, among)
    return chain(_from_here(store, asked, here) if here else (), items_anywhere(store, asked))


def _instead(store: sqlite3.Connection, asked: AskedPlace, bodies: Sequence[int], here: str | None) -> Nearest:
    """Where to go when nothing is as asked: in the meeting that was meant, else to a meeting near it."""
    placed = bool(asked.period or bodies)
    if asked.in_meeting and (here or placed):
        among = Where.asked(asked, bodies) if placed or here is None else Where.meeting_of(find_place(store, here))
        if there := next(meetings(store, among), None):
            return nearest_item(store, asked, there)
    return nearest_meetings(store, asked, bodies)


def place_named(store: sqlite3.Connection, text: str) -> str:
    """The permalink of the one place that `text` names. Raises `NotFound` where it names none, or several."""
    found = going(store, text, most=_MANY)
    if len(found.destinations) == 1 and not found.why:
        return found.destinations[0].permalink
    if found.why:
        if "/" in text and not any(readings_in(text)) and " " not in text.strip():
            find_place(store, text)  # says how a permalink looks
        raise NotFound(found.why)
    places = listed([one.permalink for one in found.destinations], "or")
    others = ", among others" if len(found.destinations) == _MANY else ""
    raise NotFound(f"“{text}” may be {places}{others}; say the committee and the day as well.")


def _by_permalink(store: sqlite3.Connection, written: Sequence[str]) -> Going:
    for permalink in written:
        try:
            return Going((destination(store, find_place(store, permalink)),))
        except NotFound:
            continue
    return Going(*nearest_place(store, written[0]))


def _from_here(store: sqlite3.Connection, asked: AskedPlace, here: str) -> Iterator[Destination]:
    """What is asked for in the meeting of a place, then in its committee's other ones."""
    place = find_place(store, here)
    yield from items(store, asked, Where.meeting_of(place))
    yield from items(store, asked, Where.committee_of(place))
