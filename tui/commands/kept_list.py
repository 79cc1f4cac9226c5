"""A list of what the person keeps, over the reader: what is changed in it can be taken back."""

from abc import abstractmethod
from typing import Any

from textual.app import ComposeResult

from tui.commands.command_screen import CommandScreen
from tui.pages.spoken import undone_words
from tui.ports import Work
from tui.session.user_data import UserDataClient
from tui.widgets.row_list import RowList
from tui.widgets.status_line import StatusLine


class KeptListScreen(CommandScreen):
    """A subclass makes the list and fills it."""

    def __init__(self, kept: UserDataClient) -> None:
        super().__init__()
        self.kept = kept

    @abstractmethod
    def make_list(self) -> RowList[Any]:
        """The list, still empty."""

    @abstractmethod
    async def fill(self) -> None:
        """Ask for what there is, and list it."""

    @property
    @abstractmethod
    def _list(self) -> RowList[Any]: ...

    @property
    def movable(self) -> RowList[Any]:
        return self._list

    def compose(self) -> ComposeResult:
        yield self.make_list()
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self._list)
        self.begin(self.show)

    def undo(self) -> None:
        """Take the last change back."""
        self.begin(self._undo)

    def begin(self, work: Work) -> None:
        """Do `work` beside the screen."""
        self.attempt("kept list", work)

    async def show(self, said: str = "") -> None:
        """List what there is now, and say something of it."""
        await self.fill()
        self.refresh_hints()
        if said:
            self.say(said)

    async def _undo(self) -> None:
        await self.show(await undone_words(self.kept))
