"""The basket: what was copied, to be copied again."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from store.text.lists import counted
from tui.citing.commands import BASKET_COMMANDS
from tui.commands.kept_list import KeptListScreen
from tui.pages.safe import pane_title, words
from tui.pages.spoken import short
from tui.widgets.roles import key_for
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.userdata.basket import Citation


_INDENT: Final = "  "


class BasketList(RowList["Citation"]):
    """Two lines a citation."""

    DEFAULT_CSS = """
    BasketList {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 0 0 1;
    }
    """

    ROW_HEIGHT = 2

    @dataclass
    class Chosen(Message):
        """The person chose a citation with the mouse."""

    def draw(self, row: "Citation", width: int) -> tuple[Content, ...]:
        copied = row.at.astimezone()
        told = [f"{short(copied.date().isoformat())} {copied:%H:%M}", row.style, row.document]
        return (
            words(row.text[: width + 1].replace("\n", " ⏎ ")).truncate(width, ellipsis=True),
            words(f"{_INDENT}{' · '.join(told)}"[: width + 1], "quiet").truncate(width, ellipsis=True),
        )

    def tell_moved(self, row: "Citation") -> None:
        """Moving over what was copied means nothing yet."""

    def tell_chosen(self, row: "Citation") -> None:
        self.tell(self.Chosen())

    def nothing(self) -> str:
        copied = f"{key_for(self, 'copy-reference')} and {key_for(self, 'show-reference')}"
        return f"The basket is empty. What {copied} copy is kept here."


class BasketScreen(KeptListScreen):
    """Copies from it are not put into it once more."""

    commands = BASKET_COMMANDS

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
        self.say(f"{await self.application.copy_words(text)}: {' '.join(text.split())}")

    async def _take_out(self, citations: "Sequence[Citation]") -> None:
        await self.kept.take_out_of_basket([citation.key for citation in citations])
        number = counted(len(citations), "citation")
        await self.show(f"{number} taken out; {self.key_for('take-back')} brings back what was taken out last.")
