"""The outline of a meeting as rows: which of its branches are open, and which places are left of it by a filter."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.views.view_lines import ClauseLine, ItemLine, MeetingView, ResolutionLine

WHOLE_MEETING = "Who came, interests, notes"


class ItemOrder(StrEnum):
    """By value, in the words that name it."""

    PRINTED = "as printed"
    DECIDED = "decided first"


@dataclass(frozen=True, slots=True)
class Branch:
    """A row: `key` is what it is told by ("5", "a)"), `kind` the kind of decision ("Resolved"), `said` its words.

    `opens` says that something is below it, `within` in which branch it is itself.
    """

    permalink: str
    within: str | None
    depth: int
    said: str
    key: str = ""
    kind: str = ""
    opens: bool = False


def branches(
    view: "MeetingView", opened: Set[str], left: Set[str] | None = None, order: ItemOrder = ItemOrder.PRINTED
) -> list[Branch]:
    """The rows that can be seen. `opened` are the open branches; `left` what a filter lets through, None for all."""
    rows = [Branch(view.line.permalink, None, 0, WHOLE_MEETING)] if left is None else []
    items = view.items if order is ItemOrder.PRINTED else sorted(view.items, key=lambda item: not item.resolutions)
    for item in items:
        if left is None or item.permalink in left:
            rows += _of_item(item, opened, left)
    return rows


def above(view: "MeetingView", permalink: str) -> tuple[str, ...]:
    """The branches that have to be open for a place to be seen, and the row that it is on: item, resolution, clause."""
    for item in view.items:
        if item.permalink == permalink:
            return (permalink,)
        for resolution in item.resolutions:
            if resolution.permalink == permalink or _is_single(resolution):
                if permalink in (resolution.permalink, resolution.clauses[0].permalink):
                    return item.permalink, resolution.permalink
            elif any(clause.permalink == permalink for clause in resolution.clauses):
                return item.permalink, resolution.permalink, permalink
    return (permalink,)


def _of_item(item: "ItemLine", opened: Set[str], left: Set[str] | None) -> Iterator[Branch]:
    resolutions = [one for one in item.resolutions if left is None or one.permalink in left]
    said = item.title if item.complete else f"{item.title} …"
    yield Branch(item.permalink, None, 0, said, item.number or "", opens=bool(resolutions))
    if item.permalink in opened:
        for resolution in resolutions:
            yield from _of_resolution(resolution, item.permalink, opened, left)


def _of_resolution(
    resolution: "ResolutionLine", item: str, opened: Set[str], left: Set[str] | None
) -> Iterator[Branch]:
    """A branch with a row for each clause; a resolution of a single sentence has none below it."""
    single, clauses = _is_single(resolution), resolution.clauses
    said = clauses[0].text if single else resolution.intro or _outcomes(clauses)
    yield Branch(resolution.permalink, item, 1, said, kind=resolution.kind.capitalize(), opens=not single)
    if not single and resolution.permalink in opened:
        for clause in clauses:
            if left is None or clause.permalink in left:
                yield Branch(clause.permalink, resolution.permalink, 2, clause.text, clause.label or "")


def _is_single(resolution: "ResolutionLine") -> bool:
    return len(resolution.clauses) == 1 and resolution.clauses[0].label is None


def _outcomes(clauses: tuple["ClauseLine", ...]) -> str:
    """The verbs of the clauses, each once, in order."""
    return ", ".join(dict.fromkeys(outcome for clause in clauses for outcome in clause.outcomes))
