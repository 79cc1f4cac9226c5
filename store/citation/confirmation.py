"""Which later meeting confirmed the minutes of one: "the minutes of the meeting held on 10 May be confirmed"."""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable

from store.citation.record import Confirmation
from store.database.sql import rows
from store.text.dates import names_any_day, names_day

_LATEST = "+400 days"  # those of an annual meeting are confirmed at the next one
_DONE = "confirmed|approved|agreed|accepted|adopted|signed"
_CONFIRMS = re.compile(
    rf"""\bminutes\b.*\b(?:be|been|were|was|are)\s+(?:\w+,?\s+){{0,5}}?(?:{_DONE})\b
    | \bminutes\b.*\b(?:correct|true|accurate)\s(?:and\s\w+\s)?record\b
    | \b(?:confirm|approve|agree|accept|adopt)(?:e?d|s)?\s(?:and\ssign(?:ed)?\s)?(?:the|as)\b.*\bminutes\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DOES_NOT = re.compile(r"\b(?:not|defer\w*|unable|postpone\w*|amend\w*\sbefore)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")


def confirmation_of(store: sqlite3.Connection, committee_id: int, date: str | None) -> Confirmation | None:
    """The first later meeting of the committee, with its item, that confirmed the minutes of a day (ISO)."""
    if date is None:
        return None
    day = dt.date.fromisoformat(date)
    said = rows(
        store,
        "SELECT agenda_item.permalink, meeting.date, agenda_item.number, agenda_item.title, paragraph.text FROM meeting"
        " JOIN agenda_item ON agenda_item.meeting_id = meeting.id JOIN paragraph ON item_id = agenda_item.id"
        " WHERE organization_id = ? AND date > ? AND date <= date(?, ?) AND kind IN ('discussion', 'resolution')"
        " AND (agenda_item.title LIKE '%minutes%' OR paragraph.text LIKE '%minutes%')"
        " ORDER BY date, meeting.id, agenda_item.position, paragraph.position",
        (committee_id, date, date, _LATEST),
    )
    for row in said:
        if confirms(row["title"], _SENTENCE_END.split(row["text"]), day):
            return Confirmation(row["permalink"], row["date"], row["number"])
    return None


def confirms(title: str, sentences: Iterable[str], day: dt.date) -> bool:
    """Whether one of the sentences confirms the minutes of the day; one that names no day means the title's."""
    named = names_day(title, day)
    return any(
        _CONFIRMS.search(sentence)
        and not _DOES_NOT.search(sentence)
        and (names_day(sentence, day) or (named and not names_any_day(sentence)))
        for sentence in sentences
    )
