"""What others add to the store while the reader is open: noticed, said in the status line, and shown when asked for."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from store.database.watch import Change, StoreChange, Watcher
from store.text.lists import counted
from tui.reader.host import ReaderHost
from tui.session.library import Library

EVERY: Final = 2.0  # seconds


class Watching:
    """Looks every few seconds, in a thread of its own. It never moves anything by itself."""

    def __init__(self, reader: ReaderHost, library: Library, is_adding: Callable[[], bool]) -> None:
        """`is_adding` says whether the reader itself writes to the store, which is no news then."""
        self._reader = reader
        self._is_adding = is_adding
        self._library = library
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="watching")
        self._watcher = Watcher(library.path)  # belongs to that thread
        self._news: StoreChange | None = None

    def begin(self) -> None:
        """Begin to look; what is in the store now is known."""
        self._look()
        self._reader.set_interval(EVERY, self._look)

    def show_new(self, said: str = "") -> None:
        """Make every list anew from what is in the store now, and say so; `said` says something else instead."""
        said = said or (spoken(self._news) if self._news else "There is nothing new in the store.")
        self._reader.attempt("showing what is new", partial(self._show_new, said), newest=True)

    def end(self) -> None:
        """Look no more."""
        self._thread.submit(self._watcher.close)
        self._thread.shutdown(wait=False)

    def _look(self) -> None:
        if not self._is_adding():
            self._reader.attempt("watching", self._notice, newest=True)

    def tell_outdated(self) -> None:
        """Say once whether another version read what is in the store."""
        self._reader.attempt("outdated", self._tell_outdated)

    async def _tell_outdated(self) -> None:
        outdated = await self._library.closer.outdated()
        if outdated and not self._reader.application.remark:
            self._reader.say(outdated)

    async def _notice(self) -> None:
        news = await asyncio.get_running_loop().run_in_executor(self._thread, self._watcher.look)
        if news != self._news:
            self._news = news
            self._reader.remark(remark(news, self._reader.key_for("show-new")) if news else "")

    async def _show_new(self, said: str) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._watcher.accept)
        news, self._news = self._news, None
        self._reader.remark("")
        self._library.renew()
        self._reader.list_anew(other_store=news is not None and news.change is Change.REPLACED)
        self._reader.say(said)


def remark(news: StoreChange, key: str) -> str:
    """What is new, in the few words that there is room for, and the key that shows it."""
    return {
        Change.MEETINGS: f"{counted(news.more, 'new meeting')}: {key} shows them",
        Change.WORDS: f"the minutes changed: {key} shows it",
        Change.GONE: "the store’s file is gone",
        Change.REPLACED: f"the store is another one: {key} opens it",
    }[news.change]


def spoken(news: StoreChange) -> str:
    """What is new, in a sentence that goes with the showing."""
    return {
        Change.MEETINGS: f"{counted(news.more, 'new meeting').capitalize()} in the lists now.",
        Change.WORDS: "The lists have what changed now.",
        Change.GONE: "The store’s file is gone; it was moved or deleted while the reader was open.",
        Change.REPLACED: "The store was replaced by another one while the reader was open; this is the new one.",
    }[news.change]
