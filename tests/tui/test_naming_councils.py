"""Naming the council of a committee in the reader."""

from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.views.meeting_views import committees, councils
from tests.store.building import APOLOGIES, REPAIRS, meeting, store_of
from tests.tui.opened import USUAL, WIDE, Opened, opened
from tui.adding.naming import CouncilScreen
from tui.widgets.headed_list import Choice

EASTMARSH = "Eastmarsh Borough Council"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return store_of(
        tmp_path / "minutes.db",
        meeting(APOLOGIES, REPAIRS, council=None, committee="Harbour Board"),
        meeting(APOLOGIES, committee="Cabinet"),
    )


def offered(app: Opened) -> list[str]:
    screen = app.app.screen
    assert isinstance(screen, CouncilScreen)
    return [row.words for row in screen.choices.rows if isinstance(row, Choice)]


async def ask(app: Opened) -> None:
    app.reader.go_to("harbour-board/2023-03-02/18")
    await app.settle()
    await app.press("2", "C")


async def test_a_council_that_is_there_is_chosen_and_the_reader_stays_where_it_was(store: Path) -> None:
    async with opened(store, WIDE) as app:
        await ask(app)
        assert offered(app) == [EASTMARSH]
        await app.type("east")
        assert offered(app) == ["east", EASTMARSH]
        await app.press("down", "enter")
        assert app.said == f"Harbour Board is of {EASTMARSH}: its permalinks now begin eastmarsh/harbour-board/."
        assert app.reader.place == "eastmarsh/harbour-board/2023-03-02/18"
        assert app.reader.meeting is not None
        assert app.reader.meeting.line.council == EASTMARSH
    with closing(open_for_reading(store)) as opened_store:
        assert [line.council for line in committees(opened_store)] == [EASTMARSH, EASTMARSH]


async def test_a_council_that_is_new_is_typed(store: Path) -> None:
    async with opened(store, USUAL) as app:
        await ask(app)
        await app.type("Wendleham Parish Council")
        await app.press("enter")
        assert app.said.startswith("Harbour Board is of Wendleham Parish Council")
    with closing(open_for_reading(store)) as opened_store:
        assert councils(opened_store) == [EASTMARSH, "Wendleham Parish Council"]


async def test_the_foot_offers_it_only_where_the_council_is_not_known(store: Path) -> None:
    async with opened(store, (250, 36)) as app:
        await ask(app)
        await app.press("escape")
        assert "C name the council" in app.text
        app.reader.go_to("eastmarsh/cabinet/2023-03-02")
        await app.settle()
        assert "name the council" not in app.text
