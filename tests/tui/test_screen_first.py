"""Nothing that Python does for itself holds up the screen."""

import asyncio
import gc
import sys
import weakref
from collections.abc import Callable, Iterator

import pytest

from tui.terminal import gc_scheduling as screen_first
from tui.terminal.gc_scheduling import ScreenFirst


@pytest.fixture
def first() -> Iterator[ScreenFirst]:
    first = ScreenFirst()
    first.begin()
    first.settle_in()
    yield first
    first.end()


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not done():
            await asyncio.sleep(0.02)


async def test_it_leaves_python_as_it_was() -> None:
    before = gc.get_threshold(), sys.getswitchinterval(), gc.get_freeze_count(), gc.isenabled()
    first = ScreenFirst()
    first.begin()
    assert sys.getswitchinterval() < before[1]
    first.settle_in()
    assert gc.get_freeze_count() > before[2]
    first.note_input()
    first.end()
    assert (gc.get_threshold(), sys.getswitchinterval(), gc.get_freeze_count(), gc.isenabled()) == before


async def test_garbage_waits_for_a_moment_between_two_keys(first: ScreenFirst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen_first, "_MOMENT", 1.0)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 5))
    collected: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append("all"))
    for _ in range(5):
        first.note_input()
        await asyncio.sleep(0.001)
    assert collected == [], "the person may be typing"
    await until(lambda: bool(collected))
    assert collected == ["all"]


async def test_a_little_garbage_is_left(first: ScreenFirst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen_first, "_MOMENT", 0)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 1))
    collected: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append("all"))
    first.note_input()
    await asyncio.sleep(0.05)
    assert collected == []


async def test_when_the_person_rests_what_was_set_aside_is_looked_through_too(
    first: ScreenFirst, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ring:
        def __init__(self) -> None:
            self.own = self

    ring = Ring()
    left = weakref.ref(ring)
    gc.freeze()
    del ring
    monkeypatch.setattr(screen_first, "_MOMENT", 0)
    monkeypatch.setattr(screen_first, "_REST", 0.05)
    gc.collect()
    assert left()
    first.note_input()
    await until(lambda: left() is None)
