"""A line at the foot of the screen that asks for what is to be said of the words, or of the meeting."""

from collections.abc import Callable
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.commands.command import Command, Commands, every
from tui.commands.command_screen import CommandScreen
from tui.pages.safe import words
from tui.widgets.find_box import FindBox


class SaysIt(Protocol):
    """What is typed, to be taken or left."""

    def take(self) -> None: ...
    def leave_it(self) -> None: ...


class SaidCommand(Command[SaysIt]):
    """These are about what is typed."""

    group: ClassVar[str] = "Putting right"


class TakeIt(SaidCommand):
    id = "take-it"
    keys = ("enter",)
    help = "Of what is asked while putting right: that is it"

    def run(self, target: SaysIt) -> None:
        target.take()


class LeaveIt(SaidCommand):
    id = "leave-it"
    keys = ("escape",)
    help = "Of what is asked while putting right: leave all as it is"

    def run(self, target: SaysIt) -> None:
        target.leave_it()


ASKED_COMMANDS: Commands = every(SaidCommand)


class AskScreen(CommandScreen, ModalScreen[None]):
    """Gives what was typed to `told`, which gives back what is wrong with it; empty when it was taken."""

    commands = ASKED_COMMANDS

    DEFAULT_CSS = """
    AskScreen { background: transparent; &:ansi { background: transparent; } }
    AskScreen > Horizontal {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        & > Static { width: auto; color: $accent; }
        & > FindBox { width: 1fr; margin: 0 1; }
    }
    """

    def __init__(self, asked: str, example: str, begins: str, told: Callable[[str], str]) -> None:
        super().__init__()
        self._asked, self._example, self._begins, self._told_to = asked, example, begins, told

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(words(self._asked))
            box = FindBox(self._example)
            box.value = self._begins
            yield box
            yield Static(id="report")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(FindBox))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("take-it")

    def take(self) -> None:
        """Say it, or what is wrong with it."""
        if wrong := self._told_to(self.query_one(FindBox).value.strip()):
            self.query_one("#report", Static).update(words(wrong, "$quiet"))
        else:
            self.dismiss()

    def leave_it(self) -> None:
        """Say nothing."""
        self.dismiss()
