"""What one citation is of: a place, or several places of one item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.citation.record import Record
from store.text.labels import bracketed, bracketed_list


@dataclass(frozen=True, slots=True)
class Cited:
    """`record` with what its places have in common: their words, and the stretch of the document that has them all.

    `clause` is the pinpoint below the number: "(iv)", "(iv)–(vi)", "(iii), (v)"; empty for a whole item.
    """

    record: Record
    clause: str
    permalinks: tuple[str, ...]


def one_by_one(records: Iterable[Record]) -> list[Cited]:
    """A citation of each place, every place once, in the order given."""
    return [_cited([record]) for record in _once(records)]


def together(records: Iterable[Record]) -> list[Cited]:
    """A citation of each item, in the order in which the items first come; its clauses in printed order.

    A clause is left out where its resolution or its item is cited too.
    """
    items: dict[str, list[Record]] = {}
    for record in _once(records):
        items.setdefault(record.item or record.meeting, []).append(record)
    return [_cited(_outermost(group)) for group in items.values()]


def _once(records: Iterable[Record]) -> Iterable[Record]:
    return {record.permalink: record for record in records}.values()


def _outermost(group: Sequence[Record]) -> list[Record]:
    """The places of an item that lie in no other of them, in printed order."""
    positions = {one.position for one in group}
    alone = [one for one in group if not any(one.position[:depth] in positions for depth in range(len(one.position)))]
    return sorted(alone, key=lambda one: one.position)


def _cited(group: Sequence[Record]) -> Cited:
    """The citation of places of one item, in printed order."""
    follows = [False, *(_follows(before, after) for before, after in pairwise(group))]
    record = group[0]
    if len(group) > 1:
        pages = [page for one in group if one.source.pages for page in one.source.pages]
        source = replace(
            record.source,
            start=min(one.source.start for one in group),
            end=max(one.source.end for one in group),
            pages=(min(pages), max(pages)) if pages else None,
        )
        complete = all(one.complete for one in group)
        record = replace(record, text=_text(group, follows), complete=complete, label=None, value=None, source=source)
    labels = [bracketed(one.label) for one in group]
    clause = bracketed_list(zip(labels, follows, strict=True)) if all(labels) else ""
    return Cited(record, clause, tuple(one.permalink for one in group))


def _follows(before: Record, after: Record) -> bool:
    """Whether a clause is the next one of the same resolution, by its place and by its label."""
    next_in_print = before.position[:-1] == after.position[:-1] and before.position[-1] + 1 == after.position[-1]
    return next_in_print and before.value is not None and after.value == before.value + 1


def _text(group: Sequence[Record], follows: Sequence[bool]) -> str | None:
    """The words of places with their labels; "…" where others stand between them."""
    text = ""
    for one, goes_on in zip(group, follows, strict=True):
        if one.text:
            between = "" if not text else " " if goes_on else " … "
            text += between + f"{one.label or ''} {one.text}".strip()
    return text or None
