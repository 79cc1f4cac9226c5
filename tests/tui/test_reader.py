"""What happens between the panes."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key, MouseScrollDown

from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.ports import Pane
from tui.widgets.find_box import FindBox

PLANNING = "brackwater/planning-committee/2024-02-07"
CLAUSE = f"{PLANNING}/5/r1/b)"


def meeting(app: Opened, row: int) -> str:
    """The permalink of a row of the list of meetings."""
    line = app.reader.panes.meetings.rows[row]
    assert line is not None
    return line.permalink


async def at(app: Opened, permalink: str) -> None:
    app.reader.go_to(permalink)
    await app.settle()


async def test_moving_over_meetings_shows_each_in_the_other_panes(sample: Path) -> None:
    async with opened(sample) as app:
        first = app.reader.place
        await app.press("j")
        second = meeting(app, 1)
        assert first == meeting(app, 0)
        assert app.reader.place == second
        assert app.reader.panes.items.place == second
        assert app.reader.panes.reading.place == second


async def test_enter_goes_in_and_escape_goes_out_but_never_quits(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("enter", "enter")
        assert app.in_use(Pane.READING)
        await app.press("escape", "escape")
        assert app.in_use(Pane.MEETINGS)
        await app.press("escape", "escape")
        assert app.app.is_running
        assert app.said == "This is as far out as it goes; q quits."


async def test_numbers_and_tab_go_to_panes(sample: Path) -> None:
    async with opened(sample) as app:
        for key, pane in [("2", Pane.ITEMS), ("3", Pane.READING), ("4", Pane.RESOLUTIONS), ("1", Pane.MEETINGS)]:
            await app.press(key)
            assert app.in_use(pane)
        await app.press("tab")
        assert app.in_use(Pane.ITEMS)
        await app.press("shift+tab", "shift+tab")
        assert app.in_use(Pane.RESOLUTIONS)


async def test_q_quits(sample: Path) -> None:
    async with opened(sample) as app:
        await app.pilot.press("q")
        await app.pilot.pause()
        assert not app.app.is_running


async def test_hjkl_move_as_the_arrows_do(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{PLANNING}/5/r1")
        await app.press("2", "l", "l")
        assert app.reader.place == f"{PLANNING}/5/r1/a)"
        await app.press("j")
        assert app.reader.place == CLAUSE
        await app.press("k", "h")
        assert app.reader.place == f"{PLANNING}/5/r1"
        await app.press("left", "left")
        assert app.reader.place == f"{PLANNING}/5"


async def test_every_list_goes_to_its_ends_and_by_screenfuls(sample: Path) -> None:
    async with opened(sample) as app:
        for pane in (Pane.MEETINGS, Pane.RESOLUTIONS):
            app.reader.panes.use(pane)
            rows = app.reader.panes.meetings if pane is Pane.MEETINGS else app.reader.panes.resolutions.answers
            await app.run("end")
            assert rows.cursor == len(rows.rows) - 1
            await app.run("start")
            assert rows.cursor == 0
            await app.run("page-down")
            assert rows.cursor == rows.index_at(rows.top(0) + rows.size.height)
            await app.run("page-up")
            assert rows.cursor == 0


async def test_brackets_go_from_resolution_to_resolution_across_items(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, PLANNING)
        await app.press("]", "]")
        assert app.reader.place == f"{PLANNING}/5/r1"
        await app.press("]", "]")
        assert app.reader.place == f"{PLANNING}/7/r1"
        await app.press("]")
        assert app.said == "That is the last resolution of this meeting."
        await app.press("[")
        assert app.reader.place == f"{PLANNING}/6/r1"


async def test_braces_go_from_meeting_to_meeting(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("}", "}", "{")
        assert app.reader.place == meeting(app, 1)
        await app.press("{", "{")
        assert app.said == "That is the first meeting in the list."


async def test_one_committee_can_be_listed_alone_and_all_again(sample: Path) -> None:
    async with opened(sample) as app:
        meetings = app.reader.panes.meetings
        every = len(meetings.rows)
        await app.press("j", "j", "c")
        assert {row.committee for row in meetings.rows if row} == {"Planning Committee"}
        assert "2 of 11 · committee:brackwater/planning-committee" in str(meetings.border_title)
        assert meetings.current is not None
        assert meetings.current.permalink == app.reader.place
        await app.press("c")
        assert len(meetings.rows) == every
        assert meetings.current.permalink == app.reader.place


async def test_letters_type_in_the_find_box_while_arrows_move_its_list(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("/")
        await app.type("flood q?")
        assert app.reader.panes.resolutions.box.value == "flood q?"
        await app.press("backspace", "backspace", "backspace", "down", "down", "up", "down")
        assert isinstance(app.app.focused, FindBox)
        assert app.reader.panes.resolutions.answers.cursor == 2
        hit = app.reader.panes.resolutions.hit
        assert hit is not None
        assert app.reader.panes.reading.place == hit.permalink


async def test_the_list_narrows_at_each_key_and_a_sentence_says_to_what(sample: Path) -> None:
    async with opened(sample) as app:
        resolutions = app.reader.panes.resolutions
        assert f"{len(resolutions.answers.hits)} resolutions, newest first" in app.text
        await app.press("/")
        counts = []
        for key in "culv":
            await app.press(key)
            counts.append(resolutions.answer.exact.number if resolutions.answer else 0)
        assert counts == sorted(counts, reverse=True)
        assert f"{counts[-1]} resolutions with “culv”" in app.text


async def test_choosing_a_hit_moves_every_pane_to_it(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("/")
        await app.type("closes a stall")
        await app.press("enter")
        assert app.in_use(Pane.READING)
        assert app.reader.panes.items.place == CLAUSE
        assert app.reader.panes.reading.place == CLAUSE
        assert app.reader.panes.meetings.current is not None
        assert app.reader.panes.meetings.current.permalink == PLANNING
        assert any("┃" in line and "no work which" in line for line in app.lines)


async def test_escape_leaves_the_find_box_then_the_list_for_where_finding_began(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{PLANNING}/6")
        await app.press("2", "/")
        await app.type("flood")
        await app.press("down", "escape")
        assert app.in_use(Pane.RESOLUTIONS)
        assert app.app.focused is app.reader.panes.resolutions.answers
        await app.press("escape")
        assert app.in_use(Pane.ITEMS)
        assert app.reader.panes.reading.place == f"{PLANNING}/6"
        assert app.reader.panes.resolutions.box.value == "flood"


async def test_a_hit_outside_the_listed_committee_brings_the_others_back(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("c", "/")
        await app.type("closes a stall")
        await app.press("enter")
        assert app.reader.listing.chosen.query == ""
        assert app.reader.panes.meetings.current is not None
        assert app.reader.panes.meetings.current.permalink == PLANNING


async def test_y_copies_the_reference_of_what_is_under_the_cursor(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(variable, raising=False)
    where = "Planning Committee, Brackwater Borough Council, 7 February 2024"
    async with opened(sample) as app:
        await at(app, CLAUSE)
        await app.press("3", "y")
        assert app.app.clipboard == f"Item 5(b), {where}"
        assert app.said == f"Sent to the terminal, which may or may not have taken it: Item 5(b), {where}"
        await app.press("1", "y")
        assert app.app.clipboard == f"Minutes of the {where}"


async def test_the_palette_runs_a_command_by_its_name(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("ctrl+p")
        await app.type("text pane")
        await app.press("enter")
        assert app.in_use(Pane.READING)


async def test_clicks_choose(sample: Path) -> None:
    async with opened(sample) as app:
        await app.pilot.click("MeetingList", offset=(5, 5))
        await app.settle()
        assert app.reader.place == meeting(app, 3)
        await app.pilot.click("ItemTree", offset=(5, 3))
        await app.settle()
        assert app.in_use(Pane.ITEMS)
        assert app.reader.place == app.reader.panes.items.place
        await app.pilot.click("AnswerList", offset=(5, 4))
        await app.settle()
        hit = app.reader.panes.resolutions.answers.hits[1]
        assert app.reader.place == hit.permalink
        await app.pilot.click("StatusLine", offset=(3, 0))
        assert app.app.is_running


async def test_the_wheel_scrolls_and_leaves_the_cursor_alone(sample: Path) -> None:
    async with opened(sample) as app:
        meetings = app.reader.panes.meetings
        await app.pilot._post_mouse_events([MouseScrollDown], widget=meetings, offset=(5, 3), button=0)
        await app.pilot.pause(0.3)
        assert meetings.scroll_offset.y > 0
        assert meetings.cursor == 0


async def test_words_selected_with_the_mouse_are_copied_without_the_bars_beside_them(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, f"{PLANNING}/7/r1")
        pane = app.reader.panes.reading
        row = next(number for number, line in enumerate(pane.shown.lines) if "report be noted" in line.plain)
        await app.pilot.mouse_down(pane, offset=(1, row + 1))
        await app.pilot.hover(pane, offset=(60, row + 1))
        await app.pilot.mouse_up(pane, offset=(60, row + 1))
        await app.press("ctrl+c")
        assert app.app.clipboard == "That the report be noted."


async def test_the_focus_survives_every_size(sample: Path) -> None:
    async with opened(sample) as app:
        for pane in Pane:
            app.reader.panes.use(pane)
            await app.settle()
            focused = app.app.focused
            for size in (USUAL, SMALL, (19, 4), (1, 1), WIDE):
                await app.pilot.resize_terminal(*size)
                await app.settle()
                assert app.in_use(pane)
                assert app.app.focused is focused


async def test_every_screen_can_be_drawn_at_any_size(sample: Path) -> None:
    async with opened(sample) as app:
        for command in ("help", "show-reference", "palette"):
            await app.run(command)
            for size in (SMALL, (5, 2), (1, 1), WIDE):
                await app.pilot.resize_terminal(*size)
                await app.settle()
            await app.press("escape")


async def test_a_store_that_is_something_else_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    path.write_text("a shopping list, not a store of minutes" * 100)
    async with opened(path) as app:
        assert "The minutes cannot be shown." in app.text
        assert app.said
        assert "Traceback" not in app.text


async def test_the_outline_of_a_long_meeting_shows_what_can_be_seen(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await at(app, PLANNING)
        tree = app.reader.panes.items
        item = tree.view.items[4] if tree.view else None
        assert tree.view is not None
        assert item is not None
        many = tuple(
            replace(item, permalink=f"{PLANNING}/{number}", title="x" * 100_000, resolutions=())
            for number in range(400)
        )
        tree.show_meeting(replace(tree.view, items=many), f"{PLANNING}/399")
        await app.press("2")
        assert tree.cursor == 400
        assert tree.virtual_size.width <= tree.size.width
        assert "xxx…" in app.text


async def test_a_click_on_the_mark_of_a_branch_opens_and_closes_it(sample: Path) -> None:
    async with opened(sample) as app:
        await at(app, PLANNING)
        row = next(row for row, line in enumerate(app.lines) if line.startswith("   ▾ 5"))
        await app.pilot.click(offset=(3, row))
        await app.settle()
        assert app.lines[row].startswith("   ▸ 5")
        assert app.in_use(Pane.ITEMS)
        await app.pilot.click(offset=(3, row))
        await app.settle()
        assert app.lines[row].startswith("   ▾ 5")


async def test_a_key_that_comes_before_the_panes_waits_for_them(sample: Path) -> None:
    async with opened(sample) as app:
        app.reader._is_up = False
        assert app.reader.press(Key("down", None))
        assert app.reader.panes.meetings.cursor == 0
        app.reader._is_up = True
        await app.settle()
        assert app.reader.panes.meetings.cursor == 1
