"""What the screens ask for, and the store that answers: questions run in threads that keep their own connections."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.kept import Kept, KeptAtDesk
from tui.store_thread import StoreThread

if TYPE_CHECKING:
    from store.desk.desk import Desk
    from store.find.answer import Answer, Count, Hit
    from store.find.finder import Finder
    from store.find.query import Query
    from store.index.section import Section
    from store.views import ItemView, MeetingLine, MeetingView
    from tui.narrowing import Facets

MOST_BELOW = 50  # answers of a section that stands below the one asked for
MOST_PLACES = 200  # of one answer, the newest


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading pane shows for a permalink: its meeting and, unless it names the meeting itself, its item."""

    permalink: str
    meeting: "MeetingView"
    item: "ItemView | None"


@dataclass(frozen=True, slots=True)
class Reference:
    """The words that cite a place: the reference, and the verbatim text with it where there is text to quote."""

    reference: str
    quotation: str | None


class Library(Protocol):
    """What the screens ask. Every answer may raise a `MinutebookError` worded for the reader.

    Who stops waiting for an answer withdraws the question, and the next one need not wait for it.
    """

    @property
    def kept(self) -> Kept:
        """What the person keeps beside the minutes."""
        ...

    async def meetings(self, committee: str | None = None) -> list["MeetingLine"]:
        """All meetings, newest first, or one committee's. A store that is not there yet has none."""
        ...

    async def read(self, permalink: str) -> Reading:
        """The words at a permalink, with the outline of its meeting."""
        ...

    async def find(self, query: str) -> "Answer":
        """The best answers to a query, in the section that it asks for."""
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

    async def facets(self, query: "Query") -> "Facets":
        """What would narrow the answers to a query. May take a second or two."""
        ...

    async def cite(self, permalink: str) -> Reference:
        """The words that cite a permalink."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class StoreLibrary:
    """The library over a store file. Reading and finding have a thread each, so that neither waits for the other.

    `desk_path` is where the person's things are kept; None is the person's own desk.
    """

    def __init__(self, path: Path, desk_path: Path | None = None) -> None:
        self._path = path
        self._kept = KeptAtDesk(path, desk_path)
        self._reading = StoreThread(path)
        self._finding = StoreThread(path)
        self._found_with: tuple[Finder, Desk] | None = None  # belongs to the finding thread

    @property
    def kept(self) -> Kept:
        return self._kept

    async def meetings(self, committee: str | None = None) -> list["MeetingLine"]:
        from store.queries import meetings

        if not self._path.exists():
            return []
        return await self._reading.ask(lambda store, _: meetings(store, committee))

    async def read(self, permalink: str) -> Reading:
        return await self._reading.ask(lambda store, _: _reading(store, permalink))

    async def find(self, query: str) -> "Answer":
        if not self._path.exists():
            return _nothing(query)
        return await self._finding.ask(lambda store, gone: self._finder(store).find(query, stopped=gone))

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

    async def facets(self, query: "Query") -> "Facets":
        from tui.narrowing import facets_for

        return await self._finding.ask(lambda store, gone: facets_for(self._finder(store), query, gone))

    async def cite(self, permalink: str) -> Reference:
        return await self._reading.ask(lambda store, _: _reference(store, permalink))

    def close(self) -> None:
        self._reading.close()
        self._finding.close(self._stop_finding)
        self._kept.close()

    def _finder(self, store: sqlite3.Connection) -> "Finder":
        if self._found_with is None:
            from tui.saved_queries import finder_over

            desk = self._kept.open_desk()
            self._found_with = finder_over(store, desk), desk
        return self._found_with[0]

    def _stop_finding(self) -> None:
        if self._found_with is not None:
            self._found_with[1].close()


def _nothing(query: str) -> "Answer":
    from store.find.answer import Answer, Count
    from store.find.parse_query import parse_query
    from store.index.section import Section

    asked = parse_query(query)
    return Answer(asked, asked.section or Section.RESOLUTIONS, (), Count(0))


def _reading(store: sqlite3.Connection, permalink: str) -> Reading:
    from store.queries import item, meeting

    view = meeting(store, permalink)
    return Reading(permalink, view, None if permalink == view.line.permalink else item(store, permalink))


def _reference(store: sqlite3.Connection, permalink: str) -> Reference:
    from store.citation import full_reference, quotation
    from store.queries import cited

    place = cited(store, permalink)
    return Reference(full_reference(place), quotation(place) if place.text else None)
