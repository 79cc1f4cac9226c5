"""The screen never waits for the store, and the newest question wins."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from store.find.answer import Answer
from store.find.query import Query
from store.index.section import Section
from tests.tui.opened import opened
from tui.ports import Pane
from tui.session.library import Reading, StoreLibrary
from tui.session.listings import MeetingChoice, MeetingListing, StoreLists


class SlowLists(StoreLists):
    """Lists meetings when it is let."""

    wait: Callable[[str], Awaitable[None]]

    async def meetings(self, chosen: MeetingChoice, permalink: str | None = None) -> MeetingListing:
        await self.wait("meetings")
        return await super().meetings(chosen, permalink)


class SlowLibrary(StoreLibrary):
    """Answers as a store does, but a question in `held` only when its event is set."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.held: dict[str, asyncio.Event] = {}
        self._lists = SlowLists(path, self._kept.open_desk)
        self._lists.wait = self._wait

    async def read(self, permalink: str) -> Reading:
        await self._wait(permalink)
        return await super().read(permalink)

    async def find(self, query: str) -> Answer:
        await self._wait(query)
        return await super().find(query)

    async def find_in(self, section: Section, query: Query) -> Answer:
        await self._wait(f"{section.value} of {query.text}")
        return await super().find_in(section, query)

    async def _wait(self, question: str) -> None:
        if question in self.held:
            await self.held[question].wait()


class StubbornLibrary(SlowLibrary):
    """Goes on answering though nobody waits any more, and notes in which order it answered."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.late: list[asyncio.Task[Answer]] = []
        self.answered: list[str] = []

    async def find(self, query: str) -> Answer:
        answering = asyncio.create_task(super().find(query))
        self.late.append(answering)
        try:
            answer = await asyncio.shield(answering)
        except asyncio.CancelledError:
            answer = await answering
        self.answered.append(query)
        return answer


async def test_the_panes_stand_before_the_store_has_answered(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["meetings"] = asyncio.Event()
    async with opened(library, settle=False) as app:
        await app.pilot.pause()
        assert "1 Meetings" in app.text
        assert "Planning Committee" not in app.text.split("4 Resolutions")[0]
        assert "Loading …" in app.text
        assert "No minutes yet" not in app.text
        library.held["meetings"].set()
        await app.settle()
        assert "Planning Committee" in app.text.split("4 Resolutions")[0]
        assert "Loading …" not in app.text


async def test_a_stale_answer_is_dropped(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["flo"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        await app.pilot.press(*"floo")
        await app.settle()
        library.held["flo"].set()
        await app.settle()
        assert app.reader.panes.resolutions.asked == "floo"


async def test_an_answer_that_comes_though_it_was_withdrawn_never_takes_the_place_of_a_newer_one(sample: Path) -> None:
    library = StubbornLibrary(sample)
    library.held["flo"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        await app.pilot.press(*"floo")
        await app.pilot.pause(0.5)  # a worker that will not be cancelled never settles
        assert app.reader.panes.resolutions.asked == "floo"
        library.held["flo"].set()
        await asyncio.gather(*library.late)
        await app.settle()
        assert library.answered[-1] == "flo"
        assert app.reader.panes.resolutions.asked == "floo"


async def test_sections_and_counts_of_an_older_query_are_never_shown(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["titles of flood"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        app.reader.panes.resolutions.box.value = "flood"
        await app.pilot.pause(0.3)
        app.reader.panes.resolutions.box.value = "culvert survey"
        library.held["titles of flood"].set()
        await app.settle()
        assert all("culvert" in hit.text for hit in app.reader.panes.resolutions.answers.hits)


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
        first, second, third = (row.permalink for row in app.reader.panes.meetings.rows[:3] if row)
        library.held[second] = asyncio.Event()
        await app.pilot.press("j", "j", "2")
        await app.settle()
        assert (app.reader.place, first == third) == (third, False)


async def test_enter_pressed_in_haste_waits_for_the_sections_where_nothing_was_decided(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["titles of disclosure"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        app.reader.panes.resolutions.box.value = "disclosure"
        await app.pilot.press("enter")
        await app.pilot.pause(0.3)
        assert app.in_use(Pane.RESOLUTIONS)
        library.held["titles of disclosure"].set()
        await app.settle()
        assert app.in_use(Pane.READING)
        assert app.reader.place == "cypsg/2021-07-05/27"


async def test_typing_on_takes_back_an_enter_that_was_pressed_in_haste(sample: Path) -> None:
    library = SlowLibrary(sample)
    library.held["flood"] = asyncio.Event()
    async with opened(library) as app:
        app.reader.panes.use_find_box()
        app.reader.panes.resolutions.box.value = "flood"
        await app.pilot.press("enter", "s")
        library.held["flood"].set()
        await app.settle()
        assert app.in_use(Pane.RESOLUTIONS)
        assert app.reader.panes.resolutions.asked == "floods"


async def test_going_back_to_a_hit_before_the_next_one_is_read_shows_the_hit(sample: Path) -> None:
    library = SlowLibrary(sample)
    async with opened(library) as app:
        await app.press("4")
        first, second = app.reader.panes.resolutions.answers.hits[:2]
        library.held[second.permalink] = asyncio.Event()
        await app.pilot.press("j", "k")
        library.held[second.permalink].set()
        await app.settle()
        assert app.reader.panes.reading.place == first.permalink
