"""Keys that would mean two things at the same time."""

from collections.abc import Iterator
from itertools import combinations

from tui.commands.keymap import Commands, Keymap
from tui.commands.together import TOGETHER


def clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """The ids of every two commands that are in each other's way on some screen, and the sentence that says so."""
    told = set()
    for commands in TOGETHER:
        for clash in _on_a_screen(keymap, commands):
            if clash not in told:
                told.add(clash)
                yield clash


def _on_a_screen(keymap: Keymap, commands: Commands) -> Iterator[tuple[str, str, str]]:
    pressed = [(key, command.id) for command in commands for key in keymap.of(command)]
    for (key, one), (other_key, other) in combinations(pressed, 2):
        if one == other:
            continue
        if key == other_key:
            yield one, other, f"“{key}” is the key of both “{one}” and “{other}”; give one of them another."
        elif f"{other_key} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other_key} "):
            short, long = sorted((key, other_key), key=len)
            yield one, other, f"“{short}” begins “{long}”: “{one}” and “{other}” cannot both be pressed."
