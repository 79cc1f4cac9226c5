"""Nothing that Python does for itself holds up the screen."""

import gc
import sys
from collections.abc import Iterator

import pytest

from tui import screen_first
from tui.screen_first import ScreenFirst


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(screen_first, "monotonic", clock)
    return clock


@pytest.fixture
def first() -> Iterator[ScreenFirst]:
    first = ScreenFirst()
    first.begin()
    yield first
    first.end()


def test_it_leaves_python_as_it_was() -> None:
    before = gc.get_threshold(), sys.getswitchinterval(), gc.get_freeze_count()
    first = ScreenFirst()
    first.begin()
    assert gc.get_threshold()[2] > before[0][2]
    assert sys.getswitchinterval() < before[1]
    first.tidy()
    assert gc.get_freeze_count() > before[2]
    first.end()
    assert (gc.get_threshold(), sys.getswitchinterval(), gc.get_freeze_count()) == before


def test_garbage_waits_for_a_pause_in_the_typing(
    first: ScreenFirst, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    collections: list[float] = []
    first.tidy()
    monkeypatch.setattr(gc, "collect", lambda: collections.append(clock.now))
    clock.now = 105
    first.tidy()
    assert collections == [], "no key has left anything behind"
    first.key()
    clock.now = 105.5
    first.tidy()
    assert collections == [], "the person may be typing"
    clock.now = 107
    first.tidy()
    first.tidy()
    assert collections == [107.0]
