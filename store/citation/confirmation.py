"""Which later meeting confirmed the minutes of one: "the minutes of the meeting held on 10 May be confirmed"."""

import datetime as dt
import re
import sqlite3

from store.citation.record import Confirmation
from store.text.confirming import Confirmed, confirms

_LATEST = "+400 days"  # those of an annual meeting are confirmed at the next one
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")


def confirmation_of(store: sqlite3.Connection, committee_id: int, body: str, date: str | None) -> Confirmation | None:
    """The first later meeting of the committee, called `body`, that confirmed the minutes of a day (ISO), and its item.

    A motion that was lost or withdrawn confirms nothing.
    """
    if date is None:
        return None
    day = dt.date.fromisoformat(date)
    rows = store.execute(
        "SELECT agenda_item.permalink, meeting.date, agenda_item.number, agenda_item.title, paragraph.text FROM meeting"
        " JOIN agenda_item ON agenda_item.meeting_id = meeting.id JOIN paragraph ON item_id = agenda_item.id"
        " WHERE organization_id = ? AND date > ? AND date <= date(?, ?) AND kind IN ('discussion', 'resolution')"
        " AND (agenda_item.title LIKE '%minutes%' OR paragraph.text LIKE '%minutes%')"
        " AND NOT EXISTS (SELECT 1 FROM resolution WHERE resolution.item_id = agenda_item.id AND result != 'carried'"
        " AND resolution.start < paragraph.end AND paragraph.start < resolution.end)"
        " ORDER BY date, meeting.id, agenda_item.position, paragraph.position",
        (committee_id, date, date, _LATEST),
    )
    for permalink, later, number, title, text in rows:
        confirmed = confirms(body, title, _SENTENCE_END.split(text), day)
        if confirmed is not Confirmed.NO:
            return Confirmation(permalink, later, number, amended=confirmed is Confirmed.AMENDED)
    return None
