"""What the person keeps, at a desk beside a store: asked and told in threads of its own."""

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from store.errors import UserDataError
from store.permalinks.lookup import lacks_council, names_now, names_of
from tui.session.store_thread import StoreThread

if TYPE_CHECKING:
    from store.corrections.correction import Correction
    from store.find.finder import Finder
    from store.userdata.basket import Citation
    from store.userdata.journal import Undone
    from store.userdata.kept_notes import Note
    from store.userdata.saved_queries import Saved
    from store.userdata.seen_meetings import SeenMeetings
    from store.userdata.stars import StarredPlace, Stars
    from store.userdata.summary import Told
    from store.userdata.userdata import UserData
    from tui.session.searches import News


Answered = TypeVar("Answered")


class StoredUserData:
    """What is kept at a desk, seen beside the store at `store_path`; `userdata_path` None is the person's own desk."""

    def __init__(self, store_path: Path, userdata_path: Path | None = None) -> None:
        self._store_path = store_path
        self._desk_path = userdata_path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._desk: UserData | None = None  # belongs to that thread
        self._following = StoreThread(store_path)  # has a finder of its own, so that finding never waits for news
        self._followed: tuple[Finder, UserData] | None = None

    def open_desk(self) -> "UserData":
        """The desk, opened anew for the thread that asks."""
        from store.userdata.userdata import UserData
        from store.userdata.userdata_file import userdata_path

        return UserData(userdata_path(self._desk_path))

    async def stars(self) -> "tuple[StarredPlace, ...]":
        stars = await self._ask(lambda desk: desk.stars.all())
        now = await self._names_now(lambda _: [star.permalink for star in stars])
        return tuple(replace(star, permalink=now[star.permalink]) for star in stars)

    async def toggle_stars(self, permalinks: Sequence[str]) -> bool:
        return await self._toggle(lambda desk: desk.stars, permalinks)

    async def notes(self) -> "tuple[Note, ...]":
        notes = await self._ask(lambda desk: desk.notes.all())
        now = await self._names_now(lambda _: [note.permalink for note in notes])
        return tuple(replace(note, permalink=now[note.permalink]) for note in notes)

    async def write_note(self, permalink: str, text: str) -> bool:
        now = await self._names_now(lambda desk: [note.permalink for note in desk.notes.all()])
        name = next(iter(names_of([permalink], now)), permalink)
        return await self._ask(lambda desk: desk.notes.write(name, text, datetime.now(UTC)))

    def keep_note(self, permalink: str, text: str) -> None:
        self._later(lambda desk: desk.notes.write(permalink, text, datetime.now(UTC)))

    async def corrections(self, sha256: str) -> "tuple[Correction, ...]":
        kept = await self._ask(lambda desk: desk.corrections.of_document(sha256))
        return tuple(one.correction for one in kept)

    async def put_right(self, corrections: "Sequence[Correction]", of: str) -> None:
        await self._ask(lambda desk: desk.corrections.add(corrections, datetime.now(UTC), of))

    async def seen(self) -> frozenset[str]:
        return frozenset((await self._names_now(lambda desk: desk.seen.permalinks())).values())

    async def notice(self, meeting: str) -> None:
        await self._ask(lambda desk: desk.seen.notice(meeting, datetime.now(UTC)))

    async def toggle_seen(self, meetings: Sequence[str]) -> bool:
        return await self._toggle(lambda desk: desk.seen, meetings)

    async def thread_marks(self) -> dict[str, str]:
        return await self._ask(lambda desk: desk.threads.all())

    async def tell_thread(self, name: str, state: str) -> None:
        if state:
            await self._ask(lambda desk: desk.threads.tell([name], state, datetime.now(UTC)))
        else:
            await self._ask(lambda desk: desk.threads.forget([name]))

    async def undo(self) -> "Undone | None":
        return await self._ask(lambda desk: desk.journal.undo())

    async def told(self, permalinks: Iterable[str]) -> "dict[str, Told]":
        from store.userdata.summary import told

        if not self._store_path.exists():
            return {}
        return await self._following.ask(lambda store, _: told(store, permalinks))

    async def basket(self) -> "tuple[Citation, ...]":
        return await self._ask(lambda desk: desk.basket.all())

    async def put_in_basket(self, citation: "Citation") -> None:
        await self._ask(lambda desk: desk.basket.add(citation))

    async def take_out_of_basket(self, keys: Sequence[int]) -> None:
        await self._ask(lambda desk: desk.basket.remove(keys))

    async def history(self) -> tuple[str, ...]:
        return await self._ask(lambda desk: desk.history.all())

    async def remember(self, query: str) -> None:
        await self._ask(lambda desk: desk.history.add(query, datetime.now(UTC)))

    async def saved(self) -> "tuple[Saved, ...]":
        return await self._ask(lambda desk: desk.queries.all())

    async def save(self, name: str, query: str) -> "Saved":
        return await self._ask(lambda desk: desk.queries.save(name, query, datetime.now(UTC)))

    async def forget(self, name: str) -> None:
        await self._ask(lambda desk: desk.queries.forget(name))

    async def news(self, saved: "Saved") -> "News":
        from tui.session.searches import news_of

        return await self._following.ask(lambda store, _: news_of(*self._follow(store), saved))

    async def look(self, news: "News") -> None:
        await self._ask(lambda desk: desk.queries.look(news.saved.name, news.look, datetime.now(UTC)))

    async def last_place(self) -> dict[str, Any]:
        return await self._ask(lambda desk: desk.last_places.last(self._store_path))

    def keep_place(self, remembered: Mapping[str, object]) -> None:
        self._later(lambda desk: desk.last_places.keep(self._store_path, remembered, datetime.now(UTC)))

    def close(self) -> None:
        self._thread.submit(self._leave)
        self._thread.shutdown(wait=False)
        self._following.close(self._stop_following)

    async def _toggle(self, of: "Callable[[UserData], Stars | SeenMeetings]", permalinks: Sequence[str]) -> bool:
        """Take a mark from places that all have it, else put it on those without; whether they have it now."""
        now = await self._names_now(lambda desk: of(desk).permalinks())

        def toggle(desk: "UserData") -> bool:
            marked = set(now.values())
            if marked.issuperset(permalinks):
                of(desk).remove(names_of(permalinks, now))
                return False
            of(desk).add([one for one in permalinks if one not in marked], datetime.now(UTC))
            return True

        return await self._ask(toggle)

    async def _ask(self, question: "Callable[[UserData], Answered]") -> Answered:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def _answer(self, question: "Callable[[UserData], Answered]") -> Answered:
        if self._desk is None:
            self._desk = self.open_desk()
        return question(self._desk)

    def _later(self, change: "Callable[[UserData], object]") -> None:
        """Make a change when there is time. That it fails is not told: whoever asks for anything else is told."""

        def made() -> None:
            with suppress(UserDataError):
                self._answer(change)

        self._thread.submit(made)

    async def _names_now(self, kept: "Callable[[UserData], Collection[str]]") -> dict[str, str]:
        """What the store calls now what is kept: another name where its council was told since."""

        def looked_at(desk: "UserData") -> tuple[dict[str, str], bool]:
            names = {permalink: permalink for permalink in kept(desk)}
            return names, any(map(lacks_council, names))

        names, older = await self._ask(looked_at)
        if not older or not self._store_path.exists():
            return names
        return await self._following.ask(lambda store, _: names_now(store, names))

    def _follow(self, store: sqlite3.Connection) -> "tuple[Finder, UserData]":
        if self._followed is None:
            from tui.session.searches import finder_over

            desk = self.open_desk()
            self._followed = finder_over(store, desk), desk
        return self._followed

    def _stop_following(self) -> None:
        if self._followed is not None:
            self._followed[1].close()

    def _leave(self) -> None:
        if self._desk is not None:
            self._desk.close()


class UserDataClient(Protocol):
    """Every answer may raise a `DeskError` worded for the person. Permalinks are as the store has them now."""

    async def stars(self) -> "tuple[StarredPlace, ...]":
        """Every star, the newest first."""
        ...

    async def toggle_stars(self, permalinks: Sequence[str]) -> bool:
        """Star places or, where all have one, take their stars away; whether they have one now."""
        ...

    async def notes(self) -> "tuple[Note, ...]":
        """Every note, the one changed last first."""
        ...

    async def write_note(self, permalink: str, text: str) -> bool:
        """Write a note on a place, in place of the one there; without words, remove it. Whether anything changed."""
        ...

    def keep_note(self, permalink: str, text: str) -> None:
        """Write a note whenever there is time for it; before the desk is closed at the latest."""
        ...

    async def corrections(self, sha256: str) -> "tuple[Correction, ...]":
        """What was put right in the document of these bytes."""
        ...

    async def put_right(self, corrections: "Sequence[Correction]", of: str) -> None:
        """Keep what is put right in a document that is called `of`."""
        ...

    async def seen(self) -> frozenset[str]:
        """The meetings seen."""
        ...

    async def notice(self, meeting: str) -> None:
        """Note that a meeting was seen, which is not to be taken back."""
        ...

    async def toggle_seen(self, meetings: Sequence[str]) -> bool:
        """Mark meetings as seen or, where all were, as unseen; whether they are seen now."""
        ...

    async def thread_marks(self) -> dict[str, str]:
        """What was told by hand of requests and of what does not fit: state by name."""
        ...

    async def tell_thread(self, name: str, state: str) -> None:
        """Tell by hand what became of a request, or dismiss a finding; without a state, leave it to the words."""
        ...

    async def undo(self) -> "Undone | None":
        """Take back the last change to stars, notes, what was seen or put right, or the basket; None for none."""
        ...

    async def told(self, permalinks: Iterable[str]) -> "dict[str, Told]":
        """What is to be said of places, without those that are not in the store."""
        ...

    async def basket(self) -> "tuple[Citation, ...]":
        """The citations in the basket, the latest first."""
        ...

    async def put_in_basket(self, citation: "Citation") -> None:
        """Put a citation into the basket."""
        ...

    async def take_out_of_basket(self, keys: Sequence[int]) -> None:
        """Take citations out of the basket, by their keys."""
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

    async def last_place(self) -> dict[str, Any]:
        """Where the person was last in this store, as `keep_place` was told."""
        ...

    def keep_place(self, remembered: Mapping[str, object]) -> None:
        """Keep where the person is, whenever there is time for it; before the desk is closed at the latest."""
        ...

    def close(self) -> None:
        """Let go of the desk."""
        ...
