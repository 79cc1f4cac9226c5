"""Whatever the size of the screen, it shows what it can, and nothing breaks."""

import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.ports import Pane, Sizes

_TURNS = 12  # of the size, for every screen
_EDGES = (0, 1, 2, 3, 9, 10, 11, 15, 16, 29, 30, 39, 40, 59, 60, 99, 100, 120)


def sentence(width: int, height: int) -> str:
    return f"minutebook needs 40 columns by 10 lines; this is {width} by {height}."


async def resize(app: Opened, width: int, height: int) -> None:
    await app.pilot.resize_terminal(width, height)
    await app.settle()


async def test_a_screen_that_is_too_small_says_what_is_needed_until_it_is_larger(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        before = app.lines
        await resize(app, 39, 24)
        assert app.text.split() == sentence(39, 24).split()
        await resize(app, 30, 8)
        assert app.text.split() == sentence(30, 8).split()
        await resize(app, *USUAL)
        assert app.lines == before


async def test_it_opens_on_a_screen_that_is_too_small(sample: Path) -> None:
    async with opened(sample, (30, 8)) as app:
        assert app.text.split() == sentence(30, 8).split()
        await resize(app, *SMALL)
        assert "1 Meetings" in app.text


async def test_what_opens_while_the_screen_is_too_small_says_so_too(sample: Path) -> None:
    async with opened(sample, (30, 8)) as app:
        await app.run("help")
        assert app.text.split() == sentence(30, 8).split()
        await resize(app, *USUAL)
        assert "Keys" in app.lines[1]


async def test_keys_do_nothing_that_nobody_sees_but_q_quits(sample: Path) -> None:
    async with opened(sample, (30, 8)) as app:
        place = app.reader.place
        await app.press("j", "?")
        assert app.reader.place == place
        assert app.app.screen is app.reader
        await app.press("q")
        assert not app.app.is_running


async def found(app: Opened) -> None:
    await app.run("find")
    app.reader.panes.resolutions.box.put("flood")
    await app.settle()


async def naming(app: Opened) -> None:
    await found(app)
    await app.run("save-query")


SCREENS: dict[str, Callable[[Opened], Awaitable[None]]] = {
    "reader": lambda app: app.run("meetings"),
    "items": lambda app: app.run("items"),
    "reading": lambda app: app.run("reading"),
    "maximised": lambda app: app.run("reading", "maximise"),
    "find box": lambda app: app.run("find"),
    "found": found,
    "help": lambda app: app.run("help"),
    "evidence": lambda app: app.run("reading", "evidence"),
    "at a glance": lambda app: app.run("at-a-glance"),
    "going": lambda app: app.run("go-to"),
    "in this text": lambda app: app.run("look-in-text"),
    "citation": lambda app: app.run("reading", "show-reference"),
    "facets": lambda app: app.run("narrow"),
    "queries": lambda app: app.run("earlier-queries"),
    "name": naming,
    "palette": lambda app: app.run("palette"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_any_sequence_of_sizes_is_survived(sample: Path, name: str) -> None:
    chance = random.Random(name)
    async with opened(sample, WIDE) as app:
        await SCREENS[name](app)
        before = app.lines
        for _ in range(_TURNS):
            await app.pilot.resize_terminal(chance.choice(_EDGES), chance.choice(_EDGES))
            await app.pilot.pause()
        for size in ((1, 1), (0, 0)):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
        await resize(app, *WIDE)
        assert app.lines == before


async def test_a_pane_grows_and_shrinks_by_keys(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        panes = app.reader.panes
        width, height = panes.meetings.region.width, panes.meetings.region.height
        await app.press("greater_than_sign", "greater_than_sign", "plus")
        assert panes.meetings.region.width > width
        assert panes.meetings.region.height == height + 1
        await app.press("less_than_sign", "less_than_sign", "minus")
        assert (panes.meetings.region.width, panes.meetings.region.height) == (width, height)


async def test_the_pane_in_use_is_the_one_that_grows(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        for pane in Pane:
            app.reader.panes.use(pane)
            await app.settle()
            widget = app.reader.panes._widgets[pane - 1]
            before = widget.region
            await app.run("wider", "higher")
            assert widget.region.width > before.width
            assert widget.region.height > before.height


async def test_a_pane_leaves_room_for_the_others(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        for _ in range(50):
            app.reader.action_command("wider")
            app.reader.action_command("higher")
        await app.settle()
        assert app.reader.panes.reading.region.width >= 10
        assert app.reader.panes.items.region.height >= 3


@pytest.mark.parametrize(
    ("size", "pane", "at", "to", "name"),
    [
        (WIDE, Pane.READING, "right", (30, 5), "left"),
        (WIDE, Pane.READING, "items", (10, 20), "meetings"),
        (WIDE, Pane.READING, "resolutions", (70, 12), "reading"),
        (USUAL, Pane.READING, "right", (20, 5), "left"),
        (USUAL, Pane.RESOLUTIONS, "reading", (20, 7), "found"),
    ],
)
async def test_a_rule_between_panes_is_dragged(
    sample: Path, size: tuple[int, int], pane: Pane, at: str, to: tuple[int, int], name: str
) -> None:
    async with opened(sample, size) as app:
        panes = app.reader.panes
        panes.use(pane)
        await app.settle()
        widget = panes.query_one("#right") if at == "right" else getattr(panes, at)
        x, y = widget.region.x, widget.region.y
        start = (x, y + 3) if at == "right" else (x + 3, y)
        await app.pilot.mouse_down(offset=start)
        await app.pilot.hover(offset=to)
        await app.pilot.mouse_up(offset=to)
        await app.settle()
        assert (widget.region.x if at == "right" else widget.region.y) == (to[0] if at == "right" else to[1])
        assert getattr(panes.sizes.now, name) != getattr(Sizes(), name)
        assert app.in_use(pane)
        assert app.app.screen.get_selected_text() is None


async def test_sizes_are_remembered_and_restored(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        assert app.reader.panes.sizes.remembered() == {}
        await app.run("wider", "higher")
        kept = app.reader.panes.sizes.remembered()
        region = app.reader.panes.meetings.region
    async with opened(sample, WIDE) as app:
        app.reader.panes.sizes.restore(kept)
        await app.settle()
        assert app.reader.panes.meetings.region == region
        assert app.reader.panes.sizes.remembered() == kept
        await app.run("reset-sizes")
        assert not app.reader.panes.sizes.moved


async def test_what_was_remembered_wrongly_or_under_other_settings_is_passed_over(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        sizes = app.reader.panes.sizes
        await app.run("wider")
        kept = sizes.remembered()
        sizes.reset()
        sizes.restore({**kept, "set": {"left": 12}})
        sizes.restore({**kept, "now": {"left": "broad", "height of the moon": 3, "found": True}})
        assert not sizes.moved


async def test_the_pane_in_use_has_the_whole_screen_and_gives_it_back(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        before = app.lines
        await app.press("z")
        assert app.reader.panes.arrangement.panes == {Pane.MEETINGS}
        assert "all panes" in app.lines[-1]
        await app.run("reading")
        assert app.reader.panes.arrangement.panes == {Pane.READING}
        await app.run("meetings")
        await app.press("z")
        assert app.lines == before


async def test_where_there_is_room_for_one_pane_only_it_says_so(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        await app.run("maximise")
        assert app.said == "This pane has the whole screen already."
        await app.run("wider")
        assert app.said == "There is no pane beside this one to take the room from."
