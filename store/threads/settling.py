"""What one meeting means for others of its body: when requests are due, what answers them, what takes them up again.

A request looks at the meetings after it for so many days, so that adding a meeting costs what its body met about it,
however large the store is.
"""

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.database.sql import Value, one_row, rows
from store.threads.subjects import covered, in_common, subject

_WINDOW = 550  # days after a request in which it may be answered
_ANSWERED = 0.66  # of what is asked about, by weight, in the title of an item
_ANSWERED_IN_TEXT = 0.8  # in how the item begins
_LEAST = 2  # stems in common, where more than one is asked about
_AGAIN = 0.6  # of the stems of two requests, for the later to take up the earlier
_OPENING = 400  # characters of an item in which it tells what it is about


@dataclass(frozen=True, slots=True)
class AskedSubject:
    """A request as it is held against items."""

    id: int
    date: str
    about: tuple[str, ...]
    due: str | None


@dataclass(frozen=True, slots=True)
class ItemSubject:
    """An item as it is held against requests: the stems of its title, and those of how it begins."""

    id: int
    date: str
    title: frozenset[str]
    opening: frozenset[str]


def settle(store: sqlite3.Connection, meeting_id: int) -> None:
    """Bring the requests of a body up to date with one of its meetings, which was just read or read anew."""
    meeting = one_row(store, _MEETING, (meeting_id,))
    date, organization_id, body = meeting["date"], meeting["organization_id"], meeting["name"]
    if date is None:
        return
    first, last = _shifted(date, -_WINDOW), _shifted(date, _WINDOW)
    around = {"organization": organization_id, "first": first, "date": date, "last": last, "meeting": meeting_id}
    _set_due(store, around)
    _take_up(store, around)
    often = Counter(stem for (title,) in store.execute(_TITLES, around) for stem in subject(title, body))
    often.subtract(dict.fromkeys(often, 1))  # once it stands in the very title
    earlier, own = _asked(store, _EARLIER, around), _asked(store, _OWN, around)
    if earlier:
        _answer(store, earlier, _told(store, _ITEMS_OF_MEETING, around, body), often)
    if own:
        _answer(store, own, _told(store, _LATER_ITEMS, around, body), often)


def _shifted(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days)).isoformat()


def _set_due(store: sqlite3.Connection, around: dict[str, Value]) -> None:
    """A request for a meeting is due on the day of the one that is held in that time, or announced; else at its end."""
    for row in list(rows(store, _DUE_AT_MEETINGS, around)):
        held = store.execute(
            _FIRST_HELD, {**around, "from": row["due_first"], "to": row["due_last"], "told": row["date"]}
        ).fetchone()[0]
        store.execute("UPDATE request SET due = ? WHERE id = ?", (held or row["due_last"], row["id"]))


def _take_up(store: sqlite3.Connection, around: dict[str, Value]) -> None:
    """Mark the requests that a later meeting asked for again."""
    earlier, own = _asked(store, _EARLIER, around), _asked(store, _OWN, around)
    later = _asked(store, _LATER, around) if own else []
    for one, another in [
        *((one, other) for one in earlier for other in own),
        *((one, other) for one in own for other in later),
    ]:
        if frozenset(one.about).isdisjoint(another.about):
            continue
        common = len(in_common(one.about, another.about))
        if common >= _LEAST and common / max(len(one.about), len(another.about)) >= _AGAIN:
            store.execute(_KEEP_AGAIN, (another.id, one.id))


def _asked(store: sqlite3.Connection, question: str, around: dict[str, Value]) -> list[AskedSubject]:
    return [
        AskedSubject(row["id"], row["date"], tuple(row["about"].split()), row["due"])
        for row in rows(store, question, around)
    ]


def _told(store: sqlite3.Connection, question: str, around: dict[str, Value], body: str) -> list[ItemSubject]:
    found = []
    for row in rows(store, question, around):
        opening = (row["opening"] or "")[:_OPENING]
        found.append(
            ItemSubject(
                row["id"], row["date"], frozenset(subject(row["title"], body)), frozenset(subject(opening, body))
            )
        )
    return found


def _answer(
    store: sqlite3.Connection, asked: Sequence[AskedSubject], told: Iterable[ItemSubject], often: Counter[str]
) -> None:
    """Keep which item answers which request: the first that does, and of one meeting's the one that fits best."""
    found: list[dict[str, Value]] = []
    for item in told:
        for one in asked:
            score = _score(one, item, often) if item.date > one.date and one.about else 0.0
            if score:
                found.append({"request": one.id, "item": item.id, "day": item.date, "score": score})
    store.executemany(_KEEP_ANSWER, found)


def _score(one: AskedSubject, item: ItemSubject, often: Counter[str]) -> float:
    if item.title.isdisjoint(one.about) and item.opening.isdisjoint(one.about):
        return 0.0
    least = min(_LEAST, len(one.about))
    for words, needed in ((item.title, _ANSWERED), (item.title | item.opening, _ANSWERED_IN_TEXT)):
        share = covered(one.about, words, often)
        if share >= needed and len(in_common(one.about, words)) >= least:
            return round(share, 3)
    return 0.0


_MEETING = """
    SELECT organization_id, date, name FROM meeting JOIN organization ON organization.id = organization_id
    WHERE meeting.id = ?
"""
_REQUESTS = """
    SELECT request.id, meeting.date, about, due FROM meeting CROSS JOIN request ON meeting_id = meeting.id
    WHERE organization_id = :organization AND repeats_id IS NULL AND NOT cut
"""
_EARLIER = f"{_REQUESTS} AND meeting.date >= :first AND meeting.date < :date"
_OWN = f"{_REQUESTS} AND meeting.id = :meeting"
_LATER = f"{_REQUESTS} AND meeting.date > :date AND meeting.date <= :last ORDER BY meeting.date"
_DUE_AT_MEETINGS = """
    SELECT request.id, due_first, due_last, meeting.date FROM meeting CROSS JOIN request ON meeting_id = meeting.id
    WHERE organization_id = :organization AND meeting.date >= :first AND meeting.date <= :date AND at_meeting
"""
_FIRST_HELD = """
    SELECT min(day) FROM (
        SELECT date AS day FROM meeting WHERE organization_id = :organization AND date >= :from AND date > :told
            AND (:to IS NULL OR date <= :to)
        UNION ALL SELECT announced.day FROM meeting CROSS JOIN announced ON meeting_id = meeting.id
            WHERE organization_id = :organization AND meeting.date >= :first AND announced.day >= :from
            AND announced.day > :told AND (:to IS NULL OR announced.day <= :to))
"""
_KEEP_ANSWER = """
    UPDATE request SET answering_item = :item, answered = :day, score = :score WHERE id = :request
        AND (answered IS NULL OR answered > :day OR (answered = :day AND score < :score))
"""
_KEEP_AGAIN = "UPDATE request SET asked_again = ? WHERE id = ? AND asked_again IS NULL"
_TITLES = """
    SELECT title FROM meeting CROSS JOIN agenda_item ON meeting_id = meeting.id
    WHERE organization_id = :organization AND date BETWEEN :first AND :last LIMIT 400
"""
_ITEMS = """
    SELECT agenda_item.id, title, meeting.date, (SELECT text FROM paragraph WHERE item_id = agenda_item.id
        AND kind = 'discussion' ORDER BY position LIMIT 1) AS opening
    FROM meeting CROSS JOIN agenda_item ON meeting_id = meeting.id
"""
_ITEMS_OF_MEETING = f"{_ITEMS} WHERE meeting.id = :meeting"
_LATER_ITEMS = f"{_ITEMS} WHERE organization_id = :organization AND date > :date AND date <= :last"
