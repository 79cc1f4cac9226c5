"""Looking closer at what is read: the words that are looked for in it."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, every
from tui.ports import ReaderPort


class Matches(Protocol):
    """What looks for words in the text."""

    def open(self) -> None: ...
    def why_no_text(self) -> str | None: ...
    def why_not(self) -> str | None: ...
    def step(self, step: int) -> None: ...


class CanMatch(ReaderPort, Protocol):
    """The reader, where words are looked for in its text."""

    @property
    def matching(self) -> Matches: ...


class Asking(Protocol):
    """Where these words are typed."""

    def go(self) -> None: ...
    def end(self) -> None: ...


class LookingCommand(Command[CanMatch]):
    """These stand together in the help."""

    group: ClassVar[str] = "Looking closer"


class LookInText(LookingCommand):
    id = "look-in-text"
    help = "Look for words in this text"

    def why_not(self, target: CanMatch) -> str | None:
        return target.matching.why_no_text()

    def run(self, target: CanMatch) -> None:
        target.matching.open()


class NextMatch(LookingCommand):
    id = "next-match"
    keys = ("n",)
    help = "To the next of the words that are looked for, in this text or further on in the meeting"

    def why_not(self, target: CanMatch) -> str | None:
        return target.matching.why_not()

    def run(self, target: CanMatch) -> None:
        target.matching.step(1)


class PreviousMatch(LookingCommand):
    id = "previous-match"
    keys = ("N",)
    help = "To the one before"

    def why_not(self, target: CanMatch) -> str | None:
        return target.matching.why_not()

    def run(self, target: CanMatch) -> None:
        target.matching.step(-1)


class AskingCommand(Command[Asking]):
    """These are about the words that are typed."""

    group: ClassVar[str] = "Looking closer"


class GoToMatch(AskingCommand):
    id = "go-to-match"
    keys = ("enter",)
    help = "Of words to look for: to the first of them from here on"

    def run(self, target: Asking) -> None:
        target.go()


class EndLooking(AskingCommand):
    id = "end-looking"
    keys = ("escape",)
    help = "Of words to look for: no more of them, and no light"

    def run(self, target: Asking) -> None:
        target.end()


LOOKING = every(LookingCommand)
IN_TEXT_COMMANDS = every(AskingCommand)
