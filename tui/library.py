"""The one place that asks the store: questions run in threads that keep their own connections."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from store.errors import StoreError

if TYPE_CHECKING:
    from store.find.finder import Answer, Finder
    from store.views import ItemView, MeetingLine, MeetingView

Answered = TypeVar("Answered")


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
    """What the screens ask. Every answer may raise a `MinutebookError` worded for the reader."""

    async def meetings(self, committee: str | None = None) -> list["MeetingLine"]:
        """All meetings, newest first, or one committee's. A store that is not there yet has none."""
        ...

    async def read(self, permalink: str) -> Reading:
        """The words at a permalink, with the outline of its meeting."""
        ...

    async def find(self, query: str) -> "Answer":
        """The best clauses for a query."""
        ...

    async def cite(self, permalink: str) -> Reference:
        """The words that cite a permalink."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


class StoreLibrary:
    """The library over a store file. Reading and finding have a thread each, so that neither waits for the other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reading = _Desk(path)
        self._finding = _Desk(path)
        self._finder: Finder | None = None  # belongs to the finding thread

    async def meetings(self, committee: str | None = None) -> list["MeetingLine"]:
        from store.queries import meetings

        if not self._path.exists():
            return []
        return await self._reading.ask(lambda store: meetings(store, committee))

    async def read(self, permalink: str) -> Reading:
        return await self._reading.ask(lambda store: _reading(store, permalink))

    async def find(self, query: str) -> "Answer":
        if not self._path.exists():
            from store.find.finder import Answer

            return Answer(query, (), 0)
        return await self._finding.ask(lambda store: self._find(store, query))

    async def cite(self, permalink: str) -> Reference:
        return await self._reading.ask(lambda store: _reference(store, permalink))

    def close(self) -> None:
        self._reading.close()
        self._finding.close()

    def _find(self, store: sqlite3.Connection, query: str) -> "Answer":
        if self._finder is None:
            from store.find.finder import Finder

            self._finder = Finder(store)
        return self._finder.find(query)


class _Desk:
    """One thread and its connection. A question that is cancelled while it waits in line is never asked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._connection: sqlite3.Connection | None = None

    async def ask(self, question: Callable[[sqlite3.Connection], Answered]) -> Answered:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def close(self) -> None:
        self._thread.submit(self._disconnect)
        self._thread.shutdown(wait=False)

    def _answer(self, question: Callable[[sqlite3.Connection], Answered]) -> Answered:
        from store.database import open_for_reading

        try:
            if self._connection is None:
                self._connection = open_for_reading(self._path)
            return question(self._connection)
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: the store cannot be read ({error}).") from error

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()


def _reading(store: sqlite3.Connection, permalink: str) -> Reading:
    from store.queries import item, meeting

    view = meeting(store, permalink)
    return Reading(permalink, view, None if permalink == view.line.permalink else item(store, permalink))


def _reference(store: sqlite3.Connection, permalink: str) -> Reference:
    from store.citation import full_reference, quotation
    from store.queries import cited

    place = cited(store, permalink)
    return Reference(full_reference(place), quotation(place) if place.text else None)
