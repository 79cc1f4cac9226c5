"""The screen as text, at three sizes: read the files in `snapshots` like prose.

MINUTEBOOK_SNAPSHOTS=write writes them anew.
"""

import os
from pathlib import Path

import pytest

from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened

_FOLDER = Path(__file__).parent / "snapshots"
_SIZES = pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=lambda size: "{}x{}".format(*size))


def expect(app: Opened, name: str) -> None:
    """The screen is the one in `snapshots/NAME-WIDTHxHEIGHT.txt`."""
    width, height = app.app.size
    path = _FOLDER / f"{name}-{width}x{height}.txt"
    shown = "\n".join(app.lines) + "\n"
    if os.environ.get("MINUTEBOOK_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@_SIZES
async def test_it_opens_on_the_newest_meeting(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        expect(app, "opened")


@_SIZES
async def test_what_is_asked_for_is_found_and_shown(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await app.run("find")
        app.reader.panes.resolutions.box.value = "culvert survey"
        await app.settle()
        expect(app, "finding")


@_SIZES
async def test_a_clause_is_read_in_its_item(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07/5/r1/b)")
        await app.settle()
        await app.run("reading")
        expect(app, "clause")


async def test_an_item_that_was_cut_short_says_so(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        app.reader.go_to("lmasb/2019-11-14")
        await app.settle()
        cut = next(item for item in app.reader.panes.items.view.items if not item.complete)  # type: ignore[union-attr]
        app.reader.go_to(cut.permalink)
        await app.settle()
        await app.run("reading", "end")
        expect(app, "cut-short")


async def test_help_names_every_key(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.run("help")
        expect(app, "help")


async def test_the_citation_is_shown_with_its_words(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        app.reader.go_to("brackwater/planning-committee/2024-02-07/5/r1/b)")
        await app.settle()
        await app.run("reading", "show-reference")
        expect(app, "citation")


@_SIZES
async def test_an_empty_store_says_how_to_fill_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path / "minutes.db", size) as app:
        expect(app, "empty")
