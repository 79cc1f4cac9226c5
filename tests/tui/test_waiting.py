"""The screen never waits for the store, and the newest question wins."""

import asyncio
from pathlib import Path

from store.find.finder import Answer
from store.views import MeetingLine
from tests.tui.opened import opened
from tui.layout import Pane
from tui.library import Reading, Reference, StoreLibrary


class SlowLibrary:
    """Answers as a store does, but a question in `held` only when its event is set."""

    def __init__(self, path: Path) -> None:
        self._library = StoreLibrary(path)
        self.held: dict[str, asyncio.Event] = {}

    async def meetings(self, committee: str | None = None) -> list[MeetingLine]:
        await self._wait("meetings")
        return await self._library.meetings(committee)

    async def read(self, permalink: str) -> Reading:
        await self._wait(permalink)
        return await self._library.read(permalink)

    async def find(self, query: str) -> Answer:
        await self._wait(query)
        return await self._library.find(query)

    async def cite(self, permalink: str) -> Reference:
        return await self._library.cite(permalink)

    def close(self) -> None:
        self._library.close()

    async def _wait(self, question: str) -> None:
        if question in self.held:
            await self.held[question].wait()


async def test_the_panes_stand_before_the_store_has_answered(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["meetings"] = asyncio.Event()
    async with opened(library, settle=False) as app:
        await app.pilot.pause()
        assert "1 Meetings" in app.text
        assert "Planning Committee" not in app.text.split("4 Resolutions")[0]
        library.held["meetings"].set()
        await app.settle()
        assert "Planning Committee" in app.text.split("4 Resolutions")[0]


async def test_a_stale_answer_is_dropped(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["flo"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        await app.pilot.press(*"floo")
        await app.settle()
        library.held["flo"].set()
        await app.settle()
        assert app.reader.panes.resolutions.hits.asked == "floo"


async def test_enter_pressed_in_haste_opens_what_the_words_find(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["culvert survey"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        app.reader.panes.resolutions.box.value = "culvert survey"
        await app.pilot.press("enter")
        assert app.in_use(Pane.RESOLUTIONS)
        library.held["culvert survey"].set()
        await app.settle()
        assert app.in_use(Pane.READING)
        assert app.reader.place == "brackwater/planning-committee/2024-03-06/5/r2"


async def test_keys_are_answered_while_the_store_is_not(sample: Path) -> None:
    library = SlowLibrary(sample)
    async with opened(library) as app:
        second = app.reader.panes.meetings.rows[1].permalink
        library.held[second] = asyncio.Event()
        await app.pilot.press("j", "j", "2")
        await app.settle()
        assert app.reader.place == app.reader.panes.meetings.rows[2].permalink
