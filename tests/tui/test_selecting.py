"""Selecting in the lists, and doing something with all that is selected."""

from datetime import date as day
from datetime import timedelta
from pathlib import Path

import pytest

from store.userdata.userdata import UserData
from tests.store.building import meeting, store_of
from tests.tui.opened import Opened, opened
from tui.ports import Pane
from tui.reader import selecting
from tui.session.paged import PAGE

PLANNING = "brackwater/planning-committee/2024-02-07"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with more meetings than two pages have."""
    meetings = [meeting(date=day(2020, 1, 1) + timedelta(days=number)) for number in range(2 * PAGE + 10)]
    return store_of(tmp_path_factory.mktemp("many") / "minutes.db", *meetings)


def listed(app: Opened, *rows: int) -> tuple[str, ...]:
    """The permalinks of some rows of the meeting list."""
    meetings = app.reader.panes.meetings.rows
    return tuple(meeting.permalink for meeting in map(meetings.__getitem__, rows) if meeting)


def number(app: Opened) -> int:
    """How many are selected in the pane in use."""
    return len(app.reader.selected)


async def test_space_selects_and_goes_down_and_the_footer_says_how_many(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("space", "space")
        assert app.reader.selected == listed(app, 0, 1)
        assert app.reader.panes.meetings.cursor == 2
        assert "✓ " in app.lines[2]
        assert "Esc clear 2 selected" in app.lines[-1]
        await app.press("k", "space")
        assert app.reader.selected == listed(app, 0)


async def test_escape_selects_nothing_and_goes_nowhere(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("2", "space", "escape")
        assert number(app) == 0
        assert app.in_use(Pane.ITEMS)
        assert "✓" not in app.text
        await app.press("escape")
        assert app.in_use(Pane.MEETINGS)


async def test_v_begins_a_range_and_ends_it_in_either_direction(sample: Path) -> None:
    async with opened(sample) as app:
        await app.run("down", "down", "down", "select-range")
        assert app.said == "A range begins here; v ends it, Esc gives it up."
        await app.run("up", "up")
        assert app.reader.selected == listed(app, 1, 2, 3)
        await app.run("up", "down", "select-range", "down", "down", "down", "down")
        assert app.reader.selected == listed(app, 1, 2, 3)
        await app.run("select")
        assert app.reader.selected == listed(app, 1, 2, 3, 5)


async def test_items_and_resolutions_are_selected_in_the_order_that_they_are_printed_in(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.go_to(f"{PLANNING}/6")
        await app.settle()
        app.reader.panes.use(Pane.ITEMS)
        await app.run("select")
        app.reader.panes.items.go_to(f"{PLANNING}/5/r1/b)")
        await app.settle()
        await app.run("select")
        assert app.reader.selected == (f"{PLANNING}/5/r1/b)", f"{PLANNING}/6")
        app.reader.panes.use(Pane.RESOLUTIONS)
        assert number(app) == 0
        await app.run("select", "down", "select")
        hits = app.reader.panes.resolutions.answers.hits
        assert app.reader.selected == (hits[0].permalink, hits[2].permalink)


async def test_a_selection_ends_with_its_list(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.panes.use(Pane.RESOLUTIONS)
        await app.run("select", "select")
        assert number(app) == 2
        answers = app.reader.panes.resolutions.answers
        first = answers.hits[0]
        app.reader.finding.put(" ".join(first.text.split()[:6]))
        await app.settle()
        await app.press("escape")
        assert first.permalink in [hit.permalink for hit in answers.hits]
        assert number(app) == 0
        assert "✓" not in app.text
        await app.run("select")
        assert number(app) == 1


async def test_a_star_is_given_to_all_that_is_selected_and_taken_from_all(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.run("star", "select", "down", "select", "star")
        chosen = listed(app, 0, 2)
        assert UserData(desk).stars.permalinks() == set(chosen)
        assert app.said == "2 places starred; is:starred finds them."
        await app.run("star")
        assert UserData(desk).stars.permalinks() == frozenset()
        assert app.said == "The stars of 2 places are gone; u brings them back."
        await app.run("undo")
        assert UserData(desk).stars.permalinks() == set(chosen)
        assert app.said == "Undone: taking the star from 2 places."


async def test_the_text_cannot_be_selected_so(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("3", "space")
        assert app.said == "Meetings, items and resolutions can be selected; this is the text."


async def test_a_range_has_its_rows_brought_that_were_never_looked_at(many: Path) -> None:
    async with opened(many) as app:
        await app.run("select-range", "end", "select-range")
        assert number(app) == len(app.reader.panes.meetings.rows) == 2 * PAGE + 10
        assert len(set(app.reader.selected)) == 2 * PAGE + 10


async def test_a_range_that_is_too_long_says_so(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selecting, "MOST", 3)
    async with opened(sample) as app:
        await app.run("select-range", "end")
        assert app.said == "A range has 3 rows at most; it stays as it was."
        assert app.reader.selected == listed(app, 0)


async def test_a_resolution_of_one_sentence_is_one_place(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader.go_to(f"{PLANNING}/7/r1")
        await app.settle()
        await app.run("items", "select")
        assert app.reader.selected == (f"{PLANNING}/7/r1",)
