"""The palette: commands by short names, by other words, by a slip; places; and a word where nothing fits."""

from collections import Counter
from pathlib import Path

import pytest

from tests.tui.opened import SMALL, USUAL, WIDE, Opened, opened
from tui.reader.command_names import known_commands, name_of, rank
from tui.reader.every_command import COMMANDS, READER_COMMANDS
from tui.reader.palette import PaletteScreen
from tui.widgets.headed_list import Choice

SCRUTINY = "cypsg/2021-05-10"


def offered(app: Opened) -> list[Choice]:
    screen = app.app.screen
    assert isinstance(screen, PaletteScreen)
    return [row for row in screen.choices.rows if isinstance(row, Choice)]


def test_names_are_short_and_no_two_commands_of_the_reader_have_the_same() -> None:
    names = [name_of(command.id) for command in READER_COMMANDS if command.in_palette]
    assert max(map(len, names)) <= 22
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_only_commands_that_there_are_have_names_and_other_words() -> None:
    assert set(known_commands()) - set(COMMANDS) == set()


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("timeline", "timeline"),
        ("time", "timeline"),
        ("help", "help"),
        ("filter", "filter"),
        ("star", "star"),
        ("next match", "next-match"),
        ("match", "next-match"),
        ("bookmark", "star"),
        ("zoom", "maximise"),
        ("council", "name-council"),
        ("search", "find"),
        ("theme", "colours"),
        ("harvard", "show-reference"),
        ("pdf", "open-source"),
        ("boookmark", "star"),
        ("timelnie", "timeline"),
    ],
)
def test_the_best_fit_is_the_command_that_is_meant(typed: str, command: str) -> None:
    ranks = {one: at for one in READER_COMMANDS if (at := rank(typed, one.id, one.help)) is not None}
    assert min(ranks, key=ranks.__getitem__).id == command


def test_what_is_nothing_fits_nothing() -> None:
    assert all(rank("xyzzy", command.id, command.help) is None for command in READER_COMMANDS)


async def test_every_action_is_listed_with_its_name_its_keys_and_its_sentence_or_why_it_cannot_be_done(
    sample: Path,
) -> None:
    async with opened(sample, WIDE) as app:
        await app.run("palette")
        listed = {choice.value: choice for choice in offered(app)}
        assert set(listed) == {command.id for command in app.reader.commands if command.in_palette}
        back = listed["go-back"]
        assert (back.words, back.figure, back.beside) == (
            "Go back",
            "Backspace Alt+←",
            "There is nowhere to go back to.",
        )
        assert listed["star"].beside == COMMANDS["star"].help


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_name_stands_before_the_sentence_and_the_foot_names_what_works(
    sample: Path, size: tuple[int, int]
) -> None:
    async with opened(sample, size) as app:
        await app.run("palette")
        await app.type("star")
        assert any(line.strip().startswith("Star") for line in app.lines)
        assert "Enter choose" in app.lines[-1]
        assert "Esc back" in app.lines[-1]


async def test_where_nothing_fits_it_says_so(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.run("palette")
        await app.type("xyzzy")
        assert "Nothing that can be done here is called “xyzzy”" in app.text
        await app.press("enter")
        assert app.said == "There is nothing here to choose."


async def test_what_is_chosen_is_done_on_the_screen_below(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.run("palette")
        await app.type("zoom")
        await app.press("enter")
        assert app.app.screen is app.reader
        assert app.reader.panes.alone


async def test_a_command_that_opens_a_screen_opens_it(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.run("palette")
        await app.type("jump")
        await app.press("enter")
        assert type(app.app.screen).__name__ == "GoScreen"
        await app.press("escape")
        assert app.app.screen is app.reader


async def test_a_place_that_is_typed_is_offered_before_the_commands(sample: Path) -> None:
    async with opened(sample, USUAL) as app:
        await app.run("palette")
        await app.type("10 May 2021")
        assert offered(app)[0].value == SCRUTINY
        await app.press("enter")
        assert app.reader.place == SCRUTINY
