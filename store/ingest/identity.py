"""Whether two documents tell of one meeting: asked of its kind, its hour, and the numbers and titles of its items.

A committee may meet twice on a day. Hours that differ, or kinds that differ, tell two meetings apart; where the hour of
either is not known, the items must agree, and what is decided there. Titles that every meeting has ("Apologies") say
nothing for either.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from store.permalinks.permalink import number_slug
from store.text.tokens import words

SAME_TITLE = 0.5  # the share of the words of the longer of two titles that the other has, from which they are one

_OF_EVERY_MEETING = frozenset(
    """
    absence absent agenda aob announcements any apologies approval approve approved at attendance attending be business
    chair chairman chairmans chairs chairperson close closed closing closure communications confirm confirmation
    confirmed council councillors date declaration declarations declare dispensations disclosure disclosures election
    elect for from future held in interest interests introductions item items last last late mayor mayors meeting
    meetings members minutes next note of on open opening or other participation pecuniary present previous public
    question questions record register roll call session sign signing substitute substitutes substitutions the time to
    urgent venue welcome
    """.split()  # noqa: SIM905 (a list of them would be half a page long)
)
"""The words of titles that the agenda of any meeting has."""


_OF_DECISIONS = frozenset("a an and as at be by for from in is it of on or that the this to was with".split())  # noqa: SIM905


class Heading(NamedTuple):
    """An item as two documents may agree on it: its number and its title as printed, and what was decided there."""

    number: str | None
    title: str
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a meeting of a body and day is known by. `kind` and `start` are None where they are not told."""

    kind: str | None
    start: str | None
    items: tuple[Heading, ...]


def same_meeting(one: Identity, other: Identity) -> bool:
    """Whether two documents that tell of a meeting of the same body on the same day tell of one."""
    if _differ(one.kind, other.kind) or _differ(one.start, other.start):
        return False
    timed = one.start is not None and other.start is not None
    agreeing, clashing = _compared(one.items, other.items, by_decisions=not timed)
    if timed:
        return agreeing >= clashing
    if agreeing or clashing:
        return agreeing > clashing
    # Nothing in the items speaks for or against: one of them has none, or none but those of every meeting, or the
    # numbers of the one go on where those of the other end.
    return one.kind == other.kind and not (_telling(one.items) and _telling(other.items))


def likeness(one: Identity, other: Identity) -> tuple[bool, int]:
    """How much alike two are that `same_meeting` takes for one: by the hour, then by the items that agree."""
    agreeing, clashing = _compared(one.items, other.items)
    return one.start == other.start, agreeing - clashing


def titles_agree(one: str, other: str) -> bool:
    """Whether two titles are one in other words: half of the words of the longer are in both."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return first == second
    return len(first & second) >= SAME_TITLE * max(len(first), len(second))


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _compared(one: Iterable[Heading], other: Iterable[Heading], *, by_decisions: bool = False) -> tuple[int, int]:
    """How many items are in both, and how many numbers have other titles in the one than in the other.

    `by_decisions` counts an item in which both decide, and not the same, as one that differs: two meetings of a day may
    both have "Planning Applications".
    """
    by_number = {number_slug(item.number): item for item in _telling(one) if item.number}
    titled = {_words(item.title): item for item in _telling(one)}
    agreeing = clashing = 0
    for item in _telling(other):
        numbered = by_number.get(number_slug(item.number)) if item.number else None
        alike = numbered if numbered and titles_agree(numbered.title, item.title) else titled.get(_words(item.title))
        if alike is not None and not (by_decisions and _decide_otherwise(alike.decided, item.decided)):
            agreeing += 1
        elif alike is not None or numbered is not None:
            clashing += 1
    return agreeing, clashing


def _decide_otherwise(one: str, other: str) -> bool:
    """Whether two texts both decide, and share no more than half of the words of the longer."""
    first, second = _words(one) - _OF_DECISIONS, _words(other) - _OF_DECISIONS
    return bool(first and second) and len(first & second) <= SAME_TITLE * max(len(first), len(second))


def _telling(items: Iterable[Heading]) -> list[Heading]:
    """The items that not every meeting has."""
    return [item for item in items if not _words(item.title) <= _OF_EVERY_MEETING]


@lru_cache(4_096)
def _words(title: str) -> frozenset[str]:
    return frozenset(words(title))
