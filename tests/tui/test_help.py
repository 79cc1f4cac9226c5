"""The page of keys: what has the focus first, then finding and citing; and a search in it."""

from itertools import groupby
from pathlib import Path

import pytest

from tests.tui.opened import USUAL, Opened, opened
from tui.commands.command import Keymap
from tui.reader.every_command import EVERY_COMMAND
from tui.reader.help import IN_THE_BOX, HelpScreen, help_page


def headings(*focus: str, typed: str = "") -> list[str]:
    lines = [line.plain for line in help_page(100, Keymap(), focus, typed).lines]
    known = {command.group for command in EVERY_COMMAND} | {IN_THE_BOX}
    return [line.strip() for line in lines if line.strip() in known]


def shown(app: Opened) -> str:
    return " ".join(app.text.split())


def test_finding_and_citing_come_first_and_moving_last() -> None:
    assert headings()[:2] == ["Finding", "Citing"]
    assert headings()[-1] == "Moving"


def test_what_has_the_focus_comes_before_all() -> None:
    assert headings("Looking closer")[:3] == ["Looking closer", "Finding", "Citing"]
    assert headings(IN_THE_BOX, "Finding")[:3] == [IN_THE_BOX, "Finding", "Citing"]


def test_each_group_stands_together() -> None:
    assert [heading for heading, same in groupby(sorted(headings())) if len(list(same)) > 1] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [("bookmark", "Star (★)"), ("zoom", "Maximise the pane"), ("evidence", "The evidence: the lines of the source")],
)
def test_a_search_leaves_what_fits(typed: str, said: str) -> None:
    lines = [line.plain for line in help_page(100, Keymap(), (), typed).lines]
    assert any(said in line for line in lines)
    assert len(lines) < 30


def test_a_search_for_nothing_says_so() -> None:
    assert [line.plain.strip() for line in help_page(100, Keymap(), (), "xyzzy").lines] == ["No key does “xyzzy”."]


async def test_the_help_begins_with_the_pane_in_use_and_can_be_searched(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.press("1", "?")
        assert isinstance(app.app.screen, HelpScreen)
        assert shown(app).index("Lists") < shown(app).index("Filter the pane")
        await app.press("slash")
        await app.type("zoom")
        assert "Maximise the pane" in app.text
        assert "Filter the pane" not in app.text
        await app.press("escape")
        assert "Filter the pane" in app.text, "from the box Esc goes back to all keys"
        await app.press("escape")
        assert len(app.app.screen_stack) == 1


async def test_a_search_that_is_entered_can_be_scrolled(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.press("3", "?", "slash")
        await app.type("the")
        await app.press("enter", "G", "q")
        assert app.app.screen is app.reader
