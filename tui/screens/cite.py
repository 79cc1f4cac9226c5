"""The words that cite a place, to be copied or selected."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands.citing import CITING
from tui.commands.command import bindings
from tui.commands.movement import MOVEMENTS, Movable
from tui.library import Reference
from tui.pages.page import Page, Setter
from tui.safe import words
from tui.screens.command_screen import CommandScreen
from tui.widgets.page_view import PageView
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine

_COMMANDS = (*CITING, *MOVEMENTS)


def cite_page(cited: Reference, width: int) -> Page:
    """The reference, and the verbatim text with it where there is one."""
    page = Setter(width)
    page.heading("Reference")
    page.text(words(cited.reference))
    if cited.quotation:
        page.heading("Verbatim text with its reference")
        page.text(words(cited.quotation))
    return page.page()


class CiteScreen(CommandScreen):
    """The words stand where a mouse can select them, and each has a key that copies it."""

    commands = _COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_COMMANDS)]

    def __init__(self, cited: Reference) -> None:
        super().__init__()
        self.cited = cited

    def compose(self) -> ComposeResult:
        view = PageView(lambda width: cite_page(self.cited, width))
        view.border_title = pane_title("Citation")
        yield view
        yield StatusLine()

    @property
    def movable(self) -> Movable:
        return self.query_one(PageView)

    @work(exclusive=True, group="copying")
    async def copy(self, text: str) -> None:
        """Copy `text`, and say by which route it went."""
        from tui.app import Reader

        assert isinstance(self.app, Reader)
        self.say(f"{await self.app.copy(text)}: {text}")
