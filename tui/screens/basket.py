"""The basket: what was copied, to be copied again."""

from functools import partial
from typing import TYPE_CHECKING, cast

from store.text.plurals import counted
from tui.commands.citing import BASKET
from tui.commands.marked import TakeBack
from tui.copying import copy
from tui.screens.kept_list import KeptListScreen
from tui.widgets.basket_list import BasketList
from tui.widgets.pane_title import pane_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.userdata.basket import Citation
    from tui.app import Reader


class BasketScreen(KeptListScreen):
    """Copies from it are not put into it once more."""

    commands = BASKET

    def make_list(self) -> BasketList:
        return BasketList()

    async def fill(self) -> None:
        citations = await self.kept.basket()
        self._list.border_title = pane_title("Basket", counted(len(citations), "citation") if citations else "")
        self._list.show(citations, self._list.cursor)

    @property
    def chosen(self) -> "Citation | None":
        """The citation under the cursor."""
        return self._list.current

    def copy_again(self) -> None:
        """Copy the citation under the cursor."""
        if self.chosen:
            self.begin(partial(self._copy, self.chosen.text))

    def copy_all(self) -> None:
        """Copy everything as one list: a line each, or a paragraph each where one of them has several lines."""
        texts = [citation.text for citation in reversed(self._all)]
        between = "\n\n" if any("\n" in text for text in texts) else "\n"
        self.begin(partial(self._copy, between.join(dict.fromkeys(texts))))

    def take_out(self) -> None:
        """Take out the citation under the cursor."""
        if self.chosen:
            self.begin(partial(self._take_out, [self.chosen]))

    def empty(self) -> None:
        """Take everything out."""
        self.begin(partial(self._take_out, self._all))

    def on_basket_list_chosen(self) -> None:
        self.action_command("copy-again")

    @property
    def _list(self) -> BasketList:
        return self.query_one(BasketList)

    @property
    def _all(self) -> "Sequence[Citation]":
        return [row for row in self._list.rows if row]

    async def _copy(self, text: str) -> None:
        self.say(f"{await copy(cast('Reader', self.app), text)}: {' '.join(text.split())}")

    async def _take_out(self, citations: "Sequence[Citation]") -> None:
        await self.kept.take_out_of_basket([citation.key for citation in citations])
        number = counted(len(citations), "citation")
        await self.show(f"{number} taken out; {self.key_for(TakeBack)} brings back what was taken out last.")
