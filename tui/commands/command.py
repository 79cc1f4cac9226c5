"""What an action is: its keys, its words, where it works and what it does; and which keys run which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Generic, TypeVar

from tui.ports import Pane

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


NO_MINUTES: Final = "There are no minutes here yet."

_KEYS: Final[dict[str, tuple[str, ...]]] = {}
"""The keys of every command by its id; of two that have the same id, those of the first."""


class Command(Generic[Target]):
    """One action of a screen, its target. Key bindings, footer, help and palette are all made from these.

    `keys` are Textual's names. `footer` is the word or two at the foot of the screen, empty for what everyone knows;
    `help` a sentence without its full stop; `group` the heading it stands under in the help. `in_palette` is false for
    what only moves about.

    `needs` names what the target must have for it, an attribute such as "under_cursor", and `lacking` says that it has
    none. At the foot it stands in the panes `footer_in`, in all where none is named, while it can be done or, where
    `footer_with` names an attribute too, while the target has that. `footer_varies` is true of what may have other
    words there than `footer`, which `footer_now` then gives. All this is told by values and not by functions, because
    the status line asks for it after every key.

    A class with an `id` is known by it from then on: to say a key in a sentence, an id is enough.
    """

    id: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    footer: ClassVar[str] = ""
    help: ClassVar[str]
    group: ClassVar[str]
    in_palette: ClassVar[bool] = True
    footer_varies: ClassVar[bool] = False
    footer_in: ClassVar[tuple[Pane, ...]] = ()
    footer_with: ClassVar[str] = ""
    needs: ClassVar[str] = ""
    lacking: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        if "id" in vars(cls):
            _KEYS.setdefault(cls.id, cls.keys)

    def why_not(self, target: Target) -> str | None:
        """The reason why it cannot be done now, in a sentence; None when it can."""
        return None if not self.needs or getattr(target, self.needs) else self.lacking

    def footer_now(self, target: Target) -> str:
        """The word or two at the foot of the screen, where they vary; empty while it cannot be done."""
        return self.footer if self.why_not(target) is None else ""

    def run(self, target: Target) -> None:
        """Do it."""
        raise NotImplementedError(type(self).__name__)


Commands = tuple[type[Command[Any]], ...]


def every(base: type[Command[Any]]) -> Commands:
    """The commands that are derived from a class, itself not among them, in the order in which they are written."""
    return tuple(
        command
        for derived in base.__subclasses__()
        for command in ((derived,) if "id" in vars(derived) else every(derived))
    )


def key_name(key: str) -> str:
    """A key as it is printed on a keyboard: "Ctrl+F"; of keys that are pressed one after the other each: "g g"."""
    if " " in key:
        return " ".join(map(key_name, key.split()))
    *modifiers, last = key.split("+") if len(key) > 1 else (key,)
    named = _KEY_NAMES.get(last, last.capitalize() if modifiers or len(last) > 1 else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), named])


@dataclass(frozen=True)
class Keymap:
    """`others` are the keys of the commands, by id, that do not have their own; a command without keys has none."""

    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, command: str) -> tuple[str, ...]:
        """The keys of the command with an id, the one to tell of first. Raises `KeyError` where there is none."""
        keys = _KEYS[command]
        return self.others.get(command, keys)

    def words(self, command: str) -> str:
        """The keys of a command as they are printed on a keyboard: "↓ j", "g g or Home" where one is of two strokes."""
        keys = self.of(command)
        return (" or " if any(" " in key for key in keys) else " ").join(map(key_name, keys))

    def by_key(self, commands: Commands) -> dict[str, str]:
        """The id of the command that each key runs on a screen with these commands."""
        return {key: command.id for command in commands for key in self.of(command.id)}
