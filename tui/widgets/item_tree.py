"""The outline of one meeting: its items, below them their resolutions, and below those their clauses."""

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.events import Click
from textual.message import Message

from tui.branches import Branch, ItemOrder, above, branches
from tui.commands.listing import Filter
from tui.commands.panes import Back
from tui.marks import Marks
from tui.safe import words
from tui.widgets.keys import key_for
from tui.widgets.pane_title import pane_title
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.views.view_lines import MeetingView

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
            if narrowed:
                self._opened |= narrowed.left
            self.show(self._branches)
            self.border_title = pane_title(self.TITLE, *self._figures)
        if permalink is not None:
            self.go_to(permalink)

    def mark(self, marks: Marks) -> None:
        """Mark what the person keeps."""
        self._marks = marks
        self.reset_lines()

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
                " " * (row.depth * _INDENT) + icon,
                words(self._marks.before(row.permalink), "label"),
                words(f"{row.key} " if row.key else "", "label"),
                words(kind, "quiet"),
                words(row.said[: 4 * width]),  # of a text of any length what may be seen of it
            ),
        )

    def tell_moved(self, row: Branch) -> None:
        self.tell(self.Moved(row.permalink))

    def nothing(self) -> str:
        if self.narrowed:
            back, change = key_for(self, Back), key_for(self, Filter)
            query = self.narrowed.query
            return f"Nothing in this meeting fits “{query}”. {back} takes the filter away, {change} changes it."
        return ""

    def on_click(self, event: Click) -> None:
        super().on_click(event)
        offset = event.get_content_offset(self)
        row = self.current
        if offset and row and row.opens and 0 <= offset.x - row.depth * _INDENT < len(_OPEN):
            self._toggle(row)

    @property
    def _branches(self) -> list[Branch]:
        left = self.narrowed.left if self.narrowed else None
        return branches(self.view, self._opened, left, self.order) if self.view else []

    @property
    def _figures(self) -> tuple[str, ...]:
        """How many items there are, how many of them are left by which filter, and the order."""
        if self.view is None:
            return ()
        every = len(self.view.items)
        order = self.order.value if self.order is not ItemOrder.PRINTED else ""
        if self.narrowed is None:
            return str(every), order
        left = sum(item.permalink in self.narrowed.left for item in self.view.items)
        return f"{left} of {every}", self.narrowed.query, order

    def _toggle(self, row: Branch) -> None:
        self._opened ^= {row.permalink}
        self.show_more(self._branches)
