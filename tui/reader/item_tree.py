"""The outline of one meeting: its items, below them their resolutions, and below those their clauses."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.events import Click
from textual.message import Message

from tui.pages.marks import Marks
from tui.pages.safe import pane_title, words
from tui.pages.spoken import kind_said, short
from tui.widgets.roles import key_for
from tui.widgets.row_list import RowList

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
    yield Branch(resolution.permalink, item, 1, said, kind=kind_said(resolution).capitalize(), opens=not single)
    if not single and resolution.permalink in opened:
        for clause in clauses:
            if left is None or clause.permalink in left:
                yield Branch(clause.permalink, resolution.permalink, 2, clause.text, clause.label or "")


def _is_single(resolution: "ResolutionLine") -> bool:
    return len(resolution.clauses) == 1 and resolution.clauses[0].label is None


def _outcomes(clauses: tuple["ClauseLine", ...]) -> str:
    """The verbs of the clauses, each once, in order."""
    return ", ".join(dict.fromkeys(outcome for clause in clauses for outcome in clause.outcomes))


def resolution_beside(view: "MeetingView", place: str, step: int) -> str | None:
    """The permalink of the next resolution (`step` 1) or the one before (-1), seen from any place of the meeting.

    None where there is no more. A place inside a resolution is seen from that resolution.
    """
    order = list(_places(view))
    here = next((index for index, (permalink, _) in enumerate(order) if permalink == place), 0)
    own = order[here][1]
    ahead = order[here + 1 :] if step > 0 else order[:here][::-1]
    return next((resolution for _, resolution in ahead if resolution not in (None, own)), None)


def places(view: "MeetingView") -> Iterator[str]:
    """The permalink of every place of the meeting, in order, each once: a clause may be all of its resolution."""
    return iter(dict.fromkeys(permalink for permalink, _ in _places(view)))


def _places(view: "MeetingView") -> Iterator[tuple[str, str | None]]:
    """Every place of the meeting in order, with the resolution that it is or is in."""
    yield view.line.permalink, None
    for item in view.items:
        yield item.permalink, None
        for resolution in item.resolutions:
            yield resolution.permalink, resolution.permalink
            for clause in resolution.clauses:
                yield clause.permalink, resolution.permalink


_GUTTER: Final = 2  # cells before every row, for its marks
_INDENT: Final = 2  # cells a level
_OPEN, _CLOSED = "▾ ", "▸ "


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The query of a filter, and the permalinks that it lets through."""

    query: str
    left: Set[str]


class ItemTree(RowList[Branch]):
    """A list of branches that open and close, with the meeting itself at its head."""

    TITLE = "2 Items"

    @dataclass
    class Moved(Message):
        """The person moved to another place of the meeting."""

        permalink: str

    def __init__(self) -> None:
        super().__init__()
        self.border_title = pane_title(self.TITLE)
        self.view: MeetingView | None = None
        self.narrowed: Narrowed | None = None
        self.order = ItemOrder.PRINTED
        self._opened: set[str] = set()
        self._marks = Marks()
        self._in_doubt: Set[str] = frozenset()

    @property
    def place(self) -> str | None:
        """The permalink under the cursor."""
        return self.current.permalink if self.current else None

    def show_meeting(
        self,
        view: "MeetingView | None",
        permalink: str | None = None,
        narrowed: Narrowed | None = None,
        order: ItemOrder = ItemOrder.PRINTED,
    ) -> None:
        """Show the outline of a meeting, or of none, with the cursor on `permalink`; what was open stays open."""
        if view is None or self.view is None or view.line.permalink != self.view.line.permalink:
            self._opened = {item.permalink for item in view.items} if view else set()
        if (view, narrowed, order) != (self.view, self.narrowed, self.order):
            self.view, self.narrowed, self.order = view, narrowed, order
            self._in_doubt = {doubt.permalink for doubt in view.doubts} if view else frozenset()
            if narrowed:
                self._opened |= narrowed.left
            self.show(self._branches)
            self.border_title = pane_title(self.TITLE, *self._figures)
        if permalink is not None:
            self.go_to(permalink)

    def mark(self, marks: Marks) -> None:
        """Mark what the person keeps."""
        changed, self._marks = marks.changes(self._marks), marks
        if changed is None:
            self.reset_lines()
        elif changed:
            self.draw_anew(lambda row: row.permalink in changed)

    def go_to(self, permalink: str) -> None:
        """Put the cursor on a place, with the branches above it open, or on the lowest of these that can be seen."""
        if self.view is None or permalink == self.place:
            return
        path = above(self.view, permalink)
        if not self._opened.issuperset(path[:-1]):
            self._opened.update(path[:-1])
            self.show_more(self._branches)
        rows = {row.permalink: at for at, row in enumerate(self._rows) if row}
        if (at := next((rows[one] for one in reversed(path) if one in rows), None)) is not None:
            self.put(at)

    def inward(self) -> bool:
        """Open the branch under the cursor, or step into an open one; False on a leaf."""
        row = self.current
        if row is None or not row.opens:
            return False
        if row.permalink in self._opened:
            self.step(1)
        else:
            self._toggle(row)
        return True

    def outward(self) -> bool:
        """Close the branch under the cursor, or step out to the one it is on; False where there is none."""
        row = self.current
        if row is None:
            return False
        if row.opens and row.permalink in self._opened:
            self._toggle(row)
            return True
        if row.within is None:
            return False
        self.step(next(at for at, one in enumerate(self._rows) if one and one.permalink == row.within) - self.cursor)
        return True

    def draw(self, row: Branch, width: int) -> tuple[Content, ...]:
        icon = (_OPEN if row.permalink in self._opened else _CLOSED) if row.opens else ""
        kind = f"{row.kind}: " if row.kind and row.said else row.kind
        return (
            Content.assemble(
                words(self._marks.gutter(row.permalink, in_doubt=row.permalink in self._in_doubt), "label"),
                " " * (row.depth * _INDENT) + icon,
                words(f"{row.key} " if row.key else "", "label"),
                words(kind, "quiet"),
                words(row.said[: 4 * width]),  # of a text of any length what may be seen of it
            ),
        )

    def tell_moved(self, row: Branch) -> None:
        self.tell(self.Moved(row.permalink))

    def nothing(self) -> str:
        if self.narrowed:
            back, change = key_for(self, "back"), key_for(self, "filter")
            query = self.narrowed.query
            return f"Nothing in this meeting fits “{query}”. {back} takes the filter away, {change} changes it."
        return ""

    def not_yet(self) -> str:
        return ""  # the meetings say that they are coming, and of a store without any there is no outline

    def on_click(self, event: Click) -> None:
        super().on_click(event)
        offset = event.get_content_offset(self)
        row = self.current
        if offset and row and row.opens and 0 <= offset.x - _GUTTER - row.depth * _INDENT < len(_OPEN):
            self._toggle(row)

    @property
    def _branches(self) -> list[Branch]:
        left = self.narrowed.left if self.narrowed else None
        return branches(self.view, self._opened, left, self.order) if self.view else []

    @property
    def _figures(self) -> tuple[str, ...]:
        """The day of the meeting, how many items it has, how many of them are left by which filter, and the order."""
        if self.view is None:
            return ()
        every, day = len(self.view.items), short(self.view.line.date)
        order = self.order.value if self.order is not ItemOrder.PRINTED else ""
        if self.narrowed is None:
            return day, str(every), order
        left = sum(item.permalink in self.narrowed.left for item in self.view.items)
        return day, f"{left} of {every}", self.narrowed.query, order

    def _toggle(self, row: Branch) -> None:
        self._opened ^= {row.permalink}
        self.show_more(self._branches)
