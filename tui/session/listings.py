"""What the lists ask: so many rows there are, and the rows of a page; and the store that answers."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from store.views.view_lines import MeetingOrder
from tui.session.paged import PAGE
from tui.session.searches import marks_at
from tui.session.store_thread import StoreThread

if TYPE_CHECKING:
    from store.find.answer import Count, Hit
    from store.find.finder import Finder
    from store.find.query import Query
    from store.userdata.userdata import UserData
    from store.views.meeting_filter import MeetingFilter
    from store.views.meeting_list import Meetings
    from store.views.month_counts import Timeline
    from store.views.view_lines import MeetingLine
    from tui.session.searches import Facets


@dataclass(frozen=True, slots=True)
class MeetingChoice:
    """Which meetings are listed, as a query says, and in which order."""

    query: str = ""
    order: MeetingOrder = MeetingOrder.NEWEST


@dataclass(frozen=True, slots=True)
class MeetingListing:
    """How many meetings a choice has, of how many there are; its first page; and where one asked for stands in it.

    `headings` say from which on which heading holds, a year or a committee; `names` are those of all committees.
    """

    count: int
    every: int
    first: "tuple[MeetingLine, ...]"
    place: int | None
    headings: tuple[tuple[int, str], ...] = ()
    names: tuple[str, ...] = ()


class Lists(Protocol):
    """What the lists ask. Every answer may raise a `MinutebookError` worded for the reader."""

    async def meetings(self, chosen: MeetingChoice, permalink: str | None = None) -> MeetingListing:
        """The list of some meetings, and the place of one in it. A store that is not there yet has none."""
        ...

    async def place(self, chosen: MeetingChoice, permalink: str) -> int | None:
        """Where a meeting stands in a list, as that was listed; None where it does not."""
        ...

    async def meetings_between(self, chosen: MeetingChoice, begin: int, end: int) -> "list[MeetingLine]":
        """The meetings from `begin` to before `end` of a list."""
        ...

    async def meeting_facets(self, query: "Query") -> "Facets":
        """What would narrow a list of meetings. May take a second."""
        ...

    async def timeline(self, meetings: str, resolutions: str) -> "Timeline":
        """When the meetings that one query means were, and in these the resolutions that another one means."""
        ...

    async def resolutions(self, query: "Query", *, oldest: bool) -> "tuple[Count, int]":
        """How many a query without words has, all told. May take a second or two."""
        ...

    async def resolutions_between(self, query: "Query", begin: int, end: int, *, oldest: bool) -> "tuple[Hit, ...]":
        """The answers from `begin` to before `end`, in the order of time."""
        ...

    def renew(self) -> None:
        """Ask the file that is there now, whatever was there before."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class StoreLists:
    """Answers from a store file. Meetings, resolutions and counting have a thread each: the last two take a second."""

    def __init__(self, path: Path, open_desk: "Callable[[], UserData]") -> None:
        self._path = path
        self._open_desk = open_desk
        self._meeting_thread = StoreThread(path)
        self._resolution_thread = StoreThread(path)
        self._counting_thread = StoreThread(path)
        self._meetings: tuple[Meetings, UserData] | None = None  # these belong to their threads
        self._finder: tuple[Finder, UserData] | None = None

    async def meetings(self, chosen: MeetingChoice, permalink: str | None = None) -> MeetingListing:
        if not self._path.exists():
            return MeetingListing(0, 0, (), None)

        def listing(store: sqlite3.Connection, _: object) -> MeetingListing:
            meetings = self._meetings_of(store)
            meetings.anew()
            count = len(meetings.keys(chosen.query, chosen.order))
            first = meetings.lines(chosen.query, chosen.order, 0, PAGE)
            place = meetings.place(chosen.query, chosen.order, permalink) if permalink else None
            headings = meetings.headings(chosen.query, chosen.order)
            return MeetingListing(count, meetings.every, tuple(first), place, headings, meetings.names())

        return await self._meeting_thread.ask(listing)

    async def place(self, chosen: MeetingChoice, permalink: str) -> int | None:
        return await self._meeting_thread.ask(
            lambda store, _: self._meetings_of(store).place(chosen.query, chosen.order, permalink)
        )

    async def meetings_between(self, chosen: MeetingChoice, begin: int, end: int) -> "list[MeetingLine]":
        return await self._meeting_thread.ask(
            lambda store, _: self._meetings_of(store).lines(chosen.query, chosen.order, begin, end)
        )

    async def meeting_facets(self, query: "Query") -> "Facets":
        def facets(store: sqlite3.Connection, _: object) -> "Facets":
            with self._filter_of(store) as filtered:
                return filtered.facets(query)

        return await self._counting_thread.ask(facets)

    async def timeline(self, meetings: str, resolutions: str) -> "Timeline":
        def told(store: sqlite3.Connection, gone: Callable[[], bool]) -> "Timeline":
            from store.views.month_counts import timeline

            with self._filter_of(store) as filtered:
                return timeline(filtered, meetings, resolutions, gone)

        return await self._counting_thread.ask(told)

    async def resolutions(self, query: "Query", *, oldest: bool) -> "tuple[Count, int]":
        def counted(store: sqlite3.Connection, gone: Callable[[], bool]) -> "tuple[Count, int]":
            order = self._finder_of(store).in_order(query, oldest=oldest, anew=True, stopped=gone)
            return order.count, len(order.sources)

        return await self._resolution_thread.ask(counted)

    async def resolutions_between(self, query: "Query", begin: int, end: int, *, oldest: bool) -> "tuple[Hit, ...]":
        def hits(store: sqlite3.Connection, gone: Callable[[], bool]) -> "tuple[Hit, ...]":
            from store.index.section import Section

            finder = self._finder_of(store)
            order = finder.in_order(query, oldest=oldest, stopped=gone)
            return finder.hits_at(query.section or Section.RESOLUTIONS, order, begin, end, gone)

        return await self._resolution_thread.ask(hits)

    def renew(self) -> None:
        self._meeting_thread.renew(self._forget_meetings)
        self._resolution_thread.renew(self._forget_resolutions)
        self._counting_thread.renew()

    def close(self) -> None:
        self._meeting_thread.close(self._forget_meetings)
        self._counting_thread.close()
        self._resolution_thread.close(self._forget_resolutions)

    def _meetings_of(self, store: sqlite3.Connection) -> "Meetings":
        if self._meetings is None:
            from store.views.meeting_list import Meetings

            desk = self._open_desk()
            self._meetings = Meetings(store, partial(marks_at, desk, store)), desk
        return self._meetings[0]

    @contextmanager
    def _filter_of(self, store: sqlite3.Connection) -> "Iterator[MeetingFilter]":
        """A filter made anew: counting is not done at every key, and the store may have changed."""
        from store.views.meeting_filter import MeetingFilter

        with closing(self._open_desk()) as desk:
            made = MeetingFilter(store, marks_at(desk, store))
            made.renew()
            yield made

    def _finder_of(self, store: sqlite3.Connection) -> "Finder":
        if self._finder is None:
            from tui.session.searches import finder_over

            desk = self._open_desk()
            self._finder = finder_over(store, desk), desk
        return self._finder[0]

    def _forget_meetings(self) -> None:
        if self._meetings is not None:
            self._meetings[1].close()
        self._meetings = None

    def _forget_resolutions(self) -> None:
        if self._finder is not None:
            self._finder[1].close()
        self._finder = None
