"""A list of any length."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from tui.widgets.roles import RoleScreen
from tui.widgets.row_list import RowList
from tui.widgets.theme import THEMES


class Moved(Message):
    """Another number is under the cursor."""


class Numbers(RowList[int]):
    ROW_HEIGHT = 2

    def draw(self, row: int, width: int) -> tuple[Content, ...]:
        return Content(f"row {row}"), Content("below")

    def tell_moved(self, row: int) -> None:
        self.tell(Moved())

    def nothing(self) -> str:
        return "Nothing."


class NumbersApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.register_theme(THEMES["dark"])
        self.theme = "dark"

    def get_default_screen(self) -> RoleScreen:
        return RoleScreen()

    def compose(self) -> ComposeResult:
        yield Numbers()


async def test_of_a_million_rows_only_those_that_are_seen_are_drawn() -> None:
    async with NumbersApp().run_test(size=(40, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.show(range(1_000_000))
        numbers.to_end()
        await pilot.pause()
        assert len(numbers._drawn) < 50
        assert numbers.current == 999_999
        assert "row 999999" in [strip.text.strip() for strip in pilot.app.screen._compositor.render_strips()]


async def test_a_move_of_the_cursor_draws_the_row_that_it_left_and_the_one_that_it_is_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []
    render_line = Numbers.render_line

    def render(numbers: Numbers, y: int) -> Strip:
        drawn.append(y)
        return render_line(numbers, y)

    async with NumbersApp().run_test(size=(40, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.show(range(100))
        await pilot.pause()
        monkeypatch.setattr(Numbers, "render_line", render)
        numbers.step(3)
        await pilot.pause()
        assert sorted(drawn) == [0, 1, 6, 7]
        drawn.clear()
        numbers.step(2)  # which scrolls
        await pilot.pause()
        assert sorted(drawn) == list(range(10))


async def test_a_list_without_rows_says_so_and_does_not_move() -> None:
    async with NumbersApp().run_test(size=(40, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.show([])
        numbers.step(1)
        numbers.page(-1)
        await pilot.pause()
        assert numbers.current is None
        assert "Nothing." in [strip.text.strip() for strip in pilot.app.screen._compositor.render_strips()]


async def test_a_list_says_that_it_is_loading_until_it_is_told_of_its_rows() -> None:
    async with NumbersApp().run_test(size=(40, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        assert numbers.line(0).plain == "Loading …"
        numbers.show([])
        assert numbers.line(0).plain == "Nothing."
        numbers.fail("The store is gone.")
        assert numbers.line(0).plain == "Nothing."


async def test_a_list_whose_rows_cannot_be_had_says_why() -> None:
    async with NumbersApp().run_test(size=(40, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.fail("The store is gone.")
        assert numbers.line(0).plain == "The store is gone."
        numbers.show([1])
        assert numbers.line(0).plain == "row 1"
