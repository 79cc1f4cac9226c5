"""The list of meetings on the screen: which of them it has, in which order, and where its cursor goes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from store.errors import MinutebookError
from store.permalinks.permalink import parse
from store.views.view_lines import MeetingOrder
from tui.finding.query_text import with_filter, with_only
from tui.pages.page import EMPTY
from tui.ports import Pane
from tui.reader.host import ReaderHost
from tui.session.listings import Lists, MeetingChoice
from tui.session.paged import Paged

_ORDERS: Final = tuple(MeetingOrder)


class Listing:
    """Lists meetings for the reader; of two lists asked for in haste, the later one."""

    def __init__(self, reader: ReaderHost, lists: Lists) -> None:
        self._reader = reader
        self._lists = lists
        self.chosen = MeetingChoice()
        self._resumed: str | None = None  # the meeting that the person was at the last time

    def begin(self, place: str | None) -> None:
        """List the meetings; without a `place` to begin with, read the first of them."""
        self._resumed = str(parse(place).meeting) if place else None
        self.list_anew()

    def remembered(self) -> dict[str, str]:
        """The filter and the order, to begin with the next time."""
        return {"query": self.chosen.query, "order": self.chosen.order.name}

    def restore(self, kept: Mapping[str, object]) -> None:
        """Take the filter and the order that were remembered; what is none is passed over."""
        order = MeetingOrder.__members__.get(str(kept.get("order")), MeetingOrder.NEWEST)
        self.chosen = MeetingChoice(str(kept.get("query", "")), order)

    def list_anew(self) -> None:
        """List the same meetings as they are in the store now; the cursor stays on its meeting."""
        self._run(self.chosen, reads=False)

    async def permalinks(self) -> Sequence[str]:
        """The permalinks of all meetings in the list."""
        listed = len(self._reader.panes.meetings.rows)
        return [one.permalink for one in await self._lists.meetings_between(self.chosen, 0, listed)]

    def filter(self, query: str) -> None:
        """List the meetings that a query means, all where it asks nothing."""
        self._run(replace(self.chosen, query=query.strip()), reads=True)

    def open_filter(self) -> None:
        """Ask for a filter."""
        from tui.finding.facet_screens import FilterScreen

        count = self._lists.meeting_facets
        self._reader.push(FilterScreen("Filter the meetings", count, self.chosen.query, self.filter))

    def clear(self) -> bool:
        """Take the filter away; False where there is none."""
        if not self.chosen.query:
            return False
        self.filter("")
        return True

    def toggle_committee(self) -> None:
        """List only the meetings of the committee under the cursor, or of any again."""
        if current := self._reader.panes.meetings.current:
            committee, _, _ = current.permalink.rpartition("/")
            self.filter(with_filter(self.chosen.query, f"committee:{committee}"))

    def toggle_unseen(self) -> None:
        """List only the meetings that are unseen, or all again."""
        self.filter(with_filter(self.chosen.query, "is:unseen"))

    def next_order(self) -> None:
        """List the meetings in another order."""
        order = _ORDERS[(_ORDERS.index(self.chosen.order) + 1) % len(_ORDERS)]
        self._run(replace(self.chosen, order=order), reads=False)
        self._reader.say(f"Meetings {order.value}.")

    def open_timeline(self) -> None:
        """Show when what is filtered and asked was; what is chosen there narrows what is found, or the meetings."""
        from tui.timeline.screen import TimelineScreen

        finding = self._reader.pane is Pane.RESOLUTIONS

        def narrow(chosen: str) -> None:
            if finding:
                self._reader.find(with_only(self._reader.find_text, chosen))
            else:
                self._reader.use(Pane.MEETINGS)
                self.filter(with_only(self.chosen.query, chosen))

        self._reader.push(TimelineScreen(self._lists, self.chosen.query, self._reader.find_text.strip(), narrow))

    def show(self, permalink: str) -> None:
        """Put the cursor on a meeting; where the filter leaves it out, without the filter.

        Where the person was the last time the filter stays: it may leave that out because it is seen by now.
        """
        resumed, self._resumed = self._resumed, None
        self._put(permalink, stays=permalink == resumed)

    def follow(self, permalink: str) -> None:
        """Put the cursor on a meeting that is only looked at, if it is in the list."""
        self._put(permalink, stays=True)

    def _put(self, permalink: str, *, stays: bool) -> None:
        current = self._reader.panes.meetings.current
        if current is None or current.permalink != permalink:
            showing = partial(self._show, permalink, stays=stays)
            self._reader.attempt("meeting", partial(self._told, showing), newest=True)

    async def _show(self, permalink: str, *, stays: bool) -> None:
        chosen = self.chosen
        place = await self._lists.place(chosen, permalink)
        if chosen is not self.chosen:
            return  # the list that took its place has put its cursor itself
        if place is not None:
            self._reader.panes.meetings.put(place)
        elif chosen.query and not stays:
            await self._list(replace(chosen, query=""), permalink)

    def _run(self, chosen: MeetingChoice, *, reads: bool) -> None:
        self.chosen = chosen  # at once, for the next key goes on from here
        listing = partial(self._list, chosen, reads=reads)
        self._reader.attempt("meetings", partial(self._told, listing), newest=True)

    async def _told(self, listing: Callable[[], Awaitable[None]]) -> None:
        try:
            await listing()
        except MinutebookError as error:
            self._reader.panes.meetings.fail(str(error))
            self._reader.complain(error)

    async def _list(self, chosen: MeetingChoice, permalink: str | None = None, *, reads: bool = False) -> None:
        """List `chosen`, with the cursor on a meeting, that which is shown unless told otherwise.

        `reads` has the first one read where that is not listed.
        """
        self.chosen = chosen
        view = self._reader.panes.items.view
        listing = await self._lists.meetings(chosen, permalink or (view.line.permalink if view else None))
        rows = Paged(listing.count, partial(self._lists.meetings_between, chosen), listing.first)
        self._reader.panes.meetings.list_meetings(rows, chosen, listing)
        self._reader.welcome(empty=not listing.every)
        if not listing.every:
            adds = self._reader.key_for("add")
            self._reader.panes.reading.say(EMPTY, f"{adds} adds some: a file of minutes, or a folder of them.")
        elif listing.first and (self._reader.is_new or (reads and listing.place is None)):
            self._reader.go_to(listing.first[0].permalink)
        self._reader.refresh_hints()
