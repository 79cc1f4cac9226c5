"""Keys that come together, typed at once or late over a slow line, are taken in their turn."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import TextArea

from tests.tui.opened import opened
from tui.widgets.find_box import FindBox

KEYS = (("a", "a"), ("b", "b"), ("backspace", "\x7f"), ("c", "c"), ("left", None), ("d", "d"))


@pytest.mark.parametrize("command", ["find", "go-to", "note"])
async def test_a_key_that_changes_what_was_typed_comes_before_the_letters_behind_it(sample: Path, command: str) -> None:
    async with opened(sample) as app:
        await app.run(command)
        for key, letter in KEYS:
            app.app.post_message(Key(key, letter))
        await app.settle()
        box = app.app.screen.focused
        assert (box.text if isinstance(box, TextArea) else box.value if isinstance(box, FindBox) else "") == "adc"


async def test_what_a_box_cannot_do_now_is_left_to_others(sample: Path) -> None:
    async with opened(sample) as app:
        await app.run("find")
        await app.press("ctrl+c")  # with nothing selected that it could copy
        assert "quits" in app.said
