"""Narrowing what was found to a committee, a year or an outcome."""

import asyncio
from pathlib import Path

import pytest

from store.errors import StoreError
from store.find.query import Query
from tests.tui.opened import Opened, opened
from tui.finding.commands import Narrow
from tui.finding.facet_screens import FacetScreen
from tui.ports import Pane
from tui.session.library import StoreLibrary
from tui.session.searches import Facets
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import Choice, RowHeading

EFRSP = "Environment and Flood Risk Scrutiny Panel"


async def narrow(app: Opened, query: str = "") -> FacetScreen:
    """Type a query, and open what would narrow it."""
    app.reader.panes.use_find_box()
    app.reader.panes.resolutions.box.put(query)
    await app.settle()
    await app.press("ctrl+f")
    return facets(app)


def facets(app: Opened) -> FacetScreen:
    assert isinstance(app.app.screen, FacetScreen)
    return app.app.screen


def listed(app: Opened) -> dict[str, list[tuple[str, str]]]:
    """The choices and their figures by heading."""
    by_heading: dict[str, list[tuple[str, str]]] = {}
    for row in facets(app).choices.rows:
        if isinstance(row, RowHeading):
            by_heading[row.words] = []
        elif isinstance(row, Choice):
            by_heading[list(by_heading)[-1]].append((row.words, row.figure))
    return by_heading


async def test_facets_open_from_the_find_box_with_their_counts(sample: Path) -> None:
    async with opened(sample) as app:
        await narrow(app, "flood")
        shown = listed(app)
        assert [heading.split(" · ")[0] for heading in shown] == ["Committee", "Year", "Outcome"]
        assert [year for year, _ in shown["Year"]] == ["2024", "2022", "2019"]
        assert ("noted", "4") in shown["Outcome · 8 of 11, type to find others"]
        assert app.app.focused is app.app.screen.query_one(FindBox)


async def test_letters_narrow_the_facets_and_enter_narrows_the_query(sample: Path) -> None:
    async with opened(sample) as app:
        await narrow(app, "flood")
        await app.type("risk")
        assert [name.split(",")[0] for names in listed(app).values() for name, _ in names] == [EFRSP]
        count = int(listed(app)["Committee"][0][1])
        await app.press("enter")
        resolutions = app.reader.panes.resolutions
        assert resolutions.box.value == "committee:efrsp flood"
        assert resolutions.answer is not None
        assert resolutions.answer.exact.number == count
        assert app.reader.panes.in_find_box
        await app.press("s")
        assert resolutions.box.value.endswith("floods")


async def test_arrows_choose_and_escape_leaves_everything_as_it_was(sample: Path) -> None:
    async with opened(sample) as app:
        screen = await narrow(app, "flood")
        await app.press("down", "down")
        assert screen.choices.cursor == 3
        await app.press("escape")
        assert app.app.screen is app.reader
        assert app.reader.panes.resolutions.box.value == "flood"
        assert app.in_use(Pane.RESOLUTIONS)


async def test_a_value_in_use_is_marked_and_the_others_of_its_field_are_counted_as_if_it_were_not(sample: Path) -> None:
    async with opened(sample) as app:
        screen = await narrow(app, "year:2022 flood")
        years = [row for row in screen.choices.rows if isinstance(row, Choice) and str(row.value).startswith("year:")]
        assert [(row.words, row.marked) for row in years] == [("2022", True), ("2024", False), ("2019", False)]
        assert "✓ 2022" in app.text


async def test_enter_takes_the_place_of_another_value_and_takes_away_the_one_in_use(sample: Path) -> None:
    async with opened(sample) as app:
        box = app.reader.panes.resolutions.box
        await narrow(app, "year:2022 flood")
        await app.type("2024")
        await app.press("enter")
        assert box.value == "year:2024 flood"
        await app.press("ctrl+f")
        await app.type("2024")
        await app.press("enter")
        assert box.value == "flood"


async def test_tab_lets_a_value_in_beside_the_others(sample: Path) -> None:
    async with opened(sample) as app:
        await narrow(app, "year:2022 flood")
        await app.type("2024")
        await app.press("tab")
        assert app.reader.panes.resolutions.box.value == "year:2022 year:2024 flood"


async def test_facets_can_be_clicked(sample: Path) -> None:
    async with opened(sample) as app:
        await narrow(app, "flood")
        await app.pilot.click("ChoiceList", offset=(5, 1))
        await app.settle()
        assert app.reader.panes.resolutions.box.value.endswith(" flood")


async def test_what_found_nothing_cannot_be_narrowed(sample: Path) -> None:
    async with opened(sample) as app:
        await narrow(app, "xylophone")
        assert "There is no exact answer to narrow." in app.text
        await app.press("enter")
        assert app.said == "There is nothing here to choose."
        await app.press("escape")
        await narrow(app, "flood")
        await app.type("zzz")
        assert "Nothing that was found has it." in app.text


async def test_an_empty_store_says_why_not(tmp_path: Path) -> None:
    async with opened(tmp_path / "minutes.db") as app:
        assert Narrow().why_not(app.reader) == "There are no minutes here yet."


class SlowFacets(StoreLibrary):
    """Counts when it is told to, or fails."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.counted = asyncio.Event()
        self.withdrawn = False
        self.fails = False

    async def facets(self, query: Query) -> Facets:
        try:
            await self.counted.wait()
        except asyncio.CancelledError:
            self.withdrawn = True
            raise
        if self.fails:
            raise StoreError("The store cannot be read.")
        return await super().facets(query)


async def test_it_says_that_it_is_counting_and_waits_for_nothing(sample: Path) -> None:
    library = SlowFacets(sample)
    async with opened(library) as app:
        await app.pilot.press("ctrl+f")
        await app.pilot.pause()
        assert "Counting …" in app.text
        await app.pilot.press("a")
        assert facets(app).typed == "a"
        library.counted.set()
        await app.settle()
        assert "Counting …" not in app.text
        assert "approved" in app.text


async def test_closing_withdraws_the_counting(sample: Path) -> None:
    library = SlowFacets(sample)
    async with opened(library) as app:
        await app.pilot.press("ctrl+f")
        await app.pilot.press("escape")
        await app.settle()
        assert library.withdrawn


async def test_counting_that_fails_says_so(sample: Path) -> None:
    library = SlowFacets(sample)
    library.fails = True
    library.counted.set()
    async with opened(library) as app:
        await app.press("ctrl+f")
        assert app.said == "The store cannot be read."
        await app.press("escape")
        assert app.app.screen is app.reader


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (5, 2), (1, 1), (120, 36)])
async def test_facets_can_be_drawn_at_any_size(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample) as app:
        await narrow(app, "flood")
        await app.pilot.resize_terminal(*size)
        await app.settle()
        await app.press("down", "enter")
        assert "year" in app.reader.panes.resolutions.box.value or "committee" in app.reader.panes.resolutions.box.value
