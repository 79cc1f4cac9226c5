"""What does not fit, of all meetings or of a place: within a meeting as it was read, and between meetings of a body."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from store.database.sql import ORGANIZATIONS, made, rows
from store.permalinks.lookup import find_place
from store.text.dates import spoken_day
from store.threads.misfits import MisfitKind


@dataclass(frozen=True, slots=True)
class MisfitLine:
    """Something that does not fit: its `kind` (as in `MisfitKind`), why, the words that it is about, and where.

    `document_id` is None, and `start` and `end` are 0, where it lies between two meetings. `date` is an ISO day.
    """

    permalink: str
    kind: str
    why: str
    text: str
    committee: str
    date: str | None
    document_id: int | None = None
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """By what a person dismisses it, which lasts as its permalink does."""
        return f"{self.permalink}#{self.kind}"


_MOST_MISSING = 200  # numbers between two meetings: more of them are two ways of numbering
_RESTARTS = 4  # months of a municipal year that begin before its May: numbers begin anew with the year


def misfits(
    store: sqlite3.Connection, permalink: str | None = None, told: Mapping[str, str] = {}
) -> Iterator[MisfitLine]:
    """What does not fit, newest meeting first, without what a person dismissed.

    Raises `NotFound` where there is no such place.
    """
    place = find_place(store, permalink) if permalink else None
    one = place.meeting_id if place else None
    below = place.permalink if place and place.item_id is not None else ""
    for key, date in store.execute(_MEETINGS, {"one": one}).fetchall():
        for line in (*_within(store, key), *_days(store, key), *_gaps(store, key, date)):
            if line.permalink.startswith(below) and told.get(line.name) != "dismissed":
                yield line


def _within(store: sqlite3.Connection, meeting_id: int) -> Iterator[MisfitLine]:
    return (made(MisfitLine, row) for row in rows(store, _MISFITS, (meeting_id,)))


def _days(store: sqlite3.Connection, meeting_id: int) -> Iterator[MisfitLine]:
    """Minutes confirmed of a day on which the body did not meet, where it met on another about then."""
    for row in rows(store, _WRONG_DAYS, (meeting_id,)):
        why = (
            f"the minutes of {spoken_day(row['day'])} are confirmed; of this body no meeting of that day is held,"
            f" but one of {spoken_day(row['near'])}"
        )
        yield MisfitLine(
            *(row["permalink"], MisfitKind.DAY.value, why, row["text"], row["committee"], row["date"]),
            *(row["document_id"], row["start"], row["end"]),
        )


def _gaps(store: sqlite3.Connection, meeting_id: int, date: str | None) -> Iterator[MisfitLine]:
    """Numbers between the minutes of a meeting and of the one before it in the municipal year, which are not held."""
    for row in rows(store, _RUN_BEFORE, (meeting_id,)):
        first, last = row["last_before"] + 1, row["first"] - 1
        same_year = date and _municipal_year(row["before"]) == _municipal_year(date)
        if 0 <= last - first < _MOST_MISSING and same_year and row["first_before"] > 1:
            missing = f"{first}–{last}" if last > first else f"{first}"
            why = (
                f"you hold {row['first_before']}–{row['last_before']} of {spoken_day(row['before'])} and"
                f" {row['first']}–{row['last']}; {missing} {'are' if last > first else 'is'} missing"
            )
            yield MisfitLine(row["permalink"], MisfitKind.GAP.value, why, missing, row["committee"], row["date"])


def _municipal_year(day: str) -> int:
    return int(day[:4]) - (int(day[5:7]) <= _RESTARTS)


_MEETINGS = "SELECT id, date FROM meeting WHERE :one IS NULL OR id = :one ORDER BY date IS NULL, date DESC, id"
_MISFITS = f"""
    SELECT misfit.permalink, misfit.kind, why, text, committee.name AS committee, date, document_id, misfit.start,
        misfit.end
    FROM misfit JOIN meeting ON meeting.id = misfit.meeting_id {ORGANIZATIONS} WHERE meeting.id = ?
    ORDER BY misfit.start
"""  # noqa: S608 (our own names)
_WRONG_DAYS = f"""
    SELECT confirmed_day.permalink, confirmed_day.day, text, committee.name AS committee, meeting.date,
        confirmed_day.document_id, confirmed_day.start, confirmed_day.end, (SELECT other.date FROM meeting AS other
            WHERE other.organization_id = meeting.organization_id AND other.date < meeting.date
            AND other.date BETWEEN date(confirmed_day.day, '-20 days') AND date(confirmed_day.day, '+20 days')
            AND NOT EXISTS (SELECT 1 FROM confirmed_day AS also
                WHERE also.meeting_id = meeting.id AND also.day = other.date)
            ORDER BY other.date DESC LIMIT 1) AS near
    FROM confirmed_day JOIN meeting ON meeting.id = confirmed_day.meeting_id {ORGANIZATIONS}
    WHERE meeting.id = ? AND near IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting AS held
        WHERE held.organization_id = meeting.organization_id AND held.date = confirmed_day.day)
"""  # noqa: S608 (our own names)
_RUN_BEFORE = f"""
    SELECT meeting.permalink, committee.name AS committee, meeting.date, own.first, own.last,
        before.first AS first_before, before.last AS last_before, earlier.date AS before
    FROM meeting {ORGANIZATIONS} JOIN number_run AS own ON own.meeting_id = meeting.id
    JOIN meeting AS earlier ON earlier.id = (SELECT one.id FROM meeting AS one JOIN number_run ON meeting_id = one.id
        WHERE one.organization_id = meeting.organization_id AND one.date < meeting.date ORDER BY one.date DESC LIMIT 1)
    JOIN number_run AS before ON before.meeting_id = earlier.id WHERE meeting.id = ?
"""  # noqa: S608 (our own names)
