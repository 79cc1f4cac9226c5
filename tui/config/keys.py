"""What keys are called: "/", "G", "pageup", "ctrl+f", "alt+shift+x", and "g g" for two, one after the other."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from tui.commands.command import Commands, Keymap
from tui.reader.every_command import TOGETHER

NAMES: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace", "enter"}
    | {"escape", "tab", "space"}
    | {f"f{number}" for number in range(1, 25)}
)
"""The keys that write nothing, by Textual's names."""

MODIFIERS: Final = ("ctrl", "alt", "shift", "super", "hyper", "meta")

_SAME_KEY: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}


def wrong_key(key: str) -> str | None:
    """Why something is not the name of a key that a terminal can tell from others; None when it is."""
    presses = key.split()
    if not presses:
        return "is not the name of a key"
    if len(presses) > 2:
        return "is more than two keys"
    return next((wrong for press in presses if (wrong := _wrong_press(press))), None)


def normal(key: str) -> str:
    """A key as the app compares it: "Ctrl+F" is "ctrl+f", and modifiers stand in the order of Textual's names."""
    return " ".join(map(_normal_press, key.split()))


def _normal_press(press: str) -> str:
    modifiers, last = _parts(press)
    last = last.lower() if modifiers or len(last) > 1 else last
    return "+".join([*sorted(modifier.lower() for modifier in modifiers), last])


def _wrong_press(press: str) -> str | None:
    modifiers, last = _parts(_normal_press(press))
    if not all(modifier in MODIFIERS for modifier in modifiers) or not (last in NAMES or len(last) == 1):
        return "is not the name of a key"
    if modifiers == ["shift"] and len(last) == 1:
        return f"is written “{last.upper()}”" if last.isalpha() else "is written as the sign that it makes"
    if same := _SAME_KEY.get(_normal_press(press)):
        return f"is “{same}” to a terminal"
    return None


def _parts(press: str) -> tuple[list[str], str]:
    """The modifiers and the key itself, which may be a plus."""
    if press == "+" or press.endswith("++"):
        return [modifier for modifier in press[:-2].split("+") if modifier], "+"
    *modifiers, last = press.split("+")
    return modifiers, last


def clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """The ids of every two commands that are in each other's way on some screen, and the sentence that says so."""
    told = set()
    for commands in TOGETHER:
        for clash in _on_a_screen(keymap, commands):
            if clash not in told:
                told.add(clash)
                yield clash


def _on_a_screen(keymap: Keymap, commands: Commands) -> Iterator[tuple[str, str, str]]:
    pressed = [(key, command.id) for command in commands for key in keymap.of(command.id)]
    for (key, one), (other_key, other) in combinations(pressed, 2):
        if one == other:
            continue
        if key == other_key:
            yield one, other, f"“{key}” is the key of both “{one}” and “{other}”; give one of them another."
        elif f"{other_key} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other_key} "):
            short, long = sorted((key, other_key), key=len)
            yield one, other, f"“{short}” begins “{long}”: “{one}” and “{other}” cannot both be pressed."
