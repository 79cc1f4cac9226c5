"""Where a note is written, which takes as much of a paste as a note has room for."""

from typing import Final

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from store.userdata.kept_notes import LONGEST
from tui.widgets.in_turn import actions_of, run_in_turn

_ACTIONS: Final = actions_of(TextArea.BINDINGS)


class NoteArea(TextArea):
    """Megabytes would be wrapped letter by letter, and every later key with them."""

    class Overflowed(Message):
        """More was pasted than there is room for, and the rest left out."""

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, compact=True)

    async def on_key(self, event: Key) -> None:
        await run_in_turn(self, _ACTIONS, event)

    def on_paste(self, event: Paste) -> None:
        room = max(LONGEST - len(self.text) + len(self.selected_text), 0)
        if len(event.text) > room:
            event.text = event.text[:room]  # which the text area, asked next, takes in
            self.post_message(self.Overflowed())
