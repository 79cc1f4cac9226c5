"""What works in every box that is typed in: keys of the line editor, pastes of several lines, citing on the way."""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.opened import USUAL, Opened, opened
from tui.widgets.find_box import FindBox


async def box_of(app: Opened, *keys: str) -> FindBox:
    await app.press(*keys)
    box = app.app.focused
    assert isinstance(box, FindBox)
    return box


BOXES = [("slash",), ("1", "f"), ("2", "f"), ("ctrl+g",), ("A",)]


@pytest.mark.parametrize("keys", BOXES, ids=["find", "meetings", "items", "go to", "add"])
async def test_a_word_and_the_whole_line_are_taken_back_by_the_keys_of_the_shell(
    sample: Path, keys: tuple[str, ...]
) -> None:
    async with opened(sample, USUAL) as app:
        box = await box_of(app, *keys)
        box.put("market hall slate")
        await app.press("ctrl+w")
        assert box.value == "market hall "
        await app.press("ctrl+u")
        assert box.value == ""


@pytest.mark.parametrize("keys", BOXES, ids=["find", "meetings", "items", "go to", "add"])
async def test_of_a_paste_of_several_lines_all_stand_in_the_box(sample: Path, keys: tuple[str, ...]) -> None:
    async with opened(sample, USUAL) as app:
        box = await box_of(app, *keys)
        box.put("")
        box.post_message(Paste("the Market\r\n  Hall, \n\nGuildhall Street\n"))
        await app.settle()
        assert box.value == "the Market Hall, Guildhall Street"


async def test_an_answer_is_cited_from_the_find_box_without_leaving_it(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        box = await box_of(app, "slash")
        await app.type("slate")
        await app.press("ctrl+y")
        assert "Planning Committee" in app.said
        assert app.app.focused is box
        await app.press("s")
        assert box.value == "slates"
