"""From permalinks that a person keeps to the rows of the index that they name."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from store.errors import NotFound
from store.find.index_rows import shown
from store.index.indexed_rows import indexed_rows
from store.index.indexing import key_of
from store.index.section import Section
from store.permalinks.permalink import parse


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
            keys |= _keys(store, section, meeting_id, wanted)
    return frozenset(keys)


def _keys(store: sqlite3.Connection, section: Section, meeting_id: int, wanted: list[str]) -> set[int]:
    _, _, rows = indexed_rows(store, section, meeting_id)
    named = shown(store, section, [row.source_id for row in rows])
    at = tuple(f"{permalink}/" for permalink in wanted)
    there = (row for row in rows if f"{named[row.source_id].permalink}/".startswith(at))
    return {key for row in there if (key := key_of(store, row)) is not None}
