"""What the person keeps (stars, earlier queries, saved ones), asked and told in threads of its own."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from tui.store_thread import StoreThread

if TYPE_CHECKING:
    from store.desk.desk import Desk, Saved
    from store.find.finder import Finder
    from tui.saved_queries import News

Answered = TypeVar("Answered")


class Kept(Protocol):
    """What the screens ask of the desk. Every answer may raise a `DeskError` worded for the person."""

    async def starred(self) -> frozenset[str]:
        """The permalinks that have a star, as the store has them now."""
        ...

    async def toggle_star(self, permalink: str) -> bool:
        """Star a place, or take its star away; whether it has one now."""
        ...

    async def history(self) -> tuple[str, ...]:
        """The queries whose answers were used, the latest first."""
        ...

    async def remember(self, query: str) -> None:
        """Put a query at the head of the history."""
        ...

    async def saved(self) -> "tuple[Saved, ...]":
        """The saved queries, by name."""
        ...

    async def save(self, name: str, query: str) -> "Saved":
        """Save a query under a name."""
        ...

    async def forget(self, name: str) -> None:
        """Forget a saved query."""
        ...

    async def news(self, saved: "Saved") -> "News":
        """What is new in a saved query since somebody last looked. It may take a second; nothing else waits for it."""
        ...

    async def look(self, news: "News") -> None:
        """Note that the answers to a saved query were looked at."""
        ...

    def close(self) -> None:
        """Let go of the desk."""
        ...


class KeptAtDesk:
    """What is kept at a desk, seen beside the store at `store_path`; `desk_path` None is the person's own desk."""

    def __init__(self, store_path: Path, desk_path: Path | None = None) -> None:
        self._store_path = store_path
        self._desk_path = desk_path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._desk: Desk | None = None  # belongs to that thread
        self._following = StoreThread(store_path)  # has a finder of its own, so that finding never waits for news
        self._followed: tuple[Finder, Desk] | None = None

    def open_desk(self) -> "Desk":
        """The desk, opened anew for the thread that asks."""
        from store.desk.desk import Desk
        from store.desk.file import desk_path

        return Desk(desk_path(self._desk_path))

    async def starred(self) -> frozenset[str]:
        permalinks = await self._ask(lambda desk: desk.starred())
        if not permalinks or not self._store_path.exists():
            return permalinks
        from store.desk.places import now_called

        return await self._following.ask(lambda store, _: now_called(store, permalinks))

    async def toggle_star(self, permalink: str) -> bool:
        named = await self._names_of(permalink)
        return await self._ask(lambda desk: _toggle(desk, permalink, named))

    async def history(self) -> tuple[str, ...]:
        return await self._ask(lambda desk: desk.history())

    async def remember(self, query: str) -> None:
        await self._ask(lambda desk: desk.remember(query, datetime.now(UTC)))

    async def saved(self) -> "tuple[Saved, ...]":
        return await self._ask(lambda desk: desk.saved())

    async def save(self, name: str, query: str) -> "Saved":
        return await self._ask(lambda desk: desk.save(name, query, datetime.now(UTC)))

    async def forget(self, name: str) -> None:
        await self._ask(lambda desk: desk.forget(name))

    async def news(self, saved: "Saved") -> "News":
        from tui.saved_queries import news_of

        return await self._following.ask(lambda store, _: news_of(*self._follow(store), saved))

    async def look(self, news: "News") -> None:
        await self._ask(lambda desk: desk.look(news.saved.name, news.look, datetime.now(UTC)))

    def close(self) -> None:
        self._thread.submit(self._leave)
        self._thread.shutdown(wait=False)
        self._following.close(self._stop_following)

    async def _ask(self, question: "Callable[[Desk], Answered]") -> Answered:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def _answer(self, question: "Callable[[Desk], Answered]") -> Answered:
        if self._desk is None:
            self._desk = self.open_desk()
        return question(self._desk)

    async def _names_of(self, permalink: str) -> tuple[str, ...]:
        """The names under which a place is starred: its own, or those from before its council was told."""
        from store.desk.places import now_called

        starred = await self._ask(lambda desk: desk.starred())
        if permalink in starred:
            return (permalink,)
        old = [one for one in starred if permalink.endswith(f"/{one}")]
        if not old:
            return ()
        return await self._following.ask(
            lambda store, _: tuple(one for one in old if permalink in now_called(store, [one]))
        )

    def _follow(self, store: sqlite3.Connection) -> "tuple[Finder, Desk]":
        if self._followed is None:
            from tui.saved_queries import finder_over

            desk = self.open_desk()
            self._followed = finder_over(store, desk), desk
        return self._followed

    def _stop_following(self) -> None:
        if self._followed is not None:
            self._followed[1].close()

    def _leave(self) -> None:
        if self._desk is not None:
            self._desk.close()


def _toggle(desk: "Desk", permalink: str, named: tuple[str, ...]) -> bool:
    if not named:
        desk.star(permalink, datetime.now(UTC))
        return True
    for name in named:
        desk.unstar(name)
    return False
