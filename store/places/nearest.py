"""What is nearest to a place that is not in the store: a sentence on what is missing, and where to go instead."""

import re
import sqlite3
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import islice

from store.errors import NotFound
from store.find.slips import one_edit_away
from store.permalinks.committees import committees
from store.permalinks.lookup import find_place
from store.permalinks.permalink import initials, parse
from store.places.asked_place import AskedPlace
from store.places.destinations import Destination, Where, destination, items, meetings
from store.text.clean import fold
from store.text.dates import spoken_day
from store.text.lists import listed
from store.text.periods import Period, spoken_period
from store.text.tokens import words

Nearest = tuple[tuple[Destination, ...], str]
"""Where to go instead, the nearest first, and what is missing, in a sentence."""

_EACH_WAY = 2  # meetings before a day, and after it
_LIKE = 60  # of 100: how like a name must be to be the nearest


def nearest_place(store: sqlite3.Connection, permalink: str) -> Nearest:
    """What is nearest to a permalink that names nothing: what it lies in, else the meetings around its day."""
    try:
        find_place(store, permalink)
    except NotFound as error:
        why = str(error)
    above = permalink
    while "/" in above:
        above = above.rpartition("/")[0]
        try:
            return (destination(store, find_place(store, above)),), why
        except NotFound:
            continue
    named = parse(permalink)
    names = tuple(words(f"{named.council or ''} {named.committee}"))
    day = named.day[:10]
    asked = AskedPlace(Period(day, day) if day[0].isdecimal() else None, names=names)
    return nearest_meetings(store, asked, bodies_called(store, names))[0], why


def nearest_body(store: sqlite3.Connection, called: str) -> Nearest:
    """The newest meeting of the committee whose name is most like one that no committee has."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import WRatio

    why = f"No committee or council in the store is called “{called}”"
    names = dict(store.execute("SELECT id, name FROM organization WHERE kind = 'committee'"))
    found = process.extractOne(called, names, scorer=WRatio, processor=fold, score_cutoff=_LIKE)
    if found is None:
        return (), f"{why}."
    name, _, key = found
    newest = meetings(store, Where.asked(AskedPlace(), (key,)))
    return tuple(islice(newest, 1)), f"{why}; the nearest is “{name}”."


def nearest_meetings(store: sqlite3.Connection, asked: AskedPlace, bodies: Sequence[int]) -> Nearest:
    """The meetings of some committees, of any where there are none, that are nearest to a period without one."""
    if asked.period is None:
        return (), f"Nothing in the store has the number {spoken_number(asked.number)}." if asked.number else (
            "Nothing in the store is called so."
        )
    any_day = Where.asked(replace(asked, period=None), bodies)
    before = Where(f"{any_day.condition} AND meeting.date < ?", (*any_day.values, asked.period.first))
    after = Where(f"{any_day.condition} AND meeting.date > ?", (*any_day.values, asked.period.last))
    found = (
        *islice(meetings(store, before), _EACH_WAY),
        *islice(meetings(store, after, "meeting.date, meeting.start"), _EACH_WAY),
    )
    body = f" of the {found[0].committee}" if len(bodies) == 1 and found else ""
    why = f"No meeting{body} {spoken_period(asked.period)} is in the store"
    days = [spoken_day(one.date) for one in found if one.date]
    return found, f"{why}; the nearest are on {listed(dict.fromkeys(days))}." if days else f"{why}."


def nearest_item(store: sqlite3.Connection, asked: AskedPlace, there: Destination) -> Nearest:
    """What is nearest in a meeting to an item, or a clause, that it does not have."""
    where = Where("meeting.permalink = ?", (there.permalink,))
    meeting = f"The {there.committee}{f' of {spoken_day(there.date)}' if there.date else ''}"
    label = spoken_number(asked.number).removeprefix(asked.number[0]) if asked.number else ""
    of_item = replace(asked, number=asked.number[:1])
    if label.startswith("(") and (own := next(items(store, of_item, where), None)):
        return (own,), f"{meeting} has no {label} in its item {own.number}."
    numbered = [one for one in items(store, AskedPlace(), where) if _figure(one.number) is not None]
    if not (asked.number and numbered):
        return (there,), f"{meeting} has no such item."
    wanted = _figure(asked.number[0]) or 0
    near = sorted(numbered, key=lambda one: abs((_figure(one.number) or 0) - wanted))
    goes = f"its items go from {numbered[0].number} to {numbered[-1].number}"
    return (near[0], there), f"{meeting} has no item {spoken_number(asked.number)}; {goes}."


def spoken_number(parts: Sequence[str]) -> str:
    """The parts of a number as they are written: "22(ii)", "77/24", and "42(1)" where it is likelier a label's."""
    first, *rest = parts
    return first + "".join(f"/{part}" if part.isdecimal() and len(part) > 1 else f"({part})" for part in rest)


def _figure(number: str | None) -> int | None:
    found = re.search(r"\d+", number or "")
    return int(found.group()) if found else None


_SLIP_FROM = 4  # letters of a word in which a slip is forgiven


def bodies_called(store: sqlite3.Connection, names: Sequence[str]) -> tuple[int, ...]:
    """The keys of the committees with most of these folded words in their names; none where no word is in any."""
    if not names:
        return ()
    counts: dict[int, int] = {}
    for key, one in committees(store).items():
        called = (one.name, one.slug, one.council, one.council_slug)
        there = {word for name in called if name for word in (*words(name), initials(name).lower())}
        counts[key] = sum(_is_there(name, there) for name in names)
    most = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if most and count == most)


def _is_there(name: str, there: Set[str]) -> bool:
    """Whether a word is one of those there, or begins one, or would with one letter put right."""
    if any(word.startswith(name) for word in there):
        return True
    return len(name) >= _SLIP_FROM and not there.isdisjoint(one_edit_away(name))
