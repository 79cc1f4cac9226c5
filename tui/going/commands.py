"""Going to a place by its name, back to where one has been, and forward again."""

from typing import ClassVar, Protocol

from tui.commands.command import NO_MINUTES, Command, Commands, every
from tui.commands.general import LIST_MOVES, Choose, Close
from tui.ports import ReaderPort


class Goes(Protocol):
    """What goes back and forward; `behind` and `ahead` say whether there is anywhere to go."""

    @property
    def behind(self) -> bool: ...
    @property
    def ahead(self) -> bool: ...
    def ask(self) -> None: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...


class CanGo(ReaderPort, Protocol):
    """The reader, where somebody goes from place to place in it."""

    @property
    def journey(self) -> Goes: ...


class GoingCommand(Command[CanGo]):
    """These stand together in the help."""

    group: ClassVar[str] = "Going to places"


class GoTo(GoingCommand):
    id = "go-to"
    keys = ("ctrl+g",)
    footer = "go to"
    needs = "place"
    lacking = NO_MINUTES
    help = "Go to a number, a day, a reference or a permalink that you type"

    def run(self, target: CanGo) -> None:
        target.journey.ask()


class GoBack(GoingCommand):
    id = "go-back"
    keys = ("backspace", "alt+left")
    help = "Back to where you were before"

    def why_not(self, target: CanGo) -> str | None:
        return None if target.journey.behind else "There is nowhere to go back to."

    def run(self, target: CanGo) -> None:
        target.journey.back()


class GoForward(GoingCommand):
    id = "go-forward"
    keys = ("alt+right",)
    help = "Forward again to where you came back from"

    def why_not(self, target: CanGo) -> str | None:
        return None if target.journey.ahead else "There is nowhere to go forward to."

    def run(self, target: CanGo) -> None:
        target.journey.forward()


JOURNEY = every(GoingCommand)
PLACE_COMMANDS: Commands = (Choose, Close, *LIST_MOVES)
