"""Words that no clipboard took, to be selected with the mouse."""

from textual.app import ComposeResult

from tui.commands.general import Close
from tui.commands.movement import MOVEMENTS, Movable
from tui.pages.page import Page, Setter
from tui.safe import words
from tui.screens.command_screen import CommandScreen
from tui.widgets.page_view import PageView
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine


def words_page(text: str, width: int) -> Page:
    """Lines of text as they are, wrapped where they must."""
    page = Setter(width)
    for line in text.split("\n"):
        page.text(words(line), margin="")
    return page.page()


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
