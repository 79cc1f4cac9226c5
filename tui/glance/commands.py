"""The meeting at a glance: opening it, and going from it to a decision."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import MOVEMENTS, Close
from tui.ports import ReaderPort


class Glances(Protocol):
    """What shows a meeting at a glance."""

    def show(self) -> None: ...


class HasGlance(ReaderPort, Protocol):
    """The reader, of which a meeting is shown at a glance."""

    @property
    def glancing(self) -> Glances: ...


class AtGlance(Protocol):
    """A meeting at a glance: `place` is the decision under the cursor, to which `choose` goes."""

    @property
    def place(self) -> str | None: ...

    def choose(self, permalink: str) -> None: ...


class GlanceCommand(Command[HasGlance]):
    """These stand together in the help."""

    group: ClassVar[str] = "Looking closer"


class AtAGlance(GlanceCommand):
    id = "at-a-glance"
    keys = ("i",)
    footer = "at a glance"
    needs = "under_cursor"
    lacking = "There is no meeting here."
    help = "The meeting at a glance: who came, what was declared and decided, what is missing"

    def run(self, target: HasGlance) -> None:
        target.glancing.show()


class GoToDecision(Command[AtGlance]):
    id = "go-there"
    group: ClassVar[str] = "Looking closer"
    keys = ("enter",)
    footer = "go there"
    help = "Of a meeting at a glance: to the decision under the cursor"

    def why_not(self, target: AtGlance) -> str | None:
        return None if target.place else "Nothing was decided that could be gone to."

    def run(self, target: AtGlance) -> None:
        if target.place:
            target.choose(target.place)


GLANCING = every(GlanceCommand)
GLANCE_COMMANDS: Commands = (GoToDecision, Close, *MOVEMENTS)
