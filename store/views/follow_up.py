"""What was asked for and promised, and what became of each: open, overdue, probably answered, or settled by hand."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from store.database.sql import Value, made, rows
from store.threads.request_states import FROM_REQUESTS, REQUEST_STATE


class RequestState(StrEnum):
    """What became of a request, in the order in which a list shows them."""

    OVERDUE = "overdue"
    OPEN = "open"
    LATE = "answered late"  # probably, and after it was due
    ANSWERED = "probably answered"
    SUPERSEDED = "superseded"  # asked for again later
    DONE = "done"  # told by hand
    DISMISSED = "dismissed"  # told by hand: it is no request


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A request: its lasting `name`, where and when it was made, its words, who is to do it and by when (ISO day).

    `since` says against what it is overdue: "newest meeting" or "today". `answer` is the permalink of the item that
    probably answers it, of `answered`, an ISO day; `also` are the places that repeat it. `by_hand` says that a person
    told the state; `id` is its key while the store is open.
    """

    id: int
    name: str
    permalink: str
    meeting: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    title: str | None
    text: str
    owner: str | None
    due: str | None
    state: RequestState
    since: str | None
    answer: str | None
    answered: str | None
    answer_title: str | None
    also: tuple[str, ...]
    by_hand: bool
    cut: bool
    document_id: int
    start: int
    end: int
    newest: str | None  # ISO day of the newest meeting of the body that is held


def follow_up_keys(
    store: sqlite3.Connection, today: dt.date, told: Mapping[str, str], *, every: bool = False
) -> list[int]:
    """The keys of the requests that are open, or of every one: overdue first, then by when they are due, newest first.

    `told` is what a person told of requests by hand: name -> state.
    """
    asked = _asked(today, told) | {"every": int(every)}
    return [key for (key,) in store.execute(_KEYS, asked)]


def follow_up_lines(
    store: sqlite3.Connection, keys: Iterable[int], today: dt.date, told: Mapping[str, str]
) -> Iterator[FollowUpLine]:
    """The requests with these keys, in their order."""
    wanted = list(keys)
    asked = _asked(today, told) | {"keys": json.dumps(wanted)}
    found = {row["id"]: _line(store, row) for row in list(rows(store, _LINES, asked))}
    return (found[key] for key in wanted if key in found)


def is_request(store: sqlite3.Connection, name: str) -> bool:
    """Whether a request is called so."""
    return store.execute("SELECT 1 FROM request WHERE name = ?", (name,)).fetchone() is not None


def requests_of_meeting(
    store: sqlite3.Connection, meeting_id: int, today: dt.date, told: Mapping[str, str]
) -> tuple[FollowUpLine, ...]:
    """The requests that a meeting made, in printed order."""
    keys = [key for (key,) in store.execute(_OF_MEETING, (meeting_id,))]
    return tuple(follow_up_lines(store, keys, today, told))


def answered_by(
    store: sqlite3.Connection, item_id: int, today: dt.date, told: Mapping[str, str]
) -> tuple[FollowUpLine, ...]:
    """The requests that an item probably answers."""
    keys = [key for (key,) in store.execute(_ANSWERED, (item_id,))]
    return tuple(follow_up_lines(store, keys, today, told))


def _asked(today: dt.date, told: Mapping[str, str]) -> dict[str, Value]:
    return {"today": today.isoformat(), "told": json.dumps(dict(told))}


def _line(store: sqlite3.Connection, row: sqlite3.Row) -> FollowUpLine:
    state = RequestState(row["state"])
    since = None
    if state is RequestState.OVERDUE:
        since = "newest meeting" if row["newest"] and row["due"] < row["newest"] else "today"
    also = tuple(permalink for (permalink,) in store.execute(_REPEATED, (row["id"],)) if permalink != row["permalink"])
    return made(
        FollowUpLine,
        row,
        id=row["id"],
        state=state,
        since=since,
        also=tuple(dict.fromkeys(also)),
        by_hand=bool(row["by_hand"]),
        cut=bool(row["cut"]),
    )


_KEYS = f"""
    SELECT id FROM (
        SELECT request.id, {REQUEST_STATE} AS state, due, meeting.date {FROM_REQUESTS} WHERE repeats_id IS NULL)
    WHERE :every OR state IN ('overdue', 'open')
    ORDER BY CASE state WHEN 'overdue' THEN 0 WHEN 'open' THEN 1 WHEN 'dismissed' THEN 3 ELSE 2 END,
        due IS NULL, due, date DESC, id
"""  # noqa: S608 (our own names)
_LINES = f"""
    SELECT request.id, request.name, request.permalink, meeting.permalink AS meeting, council.name AS council,
        committee.name AS committee, meeting.date, agenda_item.number, agenda_item.title, request.text, owner, due,
        {REQUEST_STATE} AS state, newest.date AS newest, item.permalink AS answer, answered, item.title AS answer_title,
        hand.value IS NOT NULL AS by_hand, cut, request.document_id, request.start, request.end
    {FROM_REQUESTS} LEFT JOIN agenda_item ON agenda_item.id = request.item_id
    LEFT JOIN agenda_item AS item ON item.id = answering_item
    WHERE request.id IN (SELECT value FROM json_each(:keys))
"""  # noqa: S608 (our own names)
_REPEATED = "SELECT permalink FROM request WHERE repeats_id = ? ORDER BY id"
_OF_MEETING = "SELECT id FROM request WHERE meeting_id = ? AND repeats_id IS NULL ORDER BY id"
_ANSWERED = "SELECT id FROM request WHERE answering_item = ? ORDER BY id"
