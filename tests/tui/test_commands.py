"""Every command can be reached and is explained."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tests.tui.opened import opened
from tui.commands.command import Command, Keymap
from tui.commands.command_screen import CommandScreen
from tui.reader.every_command import EVERY_COMMAND, READER_COMMANDS, TOGETHER
from tui.reader.help import help_page
from tui.widgets.status_line import Hint


def test_the_commands_of_every_screen_are_known_to_whoever_looks_for_clashes() -> None:
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        importlib.import_module(module.name)
    unknown = {screen.__name__ for screen in _screens(CommandScreen) if screen.commands not in (*TOGETHER, ())}
    assert unknown == set()


def _screens(kind: type[CommandScreen]) -> Iterator[type[CommandScreen]]:
    for screen in kind.__subclasses__():
        yield screen
        yield from _screens(screen)


def test_no_key_of_a_screen_means_two_things() -> None:
    for commands in TOGETHER:
        keys = Counter(key for command in commands for key in command.keys)
        assert [key for key, uses in keys.items() if uses > 1] == []


def test_no_two_commands_of_a_screen_have_the_same_name() -> None:
    for commands in TOGETHER:
        names = Counter(command.id for command in commands)
        assert [name for name, uses in names.items() if uses > 1] == []


def test_keys_that_belong_to_multiplexers_are_left_to_them() -> None:
    keys = {key for commands in TOGETHER for command in commands for key in command.keys}
    assert keys.isdisjoint({"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+o", "ctrl+j"})


def test_the_help_names_every_key_of_the_reader_and_of_its_lists() -> None:
    shown = " ".join(" ".join(line.plain for line in help_page(100, Keymap()).lines).split())
    for command in EVERY_COMMAND:
        if command.keys:
            assert f"{Keymap().words(command.id)} {command.help}" in shown


def test_a_command_without_a_key_is_in_the_palette() -> None:
    assert all(command.in_palette for command in READER_COMMANDS if not command.keys)


async def test_the_footer_keeps_help_where_there_is_no_room_for_all(sample: Path) -> None:
    async with opened(sample) as app:
        roomy, narrow, least = ([hint.command for hint in app.reader.hints(room)] for room in (400, 30, 3))
    assert (roomy[0], roomy[-1], least) == ("open", "help", ["help"])
    assert narrow == ["open", "find", "help"]
    assert {*narrow} < {*roomy}


async def test_the_footer_asks_of_what_there_is_no_room_for_nothing(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def note(command: Command[object], target: object) -> str:
        asked.append(command.id)
        return command.footer

    async with opened(sample) as app:
        for kind in {type(command) for command, _, _ in app.reader._footers[0]}:
            monkeypatch.setattr(kind, "footer_varies", True)
            monkeypatch.setattr(kind, "footer_now", note)
        shown = [hint.command for hint in app.reader.hints(30)]
        assert sorted(asked) == sorted(shown)


async def test_what_stands_at_the_foot_can_be_done_in_every_pane(sample: Path) -> None:
    async with opened(sample) as app:
        seen: set[str] = set()
        for pane in ("1", "2", "3", "4"):
            await app.press(pane)
            shown = {hint.command for hint in app.reader.hints(1_000)}
            kinds = [command for command in READER_COMMANDS if command.id in shown]
            assert {kind.id: kind().why_not(app.reader) for kind in kinds} == dict.fromkeys(shown, None)
            seen |= shown
        assert {"open", "star", "filter", "narrow", "copy-reference", "only-this-committee", "find", "back"} <= seen


async def test_what_a_command_needs_the_reader_has(sample: Path) -> None:
    async with opened(sample) as app:
        named = {name for one in READER_COMMANDS for name in (one.needs, one.footer_with) if name}
        assert {"place", "under_cursor", "chosen"} <= named
        assert [name for name in named if not hasattr(app.reader, name)] == []


def test_a_command_that_needs_something_says_what_is_lacking() -> None:
    assert [one.id for one in READER_COMMANDS if one.needs and not one.lacking] == []


async def test_while_the_status_line_says_something_it_asks_for_no_keys(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sample) as app:
        asked: list[int] = []

        def note(room: int) -> list[Hint]:
            asked.append(room)
            return []

        app.reader.say("Something.")
        monkeypatch.setattr(app.reader, "hints", note)
        app.reader.show_hints()
        assert asked == []
        app.reader.say("")
        assert asked
