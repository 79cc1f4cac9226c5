"""The list of meetings: a line each, under the years; marks in a gutter that moves nothing."""

from datetime import date as day
from pathlib import Path

import pytest

from tests.store.building import item, meeting, resolution, store_of
from tests.store.doubted import doubted_store
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened

FLOOD = "Environment and Flood Risk Scrutiny"
ROOFS = item("1", "Roofs", resolution("That the roof be mended."))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return store_of(
        tmp_path / "minutes.db",
        meeting(ROOFS, date=day(2023, 6, 8), committee=f"{FLOOD} Panel"),
        meeting(ROOFS, date=day(2023, 3, 2), committee=f"{FLOOD} Committee"),
        meeting(ROOFS, date=day(2021, 3, 12), committee="Cabinet"),
        meeting(ROOFS, date=None, committee="Cabinet"),
    )


def column(app: Opened) -> list[str]:
    """What stands in the list of meetings."""
    region = app.reader.panes.meetings.region
    lines = app.lines[region.y + 1 : region.bottom]
    return [line[region.x : region.right].strip(" ▁▂▃▄▅▆▇█") for line in lines]


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_a_line_a_meeting_stands_under_its_year(store: Path, size: tuple[int, int]) -> None:
    async with opened(store, size) as app:
        shown = column(app)[:7]
        assert [line for line in shown if line in ("2023", "2021", "no date")] == ["2023", "2021", "no date"]
        assert shown[0] == "2023"
        assert "8 Jun" in shown[1]
        assert "2 Mar" in shown[2]
        assert "12 Mar" in shown[4]
        assert shown[6].endswith("Cabinet") or "Cabinet" in shown[6]


async def test_two_names_that_differ_at_their_end_are_told_apart(store: Path) -> None:
    async with opened(store, USUAL) as app:
        first, second = column(app)[1:3]
        assert first.endswith("Panel")
        assert second.endswith("Committee")


async def test_the_cursor_goes_from_meeting_to_meeting_and_a_click_on_a_heading_to_the_one_below(store: Path) -> None:
    async with opened(store, USUAL) as app:
        meetings = app.reader.panes.meetings
        for cursor, line in enumerate((1, 2, 4, 6)):
            assert (meetings.cursor, list(meetings.cursor_lines)) == (cursor, [line])
            await app.press("j")
        assert [meetings.index_at(line) for line in range(7)] == [0, 0, 1, 2, 2, 3, 3]
        assert [meetings.top(index) for index in range(5)] == [0, 2, 3, 5, 7]


async def test_in_another_order_the_committees_are_the_headings_or_there_are_none(store: Path) -> None:
    async with opened(store, WIDE) as app:
        await app.press("S", "S")
        assert column(app)[0] == "Cabinet"
        assert "12 Mar 2021" in column(app)[1]
        await app.press("S")
        assert "8 Jun 2023" in column(app)[0]


async def test_a_filter_leaves_only_its_years(store: Path) -> None:
    async with opened(store, WIDE) as app:
        app.reader.listing.filter("year:2021")
        await app.settle()
        assert column(app)[0] == "2021"
        assert "Cabinet" in column(app)[1]
        assert column(app)[2] == ""


async def test_marks_stand_in_a_gutter_and_move_no_word(tmp_path: Path) -> None:
    async with opened(doubted_store(tmp_path / "minutes.db"), WIDE) as app:
        await app.press("1")
        before = column(app)[1]
        assert before.startswith("•?"), "it is unseen, and in doubt"
        await app.press("s")
        starred = column(app)[1]
        assert starred.startswith("★?")
        assert starred[2:] == before[2:]


async def test_while_finding_every_pane_shows_the_answer_and_afterwards_what_it_showed(store: Path) -> None:
    async with opened(store, WIDE) as app:
        place = app.reader.place
        await app.press("slash")
        await app.type("roof year:2021")
        view = app.reader.panes.items.view
        assert view is not None
        assert (view.line.date, app.reader.panes.meetings.cursor) == ("2021-03-12", 2)
        assert "3 Reading · 12 Mar 2021 · 1 Roofs" in app.text
        assert "2 Items · 12 Mar 2021 · 1" in app.text
        assert app.reader.place == place
        await app.press("escape", "escape")
        assert app.reader.panes.items.view is not None
        assert app.reader.panes.items.view.line.date == "2023-06-08"
        assert app.reader.panes.meetings.cursor == 0


async def test_an_answer_outside_the_filter_of_the_meetings_leaves_the_filter(store: Path) -> None:
    async with opened(store, WIDE) as app:
        app.reader.listing.filter("year:2023")
        await app.settle()
        await app.press("slash")
        await app.type("roof year:2021")
        assert app.reader.listing.chosen.query == "year:2023"
