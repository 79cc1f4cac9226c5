"""The list of all that is starred and noted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.userdata.userdata import UserData
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.marking.marked_screen import MarkedList, MarkedRow
from tui.marking.note_screen import NoteScreen
from tui.ports import Pane
from tui.widgets.headed_list import RowHeading

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"
ELSEWHERE = "elsewhere/planning/2020-01-01/4"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def kept(desk: Path) -> None:
    one = UserData(desk)
    one.stars.add([CLAUSE], NOW)
    one.stars.add([f"{PLANNING}/6", ELSEWHERE], NOW + timedelta(days=1))
    one.stars.add([PLANNING], NOW + timedelta(days=2))
    one.notes.write(CLAUSE, "Ask the\nclerk.", NOW)
    one.notes.write(f"{ELSEWHERE}/r1", "Old.", NOW)


def rows(app: Opened) -> list[str | tuple[str, bool]]:
    """Headings, and what is listed below them: the permalink, and whether it is a note."""
    marked = app.app.screen.query_one(MarkedList)
    told = (row for row in marked.rows if isinstance(row, RowHeading | MarkedRow))
    return [row.words if isinstance(row, RowHeading) else (row.permalink, row.note is not None) for row in told]


async def test_notes_and_stars_are_listed_the_newest_first_and_those_of_another_store_below(
    sample: Path, desk: Path
) -> None:
    async with opened(sample, desk=desk) as app:
        await app.press("M")
        assert rows(app) == [
            "Notes · 1",
            (CLAUSE, True),
            "Stars · 3",
            (PLANNING, False),
            (f"{PLANNING}/6", False),
            (CLAUSE, False),
            "Not in this store · 2",
            (f"{ELSEWHERE}/r1", True),
            (ELSEWHERE, False),
        ]
        assert "✎ Planning Committee · 7 Feb 2024 · 5(b)" in app.text
        assert "  Ask the clerk." in app.text
        assert f"★ {ELSEWHERE}" in app.text
        assert "Old." in app.text


async def test_enter_goes_there(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.press("M", "down", "down", "enter")
        assert app.reader.place == f"{PLANNING}/6"
        assert app.in_use(Pane.READING)
        await app.press("M", "G", "enter")
        assert app.said == "This place is not in this store; its star or note is kept for the store that has it."


async def test_stars_and_notes_are_removed_by_a_key_and_come_back_by_another(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.press("M", "d")
        assert app.said == "The note is gone; u brings it back."
        assert (CLAUSE, True) not in rows(app)
        await app.press("d")
        assert app.said == "The star is gone; u brings it back."
        assert (PLANNING, False) not in rows(app)
        await app.press("u", "u")
        assert app.said == "Undone: removing the note on Planning Committee · 7 Feb 2024 · 5(b)."
        assert len(rows(app)) == 9
        await app.press("G", "d", "escape")
        assert ELSEWHERE not in UserData(desk).stars.permalinks()
        assert app.app.screen is app.reader


async def test_a_note_is_changed_from_the_list_and_the_minutes_show_it(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        app.reader.go_to(CLAUSE)
        await app.settle()
        await app.press("M", "m")
        assert isinstance(app.app.screen, NoteScreen)
        await app.press("!", "escape")
        assert app.said == "The note is kept; u takes it back."
        assert "Ask the clerk.!" in app.text
        await app.press("q")
        assert "┊ clerk.!" in app.text


async def test_where_nothing_is_marked_it_says_how_there_comes_to_be_something(sample: Path, tmp_path: Path) -> None:
    async with opened(sample, desk=tmp_path / "other.db") as app:
        await app.press("M")
        assert "Nothing is starred or noted yet." in app.text
        await app.press("enter", "d", "m")
        assert app.said == "Nothing is starred or noted yet."
        await app.press("u")
        assert app.said.startswith("There is nothing to undo:")


async def test_the_list_is_drawn_at_any_size(sample: Path, desk: Path) -> None:
    async with opened(sample, desk=desk) as app:
        await app.press("M")
        for size in (USUAL, SMALL, (12, 3), (1, 1), WIDE):
            await app.pilot.resize_terminal(*size)
            await app.settle()
        assert "✎ Planning Committee" in app.text
