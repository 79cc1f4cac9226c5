"""A thread with a connection to the store of its own: questions wait in line there, and not on the screen."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TypeVar

from tui.terminal.log import log, log_error

Answered = TypeVar("Answered")
Withdrawn = Callable[[], bool]


class StoreThread:
    """Asks one question at a time. The thread and the connection are made for the first one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._connection: sqlite3.Connection | None = None

    async def ask(self, question: Callable[[sqlite3.Connection, Withdrawn], Answered]) -> Answered:
        """The answer to a question, which is told whether it was withdrawn meanwhile.

        Cancelling the wait withdraws it: while it stands in line it is never asked; and whatever comes of it once it is
        being asked is dropped, an answer and an error alike.
        """
        withdrawn = Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._thread, self._answer, question, withdrawn.is_set
            )
        finally:
            withdrawn.set()

    def renew(self, first: Callable[[], None] = lambda: None) -> None:
        """Open the store anew for the next question, after `first`: another file may stand in its place by now."""
        self._thread.submit(first)
        self._thread.submit(self._disconnect)

    def close(self, last: Callable[[], None] = lambda: None) -> None:
        """Let go of the store, after what is being asked; `last` is done before, in the thread."""
        self._thread.submit(last)
        self._thread.submit(self._disconnect)
        self._thread.shutdown(wait=False)

    def _answer(self, question: Callable[[sqlite3.Connection, Withdrawn], Answered], withdrawn: Withdrawn) -> Answered:
        from store.database.connect import open_for_reading
        from store.database.error_texts import UNREADABLE, unreadable

        try:
            if self._connection is None:
                self._connection = open_for_reading(self._path, log)
            return question(self._connection, withdrawn)
        except UNREADABLE as error:
            log_error(error)
            raise unreadable(self._path, error) from error

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
