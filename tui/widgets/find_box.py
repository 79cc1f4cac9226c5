"""Where the words to find are typed: letters type, and every other key is the list's."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input


def actions_of(bindings: Iterable[BindingType]) -> Mapping[str, str]:
    """What each key does that is bound."""
    return {binding.key: binding.action for binding in Binding.make_bindings(bindings)}


async def run_in_turn(widget: Widget, actions: Mapping[str, str], event: Key) -> None:
    """Do what a key is bound to in the widget that has it, before the next key."""
    action = actions.get(event.key)
    if action and await widget.app.run_action(action, widget):  # False of what cannot be done now, as copying nothing
        event.stop()
        event.prevent_default()


_ACTIONS: Final = actions_of(Input.BINDINGS)
_MOST_PASTED: Final = 4_096  # characters: the longest path; megabytes on one line would hold up every key


_TYPES: Final = frozenset(("space", "left", "right", "home", "end", "enter", "backspace", "ctrl+u", "ctrl+w"))


def types(key: str) -> bool:
    """Whether a key belongs to an input while that has the focus: it types, moves in the words or submits them."""
    return len(key) == 1 or key in _TYPES


class FindBox(Input):
    """An input that takes a single line of the pane and leaves the arrows up and down to the list below it."""

    DEFAULT_CSS = """
    FindBox, FindBox:focus {
        border: none;
        height: 1;
        padding: 0;
        background: $panel;
        background-tint: $panel 0%;
        color: $foreground;
    }
    FindBox:ansi { text-style: underline; }
    """

    def __init__(self, placeholder: str = "Find words in resolutions") -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, compact=True)

    async def on_key(self, event: Key) -> None:
        await run_in_turn(self, _ACTIONS, event)

    def on_paste(self, event: Paste) -> None:
        """Give the input, which is asked next and takes one line, all lines as one."""
        event.text = " ".join(filter(None, map(str.strip, event.text[:_MOST_PASTED].splitlines())))

    def put(self, text: str) -> None:
        """Show `text` as if it had been typed."""
        self.value = text
        self.cursor_position = len(text)

    def needs(self, key: str) -> bool:
        """Whether a key is the box's own; → behind the last letter is not."""
        return types(key) and not (key == "right" and self.cursor_at_end and self.selection.is_empty)
