"""Adding minutes, seeing what is new in the store, and the sample."""

from typing import TYPE_CHECKING, ClassVar

from tui.commands.command import Command
from tui.commands.general import MOVEMENTS, Close, Down, GeneralCommand, Help, PageDown, PageUp, Palette, Quit, Up

if TYPE_CHECKING:
    from tui.adding.progress_screen import ProgressScreen
    from tui.adding.screen import AddScreen
    from tui.reader.screen import ReaderScreen
    from tui.reader.welcome import SampleScreen, WelcomeScreen

ADDING_GROUP = "Adding"


class Add(Command["ReaderScreen | WelcomeScreen"]):
    id = "add"
    group: ClassVar[str] = GeneralCommand.group
    keys = ("A",)
    footer = "add minutes"
    help = "Add minutes, a file or a folder of them; or see how far that has come"

    def why_not(self, target: "ReaderScreen | WelcomeScreen") -> str | None:
        return target.adding.why_not

    def footer_now(self, target: "ReaderScreen | WelcomeScreen") -> str:
        return super().footer_now(target) if target.adding.welcoming else ""

    def run(self, target: "ReaderScreen | WelcomeScreen") -> None:
        target.adding.open()


class ShowNew(Command["ReaderScreen | WelcomeScreen"]):
    id = "show-new"
    group: ClassVar[str] = GeneralCommand.group
    keys = ("R",)
    help = "Show what came into the store meanwhile: every list is made anew, and the cursor stays on its meeting"

    def run(self, target: "ReaderScreen | WelcomeScreen") -> None:
        target.watching.show_new()


class OpenSample(Command["WelcomeScreen"]):
    id = "open-sample"
    group: ClassVar[str] = ADDING_GROUP
    keys = ("s",)
    footer = "open the sample"
    help = "Before there are any minutes: open sample ones, of councils that do not exist"

    def run(self, target: "WelcomeScreen") -> None:
        target.open_sample()


class LeaveSample(Command["SampleScreen"]):
    id = "leave-sample"
    group: ClassVar[str] = ADDING_GROUP
    keys = ("q",)
    footer = "leave the sample"
    help = "Leave the sample, which is gone then, for your own minutes"

    def run(self, target: "SampleScreen") -> None:
        target.dismiss()


class AddingCommand(Command["AddScreen"]):
    group: ClassVar[str] = ADDING_GROUP


class AddIt(AddingCommand):
    id = "add-it"
    keys = ("enter",)
    footer = "add"
    help = "Where a path is typed: on to the council, and from there begin to add"

    def run(self, target: "AddScreen") -> None:
        target.go_on()


class Complete(AddingCommand):
    id = "complete"
    keys = ("tab",)
    footer = "complete"
    help = "Complete the path, or the council, as far as all agree that fit; then take the one under the cursor"

    def run(self, target: "AddScreen") -> None:
        target.complete()


class BackToPath(AddingCommand):
    id = "back-to-path"
    keys = ("shift+tab",)
    help = "From the council back to the path, or on to the council"

    def run(self, target: "AddScreen") -> None:
        target.change_box()


class StopAdding(Command["ProgressScreen"]):
    id = "stop-adding"
    group: ClassVar[str] = ADDING_GROUP
    keys = ("x",)
    footer = "stop"
    help = "While minutes are added: stop after the document in hand; what is stored stays"

    def why_not(self, target: "ProgressScreen") -> str | None:
        return target.why_not_stopped

    def run(self, target: "ProgressScreen") -> None:
        target.stop()


ADDING = (Add, ShowNew)
ADDING_TOO = (OpenSample, LeaveSample, AddIt, Complete, BackToPath, StopAdding)
WELCOMING = (Add, OpenSample, ShowNew, Help, Palette, Quit, *MOVEMENTS)
TYPING_A_PATH = (AddIt, Complete, BackToPath, Close, Up, Down, PageUp, PageDown)
WATCHING_IT = (StopAdding, Close, *MOVEMENTS)
