"""Words that no clipboard took, to be selected with the mouse."""

import asyncio
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.commands.command_screen import CommandScreen
from tui.commands.general import MOVEMENTS, Close, Movable
from tui.pages.page import Page, Setter
from tui.pages.safe import pane_title, words
from tui.terminal.clipboard import ClipboardError, keep
from tui.widgets.page_view import PageView
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.app import Reader


async def copy(app: "Reader", text: str) -> str:
    """Copy `text`; what came of it, in words."""
    copied = await app.copy(text)
    if copied.places or copied.terminal:
        return str(copied)

    try:
        said = f"{copied}. The words are in {await asyncio.to_thread(keep, text)}"
    except ClipboardError as error:
        said = f"{copied}. {error}"
    app.push_screen(UncopiedScreen(text, said))
    return said


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
