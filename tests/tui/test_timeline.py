"""When there was how much, and what came of it."""

from pathlib import Path

import pytest

from tests.tui.opened import WIDE, Opened, opened
from tui.ports import Pane
from tui.timeline.screen import TimelineScreen
from tui.timeline.widgets import TimelineList, TimeSpan


def timeline(app: Opened) -> TimelineList:
    assert isinstance(app.app.screen, TimelineScreen)
    return app.app.screen.timeline


def spans(app: Opened) -> dict[str, TimeSpan]:
    return {row.filter: row for row in timeline(app).rows if isinstance(row, TimeSpan)}


async def test_every_meeting_and_resolution_is_in_a_year_and_figures_stand_beside_the_blocks(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("t")
        years = [span for span in spans(app).values() if span.is_year]
        assert sum(span.meetings for span in years) == len(app.reader.panes.meetings.rows)
        assert sum(span.resolutions for span in years) == len(app.reader.panes.resolutions.answers.hits)
        assert [span.name for span in years] == sorted((span.name for span in years), reverse=True)
        line = next(line for line in app.lines if "2022" in line)
        assert "█" in line
        assert f"{spans(app)['year:2022'].resolutions} resolutions" in line


async def test_a_year_opens_to_its_months_and_closes_again(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("t")
        await app.press("right")
        assert spans(app)["date:2024-02"].meetings == 1
        await app.press("j", "j", "left")
        assert timeline(app).chosen == spans(app)["year:2024"]
        assert "date:2024-02" not in spans(app)


@pytest.mark.parametrize("pane", ["1", "4"])
async def test_choosing_narrows_the_meetings_or_what_is_found(sample: Path, pane: str) -> None:
    async with opened(sample) as app:
        await app.press(pane, "t")
        await app.press("right", "j", "enter")
        if pane == "1":
            assert app.reader.listing.chosen.query.startswith("date:2024-")
            assert app.in_use(Pane.MEETINGS)
        else:
            assert app.reader.panes.resolutions.box.value.startswith("date:2024-")
            assert app.in_use(Pane.RESOLUTIONS)


async def test_another_time_takes_the_place_of_the_one_before(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.listing.filter("year:2021 scrutiny")
        await app.settle()
        await app.press("t")
        await app.press("enter")
        assert app.reader.listing.chosen.query == "year:2021 scrutiny"
        await app.press("t")
        await app.press("right", "j", "enter")
        assert app.reader.listing.chosen.query.startswith("date:2021-")
        assert "year" not in app.reader.listing.chosen.query


async def test_it_moves_with_the_filter_and_with_the_find_box(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.listing.filter("council:brackwater")
        app.reader.panes.resolutions.box.put("flood")
        await app.settle()
        app.reader.panes.use(Pane.MEETINGS)
        await app.press("t")
        years = [span for span in spans(app).values() if span.is_year]
        assert {span.name for span in years if span.resolutions} <= {"2022", "2023", "2024"}
        found = app.reader.panes.resolutions.answer
        assert found is not None
        assert 0 < sum(span.resolutions for span in years) <= found.exact.number
        assert "council:brackwater · flood" in app.text


async def test_outcomes_have_bars_and_counts_and_narrow_too(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("t")
        await app.press("end")
        outcome = timeline(app).chosen
        assert outcome is not None
        assert outcome.is_outcome
        await app.press("enter")
        assert app.reader.listing.chosen.query == outcome.filter


async def test_where_nothing_fits_it_says_so(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.panes.resolutions.box.put("zeppelin xylophone")
        await app.settle()
        app.reader.panes.use(Pane.MEETINGS)
        await app.press("t")
        assert "There is nothing to count" in app.text


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (5, 2), (1, 1), WIDE])
async def test_it_can_be_drawn_at_any_size(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample) as app:
        await app.press("t")
        await app.press("right")
        await app.pilot.resize_terminal(*size)
        await app.settle()
        await app.press("j")
        assert timeline(app).rows
