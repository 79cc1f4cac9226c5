"""The screen as text, at three sizes: read the files in `snapshots` like prose.

MINUTEBOOK_SNAPSHOTS=write writes them anew.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.desk.desk import Desk
from store.desk.news import Look
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
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


async def find(app: Opened, query: str) -> None:
    """Type a query at once."""
    await app.run("find")
    app.reader.panes.resolutions.box.put(query)
    await app.settle()


@_SIZES
async def test_it_opens_on_the_newest_meeting(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        expect(app, "opened")


@_SIZES
async def test_what_is_asked_for_is_found_and_shown(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "culvert survey")
        expect(app, "finding")


@_SIZES
async def test_titles_and_discussion_stand_below_the_resolutions(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "quay wall")
        await app.run("back", "end")
        expect(app, "sections")


@_SIZES
async def test_an_answer_is_opened_to_its_places(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "in:title minutes")
        await app.run("inward")
        expect(app, "places")


@_SIZES
async def test_close_answers_are_marked_and_the_query_is_explained(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "flod gaet cuncil:brackwater")
        expect(app, "problem")


@_SIZES
async def test_where_nothing_fits_there_is_something_to_try(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "committee:planning xylophone wardn")
        expect(app, "nothing")


@_SIZES
async def test_facets_stand_over_what_was_found(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size) as app:
        await find(app, "year:2022 flood")
        await app.run("narrow")
        expect(app, "facets")


@_SIZES
async def test_saved_queries_and_earlier_ones(sample: Path, desk: Path, size: tuple[int, int]) -> None:
    kept = Desk(desk)
    kept.save("Flood defences", "flood barrier committee:panel", NOW)
    kept.save("Trees", "willow", NOW)
    kept.look("Trees", Look((), 0), NOW)
    for query in ("street lighting", "foster carer", "quay wall"):
        kept.remember(query, NOW)
    async with opened(sample, size, desk=desk) as app:
        await app.run("find", "earlier-queries")
        expect(app, "queries")


async def test_a_query_is_given_a_name(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await find(app, "flood barrier committee:panel")
        await app.run("save-query")
        expect(app, "name")


async def test_stars_are_marked_in_every_pane(sample: Path) -> None:
    async with opened(sample, WIDE) as app:
        app.reader.go_to("wendleham/wpc/2024-09-09/82-24/r2")
        await app.settle()
        await app.run("items", "star", "meetings", "star", "resolutions", "down", "star")
        expect(app, "stars")


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
