"""Going to a place by its name, back to where one has been, and forward again."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command

if TYPE_CHECKING:
    from tui.reader.screen import ReaderScreen


class GoingCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Going to places"


class GoTo(GoingCommand):
    id = "go-to"
    keys = ("ctrl+g",)
    footer = "go to"
    help = "Go to a number, a day, a reference or a permalink that you type"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.place else "There are no minutes here yet."

    def run(self, target: "ReaderScreen") -> None:
        from tui.going.screen import GoScreen

        target.app.push_screen(GoScreen(target.closer, target.place, target.visit))


class GoBack(GoingCommand):
    id = "go-back"
    keys = ("backspace", "alt+left")
    help = "Back to where you were before"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.journey.behind else "There is nowhere to go back to."

    def run(self, target: "ReaderScreen") -> None:
        target.journey.back()


class GoForward(GoingCommand):
    id = "go-forward"
    keys = ("alt+right",)
    help = "Forward again to where you came back from"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.journey.ahead else "There is nowhere to go forward to."

    def run(self, target: "ReaderScreen") -> None:
        target.journey.forward()


JOURNEY = (GoTo, GoBack, GoForward)
