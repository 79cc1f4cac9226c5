"""Rows by the page: what is looked at is asked for, and nothing else."""

import asyncio
from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.content import Content
from textual.message import Message

from store.errors import StoreError
from tui.session.paged import PAGE, Paged
from tui.widgets.roles import RoleScreen
from tui.widgets.row_list import RowList
from tui.widgets.theme import THEMES


class Moved(Message):
    """Another number is under the cursor."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row


class Numbers(RowList[int]):
    def draw(self, row: int, width: int) -> tuple[Content, ...]:
        return (Content(f"row {row}"),)

    def tell_moved(self, row: int) -> None:
        self.tell(Moved(row))

    def nothing(self) -> str:
        return "Nothing."


class NumbersApp(App[None]):
    """Shows a million numbers, and gives a page when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(THEMES["dark"])
        self.theme = "dark"
        self.asked: list[int] = []
        self.told: list[int] = []
        self.failed: list[str] = []
        self.open = asyncio.Event()
        self.fails = False

    def get_default_screen(self) -> RoleScreen:
        return RoleScreen()

    def compose(self) -> ComposeResult:
        yield Numbers()

    async def page(self, begin: int, end: int) -> Sequence[int]:
        self.asked.append(begin // PAGE)
        await self.open.wait()
        if self.fails:
            raise StoreError("The store cannot be read.")
        return range(begin, end)

    def show(self, first: Sequence[int] = range(PAGE)) -> Numbers:
        numbers = self.query_one(Numbers)
        numbers.show(Paged(1_000_000, self.page, first))
        return numbers

    def on_moved(self, event: Moved) -> None:
        self.told.append(event.row)

    def on_row_list_failed(self, event: RowList.Failed) -> None:
        self.failed.append(event.why)

    @property
    def shown(self) -> list[str]:
        return [strip.text.strip() for strip in self.screen._compositor.render_strips()]


async def test_rows_that_are_not_here_stand_as_dots_until_they_come_and_are_told_then() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 10)) as pilot:
        numbers = app.show()
        numbers.to_end()
        await pilot.pause()
        assert app.shown[:9] == ["…"] * 9
        assert (numbers.current, app.told) == (None, [])
        app.open.set()
        await pilot.pause(0.05)
        assert app.shown[9] == "row 999999"
        assert (numbers.current, app.told) == (999_999, [999_999])


async def test_what_was_looked_at_in_passing_is_never_asked_for() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 10)) as pilot:
        numbers = app.show()
        await pilot.pause()
        for line in range(200, 900_000, 5_000):
            numbers.scroll_to(y=line, animate=False, immediate=True)
        await pilot.pause()
        assert len(app.asked) == 1
        app.open.set()
        await pilot.pause(0.05)
        assert len(app.asked) <= 3
        assert "row 895200" in app.shown


async def test_pages_of_a_list_that_is_shown_no_more_change_nothing() -> None:
    app = NumbersApp()
    async with app.run_test(size=(40, 10)) as pilot:
        numbers = app.show()
        numbers.to_end()
        await pilot.pause()
        numbers.show([7])
        app.open.set()
        await pilot.pause(0.05)
        assert app.shown[0] == "row 7"
        assert app.told == []


async def test_a_page_that_cannot_be_had_is_told_in_words() -> None:
    app = NumbersApp()
    app.fails = True
    app.open.set()
    async with app.run_test(size=(40, 10)) as pilot:
        app.show().to_end()
        await pilot.pause(0.05)
        assert app.failed == ["The store cannot be read."]
        assert app.shown[0] == "…"


async def test_rows_below_are_here_and_pages_of_the_first_rows_are_not_asked_for() -> None:
    async def never(begin: int, end: int) -> Sequence[int]:
        raise AssertionError

    paged = Paged(250, never, range(230))
    paged.below += [1, 2]
    assert len(paged) == 252
    assert (paged[199], paged[200], paged[250], paged[-1]) == (199, None, 1, 2)
    assert list(paged.here) == [*range(200), 1, 2]
    assert paged.missing(range(190, 252)) == 200


async def test_of_very_many_pages_the_oldest_go() -> None:
    async def page(begin: int, end: int) -> Sequence[int]:
        return range(begin, end)

    paged = Paged(1_000_000, page)
    for at in range(0, 70_000, PAGE):
        await paged.bring(at)
    assert (paged[0], paged[69_999]) == (None, 69_999)
