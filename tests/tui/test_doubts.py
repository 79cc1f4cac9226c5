"""What may have been read wrongly, in the reader: where it is marked, and the list of it over the source."""

from pathlib import Path

import pytest

from store.database.connect import writing
from tests.store.doubted import AT, DOUBTS, MAST, MENDING, doubted_store
from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.evidence.doubts_screen import DoubtsScreen
from tui.pages.minutes import SAID


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return doubted_store(tmp_path / "minutes.db")


def doubts(app: Opened) -> DoubtsScreen:
    screen = app.app.screen
    assert isinstance(screen, DoubtsScreen)
    return screen


def lit(app: Opened) -> str:
    """The words of the source that are lit."""
    return " ".join(line.partition("┃ ")[2].strip(" ▇▅▃▂▁█") for line in app.lines if "┃ " in line)


async def test_the_meeting_tells_how_many_doubts_there_are_and_the_foot_names_the_key(store: Path) -> None:
    async with opened(store, WIDE) as app:
        await app.press("2", "g")
        assert "Chair: Councillor Ashdown · 4 doubts" in app.text
        assert "d doubts" in app.text


async def test_a_paragraph_in_doubt_has_a_mark_in_its_margin_that_moves_no_word(store: Path) -> None:
    async with opened(store, USUAL) as app:
        app.reader.go_to(f"{AT}/5")
        await app.settle()
        (marked,) = [line for line in app.lines if MENDING.text in line]
        (beside,) = [line for line in app.lines if "A mast was moved" in line]
        assert marked[marked.index(MENDING.text) - 2] == "?"
        assert marked.index("It was") == beside.index("A mast")
        app.reader.go_to(f"{AT}/7")
        await app.settle()
        assert any("? 7 Doors" in line for line in app.lines), "a doubt about a title stands beside it"


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_list_of_doubts_shows_the_source_of_each(store: Path, size: tuple[int, int]) -> None:
    async with opened(store, size) as app:
        app.reader.go_to(f"{AT}/5")
        await app.settle()
        await app.press("3", "d")
        screen = doubts(app)
        assert "Doubts · 4" in app.text
        assert screen.place == f"{AT}/5", "it begins with those about the place"
        assert lit(app) == MENDING.text
        await app.press("n")
        assert lit(app) == "A mast was moved and seconded."
        await app.press("N", "N")
        assert screen.place == AT
        assert DOUBTS[0].why in app.text
        await app.press("j", "j", "j")
        assert lit(app) == "7 Doors"
        await app.press("enter")
        assert app.app.screen is app.reader
        assert app.reader.place == f"{AT}/7"


async def test_enter_on_a_doubt_goes_to_its_paragraph(store: Path) -> None:
    async with opened(store, USUAL) as app:
        app.reader.go_to(f"{AT}/5")
        await app.settle()
        await app.press("3", "d", "n", "enter")
        await app.settle()
        assert app.reader.place == f"{AT}/5"
        page = app.reader.panes.reading.shown
        first, _ = page.places[SAID]
        assert MAST.text in page.lines[first].plain, "of the two paragraphs in doubt it is the second"


async def test_a_meeting_without_doubts_says_so(store: Path) -> None:
    with writing(store) as db:
        db.execute("DELETE FROM doubt")
    async with opened(store, USUAL) as app:
        await app.press("2")
        assert "d doubts" not in app.text
        await app.press("d")
        assert app.said == "There is no doubt whether this meeting was read rightly."


async def test_a_store_that_another_version_filled_says_so_and_never_that_there_is_no_doubt(store: Path) -> None:
    with writing(store) as db:
        db.execute("DELETE FROM doubt")
        db.execute("UPDATE document SET reader = 'older'")
    told = "Another minutebook read 1 document: `minutebook rebuild` reads it anew."
    async with opened(store, USUAL) as app:
        assert app.said == told
        await app.press("2")
        assert app.said == ""
        await app.press("d")
        assert app.said == told
    async with opened(store, USUAL, remark="Settings set aside.") as app:
        assert app.said == "Settings set aside."
