"""What an action is: its keys, its words, where it works and what it does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar

if TYPE_CHECKING:
    from textual.events import Key


Target = TypeVar("Target")

_KEY_NAMES: Final = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
}


class Command(Generic[Target]):
    """One action of a screen, its target. Key bindings, footer, help and palette are all made from these.

    `keys` are Textual's names. `footer` is the word or two at the foot of the screen, empty for what everyone knows;
    `help` a sentence without its full stop; `group` the heading it stands under in the help. `in_palette` is false for
    what only moves about.
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    footer: ClassVar[str] = ""
    help: ClassVar[str]
    group: ClassVar[str]
    in_palette: ClassVar[bool] = True

    def why_not(self, target: Target) -> str | None:
        """The reason why it cannot be done now, in a sentence; None when it can."""
        return None

    def footer_now(self, target: Target) -> str:
        """The word or two at the foot of the screen, empty while it cannot be done."""
        return self.footer if self.footer and self.why_not(target) is None else ""

    def run(self, target: Target) -> None:
        """Do it."""
        raise NotImplementedError(type(self).__name__)


def key_name(key: str) -> str:
    """A key as it is printed on a keyboard: "Ctrl+F"; keys that are pressed one after the other stand together."""
    if " " in key:
        return "".join(map(key_name, key.split()))
    *modifiers, last = key.split("+") if len(key) > 1 else (key,)
    named = _KEY_NAMES.get(last, last.capitalize() if modifiers or len(last) > 1 else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), named])


def types(key: str) -> bool:
    """Whether a key belongs to an input while that has the focus: it types, moves in the words or submits them."""
    return len(key) == 1 or key in ("space", "left", "right", "home", "end", "enter", "backspace")


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
