"""The keys that a person chose are those that work, and those that are told of everywhere."""

from pathlib import Path

import pytest
from textual.events import Key

from tests.tui.opened import USUAL, WIDE, opened
from tui.commands.command import key_name
from tui.commands.command_screen import key_of
from tui.config.settings import Config
from tui.ports import Pane, Sizes
from tui.reader.help import help_page

OWN = Config(
    commands={"star": ("*", "f2"), "find": ("f3", "/"), "quit": ("Q",), "colours": ("f9",), "only-this-committee": ()}
)


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("slash", "/", "/"),
        ("G", "G", "G"),
        ("plus", "+", "+"),
        ("less_than_sign", "<", "<"),
        ("space", " ", "space"),
        ("pagedown", None, "pagedown"),
        ("ctrl+f", "\x06", "ctrl+f"),
        ("alt+x", "x", "alt+x"),
        ("alt+less_than_sign", None, "alt+<"),
        ("ctrl+shift+left", None, "ctrl+shift+left"),
        ("shift+tab", None, "shift+tab"),
        ("alt+backspace", None, "alt+backspace"),
        ("ctrl+space", None, "ctrl+space"),
        ("enter", "\r", "enter"),
    ],
)
def test_a_press_has_the_name_that_commands_have_for_it(key: str, character: str | None, name: str) -> None:
    assert key_of(Key(key, character)) == name


def test_keys_are_named_as_they_are_printed() -> None:
    assert [key_name(key) for key in ("ctrl+f", "alt+<", "pageup", "shift+tab", "G", "+", "ctrl++", "f5", "g g")] == [
        "Ctrl+F", "Alt+<", "PgUp", "Shift+Tab", "G", "+", "Ctrl++", "F5", "g g",
    ]  # fmt: skip


async def test_a_command_has_the_keys_that_the_person_gave_it_and_no_others(sample: Path) -> None:
    async with opened(sample, WIDE, config=OWN) as app:
        await app.press("s")
        assert not app.said
        await app.press("asterisk")
        assert app.said.startswith("Starred")
        await app.press("f2")
        assert app.said.startswith("The star is gone")
        await app.press("q")
        assert app.app.is_running
        await app.press("f9")
        assert app.app.theme == "light"


async def test_footer_help_and_palette_tell_of_the_keys_of_the_person(sample: Path) -> None:
    async with opened(sample, WIDE, config=OWN) as app:
        await app.run("items")
        assert "F3 find" in app.lines[-1]
        await app.run("palette")
        await app.type("star")
        assert any(line.split()[0] == "Star" and line.endswith("* F2") for line in app.lines if line.strip())
        await app.press("escape")
        shown = [line.plain.split() for line in help_page(80, app.app.keymap).lines]
        assert [words[:2] for words in shown if "Star" in words] == [["*", "F2"]]


async def test_two_keys_one_after_the_other_are_one(sample: Path) -> None:
    async with opened(sample, WIDE, config=Config(keys="vim")) as app:
        await app.press("G")
        last = app.reader.panes.meetings.cursor
        assert last > 0
        await app.press("g")
        assert app.said == "g …"
        assert app.reader.panes.meetings.cursor == last
        await app.press("g")
        assert app.reader.panes.meetings.cursor == 0
        assert app.said == ""


async def test_two_keys_that_mean_nothing_say_so_and_do_nothing(sample: Path) -> None:
    async with opened(sample, WIDE, config=Config(keys="vim")) as app:
        await app.press("g", "s")
        assert app.said == "g s means nothing here."
        assert app.in_use(Pane.MEETINGS)


async def test_letters_type_in_the_find_box_whatever_they_do_elsewhere(sample: Path) -> None:
    async with opened(sample, USUAL, config=Config(keys="vim", commands={"star": ("*", "f2")})) as app:
        await app.press("/")
        await app.type("gg*")
        assert app.reader.panes.resolutions.box.value == "gg*"


async def test_the_keys_of_emacs_move_find_and_open_the_palette(sample: Path) -> None:
    async with opened(sample, WIDE, config=Config(keys="emacs")) as app:
        await app.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert app.reader.panes.meetings.cursor == 1
        await app.press("less_than_sign")
        assert app.reader.panes.meetings.cursor == 0
        await app.press("ctrl+s")
        assert app.reader.panes.in_find_box
        await app.press("ctrl+g", "alt+x")
        assert type(app.app.screen).__name__ == "PaletteScreen"
        await app.press("escape")
        await app.press("ctrl+x", "ctrl+c")
        assert not app.app.is_running


async def test_the_settings_say_which_panes_there_are_and_how_large(sample: Path) -> None:
    config = Config(panes=frozenset({Pane.ITEMS, Pane.READING}), sizes=Sizes(left=25))
    async with opened(sample, WIDE, config=config) as app:
        await app.run("items")
        assert app.reader.panes.arrangement.panes == {Pane.ITEMS, Pane.READING}
        assert app.reader.panes.items.region.width == 30
        await app.run("find")
        assert app.reader.panes.arrangement.panes == {Pane.ITEMS, Pane.READING, Pane.RESOLUTIONS}


async def test_a_remark_on_the_settings_stands_in_the_status_line_until_the_first_key(sample: Path) -> None:
    async with opened(sample, WIDE, remark="Settings set aside: config.toml, line 4.") as app:
        assert app.said == "Settings set aside: config.toml, line 4."
        await app.press("j")
        assert app.said == ""


async def test_on_an_empty_store_it_stands_below_the_welcome(tmp_path: Path) -> None:
    async with opened(tmp_path / "minutes.db", WIDE, remark="Settings set aside: config.toml, line 4.") as app:
        assert app.said == "Settings set aside: config.toml, line 4."
