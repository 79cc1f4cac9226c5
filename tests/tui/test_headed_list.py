"""A list with headings, over which the cursor passes."""

from textual.app import App, ComposeResult
from textual.content import Content

from tui.widgets.headed_list import HeadedList, Passive, RowHeading, RowNote
from tui.widgets.roles import RoleScreen
from tui.widgets.theme import THEMES


class Tall(HeadedList[int]):
    """Rows as high as their number says."""

    def height(self, row: int) -> int:
        return row

    def draw_row(self, row: int, width: int) -> tuple[Content, ...]:
        return tuple(Content(f"{row}.{line}") for line in range(row))

    def tell_moved(self, row: int | Passive) -> None:
        pass

    def nothing(self) -> str:
        return "Nothing."


class TallApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.register_theme(THEMES["dark"])
        self.theme = "dark"

    def get_default_screen(self) -> RoleScreen:
        return RoleScreen()

    def compose(self) -> ComposeResult:
        yield Tall()

    @property
    def shown(self) -> list[str]:
        return [strip.text.strip() for strip in self.screen._compositor.render_strips()]


ROWS = (RowHeading("Small"), 1, 2, RowHeading("Large"), RowNote("of three lines " * 5), 3, 4)


async def test_rows_are_as_high_as_they_are_and_headings_stand_among_them() -> None:
    async with TallApp().run_test(size=(30, 20)) as pilot:
        assert isinstance(pilot.app, TallApp)
        pilot.app.query_one(Tall).show(ROWS)
        await pilot.pause()
        shown = pilot.app.shown
        assert shown[0].startswith("─ Small ──")
        assert shown[1:4] == ["1.0", "2.0", "2.1"]
        assert shown[4].startswith("─ Large ──")
        assert shown[8:15] == ["3.0", "3.1", "3.2", "4.0", "4.1", "4.2", "4.3"]


async def test_the_cursor_passes_over_headings_both_ways_and_at_the_ends() -> None:
    async with TallApp().run_test(size=(30, 20)) as pilot:
        rows = pilot.app.query_one(Tall)
        rows.show(ROWS)
        assert rows.chosen == 1
        rows.step(-1)
        assert rows.chosen == 1
        rows.step(2)
        assert rows.chosen == 3
        rows.step(-1)
        assert rows.chosen == 2
        rows.to_end()
        assert rows.chosen == 4
        rows.to_start()
        assert rows.chosen == 1
        rows.show([RowHeading("None"), RowNote("at all")])
        assert rows.chosen is None


async def test_a_heading_is_scrolled_into_view_with_the_row_below_it() -> None:
    async with TallApp().run_test(size=(30, 6)) as pilot:
        assert isinstance(pilot.app, TallApp)
        rows = pilot.app.query_one(Tall)
        rows.show([RowHeading("First"), 4, RowHeading("Second"), 4])
        rows.to_end()
        await pilot.pause()
        assert pilot.app.shown[1].startswith("─ Second")
        rows.to_start()
        await pilot.pause()
        assert pilot.app.shown[0].startswith("─ First")


async def test_rows_put_below_leave_the_cursor_and_the_scrolling_alone() -> None:
    async with TallApp().run_test(size=(30, 6)) as pilot:
        rows = pilot.app.query_one(Tall)
        rows.show([4, 4, 4])
        rows.to_end()
        await pilot.pause()
        before = rows.cursor, rows.scroll_offset
        rows.extend([RowHeading("More"), 2])
        await pilot.pause()
        assert (rows.cursor, rows.scroll_offset) == before
        rows.step(1)
        assert rows.chosen == 2


async def test_what_comes_below_nothing_gets_the_cursor() -> None:
    async with TallApp().run_test(size=(30, 6)) as pilot:
        rows = pilot.app.query_one(Tall)
        rows.show([])
        rows.extend([RowHeading("More"), 2])
        assert rows.chosen == 2


async def test_a_click_on_a_heading_does_nothing() -> None:
    async with TallApp().run_test(size=(30, 20)) as pilot:
        rows = pilot.app.query_one(Tall)
        rows.show(ROWS)
        await pilot.click(Tall, offset=(5, 4))
        assert rows.chosen == 1
        await pilot.click(Tall, offset=(5, 9))
        assert rows.chosen == 3
