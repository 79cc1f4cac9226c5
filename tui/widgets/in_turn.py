"""Keys in their turn: of Backspace and a letter that come together, Textual types the letter first.

It asks for what a key is bound to when the key has been through every widget up to the app, and types at once.
"""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget


def actions_of(bindings: Iterable[BindingType]) -> Mapping[str, str]:
    """What each key does that is bound."""
    return {binding.key: binding.action for binding in Binding.make_bindings(bindings)}


async def run_in_turn(widget: Widget, actions: Mapping[str, str], event: Key) -> None:
    """Do what a key is bound to in the widget that has it, before the next key."""
    action = actions.get(event.key)
    if action and await widget.app.run_action(action, widget):  # False of what cannot be done now, as copying nothing
        event.stop()
        event.prevent_default()
