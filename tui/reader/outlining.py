"""The outline of a meeting on the screen: what a filter leaves of it, and in which order its items stand."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from tui.reader.host import ReaderHost
from tui.reader.item_tree import ItemOrder, Narrowed

if TYPE_CHECKING:
    from store.find.query import Query
    from store.views.view_lines import MeetingView
    from tui.reader.item_tree import ItemTree
    from tui.session.searches import Facets


class Outlining:
    """Shows outlines for the reader. The filter and the order stay when another meeting is shown."""

    def __init__(self, reader: ReaderHost) -> None:
        self._reader = reader
        self._query = ""
        self._order = ItemOrder.PRINTED

    def remembered(self) -> dict[str, str]:
        """The filter and the order, to begin with the next time."""
        return {"query": self._query, "order": self._order.name}

    def restore(self, kept: Mapping[str, object]) -> None:
        """Take the filter and the order that were remembered; what is none is passed over."""
        self._query = str(kept.get("query", ""))
        self._order = ItemOrder.__members__.get(str(kept.get("order")), ItemOrder.PRINTED)

    async def show(self, view: "MeetingView", permalink: str) -> None:
        """Show the outline of a meeting, with the cursor on a place."""
        narrowed = await asyncio.to_thread(_narrowed, view, self._query) if self._query else None
        self._tree.show_meeting(view, permalink, narrowed, self._order)

    def filter(self, query: str) -> None:
        """Leave of the outline what a query means, all where it asks nothing."""
        self._query = query.strip()
        self._run()

    def open_filter(self) -> None:
        """Ask for a filter."""
        from tui.finding.facet_screens import FilterScreen

        self._reader.push(FilterScreen("Filter the items", self._facets, self._query, self.filter))

    def clear(self) -> bool:
        """Take the filter away; False where there is none."""
        if not self._query:
            return False
        self.filter("")
        return True

    def next_order(self) -> None:
        """List the items as printed, or those first in which something is decided."""
        self._order = ItemOrder.DECIDED if self._order is ItemOrder.PRINTED else ItemOrder.PRINTED
        self._run()
        self._reader.say(f"Items {self._order.value}.")

    @property
    def _tree(self) -> "ItemTree":
        return self._reader.panes.items

    def _run(self) -> None:
        if view := self._tree.view:
            place = self._tree.place or view.line.permalink
            self._reader.attempt("outline", partial(self.show, view, place), newest=True)

    async def _facets(self, query: "Query") -> "Facets":
        """How many items of the meeting have each outcome."""
        from store.find.answer import Facet

        counts = Counter[str]()
        for item in self._tree.view.items if self._tree.view else ():
            clauses = (clause for resolution in item.resolutions for clause in resolution.clauses)
            counts.update({outcome for clause in clauses for outcome in clause.outcomes})
        return {"outcome": tuple(Facet(f"outcome:{name}", name, count) for name, count in counts.most_common())}


def _narrowed(view: "MeetingView", query: str) -> Narrowed:
    from store.views.outline_filter import places_left

    return Narrowed(query, places_left(view, query))
