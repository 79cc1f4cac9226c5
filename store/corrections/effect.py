"""What putting something right did, in a word: two readings of one meeting held against each other."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from store.model import Item, Kind, Meeting, Resolution, Span
from store.text.lists import counted

NOTHING_ELSE: Final = "Nothing is read otherwise by it."
_HEADER: Final = (
    ("date", "day"),
    ("start", "hour"),
    ("end", "end"),
    ("committee", "body"),
    ("council", "council"),
    ("venue", "place"),
    ("kind", "kind"),
    ("chair", "chair"),
    ("status", "status"),
)
_NOWHERE: Final = Span(0, 0)


def effect(before: Meeting, after: Meeting) -> str:
    """What is read otherwise: "3 decisions moved to item 5; 1 item more."; "" where nothing is."""
    told = [*_header(before, after), *_items(before, after), *_decisions(before, after), *_people(before, after)]
    told = told or list(_paragraphs(before, after))
    words = "; ".join(told)
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _header(before: Meeting, after: Meeting) -> Iterator[str]:
    for field, name in _HEADER:
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield f"the {name} is {'not told' if now is None else now}"


def _items(before: Meeting, after: Meeting) -> Iterator[str]:
    was = {item.span.start: (item.number, item.title) for item in before.items}
    now = {item.span.start: (item.number, item.title) for item in after.items}
    if more := len(now.keys() - was.keys()):
        yield f"{counted(more, 'item')} more"
    if less := len(was.keys() - now.keys()):
        yield f"{counted(less, 'item')} less"
    if other := sum(was[start] != now[start] for start in was.keys() & now.keys()):
        yield f"{counted(other, 'item')} called otherwise"


def _decisions(before: Meeting, after: Meeting) -> Iterator[str]:
    was, now = _by_place(before), _by_place(after)
    moved = [after_item for start, (after_item, _) in now.items() if start in was and was[start][0] != after_item]
    names = {item.span.start: _name(item) for item in after.items}
    for item, group in groupby(sorted(moved)):
        yield f"{counted(len(list(group)), 'decision')} moved to {names[item]}"
    if more := len(now.keys() - was.keys()):
        yield f"{counted(more, 'decision')} more"
    if less := len(was.keys() - now.keys()):
        yield f"{counted(less, 'decision')} less"
    if other := sum(_words(was[start][1]) != _words(now[start][1]) for start in was.keys() & now.keys()):
        yield f"{counted(other, 'decision')} read otherwise"


def _by_place(meeting: Meeting) -> dict[int, tuple[int, Resolution]]:
    """The decisions by where their words begin, each with where its item does."""
    return {one.clauses[0].span.start: (item.span.start, one) for item in meeting.items for one in item.resolutions}


def _words(one: Resolution) -> Resolution:
    return replace(one, span=_NOWHERE)


def _name(item: Item) -> str:
    return f"item {item.number}" if item.number else f"“{item.title}”" if item.title else "the item without a title"


def _people(before: Meeting, after: Meeting) -> Iterator[str]:
    if before.attendance != after.attendance:
        yield f"{counted(len(after.attendance), 'person')} named as there or not"


def _paragraphs(before: Meeting, after: Meeting) -> Iterator[str]:
    """What lines are for, where nothing else is read otherwise."""
    if other := len(_kinds(after) - _kinds(before)):
        yield f"{counted(other, 'paragraph')} taken for something else"


def _kinds(meeting: Meeting) -> set[tuple[Kind, Span]]:
    of_items = (one for item in meeting.items for one in item.paragraphs)
    return {(one.kind, one.span) for one in (*meeting.paragraphs, *of_items)}
