"""The citations that were copied, the latest first: their words, and below when, in which style and from which file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from tui.commands.citing import CopyReference, ShowReference
from tui.dates import short
from tui.safe import words
from tui.widgets.keys import key_for
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
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
        copied = f"{key_for(self, CopyReference)} and {key_for(self, ShowReference)}"
        return f"The basket is empty. What {copied} copy is kept here."
