"""The names of keys, and the sets of keys that come with the program."""

import pytest
from textual.keys import Keys

from tui.commands.command import Keymap
from tui.config.keys import MODIFIERS, NAMES, clashes, normal, wrong_key
from tui.config.settings import KEY_SETS
from tui.reader.every_command import COMMANDS, TOGETHER


def test_every_name_of_a_key_is_one_of_textuals() -> None:
    assert {key.value for key in Keys} >= NAMES


def test_every_key_that_textual_can_tell_from_others_has_a_name() -> None:
    aliases = {"ctrl+i", "ctrl+m"}
    odd = {"<any>", "<scroll-up>", "<scroll-down>", "<ignore>", "<cursor-position-response>", "return"}
    wrong = {key.value for key in Keys if key.value.split("+")[-1] in NAMES and wrong_key(key.value)}
    assert wrong - odd == aliases & wrong


def test_every_key_of_a_command_has_a_name() -> None:
    keys = {key for commands in TOGETHER for command in commands for key in command.keys}
    assert {key: wrong_key(key) for key in keys if wrong_key(key)} == {}
    assert {key for key in keys if normal(key) != key} == set()


@pytest.mark.parametrize(
    "key", ["/", "G", "é", "+", "ctrl++", "alt+<", "ctrl+alt+x", "f12", "shift+f1", "g g", "space"]
)
def test_what_a_key_may_be_called(key: str) -> None:
    assert wrong_key(key) is None


@pytest.mark.parametrize("key", ["", "slash", "strg+f", "ctrl+", "ctrl", "pgup", "control+f", "f25", "ab"])
def test_what_no_key_is_called(key: str) -> None:
    assert wrong_key(key) == "is not the name of a key"


def test_a_key_is_the_same_however_its_modifiers_are_written() -> None:
    assert normal("Shift+CTRL+Left") == normal("ctrl+shift+left") == "ctrl+shift+left"
    assert normal("G") == "G"
    assert all(normal(f"{modifier}+x") == f"{modifier}+x" for modifier in MODIFIERS)


@pytest.mark.parametrize("name", KEY_SETS)
def test_a_set_of_keys_gives_keys_to_commands_that_there_are(name: str) -> None:
    assert set(KEY_SETS[name]) <= set(COMMANDS)
    assert [key for keys in KEY_SETS[name].values() for key in keys if wrong_key(key)] == []


@pytest.mark.parametrize("name", KEY_SETS)
def test_no_key_of_a_set_means_two_things(name: str) -> None:
    assert [sentence for _, _, sentence in clashes(Keymap(KEY_SETS[name]))] == []
