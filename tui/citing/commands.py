"""Citing the minutes: copying in a style, choosing one, and the basket of what was copied."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import LIST_MOVES, MOVEMENTS, Close, TakeBack
from tui.ports import ReaderPort

if TYPE_CHECKING:
    from tui.citing.filled import Filled


class Cites(Protocol):
    """What cites places by their permalinks."""

    def copy(self, permalinks: Sequence[str]) -> None: ...
    def choose(self, permalinks: Sequence[str]) -> None: ...
    def open_basket(self) -> None: ...


class CanCite(ReaderPort, Protocol):
    """The reader, where something in it is cited."""

    @property
    def citing(self) -> Cites: ...


class StyleChoice(Protocol):
    """A list of styles; `favourite` gives the one that a digit copies."""

    @property
    def chosen(self) -> "Filled | None": ...
    def favourite(self, digit: str) -> "Filled | None": ...
    def why_not(self, filled: "Filled | None") -> str | None: ...
    def copy(self, filled: "Filled | None") -> None: ...


class BasketShown(Protocol):
    """What was copied."""

    @property
    def chosen(self) -> object: ...
    def copy_again(self) -> None: ...
    def copy_all(self) -> None: ...
    def take_out(self) -> None: ...
    def empty(self) -> None: ...


_GROUP: Final = "Citing"


class CitingCommand(Command[CanCite]):
    """These stand together in the help."""

    group: ClassVar[str] = _GROUP
    needs: ClassVar[str] = "chosen"
    lacking: ClassVar[str] = "There is nothing here to cite."


class CopyReference(CitingCommand):
    id = "copy-reference"
    keys = ("y", "ctrl+y")
    footer = "copy citation"
    help = "Copy the citation of what is under the cursor, or of all that is selected, in your style"

    def run(self, target: CanCite) -> None:
        target.remember_query()
        target.citing.copy(target.chosen)


class ShowReference(CitingCommand):
    id = "show-reference"
    keys = ("Y",)
    footer = "cite in a style"
    help = "Choose among all styles of citation, each filled in"

    def run(self, target: CanCite) -> None:
        target.remember_query()
        target.citing.choose(target.chosen)


class OpenBasket(CitingCommand):
    id = "basket"
    keys = ("b",)
    needs = ""
    help = "The basket: all that was copied, to copy again"

    def run(self, target: CanCite) -> None:
        target.citing.open_basket()


class CopyInStyle(Command[StyleChoice]):
    id = "copy-in-style"
    group: ClassVar[str] = _GROUP
    keys = ("enter",)
    footer = "copy"
    help = "Among the styles: copy in the one under the cursor; 1 to 9 copy in your favourites"

    def why_not(self, target: StyleChoice) -> str | None:
        return target.why_not(target.chosen)

    def run(self, target: StyleChoice) -> None:
        target.copy(target.chosen)


class Favourite(Command[StyleChoice]):
    """Copies in the style of a digit."""

    group: ClassVar[str] = _GROUP
    digit: ClassVar[str]

    def why_not(self, target: StyleChoice) -> str | None:
        return target.why_not(target.favourite(self.digit))

    def run(self, target: StyleChoice) -> None:
        target.copy(target.favourite(self.digit))


def _favourite(digit: str) -> type[Favourite]:
    help_ = f"Among the styles: copy in favourite {digit}"
    named = {"digit": digit, "id": f"favourite-{digit}", "keys": (digit,), "help": help_}
    return type(f"Favourite{digit}", (Favourite,), named)


class BasketCommand(Command[BasketShown]):
    """These are about a citation in the basket."""

    group: ClassVar[str] = _GROUP
    needs: ClassVar[str] = "chosen"
    lacking: ClassVar[str] = "The basket is empty."


class CopyAgain(BasketCommand):
    id = "copy-again"
    keys = ("enter", "y")
    footer = "copy again"
    help = "In the basket: copy this citation again"

    def run(self, target: BasketShown) -> None:
        target.copy_again()


class CopyAll(BasketCommand):
    id = "copy-all"
    keys = ("Y",)
    footer = "copy all"
    help = "In the basket: copy all of it as one list, in the order in which it came"

    def run(self, target: BasketShown) -> None:
        target.copy_all()


class TakeOut(BasketCommand):
    id = "take-out"
    keys = ("d",)
    footer = "remove"
    help = "In the basket: take this citation out"

    def run(self, target: BasketShown) -> None:
        target.take_out()


class EmptyBasket(BasketCommand):
    id = "empty-basket"
    keys = ("D",)
    help = "In the basket: take everything out"

    def run(self, target: BasketShown) -> None:
        target.empty()


CITING = every(CitingCommand)
CITING_SCREEN_COMMANDS: Commands = (CopyInStyle, *every(BasketCommand))
STYLE_COMMANDS: tuple[type[Command[Any]], ...] = (
    CopyInStyle,
    *map(_favourite, "123456789"),
    Close,
    *LIST_MOVES,
)
BASKET_COMMANDS: Commands = (*every(BasketCommand), TakeBack, Close, *MOVEMENTS)
