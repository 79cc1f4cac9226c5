"""Asking for the name of a query that is to be saved."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.commands.choosing import NAMING
from tui.commands.general import Close
from tui.safe import words
from tui.screens.panel import PanelScreen
from tui.widgets.find_box import FindBox
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine


class NameScreen(PanelScreen):
    """Gives the name to `save`."""

    commands = NAMING

    DEFAULT_CSS = "NameScreen > Vertical { height: auto; border-bottom: solid $rule; }"

    def __init__(self, query: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self._query = query
        self._save = save

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title("Save the query")
            yield FindBox("A name for it")
            yield Static(words(self._query))
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(FindBox))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("save-it")

    def save(self) -> None:
        """Save under the name in the box."""
        name = self.query_one(FindBox).value.strip()
        if not name:
            self.say(f"Type a name first; {self.key_for(Close)} leaves it unsaved.")
            return
        self.dismiss()
        self._save(name)
