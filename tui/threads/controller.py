"""Threads, shown over the reader."""

from functools import partial

from tui.ports import ReaderPort
from tui.session.library import Library
from tui.threads.rows import (
    ThreadRows,
    rows_of_findings,
    rows_of_people,
    rows_of_person,
    rows_of_requests,
    rows_of_thread,
)
from tui.threads.screen import Filling, ThreadListScreen


class ThreadsController:
    """Shows what hangs on the place under the cursor, and what was asked for anywhere."""

    def __init__(self, reader: ReaderPort, library: Library) -> None:
        self._reader = reader
        self._closer = library.closer
        self._kept = library.kept

    def thread(self) -> None:
        """Show what the place under the cursor refers to, and what refers to it."""
        if place := self._reader.under_cursor:
            self._open(
                "References",
                "Nothing refers to this place, and its words refer to no other; nothing was asked for here.",
                partial(self._thread, place),
            )

    def follow_up(self) -> None:
        """Show what was asked for and promised."""
        self._open(
            "Follow-up",
            "Nothing that was asked for or promised is open; all that was asked for stands here with who is to do it.",
            self._requests,
            can_group=True,
        )

    def findings(self) -> None:
        """Show what does not fit in the meeting under the cursor."""
        if place := self._reader.under_cursor:
            self._open(
                "Findings", "Nothing was found in these minutes that does not fit.", partial(self._findings, place)
            )

    def people(self) -> None:
        """Show whom the meeting under the cursor names."""
        if place := self._reader.under_cursor:
            self._open("People", "These minutes name nobody.", partial(self._people, place))

    def _meet(self, name: str) -> None:
        self._open("Person", "The minutes tell nothing of this person.", partial(self._person, name))

    def _open(self, title: str, if_none: str, filling: Filling, *, can_group: bool = False) -> None:
        screen = ThreadListScreen(self._kept, title, if_none, filling, self._visit, self._meet, can_group=can_group)
        self._reader.push(screen)

    def _visit(self, permalink: str) -> None:
        self._reader.visit(permalink)

    async def _thread(self, place: str, _by: str, _every: bool) -> ThreadRows:
        return rows_of_thread(await self._closer.thread(place, await self._kept.thread_marks()))

    async def _requests(self, by: str, every: bool) -> ThreadRows:
        return rows_of_requests(await self._closer.follow_up(await self._kept.thread_marks(), every=every), by)

    async def _findings(self, place: str, _by: str, _every: bool) -> ThreadRows:
        return rows_of_findings(await self._closer.findings(place, await self._kept.thread_marks()))

    async def _people(self, place: str, _by: str, _every: bool) -> ThreadRows:
        return rows_of_people(await self._closer.people(place))

    async def _person(self, name: str, _by: str, _every: bool) -> ThreadRows:
        return [row for page in await self._closer.person(name) for row in rows_of_person(page)]
