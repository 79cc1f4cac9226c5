"""How a committee numbers its minutes: on through the municipal year, or from 1 at each meeting."""

import re
import sqlite3
from dataclasses import dataclass

_AROUND = 400  # days: how far from a meeting others tell how it is numbered
_FIRST_MONTH = 5  # the municipal year begins with the annual meeting, in May


@dataclass(frozen=True, slots=True)
class MinuteNumbering:
    """`runs_on` through the year; `year` is then the municipal year of the meeting ("2020/21"), None where unsure."""

    runs_on: bool
    year: str | None


def numbering_of(store: sqlite3.Connection, meeting_id: int, committee_id: int, date: str | None) -> MinuteNumbering:
    """How the minutes of a meeting (its day an ISO day) are numbered, as it and those around it show."""
    firsts = [
        (day, int(found.group()))
        for day, number in store.execute(
            "SELECT date, (SELECT number FROM agenda_item WHERE meeting_id = meeting.id AND number IS NOT NULL"
            " ORDER BY position LIMIT 1) AS first FROM meeting WHERE first IS NOT NULL AND (id = ?"
            " OR organization_id = ? AND (? IS NULL OR abs(julianday(date) - julianday(?)) <= ?)) ORDER BY date",
            (meeting_id, committee_id, date, date, _AROUND),
        )
        if (found := re.search(r"\d+", number))
    ]
    runs_on = any(first > 1 for _, first in firsts)
    return MinuteNumbering(runs_on, _year(date, firsts) if runs_on and date else None)


def _year(date: str, firsts: list[tuple[str | None, int]]) -> str | None:
    """The municipal year. In May it is the new one as soon as the numbers have begun anew.

    None for a meeting in May of which no other tells whether they have.
    """
    year, month = int(date[:4]), int(date[5:7])
    if month == _FIRST_MONTH:
        may = f"{year}-{month:02}-01"
        before = [first for day, first in firsts if day and day < may]
        since = [first for day, first in firsts if day and may <= day <= date]
        began = any(first == 1 or (before and first < before[-1]) for first in since)
        if not began and not before:
            return None
    else:
        began = month > _FIRST_MONTH
    begins = year if began else year - 1
    return f"{begins}/{(begins + 1) % 100:02}"
