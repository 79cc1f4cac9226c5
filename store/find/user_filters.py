"""What a person marked, as queries ask for it: the rows with a star, and the meetings that were seen or were not."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from store.errors import NotFound
from store.find.index_rows import shown
from store.find.query import QueryFilter
from store.find.thread_filters import ThreadRows
from store.index.indexed_rows import indexed_rows
from store.index.indexing import end_key, first_key, key_of
from store.index.section import Section
from store.permalinks.permalink import parse

MARKS: Final = (UNSEEN := "unseen", SEEN := "seen", STARRED := "starred")
_FEW = 20_000  # rows that are named one by one: some milliseconds at every question


def asks_marks(one: QueryFilter) -> bool:
    """Whether a filter asks what the person marked, which the minutes do not tell."""
    return one.field == "is" and one.typed in MARKS


@dataclass(frozen=True, slots=True)
class UserMarks:
    """Gives, whenever a query asks, the permalinks of what has a star and of the meetings that were seen.

    `told` gives what was told by hand of requests: state by name.
    """

    starred: Callable[[], Collection[str]] = tuple
    seen: Callable[[], Collection[str]] = tuple
    told: Callable[[], Mapping[str, str]] = dict


NO_MARKS: Final = UserMarks()
"""Of somebody who marked nothing."""


class MarkedRows:
    """What is marked in one store. `renew` it when the store has changed. Belongs to the thread that made it."""

    def __init__(self, store: sqlite3.Connection, marked: UserMarks) -> None:
        self._store = store
        self._marked = marked
        self.threads = ThreadRows(store, marked.told)
        self._every: frozenset[int] = frozenset()
        self._seen: tuple[frozenset[str], frozenset[int]] | None = None  # tens of thousands: kept until others are
        self._rows: dict[tuple[Section, frozenset[int]], frozenset[int] | None] = {}

    def renew(self) -> None:
        """Forget where in the store the marks are."""
        self._every, self._seen = frozenset(), None
        self._rows.clear()

    def starred(self, section: Section) -> frozenset[int]:
        """The keys of the rows that have a star, or lie in something that has one."""
        return starred_keys(self._store, section, self._marked.starred())

    def meetings(self, one: QueryFilter) -> frozenset[int]:
        """The meetings that a filter means: those seen, those not seen, those with a star on or in them."""
        marked = self._with_stars() if one.typed == STARRED else self._seen_meetings()
        return marked if (one.typed == UNSEEN) is one.excluded else self._all() - marked

    def rows_in(self, section: Section, meetings: frozenset[int]) -> frozenset[int] | None:
        """The keys of all rows of some meetings; None where these are too many to be named."""
        if (section, meetings) not in self._rows:
            asked = (first_key(section), end_key(section), json.dumps(list(meetings)), _FEW + 1)
            found = frozenset(key for (key,) in self._store.execute(_ROWS_IN, asked))
            self._rows[section, meetings] = found if len(found) <= _FEW else None
        return self._rows[section, meetings]

    def _with_stars(self) -> frozenset[int]:
        meetings = set()
        for permalink in self._marked.starred():
            with suppress(NotFound):
                meetings.add(str(parse(permalink).meeting))
        return self._called(meetings)

    def _seen_meetings(self) -> frozenset[int]:
        seen = frozenset(self._marked.seen())
        if self._seen is None or self._seen[0] != seen:
            self._seen = seen, self._called(seen)
            self._rows.clear()
        return self._seen[1]

    def _called(self, permalinks: Iterable[str]) -> frozenset[int]:
        return frozenset(key for (key,) in self._store.execute(_CALLED, (json.dumps(list(permalinks)),)))

    def _all(self) -> frozenset[int]:
        self._every = self._every or frozenset(key for (key,) in self._store.execute("SELECT id FROM meeting"))
        return self._every


def starred_keys(store: sqlite3.Connection, section: Section, permalinks: Iterable[str]) -> frozenset[int]:
    """The keys of the rows of a section that stand at these permalinks or below them; of what is gone, none."""
    by_meeting: dict[str, list[str]] = defaultdict(list)
    for permalink in permalinks:
        try:
            by_meeting[str(parse(permalink).meeting)].append(permalink)
        except NotFound:
            continue
    keys: set[int] = set()
    for meeting, wanted in by_meeting.items():
        for (meeting_id,) in store.execute("SELECT id FROM meeting WHERE permalink = ?", (meeting,)).fetchall():
            keys |= _keys_at(store, section, meeting_id, wanted)
    return frozenset(keys)


def _keys_at(store: sqlite3.Connection, section: Section, meeting_id: int, wanted: list[str]) -> set[int]:
    _, _, rows = indexed_rows(store, section, meeting_id)
    named = shown(store, section, [row.source_id for row in rows])
    at = tuple(f"{permalink}/" for permalink in wanted)
    there = (row for row in rows if f"{named[row.source_id].permalink}/".startswith(at))
    return {key for row in there if (key := key_of(store, row)) is not None}


_CALLED = "SELECT meeting.id FROM json_each(?) CROSS JOIN meeting ON permalink = json_each.value"
_ROWS_IN = "SELECT id FROM finding WHERE id >= ? AND id < ? AND meeting_id IN (SELECT value FROM json_each(?)) LIMIT ?"
