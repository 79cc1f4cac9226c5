"""What an action is: its keys, its words, where it works and what it does."""

from collections.abc import Iterable
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding

Target = TypeVar("Target")

_KEY_NAMES: Final = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "ctrl+f": "Ctrl+F",
    "ctrl+n": "Ctrl+N",
    "ctrl+p": "Ctrl+P",
    "ctrl+r": "Ctrl+R",
    "ctrl+x": "Ctrl+X",
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

    @classmethod
    def key_words(cls) -> str:
        """Its keys as they are printed on a keyboard: "↓ j"."""
        return " ".join(key_name(key) for key in cls.keys)


def key_name(key: str) -> str:
    """A key as it is printed on a keyboard."""
    return _KEY_NAMES.get(key, key)


def types(key: str) -> bool:
    """Whether a key belongs to an input while that has the focus: it types, moves in the words or submits them."""
    return len(key) == 1 or key in ("space", "left", "right", "home", "end", "enter")


def bindings(commands: Iterable[type[Command[Any]]]) -> list[Binding]:
    """The key bindings of some commands, for the screen that they are about.

    They have priority, because other keys wait in the queue of the widget that had the focus when they came: of
    `/flood` typed at once, or late over a slow line, the letters would be lost on the pane before.
    """
    return [
        Binding(key, f"command({command.id!r}, {key!r})", command.help, show=False, priority=True)
        for command in commands
        for key in command.keys
    ]
