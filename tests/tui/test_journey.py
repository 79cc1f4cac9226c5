"""Back and forward through where the person has been."""

from pathlib import Path

from tests.tui.opened import SMALL, USUAL, Opened, opened
from tui.ports import Pane

PLANNING = "brackwater/planning-committee/2024-02-07"
SCRUTINY = "cypsg/2021-07-05"


async def to(app: Opened, *permalinks: str) -> None:
    for permalink in permalinks:
        app.reader.go_to(permalink)
        await app.settle()


async def test_there_is_nowhere_to_go_back_to_at_first(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("backspace")
        assert app.said == "There is nowhere to go back to."
        await app.press("alt+right")
        assert app.said == "There is nowhere to go forward to."


async def test_back_and_forward_go_through_every_place_that_was_gone_to(sample: Path) -> None:
    async with opened(sample) as app:
        first = app.reader.place
        await to(app, f"{PLANNING}/5/r1", f"{SCRUTINY}/28")
        await app.press("alt+left")
        assert app.reader.place == f"{PLANNING}/5/r1"
        await app.press("backspace")
        assert app.reader.place == first
        await app.press("alt+right", "alt+right")
        assert app.reader.place == f"{SCRUTINY}/28"
        assert app.reader.panes.items.place == f"{SCRUTINY}/28"
        assert app.reader.panes.meetings.current is not None
        assert app.reader.panes.meetings.current.permalink == SCRUTINY


async def test_going_elsewhere_forgets_what_lay_ahead(sample: Path) -> None:
    async with opened(sample) as app:
        await to(app, f"{PLANNING}/5", f"{SCRUTINY}/28")
        await app.run("go-back")
        await to(app, f"{SCRUTINY}/27")
        await app.run("go-forward")
        assert app.said == "There is nowhere to go forward to."
        await app.run("go-back")
        assert app.reader.place == f"{PLANNING}/5"


async def test_the_text_begins_where_it_did_and_the_pane_is_the_one_in_use_then(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await to(app, f"{SCRUTINY}/28")
        await app.press("3")
        reading = app.reader.panes.reading
        await app.press("j", "j", "j", "j")
        top = reading.scroll_offset.y
        assert top
        await to(app, f"{PLANNING}/5")
        await app.press("1", "backspace")
        assert app.reader.place == f"{SCRUTINY}/28"
        assert app.in_use(Pane.READING)
        assert reading.scroll_offset.y == top


async def test_the_text_begins_where_it_did_on_a_screen_for_one_pane(sample: Path) -> None:
    async with opened(sample, SMALL) as app:
        await to(app, f"{SCRUTINY}/28")
        await app.press("3", "j", "j", "j", "j")
        top = app.reader.panes.reading.scroll_offset.y
        assert top
        await app.press("1", "j", "enter")
        await app.press("backspace")
        await app.press("3")
        assert app.reader.place == f"{SCRUTINY}/28"
        assert app.reader.panes.reading.scroll_offset.y == top


async def test_what_the_cursor_passes_over_is_no_stop_and_what_is_chosen_is(sample: Path) -> None:
    async with opened(sample) as app:
        meetings = [row.permalink for row in app.reader.panes.meetings.rows if row]
        await app.press("j", "j", "enter")
        assert app.reader.place == meetings[2]
        await app.press("backspace")
        assert app.reader.place == meetings[0]
        assert not app.reader.journey.behind


async def test_back_from_wherever_the_cursor_came_to_is_where_it_began(sample: Path) -> None:
    async with opened(sample) as app:
        first = app.reader.place
        await app.press("j", "j", "backspace")
        assert app.reader.place == first


async def test_the_next_meeting_is_a_stop(sample: Path) -> None:
    async with opened(sample) as app:
        first = app.reader.place
        await app.press("}", "}", "backspace")
        second = app.reader.panes.meetings.rows[1]
        assert second
        assert app.reader.place == second.permalink
        await app.press("backspace")
        assert app.reader.place == first


async def test_back_from_an_answer_is_the_list_with_its_cursor_on_it(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("/")
        await app.type("flood")
        await app.press("down", "down", "enter")
        chosen = app.reader.place
        assert app.in_use(Pane.READING)
        await app.press("backspace")
        assert app.in_use(Pane.RESOLUTIONS)
        hit = app.reader.panes.resolutions.hit
        assert hit is not None
        assert hit.permalink == chosen == app.reader.panes.reading.place
        assert app.reader.place != chosen


async def test_backspace_in_the_find_box_takes_away_a_letter(sample: Path) -> None:
    async with opened(sample) as app:
        await app.press("/")
        await app.type("flood")
        await app.press("backspace")
        assert app.reader.panes.resolutions.box.value == "floo"
