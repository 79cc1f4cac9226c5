"""The marks of what the person keeps: in front of a place in every list, a cell for each."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Final

SELECTED, STARRED, WITHIN, NOTED, UNSEEN, IN_DOUBT = "✓", "★", "☆", "✎", "•", "?"
NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be marked, as permalinks. `seen` are the meetings seen; None while nobody knows which they are."""

    starred: Set[str] = NOTHING
    noted: Set[str] = NOTHING
    seen: Set[str] | None = None
    selected: Set[str] = NOTHING

    def before(self, permalink: str | None, *, within: bool = False) -> str:
        """What to set before the words of a place: its marks and a space, or nothing.

        ✓ selected, ★ starred, ✎ noted; with `within` also ☆ for what lies in something that has a star.
        """
        if not permalink:
            return ""
        marks = SELECTED if permalink in self.selected else ""
        marks += STARRED if permalink in self.starred else WITHIN if within and self._within(permalink) else ""
        marks += NOTED if permalink in self.noted else ""
        return f"{marks} " if marks else ""

    def gutter(self, permalink: str, *, is_meeting: bool = False, in_doubt: bool = False) -> str:
        """Two cells before a place, whatever marks it has, so that none of them moves its words.

        The first has ✓ selected, ★ starred or, of a meeting, • unseen, the second ✎ noted or ? in doubt.
        """
        unseen = is_meeting and self.seen is not None and permalink not in self.seen
        first = SELECTED if permalink in self.selected else STARRED if permalink in self.starred else ""
        second = NOTED if permalink in self.noted else IN_DOUBT if in_doubt else ""
        return f"{first or (UNSEEN if unseen else ' ')}{second or ' '}"

    def changes(self, before: "Marks") -> Set[str] | None:
        """The permalinks that are marked otherwise than `before`; None where that may be any."""
        seen: Set[str] = NOTHING
        if self.seen is not before.seen:
            if self.seen is None or before.seen is None:
                return None
            seen = self.seen ^ before.seen
        return (self.starred ^ before.starred) | (self.noted ^ before.noted) | (self.selected ^ before.selected) | seen

    def _within(self, permalink: str) -> bool:
        if not self.starred:
            return False
        parts = permalink.split("/")
        return any("/".join(parts[:end]) in self.starred for end in range(1, len(parts)))
