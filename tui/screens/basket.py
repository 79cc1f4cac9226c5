"""The basket: what was copied, to be copied again."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult

from store.wording import counted
from tui.background import Work
from tui.commands.citing import BASKET
from tui.commands.movement import Movable
from tui.copying import copy
from tui.kept import Kept
from tui.kept_places import undone_words
from tui.screens.command_screen import CommandScreen
from tui.widgets.basket_list import BasketList
from tui.widgets.pane_title import pane_title
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.desk.basket import Citation
    from tui.app import Reader


class BasketScreen(CommandScreen):
    """Copies from it are not put into it once more."""

    commands = BASKET

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self._kept = kept

    def compose(self) -> ComposeResult:
        yield BasketList()
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self._list)
        self._run(self._show)

    @property
    def movable(self) -> Movable:
        return self._list

    @property
    def chosen(self) -> "Citation | None":
        """The citation under the cursor."""
        return self._list.current

    def copy_again(self) -> None:
        """Copy the citation under the cursor."""
        if self.chosen:
            self._run(partial(self._copy, self.chosen.text))

    def copy_all(self) -> None:
        """Copy everything as one list: a line each, or a paragraph each where one of them has several lines."""
        texts = [citation.text for citation in reversed(self._all)]
        between = "\n\n" if any("\n" in text for text in texts) else "\n"
        self._run(partial(self._copy, between.join(dict.fromkeys(texts))))

    def take_out(self) -> None:
        """Take out the citation under the cursor."""
        if self.chosen:
            self._run(partial(self._take_out, [self.chosen]))

    def empty(self) -> None:
        """Take everything out."""
        self._run(partial(self._take_out, self._all))

    def undo(self) -> None:
        """Take the last change back."""
        self._run(self._undo)

    def on_basket_list_chosen(self) -> None:
        self.action_command("copy-again")

    @property
    def _list(self) -> BasketList:
        return self.query_one(BasketList)

    @property
    def _all(self) -> "Sequence[Citation]":
        return [row for row in self._list.rows if row]

    async def _show(self, said: str = "") -> None:
        citations = await self._kept.basket()
        self._list.border_title = pane_title("Basket", counted(len(citations), "citation") if citations else "")
        self._list.show(citations, self._list.cursor)
        self.refresh_hints()
        if said:
            self.say(said)

    async def _copy(self, text: str) -> None:
        self.say(f"{await copy(cast('Reader', self.app), text)}: {' '.join(text.split())}")

    async def _take_out(self, citations: "Sequence[Citation]") -> None:
        await self._kept.take_out_of_basket([citation.key for citation in citations])
        await self._show(f"{counted(len(citations), 'citation')} taken out; u brings back what was taken out last.")

    async def _undo(self) -> None:
        await self._show(await undone_words(self._kept))

    def _run(self, doing: Work) -> None:
        self.attempt("basket", doing)
