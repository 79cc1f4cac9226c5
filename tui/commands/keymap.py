"""Which keys run which commands: those that the commands name, or others that a person chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tui.commands.command import Command, key_name

if TYPE_CHECKING:
    from textual.events import Key

Commands = Iterable[type[Command[Any]]]


@dataclass(frozen=True)
class Keymap:
    """`others` are the keys of the commands, by id, that do not have their own; a command without keys has none."""

    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, command: type[Command[Any]]) -> tuple[str, ...]:
        """The keys of a command, the one to tell of first."""
        return self.others.get(command.id, command.keys)

    def words(self, command: type[Command[Any]]) -> str:
        """The keys of a command as they are printed on a keyboard: "↓ j"."""
        return " ".join(map(key_name, self.of(command)))

    def by_key(self, commands: Commands) -> dict[str, str]:
        """The id of the command that each key runs on a screen with these commands."""
        return {key: command.id for command in commands for key in self.of(command)}


def key_of(event: "Key") -> str:
    """A key press as commands name it: "/", "G", "ctrl+f", "alt+<"; Textual calls the last "alt+less_than_sign"."""
    from textual.keys import key_to_character

    modifiers, plus, last = event.key.rpartition("+")
    if plus:
        character = key_to_character(last) or ""
        return f"{modifiers}+{character if character.isprintable() and character.strip() else last}"
    return event.character if event.character and event.is_printable and last != "space" else last
