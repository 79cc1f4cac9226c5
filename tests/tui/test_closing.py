"""What closes a screen closes that one, however often it is asked before the screen has gone."""

from pathlib import Path

from textual.events import Key

from tests.tui.opened import opened
from tui.commands.picker import PickerScreen
from tui.reader.help import HelpScreen
from tui.reader.palette import PaletteScreen


async def test_enter_pressed_twice_in_the_palette_runs_a_command_once_and_closes_nothing_below(sample: Path) -> None:
    async with opened(sample) as app:
        await app.run("palette")
        assert isinstance(app.app.screen, PaletteScreen)
        await app.type("help")
        for _ in range(2):
            app.app.post_message(Key("enter", "\r"))
        await app.settle()
        assert [type(screen) for screen in app.app.screen_stack[1:]] == [HelpScreen]


async def test_a_choice_clicked_twice_is_chosen_and_the_reader_stays(sample: Path) -> None:
    async with opened(sample) as app:
        await app.run("find")
        await app.type("flood")
        await app.run("narrow")
        screen = app.app.screen
        assert isinstance(screen, PickerScreen)
        screen.choices.choose()
        screen.choices.choose()
        await app.settle()
        assert app.app.screen is app.reader
        assert app.app.is_running


async def test_the_palette_closed_twice_leaves_the_screen_below(sample: Path) -> None:
    async with opened(sample) as app:
        await app.run("basket")
        below = app.app.screen
        app.app.action_command_palette()
        await app.settle()
        palette = app.app.screen
        assert isinstance(palette, PaletteScreen)
        palette.dismiss()
        palette.dismiss()
        await app.settle()
        assert app.app.screen is below
