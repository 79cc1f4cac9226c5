"""Citing the minutes: copying in a style, choosing one, and the basket of what was copied."""

from typing import TYPE_CHECKING, Any, ClassVar, Final

from tui.commands.command import Command
from tui.commands.general import MOVEMENTS, Close, Down, PageDown, PageUp, Up
from tui.marking.commands import TakeBack

if TYPE_CHECKING:
    from tui.citing.basket import BasketScreen
    from tui.citing.screen import CiteScreen
    from tui.reader.screen import ReaderScreen

_GROUP: Final = "Citing"


class CitingCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = _GROUP

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.chosen else "There is nothing here to cite."


class CopyReference(CitingCommand):
    id = "copy-reference"
    keys = ("y",)
    footer = "copy citation"
    help = "Copy the citation of what is under the cursor, or of all that is selected, in your style"

    def run(self, target: "ReaderScreen") -> None:
        target.keeping.remember()
        target.citing.copy(target.chosen)


class ShowReference(CitingCommand):
    id = "show-reference"
    keys = ("Y",)
    footer = "cite in a style"
    help = "Choose among all styles of citation, each filled in"

    def run(self, target: "ReaderScreen") -> None:
        target.keeping.remember()
        target.citing.choose(target.chosen)


class OpenBasket(CitingCommand):
    id = "basket"
    keys = ("b",)
    help = "The basket: all that was copied, to copy again"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None

    def run(self, target: "ReaderScreen") -> None:
        target.citing.open_basket()


class CopyInStyle(Command["CiteScreen"]):
    id = "copy-in-style"
    group: ClassVar[str] = _GROUP
    keys = ("enter",)
    footer = "copy"
    help = "Among the styles: copy in the one under the cursor; 1 to 9 copy in your favourites"

    def why_not(self, target: "CiteScreen") -> str | None:
        return target.why_not(target.chosen)

    def run(self, target: "CiteScreen") -> None:
        target.copy(target.chosen)


class Favourite(Command["CiteScreen"]):
    """Copies in the style of a digit."""

    group: ClassVar[str] = _GROUP
    digit: ClassVar[str]

    def why_not(self, target: "CiteScreen") -> str | None:
        return target.why_not(target.favourite(self.digit))

    def run(self, target: "CiteScreen") -> None:
        target.copy(target.favourite(self.digit))


def _favourite(digit: str) -> type[Favourite]:
    help_ = f"Among the styles: copy in favourite {digit}"
    named = {"digit": digit, "id": f"favourite-{digit}", "keys": (digit,), "help": help_}
    return type(f"Favourite{digit}", (Favourite,), named)


class BasketCommand(Command["BasketScreen"]):
    """These are about a citation in the basket."""

    group: ClassVar[str] = _GROUP

    def why_not(self, target: "BasketScreen") -> str | None:
        return None if target.chosen else "The basket is empty."


class CopyAgain(BasketCommand):
    id = "copy-again"
    keys = ("enter", "y")
    footer = "copy again"
    help = "In the basket: copy this citation again"

    def run(self, target: "BasketScreen") -> None:
        target.copy_again()


class CopyAll(BasketCommand):
    id = "copy-all"
    keys = ("Y",)
    footer = "copy all"
    help = "In the basket: copy all of it as one list, in the order in which it came"

    def run(self, target: "BasketScreen") -> None:
        target.copy_all()


class TakeOut(BasketCommand):
    id = "take-out"
    keys = ("d",)
    footer = "remove"
    help = "In the basket: take this citation out"

    def run(self, target: "BasketScreen") -> None:
        target.take_out()


class EmptyBasket(BasketCommand):
    id = "empty-basket"
    keys = ("D",)
    help = "In the basket: take everything out"

    def run(self, target: "BasketScreen") -> None:
        target.empty()


CITING = (CopyReference, ShowReference, OpenBasket)
CITING_TOO = (CopyInStyle, CopyAgain, CopyAll, TakeOut, EmptyBasket)
CHOOSING_A_STYLE: tuple[type[Command[Any]], ...] = (
    CopyInStyle,
    *map(_favourite, "123456789"),
    Close,
    Up,
    Down,
    PageUp,
    PageDown,
)
BASKET = (CopyAgain, CopyAll, TakeOut, EmptyBasket, TakeBack, Close, *MOVEMENTS)
