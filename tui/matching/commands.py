"""Looking closer at what is read: the words that are looked for in it."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command

if TYPE_CHECKING:
    from tui.matching.screen import InTextScreen
    from tui.reader.screen import ReaderScreen


class LookingCommand(Command["ReaderScreen"]):
    """These stand together in the help."""

    group: ClassVar[str] = "Looking closer"


class LookInText(LookingCommand):
    id = "look-in-text"
    help = "Look for words in this text"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return None if target.panes.reading.whole else "There are no minutes here to look in."

    def run(self, target: "ReaderScreen") -> None:
        target.matching.open()


class NextMatch(LookingCommand):
    id = "next-match"
    keys = ("n",)
    help = "To the next of the words that are looked for, in this text or further on in the meeting"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return target.matching.why_not()

    def run(self, target: "ReaderScreen") -> None:
        target.matching.step(1)


class PreviousMatch(LookingCommand):
    id = "previous-match"
    keys = ("N",)
    help = "To the one before"

    def why_not(self, target: "ReaderScreen") -> str | None:
        return target.matching.why_not()

    def run(self, target: "ReaderScreen") -> None:
        target.matching.step(-1)


class GoToMatch(Command["InTextScreen"]):
    id = "go-to-match"
    group: ClassVar[str] = "Looking closer"
    keys = ("enter",)
    help = "Of words to look for: to the first of them from here on"

    def run(self, target: "InTextScreen") -> None:
        target.go()


class EndLooking(Command["InTextScreen"]):
    id = "end-looking"
    group: ClassVar[str] = "Looking closer"
    keys = ("escape",)
    help = "Of words to look for: no more of them, and no light"

    def run(self, target: "InTextScreen") -> None:
        target.leave()


LOOKING = (LookInText, NextMatch, PreviousMatch)
IN_TEXT = (GoToMatch, EndLooking)
