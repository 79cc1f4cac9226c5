"""Selecting: what under the cursor, and what in a range, is to be starred, cited or marked all at once."""

from collections.abc import Callable, Set
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from tui.finding.answer_list import FoundRow
from tui.pages.marks import NOTHING
from tui.ports import Pane
from tui.reader.host import ReaderHost
from tui.reader.item_tree import Branch, places
from tui.session.paged import Paged

if TYPE_CHECKING:
    from tui.widgets.row_list import RowList

MOST: Final = 5_000
"""How many rows a range may have: few enough for every key to be quick."""


class Selecting:
    """What is selected in one pane: it lasts while the pane shows the same list, and begins anew in another pane."""

    def __init__(self, reader: ReaderHost, draw: Callable[[], None]) -> None:
        """`draw` draws the marks anew."""
        self._reader = reader
        self._draw = draw
        self._pane = Pane.READING
        self._list: object = None  # what the pane showed when its first row was selected
        self._picked: dict[str, int] = {}  # by permalink, where each stands in the list
        self._range: dict[str, int] = {}
        self._range_from: int | None = None
        self.begun = False  # since all was forgotten the last time: else no key needs to ask for anything here

    @property
    def selected(self) -> tuple[str, ...]:
        """What is selected in the pane in use, in the order of its list."""
        if not self.begun or not self._stands:
            return ()
        at = self._picked | self._range
        view = self._reader.panes.items.view
        if self._pane is Pane.ITEMS and view:  # where branches were opened since, the rows moved
            return tuple(permalink for permalink in places(view) if permalink in at)
        return tuple(sorted(at, key=at.__getitem__))

    @property
    def marked(self) -> Set[str]:
        """What is selected, in whichever pane."""
        return {*self._picked, *self._range} if self._picked or self._range else NOTHING

    def toggle(self) -> None:
        """Select what is under the cursor, or no longer, and go one down."""
        self._begin()
        for permalink, at in self._between(self._rows.cursor, self._rows.cursor).items():
            if self._picked.pop(permalink, None) is None:
                self._picked[permalink] = at
        self._reader.panes.movable.step(1)
        self._show()

    def toggle_range(self) -> None:
        """Begin a range at the cursor, or end it there: all between is selected."""
        self._begin()
        if self._range_from is None:
            self._range_from = self._rows.cursor
            ends, back = self._reader.key_for("select-range"), self._reader.key_for("back")
            self._reader.say(f"A range begins here; {ends} ends it, {back} gives it up.")
            self.moved()
        else:
            begun, self._range_from = self._range_from, None
            self._extend(begun, self._rows.cursor, end=True)

    def moved(self) -> None:
        """The cursor moved: a range that was begun goes on to where it is."""
        if self._range_from is not None and self._stands:
            self._extend(self._range_from, self._rows.cursor)

    def keep_up(self) -> None:
        """Select nothing any more where the pane has come to show another list."""
        if self._has_any and self._list != self._shown:
            self._forget()
            self._show()

    def clear(self) -> bool:
        """Select nothing; False where nothing was selected in the pane in use."""
        if not self._has_any:
            return False
        stood = self._stands
        self._forget()
        self._show()
        return stood

    @property
    def _has_any(self) -> bool:
        """Whether anything is selected in any pane, or a range was begun."""
        return bool(self._picked or self._range) or self._range_from is not None

    @property
    def _stands(self) -> bool:
        """Whether the pane in use is the one with the selection, and shows the same list."""
        return self._pane is self._reader.pane and self._list == self._shown

    @property
    def _shown(self) -> object:
        """What the pane shows: equal as long as it is the same list."""
        panes = self._reader.panes
        if self._pane is Pane.ITEMS:
            return panes.items.view.line.permalink if panes.items.view else None
        if self._pane is Pane.MEETINGS:
            return panes.meetings.rows
        return panes.resolutions.asked, panes.resolutions.oldest, panes.resolutions.at_places

    @property
    def _rows(self) -> "RowList[Any]":
        """The list of the pane."""
        panes = self._reader.panes
        if self._pane is Pane.MEETINGS:
            return panes.meetings
        return panes.items if self._pane is Pane.ITEMS else panes.resolutions.answers

    def _begin(self) -> None:
        """Begin anew, unless what is selected is of this list."""
        if not self._stands:
            self._forget()
            self._pane = self._reader.pane
            self._list = self._shown
        self.begun = True

    def _forget(self) -> None:
        self._picked, self._range, self._range_from, self.begun = {}, {}, None, False

    def _extend(self, begun: int, now: int, *, end: bool = False) -> None:
        """Put what stands between two rows into the range, and at its `end` into the selection."""
        first, last = sorted((begun, now))
        if last - first >= MOST:
            self._reader.say(f"A range has {MOST:,} rows at most; it stays as it was.")
            return
        rows = self._rows.rows
        if isinstance(rows, Paged) and rows.missing(range(first, last + 1)) is not None:
            bring = partial(self._bring, rows, first, last, end=end)
            self._reader.attempt("selecting", bring, newest=True)
            return
        between = self._between(first, last)
        if end:
            self._picked, self._range = self._picked | between, {}
        else:
            self._range = between
        self._show()

    async def _bring(self, rows: "Paged[object]", first: int, last: int, *, end: bool) -> None:
        """Have the rows of a range brought that were never looked at."""
        while (missing := rows.missing(range(first, last + 1))) is not None:
            await rows.bring(missing)
        if rows is self._rows.rows:
            self._extend(first, last, end=end)

    def _between(self, first: int, last: int) -> dict[str, int]:
        """The places on the rows from `first` to `last`, each with where it stands in the list."""
        rows = enumerate(self._rows.rows[first : last + 1], first)
        return {permalink: at for at, row in rows if (permalink := _permalink(row))}

    def _show(self) -> None:
        self._draw()
        self._reader.refresh_hints()


def _permalink(row: object) -> str | None:
    """The permalink of what stands on a row; None of a heading."""
    from store.views.view_lines import MeetingLine  # the first screen does not wait for it

    if isinstance(row, FoundRow):
        return row.hit.permalink
    return row.permalink if isinstance(row, MeetingLine | Branch) else None
