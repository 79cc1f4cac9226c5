"""Words that no clipboard took, to be selected with the mouse."""

from textual.app import ComposeResult

from tui.commands.command_screen import CommandScreen
from tui.commands.general import MOVEMENTS, Close
from tui.pages.page import words_page
from tui.pages.safe import pane_title
from tui.ports import Movable
from tui.widgets.line_view import PageView
from tui.widgets.status_line import StatusLine


class UncopiedScreen(CommandScreen):
    """Shows the words, and says what became of copying them."""

    commands = (Close, *MOVEMENTS)

    def __init__(self, text: str, said: str) -> None:
        super().__init__()
        self._text = text
        self._said = said

    def compose(self) -> ComposeResult:
        view = PageView(lambda width: words_page(self._text, width))
        view.border_title = pane_title("Select with the mouse, and copy as your terminal does")
        yield view
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(PageView))
        self.say(self._said)

    @property
    def movable(self) -> Movable:
        return self.query_one(PageView)
