"""How long the screen stands still while somebody moves about, filters, sorts and resizes, at several sizes of store.

`python -m tests.benchmarks.screen.stalls [SIZE …]`: the app runs without a terminal; a heartbeat in its own loop says
by how much each beat comes late, and each key how long it took until it was drawn. Keys come twelve a
second, whatever was done with the one before.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.finding.apart import apart
from tests.benchmarks.finding.measuring import percentile
from tests.benchmarks.finding.stalls import Heart, press_key
from tests.benchmarks.finding.stores import folder_of_stores, store_of

if TYPE_CHECKING:
    from tests.tui.opened import Opened

_SIZES: Final = (100, 10_000, 100_000, 1_000_000)  # resolutions
_BAR: Final = 0.030  # seconds
_BETWEEN_KEYS: Final = 1 / 12  # seconds
_LOST: Final = 1.0  # seconds
_REST: Final = 0.3  # seconds in which what a key asked for comes in
_IDLE: Final = 4.0  # seconds after opening, in which everything is got ready

Act = Callable[["Opened"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a person does: keys pressed one after the other, or an act."""

    name: str
    keys: tuple[str, ...] = ()
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Felt:
    """The longest stall of a step in seconds, and how long its keys took."""

    name: str
    longest: float
    keys: tuple[float, ...]


def felt_on(path: Path) -> list[Felt]:
    """Open the app on the store in this process, on a screen that is not there, and do every step."""
    return asyncio.run(_felt(path))


async def _felt(path: Path) -> list[Felt]:
    from tests.tui.opened import opened

    heart = Heart()
    beating = asyncio.create_task(heart.beat())
    begun = time.perf_counter()
    async with opened(path, settle=False) as app:
        while not app.reader.panes.meetings.rows:
            await asyncio.sleep(0.005)
        felt = [Felt("opened: the first meetings", 0.0, (time.perf_counter() - begun,))]
        heart.late[:] = [0.0]
        await asyncio.sleep(_IDLE)
        felt.append(Felt("got ready, no key", max(heart.late), ()))
        for step in steps():
            heart.late[:] = [0.0]
            keys = [await _pressed(app, key) for key in step.keys]
            if step.act:
                await step.act(app)
            await asyncio.sleep(_REST)
            await app.settle()
            felt.append(Felt(step.name, max(heart.late), tuple(keys)))
    beating.cancel()
    return felt


def steps() -> Iterator[Step]:
    """All that is done, in order."""
    yield Step("meetings: j", ("j",) * 40)
    yield Step("meetings: k", ("k",) * 20)
    yield Step("meetings: PgDn", ("pagedown",) * 30)
    yield Step("meetings: Ctrl+D", ("ctrl+d",) * 30)
    yield Step("meetings: G, g", ("G", "g") * 5)
    yield Step("meetings: wheel to the middle", act=_scroll_to_middle)
    yield Step("meetings: sort", ("S",) * 4)
    yield Step("meetings: filter", act=_filtered("committee:planning year:2010..2020"))
    yield Step("meetings: filter by outcome", act=_filtered("outcome:noted"))
    yield Step("meetings: filter by words", act=_filtered("budget"))
    yield Step("meetings: no filter", act=_filtered(""))
    yield Step("the filter’s choices", ("f", "escape"))
    yield Step("the timeline", ("t",), _until_counted)
    yield Step("in the timeline", ("j", "l", "j", "G", "escape"))
    yield Step("resolutions: j", ("4", *"j" * 30))
    yield Step("resolutions: PgDn", ("pagedown",) * 30)
    yield Step("resolutions: G, g", ("G", "g") * 5)
    yield Step("resolutions: sort", ("S", "G", "S"))
    yield Step("from pane to pane", ("tab",) * 8)
    yield Step("the largest meeting", act=_largest)
    yield Step("items: j", ("2", *"j" * 20))
    yield Step("items: PgDn, G, g", ("pagedown", "pagedown", "G", "g"))
    yield Step("items: sort", ("S", "S"))
    yield Step("text: PgDn, G, g", ("3", "pagedown", "ctrl+d", "G", "g"))
    for size in ((80, 24), (40, 12), (200, 60), (120, 36)):
        yield Step(f"resized to {size[0]}×{size[1]}", act=_resized(*size))


async def _pressed(app: "Opened", key: str) -> float:
    """Press a key as a terminal does; the seconds until it was handled and what it changed at once was drawn."""
    from textual.events import Key

    drawn = asyncio.Event()
    begun = time.perf_counter()
    if len(key) == 1:
        press_key(app.app, key)
    else:
        event = Key(key, None)
        event.set_sender(app.app)
        assert app.app._driver is not None
        app.app._driver.send_message(event)
    app.app.call_later(lambda: app.app.screen.call_after_refresh(drawn.set))
    with suppress(TimeoutError):  # a screen that the key has closed is never drawn again
        await asyncio.wait_for(drawn.wait(), _LOST)
    took = time.perf_counter() - begun
    await asyncio.sleep(max(0.0, _BETWEEN_KEYS - took))
    return took


async def _scroll_to_middle(app: "Opened") -> None:
    meetings = app.reader.panes.meetings
    for step in range(1, 11):
        meetings.scroll_to(y=meetings.max_scroll_y * step // 20, animate=False)
        await asyncio.sleep(_BETWEEN_KEYS)


def _filtered(query: str) -> Act:
    async def act(app: "Opened") -> None:
        app.reader.listing.filter(query)

    return act


async def _until_counted(app: "Opened") -> None:
    await app.settle()


async def _largest(app: "Opened") -> None:
    from store.views.view_lines import MeetingOrder
    from tui.session.listings import MeetingChoice

    listing = await app.reader._library.lists.meetings(MeetingChoice("", MeetingOrder.RESOLUTIONS))
    app.reader.go_to(listing.first[0].permalink)


def _resized(width: int, height: int) -> Act:
    async def act(app: "Opened") -> None:
        await app.pilot.resize_terminal(width, height)

    return act


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=_SIZES)
    folder = folder_of_stores(None)
    from tests.benchmarks.screen import stalls  # this module, by the name that another process knows it by

    by_size = {
        size: apart(stalls.felt_on, store_of(folder, size, as_it_is=True).path) for size in parser.parse_args().sizes
    }
    sys.stdout.write(table(by_size) + "\n")


def table(by_size: dict[int, list[Felt]]) -> str:
    """The longest stall of each step at each size in milliseconds; below, the keys: half and 95 of 100 took less."""
    lines = ["longest stall, ms".ljust(32) + "".join(f"{size:>12,}" for size in by_size)]
    for rows in zip(*by_size.values(), strict=True):
        figures = [row.keys[0] if row.name.startswith("opened") else row.longest for row in rows]
        late = (
            f"{figure * 1000:.1f}{'!' if figure > _BAR and not row.name.startswith('opened') else ' '}"
            for figure, row in zip(figures, rows, strict=True)
        )
        lines.append(rows[0].name.ljust(32) + "".join(f"{figure:>12}" for figure in late))
    for share in (50, 95):
        taken = ([key for row in rows[1:] for key in row.keys] for rows in by_size.values())
        figures = [percentile(keys, share) * 1000 for keys in taken]
        lines.append(f"keys, p{share}, ms".ljust(32) + "".join(f"{figure:>11.1f} " for figure in figures))
    return "\n".join(lines)


if __name__ == "__main__":
    _main()
