"""What the screens ask for, and the store that answers: questions run in threads that keep their own connections."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.session.listings import Lists, StoreLists
from tui.session.lookups import PlaceLookups, StorePlaceLookups
from tui.session.store_thread import StoreThread
from tui.session.user_data import StoredUserData, UserDataClient

if TYPE_CHECKING:
    from store.citation.record import Record
    from store.find.answer import Answer, Count, Hit
    from store.find.finder import Finder
    from store.find.people import FoundPerson
    from store.find.query import Query
    from store.index.section import Section
    from store.userdata.userdata import UserData
    from store.views.view_lines import ItemView, MeetingView
    from tui.session.searches import Facets

MOST_BELOW = 50  # answers of a section that stands below the one asked for
MOST_PLACES = 200  # of one answer, the newest


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading pane shows for a permalink: its meeting and, unless it names the meeting itself, its item."""

    permalink: str
    meeting: "MeetingView"
    item: "ItemView | None"


class Library(Protocol):
    """What the screens ask. Every answer may raise a `MinutebookError` worded for the reader.

    Who stops waiting for an answer withdraws the question, and the next one need not wait for it.
    """

    @property
    def kept(self) -> UserDataClient:
        """What the person keeps beside the minutes."""
        ...

    @property
    def path(self) -> Path:
        """The store's file, which need not be there yet."""
        ...

    @property
    def passing(self) -> bool:
        """Whether the store goes when the reader is left, as the sample's does."""
        ...

    @property
    def closer(self) -> PlaceLookups:
        """What looking closer at one place asks."""
        ...

    @property
    def lists(self) -> Lists:
        """What the lists of meetings and resolutions ask."""
        ...

    async def read(self, permalink: str) -> Reading:
        """The words at a permalink, with the outline of its meeting."""
        ...

    async def find(self, query: str) -> "Answer":
        """The best answers to a query, in the section that it asks for."""
        ...

    async def get_ready(self) -> None:
        """Have read what the first words that are typed in the find box would have to wait for."""
        ...

    async def find_in(self, section: "Section", query: "Query") -> "Answer":
        """The best answers to a query in one section: a few of them."""
        ...

    async def count(self, section: "Section", query: "Query") -> "Count":
        """How many exact answers there are in a section. May take a second or two."""
        ...

    async def places(self, section: "Section", permalink: str, query: "Query") -> tuple["Hit", ...]:
        """The places that have the words of an answer, newest first."""
        ...

    async def people(self, query: "Query") -> "Sequence[FoundPerson]":
        """The people whose name is all that a query asks for."""
        ...

    async def facets(self, query: "Query") -> "Facets":
        """What would narrow the answers to a query. May take a second or two."""
        ...

    async def councils(self) -> Sequence[str]:
        """The names of the councils. A store that is not there yet has none."""
        ...

    async def cite(self, permalinks: Sequence[str]) -> tuple["Record", ...]:
        """What citations of places need to know of them."""
        ...

    def renew(self) -> None:
        """Ask the file that is at `path` now, whatever was there before."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class StoreLibrary:
    """The library over a store file. Reading, finding and citing have a thread each, so that none waits for another.

    `desk_path` is where the person's things are kept; None is the person's own desk. `passing` is true of a store that
    goes when the reader is left.
    """

    def __init__(self, path: Path, desk_path: Path | None = None, *, passing: bool = False) -> None:
        self._path = path
        self._passing = passing
        self._kept = StoredUserData(path, desk_path)
        self._closer = StorePlaceLookups(path)
        self._lists = StoreLists(path, self._kept.open_desk)
        self._reading = StoreThread(path)
        self._finding = StoreThread(path)
        self._citing = StoreThread(path)
        self._found_with: tuple[Finder, UserData] | None = None  # belongs to the finding thread

    @property
    def kept(self) -> UserDataClient:
        return self._kept

    @property
    def closer(self) -> PlaceLookups:
        return self._closer

    @property
    def path(self) -> Path:
        return self._path

    @property
    def passing(self) -> bool:
        return self._passing

    @property
    def lists(self) -> Lists:
        return self._lists

    async def read(self, permalink: str) -> Reading:
        return await self._reading.ask(lambda store, _: _reading(store, permalink))

    async def find(self, query: str) -> "Answer":
        if not self._path.exists():
            return _nothing(query)
        return await self._finding.ask(lambda store, gone: self._finder(store).find(query, stopped=gone))

    async def get_ready(self) -> None:
        if self._path.exists():
            await self._finding.ask(lambda store, gone: self._finder(store).get_ready(gone))

    async def find_in(self, section: "Section", query: "Query") -> "Answer":
        return await self._finding.ask(
            lambda store, gone: self._finder(store).find_in(section, query, MOST_BELOW, gone)
        )

    async def count(self, section: "Section", query: "Query") -> "Count":
        return await self._finding.ask(lambda store, gone: self._finder(store).count(section, query, gone))

    async def places(self, section: "Section", permalink: str, query: "Query") -> tuple["Hit", ...]:
        from dataclasses import replace

        there = replace(query, section=section)
        return await self._finding.ask(
            lambda store, gone: self._finder(store).places(permalink, there, MOST_PLACES, gone)
        )

    async def people(self, query: "Query") -> "Sequence[FoundPerson]":
        return await self._finding.ask(lambda store, gone: self._finder(store).people(query, gone))

    async def facets(self, query: "Query") -> "Facets":
        from tui.session.searches import facets_for

        return await self._finding.ask(lambda store, gone: facets_for(self._finder(store), query, gone))

    async def councils(self) -> Sequence[str]:
        from store.views.meeting_views import councils

        return await self._reading.ask(lambda store, _: councils(store)) if self._path.exists() else ()

    async def cite(self, permalinks: Sequence[str]) -> tuple["Record", ...]:
        from store.citation.gather import gather

        return await self._citing.ask(
            lambda store, gone: tuple(takewhile(lambda _: not gone(), gather(store, permalinks)))
        )

    def renew(self) -> None:
        self._lists.renew()
        self._reading.renew()
        self._citing.renew()
        self._closer.renew()
        self._finding.renew(self._stop_finding)

    def close(self) -> None:
        self._lists.close()
        self._reading.close()
        self._citing.close()
        self._closer.close()
        self._finding.close(self._stop_finding)
        self._kept.close()

    def _finder(self, store: sqlite3.Connection) -> "Finder":
        if self._found_with is None:
            from tui.session.searches import finder_over

            desk = self._kept.open_desk()
            self._found_with = finder_over(store, desk), desk
        return self._found_with[0]

    def _stop_finding(self) -> None:
        if self._found_with is not None:
            self._found_with[1].close()
            self._found_with = None


def _nothing(query: str) -> "Answer":
    from store.find.answer import Answer, Count
    from store.find.parse_query import parse_query
    from store.index.section import Section

    asked = parse_query(query)
    return Answer(asked, asked.section or Section.RESOLUTIONS, (), Count(0))


def _reading(store: sqlite3.Connection, permalink: str) -> Reading:
    from store.views.meeting_views import item, meeting

    view = meeting(store, permalink)
    return Reading(permalink, view, None if permalink == view.line.permalink else item(store, permalink))
