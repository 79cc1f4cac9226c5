"""Adding minutes, seeing what is new in the store, and the sample."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import LIST_MOVES, MOVEMENTS, Choose, Close, GeneralCommand, Help, OpenPalette, Quit
from tui.ports import ReaderPort


class Adds(Protocol):
    """What adds minutes."""

    @property
    def why_not(self) -> str | None: ...
    @property
    def running(self) -> bool: ...
    def open(self) -> None: ...
    def name_council(self) -> None: ...


class ShowsNew(Protocol):
    """What makes every list anew from what is in the store now, and says so."""

    def show_new(self) -> None: ...


class CanAdd(Protocol):
    """A screen from which minutes can be added."""

    @property
    def adding(self) -> Adds: ...
    @property
    def welcoming(self) -> bool:
        """Whether there are no minutes yet, and so adding is what to begin with."""
        ...

    @property
    def watching(self) -> ShowsNew: ...


class Welcome(Protocol):
    """The first screen of somebody without minutes."""

    def open_sample(self) -> None: ...


class Sample(Protocol):
    """The sample."""

    def dismiss(self) -> object: ...


class PathTyping(Protocol):
    """Where it is typed what to add."""

    def go_on(self) -> None: ...
    def complete(self) -> None: ...
    def change_box(self) -> None: ...


class RunShown(Protocol):
    """How far adding has come."""

    @property
    def why_not_stopped(self) -> str | None: ...
    def stop(self) -> None: ...


ADDING_GROUP = "Adding"


class Add(Command[CanAdd]):
    id = "add"
    group: ClassVar[str] = GeneralCommand.group
    keys = ("A",)
    footer = "add minutes"
    footer_with = "welcoming"
    help = "Add minutes, a file or a folder of them; or see how far that has come"

    def why_not(self, target: CanAdd) -> str | None:
        return target.adding.why_not

    def run(self, target: CanAdd) -> None:
        target.adding.open()


class CanName(ReaderPort, CanAdd, Protocol):
    """The reader, which shows a meeting of which the council may be named."""


class NameCouncil(Command[CanName]):
    id = "name-council"
    group: ClassVar[str] = GeneralCommand.group
    keys = ("C",)
    footer = "name the council"
    footer_with = "is_unnamed"
    help = "Name the council that the committee here is of, where its documents do not, or name another"

    def why_not(self, target: CanName) -> str | None:
        if target.meeting is None:
            return "There is no meeting here."
        return "Minutes are being added; name the council when that is done." if target.adding.running else None

    def run(self, target: CanName) -> None:
        target.adding.name_council()


class ShowNew(Command[CanAdd]):
    id = "show-new"
    group: ClassVar[str] = GeneralCommand.group
    keys = ("R",)
    help = "Show what came into the store meanwhile: every list is made anew, and the cursor stays on its meeting"

    def run(self, target: CanAdd) -> None:
        target.watching.show_new()


class OpenSample(Command[Welcome]):
    id = "open-sample"
    group: ClassVar[str] = ADDING_GROUP
    keys = ("s",)
    footer = "open the sample"
    help = "Before there are any minutes: open sample ones, of councils that do not exist"

    def run(self, target: Welcome) -> None:
        target.open_sample()


class LeaveSample(Command[Sample]):
    id = "leave-sample"
    group: ClassVar[str] = ADDING_GROUP
    keys = ("q",)
    footer = "leave the sample"
    help = "Leave the sample, which is gone then, for your own minutes"

    def run(self, target: Sample) -> None:
        target.dismiss()


class AddingCommand(Command[PathTyping]):
    group: ClassVar[str] = ADDING_GROUP


class AddIt(AddingCommand):
    id = "add-it"
    keys = ("enter",)
    footer = "add"
    help = "Where a path is typed: on to the council, and from there begin to add"

    def run(self, target: PathTyping) -> None:
        target.go_on()


class Complete(AddingCommand):
    id = "complete"
    keys = ("tab",)
    footer = "complete"
    help = "Complete the path, or the council, as far as all agree that fit; then take the one under the cursor"

    def run(self, target: PathTyping) -> None:
        target.complete()


class BackToPath(AddingCommand):
    id = "back-to-path"
    keys = ("shift+tab",)
    help = "From the council back to the path, or on to the council"

    def run(self, target: PathTyping) -> None:
        target.change_box()


class StopAdding(Command[RunShown]):
    id = "stop-adding"
    group: ClassVar[str] = ADDING_GROUP
    keys = ("x",)
    footer = "stop"
    help = "While minutes are added: stop after the document in hand; what is stored stays"

    def why_not(self, target: RunShown) -> str | None:
        return target.why_not_stopped

    def run(self, target: RunShown) -> None:
        target.stop()


ADDING = (Add, NameCouncil, ShowNew)
ADDING_SCREEN_COMMANDS: Commands = (OpenSample, LeaveSample, *every(AddingCommand), StopAdding)
WELCOME_COMMANDS: Commands = (Add, OpenSample, ShowNew, Help, OpenPalette, Quit, *MOVEMENTS)
PATH_COMMANDS: Commands = (*every(AddingCommand), Close, *LIST_MOVES)
COUNCIL_COMMANDS: Commands = (Choose, Close, *LIST_MOVES)
PROGRESS_COMMANDS: Commands = (StopAdding, Close, *MOVEMENTS)
