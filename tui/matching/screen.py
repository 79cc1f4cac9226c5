"""A line at the foot of the screen that asks for words to look for in the text that is read."""

from collections.abc import Awaitable, Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.errors import MinutebookError
from tui.commands.command_screen import CommandScreen
from tui.matching.commands import IN_TEXT_COMMANDS
from tui.pages.safe import words
from tui.widgets.find_box import FindBox


class InTextScreen(CommandScreen, ModalScreen[None]):
    """What is typed is lit at once; Enter goes to the first of it that can be seen, or the next, and Esc ends it."""

    commands = IN_TEXT_COMMANDS

    DEFAULT_CSS = """
    InTextScreen { background: transparent; &:ansi { background: transparent; } }
    InTextScreen > Horizontal {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        & > Static { width: auto; color: $accent; }
        & > FindBox { width: 1fr; margin: 0 1; }
    }
    """

    def __init__(self, give: Callable[[str], Awaitable[str]], go: Callable[[str], None]) -> None:
        """`give` lights words and says how many there are; `go` goes to the first of them, for none it lights none."""
        super().__init__()
        self._give = give
        self._go = go

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(words("in this text:"))
            yield FindBox("words")
            yield Static(id="report")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(FindBox))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("go-to-match")

    def go(self) -> None:
        """Go to the first match; where nothing is typed, leave the text without a light."""
        self.dismiss()
        self._go(self.query_one(FindBox).value)

    def end(self) -> None:
        """Take the light away."""
        self.dismiss()
        self._go("")

    @work(exclusive=True, group="in this text")
    async def _look(self, typed: str) -> None:
        try:
            report = await self._give(typed)
        except MinutebookError as error:
            report = str(error)
        self.query_one("#report", Static).update(words(report, "$quiet"))
