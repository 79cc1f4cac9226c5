"""The meetings that a filter lets through, in order: their keys, however many, and what is shown of a few of them."""

import sqlite3
from array import array
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.database.sql import NEWEST_FIRST, ORGANIZATIONS
from store.views.meeting_views import meeting_lines
from store.views.view_lines import MeetingLine, MeetingOrder

if TYPE_CHECKING:
    from store.find.user_filters import UserMarks
    from store.views.meeting_filter import MeetingFilter

_BATCH = 1_000  # keys taken from SQLite at once: the interpreter is let go in between


class Meetings:
    """The meetings of one store. Belongs to the thread that made it; the last lists asked for are kept.

    `marked` gives what the person marked, once a query is asked. A list stays as it is, whatever is marked meanwhile,
    until it is made `anew`.
    """

    def __init__(self, store: sqlite3.Connection, marked: "Callable[[], UserMarks]") -> None:
        self._store = store
        self._marked = marked
        self._made_filter: MeetingFilter | None = None
        self._version = 0
        self._ordered: dict[MeetingOrder, _Ordered] = {}
        self._listed: tuple[str, MeetingOrder, _Ordered] | None = None

    def keys(self, query: str, order: MeetingOrder) -> Sequence[int]:
        """The keys of all meetings that fulfil `query`, in order."""
        return self._in_list(query, order).keys

    def headings(self, query: str, order: MeetingOrder) -> tuple[tuple[int, str], ...]:
        """Where in the list what it is ordered by changes, and what it then is: the year ("" for none), the committee.

        A list in the order of how much was decided has none.
        """
        headings = self._in_list(query, order).headings
        begins = (at for at, one in enumerate(headings) if at == 0 or one != headings[at - 1])
        return tuple((at, headings[at]) for at in begins)

    def names(self) -> tuple[str, ...]:
        """The names of all committees, each once."""
        found = self._store.execute("SELECT DISTINCT name FROM organization WHERE kind = 'committee'")
        return tuple(name for (name,) in found)

    def _in_list(self, query: str, order: MeetingOrder) -> "_Ordered":
        self._renew()
        if self._listed is None or self._listed[:2] != (query, order):
            if order not in self._ordered:
                self._ordered[order] = self._in_order(order)
            listed = self._ordered[order]
            if query and (through := self._filter.keys(query)) is not None:
                listed = listed.left(through)
            self._listed = query, order, listed
        return self._listed[2]

    def anew(self) -> None:
        """Ask what is marked when a list is asked for next."""
        self._listed = None

    def lines(self, query: str, order: MeetingOrder, begin: int, end: int) -> list[MeetingLine]:
        """The meetings from `begin` to before `end` in the list."""
        return meeting_lines(self._store, self.keys(query, order)[begin:end])

    def place(self, query: str, order: MeetingOrder, permalink: str) -> int | None:
        """Where in the list the meeting with a permalink stands; None where it does not."""
        found = self._store.execute("SELECT id FROM meeting WHERE permalink = ?", (permalink,)).fetchone()
        keys = self.keys(query, order)
        return keys.index(found[0]) if found and found[0] in keys else None

    @property
    def every(self) -> int:
        """How many meetings there are."""
        return int(self._store.execute("SELECT count(*) FROM meeting").fetchone()[0])

    @property
    def _filter(self) -> "MeetingFilter":
        """Made for the first query: the first list, which the first screen waits for, is of all meetings."""
        if self._made_filter is None:
            from store.views.meeting_filter import MeetingFilter

            self._made_filter = MeetingFilter(self._store, self._marked())
            self._made_filter.renew()
        return self._made_filter

    def _in_order(self, order: MeetingOrder) -> "_Ordered":
        made = _Ordered()
        known: dict[str, str] = {}  # each heading once, however many meetings are below it
        rows = self._store.execute(_IN_ORDER[order])
        while batch := rows.fetchmany(_BATCH):
            for key, heading in batch:
                made.keys.append(key)
                if heading is not None:
                    made.headings.append(known.setdefault(heading, heading))
        return made

    def _renew(self) -> None:
        """Forget what was kept when another connection has written since."""
        version = int(self._store.execute("PRAGMA data_version").fetchone()[0])
        if version != self._version:
            self._version, self._listed = version, None
            self._ordered.clear()
            if self._made_filter is not None:
                self._made_filter.renew()


@dataclass(frozen=True, slots=True)
class _Ordered:
    """The keys of a list and, where it has headings, the one that each is below."""

    keys: "array[int]" = field(default_factory=lambda: array("q"))
    headings: list[str] = field(default_factory=list)

    def left(self, through: Set[int]) -> "_Ordered":
        """Those of some keys."""
        return _Ordered(
            array("q", (key for key in self.keys if key in through)),
            [heading for key, heading in zip(self.keys, self.headings, strict=False) if key in through],
        )


def _meetings(heading: str) -> str:
    return f"SELECT meeting.id, {heading} FROM meeting {ORGANIZATIONS}"  # noqa: S608 (our own names)


_BY_YEAR = _meetings("substr(ifnull(meeting.date, ''), 1, 4)")
_RESOLUTIONS = (
    "SELECT meeting_id, count(*) AS number FROM agenda_item JOIN resolution ON item_id = agenda_item.id"
    " GROUP BY meeting_id"
)
_IN_ORDER = {
    MeetingOrder.NEWEST: f"{_BY_YEAR} ORDER BY {NEWEST_FIRST}",
    MeetingOrder.OLDEST: (
        f"{_BY_YEAR} ORDER BY meeting.date IS NULL, meeting.date, meeting.start, committee.name, meeting.id"
    ),
    MeetingOrder.COMMITTEE: (
        f"{_meetings('committee.name')} ORDER BY committee.name COLLATE NOCASE, council.name, {NEWEST_FIRST}"
    ),
    MeetingOrder.RESOLUTIONS: (
        f"{_meetings('NULL')} LEFT JOIN ({_RESOLUTIONS}) AS decided ON decided.meeting_id = meeting.id"
        f" ORDER BY ifnull(number, 0) DESC, {NEWEST_FIRST}"
    ),
}
