"""The committees that somebody calls by words of their names or their councils', by initials, or with a slip."""

import sqlite3
from collections.abc import Sequence, Set

from store.find.slips import one_edit_away
from store.permalinks.committees import committees
from store.permalinks.slugs import initials
from store.text.tokens import words

_SLIP_FROM = 4  # letters of a word in which a slip is forgiven


def bodies_called(store: sqlite3.Connection, names: Sequence[str]) -> tuple[int, ...]:
    """The keys of the committees with most of these folded words in their names; none where no word is in any."""
    if not names:
        return ()
    counts: dict[int, int] = {}
    for key, one in committees(store).items():
        called = (one.name, one.slug, one.council, one.council_slug)
        there = {word for name in called if name for word in (*words(name), initials(name).lower())}
        counts[key] = sum(_is_there(name, there) for name in names)
    most = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if most and count == most)


def _is_there(name: str, there: Set[str]) -> bool:
    """Whether a word is one of those there, or begins one, or would with one letter put right."""
    if any(word.startswith(name) for word in there):
        return True
    return len(name) >= _SLIP_FROM and not there.isdisjoint(one_edit_away(name))
