"""What was asked for, what refers, what does not fit, as queries ask for it: by the rows in which that is said."""

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

from store.database.sql import Value
from store.find.query import QueryFilter
from store.index.indexing import end_key, first_key
from store.index.section import Section
from store.text.tokens import words
from store.threads.cross_references import folded_number
from store.threads.request_states import FROM_REQUESTS, REQUEST_STATE

OWNER, DUE, REFERS = "owner", "due", "refers"
THREAD_FIELDS: Final = (OWNER, DUE, REFERS)
"""The fields that ask for threads alone."""

STATES: Final = (OPEN := "open", OVERDUE := "overdue")
FINDING: Final = "finding"


def asks_threads(one: QueryFilter) -> bool:
    """Whether a filter asks for requests, references or findings."""
    flag = (one.field == "is" and one.typed in STATES) or (one.field == "has" and one.typed == FINDING)
    return one.field in THREAD_FIELDS or flag


class ThreadRows:
    """The rows and meetings of one store through which threads run. Belongs to the thread that made it."""

    def __init__(self, store: sqlite3.Connection, told: Callable[[], Mapping[str, str]]) -> None:
        self._store = store
        self._told = told

    def rows_in(self, section: Section, one: QueryFilter) -> frozenset[int]:
        """The keys of the rows of a section in which what a filter asks for is said: its words, or its item's title."""
        asked = self._asked(one) | {"first": first_key(section), "end": end_key(section)}
        question = f"WITH wanted AS ({self._wanted(one)}) {_ROWS[section]}"
        return frozenset(key for (key,) in self._store.execute(question, asked))

    def meetings(self, one: QueryFilter) -> frozenset[int]:
        """The meetings in which what a filter asks for is said."""
        question = f"SELECT DISTINCT meeting_id FROM ({self._wanted(one)})"  # noqa: S608 (our own names)
        return frozenset(key for (key,) in self._store.execute(question, self._asked(one)))

    def _wanted(self, one: QueryFilter) -> str:
        return _WANTED[one.typed if one.field in ("is", "has") else one.field]

    def _asked(self, one: QueryFilter) -> dict[str, Value]:
        asked: dict[str, Value] = {
            "told": json.dumps(dict(self._told())),
            "today": dt.datetime.now(dt.UTC).date().isoformat(),
            "number": folded_number(one.typed),
            "from": one.period.first if one.period else "",
            "to": one.period.last if one.period else "",
            "owners": "[]",
        }
        if one.field == OWNER:
            every = (name for (name,) in self._store.execute(_OWNERS))
            asked["owners"] = json.dumps([name for name in every if _is_called(name, one.folded)])
        return asked


def _is_called(name: str, folded: tuple[str, ...]) -> bool:
    there = words(name)
    return all(any(one.startswith(word) for one in there) for word in folded)


_OWNERS = "SELECT DISTINCT owner FROM request WHERE owner IS NOT NULL"
_REQUEST = "SELECT meeting_id, item_id, permalink, document_id, start FROM request WHERE repeats_id IS NULL"
_OF_STATE = f"""
    SELECT meeting_id, item_id, request.permalink, document_id, request.start {FROM_REQUESTS}
    WHERE repeats_id IS NULL AND {REQUEST_STATE} =
"""
_WANTED: Final = {
    OWNER: f"{_REQUEST} AND owner IN (SELECT value FROM json_each(:owners))",  # noqa: S608
    DUE: f"{_REQUEST} AND due BETWEEN :from AND :to",
    REFERS: "SELECT meeting_id, item_id, permalink, document_id, start FROM cross_reference WHERE number = :number"
    " AND form IN ('minute', 'item', 'file')",
    OPEN: f"{_OF_STATE} 'open'",
    OVERDUE: f"{_OF_STATE} 'overdue'",
    FINDING: "SELECT meeting_id, item_id, permalink, document_id, start FROM misfit",
}
"""The places in which what is asked for is said."""

_KEYS = "SELECT finding.id FROM finding WHERE finding.id >= :first AND finding.id < :end AND source_id IN"
_ROWS: Final = {
    Section.RESOLUTIONS: f"{_KEYS} (SELECT clause.id FROM clause JOIN wanted ON wanted.permalink = clause.permalink)",  # noqa: S608
    Section.TITLES: f"{_KEYS} (SELECT item_id FROM wanted WHERE item_id IS NOT NULL)",  # noqa: S608
    Section.TEXT: f"""{_KEYS} (SELECT paragraph.id FROM wanted JOIN paragraph ON paragraph.item_id = wanted.item_id
        WHERE paragraph.start <= wanted.start AND wanted.start < paragraph.end)""",  # noqa: S608
}
