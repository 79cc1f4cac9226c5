"""What an action is: its keys, its words, where it works and what it does."""

from typing import ClassVar, Final, Generic, TypeVar

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
