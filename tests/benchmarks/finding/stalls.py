"""How long the app's screen stands still while queries are typed: a heartbeat in its own loop, and how late it is."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.finding.apart import apart
from tests.benchmarks.finding.known import Known
from tests.benchmarks.finding.measuring import percentile
from tests.benchmarks.finding.stores import Built

if TYPE_CHECKING:
    from textual.app import App

_BEAT = 0.005  # seconds
_KEYS_A_SECOND = 12
_QUERIES = 14
_IDLE = 3.0  # seconds


@dataclass(frozen=True, slots=True)
class Stalls:
    """Seconds by which beats were late: the latest while typing, all but one in a hundred, and the latest before it."""

    longest: float
    p99: float
    idle: float
    keys_a_second: float


def stalls_while_typing(built: Built, queries: Sequence[Known], passes: int) -> Stalls:
    """Type a few of `queries` into the find box of the app on the store; the pass with the shortest longest stall."""
    texts = [one.text for one in random.Random("stalls").sample(list(queries), min(_QUERIES, len(queries)))]
    return min((apart(type_into_app, built.path, texts) for _ in range(passes)), key=lambda one: one.longest)


def type_into_app(path: Path, texts: list[str]) -> Stalls:
    """Run the app in this process, on a screen that is not there."""
    return asyncio.run(_typed(path, texts))


async def _typed(path: Path, texts: list[str]) -> Stalls:
    from textual.widgets import Input

    from tests.tui.opened import opened

    async with opened(path) as app:
        heart = Heart()
        beating = asyncio.create_task(heart.beat())
        await asyncio.sleep(_IDLE)
        idle = max(heart.late)
        await app.press("slash")
        box = app.app.focused
        assert isinstance(box, Input)
        heart.late.clear()
        begun, keys = time.perf_counter(), 0
        for text in texts:
            for letter in text:
                press_key(app.app, letter)
                keys += 1
                await asyncio.sleep(max(0.0, begun + keys / _KEYS_A_SECOND - time.perf_counter()))
            box.value = ""
        rate = keys / (time.perf_counter() - begun)
        beating.cancel()
        return Stalls(max(heart.late), percentile(heart.late, 99), idle, rate)


def press_key(app: "App[None]", letter: str) -> None:
    """Press a key as the terminal does, which waits for nothing."""
    from textual.events import Key
    from textual.keys import _character_to_key

    key = Key(_character_to_key(letter), letter)
    key.set_sender(app)
    assert app._driver is not None
    app._driver.send_message(key)


class Heart:
    """Beats in the loop of the app, and notes by how many seconds each beat is late."""

    def __init__(self) -> None:
        self.late = [0.0]

    async def beat(self) -> None:
        """Beat for ever, and note how late each beat comes."""
        while True:
            due = time.perf_counter() + _BEAT
            await asyncio.sleep(_BEAT)
            self.late.append(time.perf_counter() - due)
