"""The commands of every screen: help, colours, the palette, the way out, and moving about."""

from typing import Any, ClassVar, Protocol

from tui.commands.command import Command, every
from tui.ports import Application, Movable
from tui.widgets.headed_list import ChoiceList


class OnApplication(Protocol):
    """A screen of the app."""

    @property
    def application(self) -> Application: ...

    def dismiss(self) -> Any: ...


class GeneralCommand(Command[OnApplication]):
    """These stand together in the help."""

    group: ClassVar[str] = "General"


class Help(GeneralCommand):
    id = "help"
    keys = ("?",)
    footer = "help"
    help = "Every key and what it does"

    def run(self, target: OnApplication) -> None:
        target.application.show_help()


class OpenPalette(GeneralCommand):
    id = "palette"
    keys = (":", "ctrl+p")
    help = "Every action by name"
    in_palette = False

    def run(self, target: OnApplication) -> None:
        target.application.action_command_palette()


class ColourCommand(GeneralCommand):
    """Chooses among the themes."""

    def why_not(self, target: OnApplication) -> str | None:
        return (
            "NO_COLOR is set where minutebook was started: there are no colours."
            if target.application.no_color
            else None
        )


class Colours(ColourCommand):
    id = "colours"
    help = "The next colours: dark, light, both in high contrast, none"

    def run(self, target: OnApplication) -> None:
        from tui.widgets.theme import next_theme

        target.application.theme = next_theme(target.application.theme)


class UseColours(ColourCommand):
    """Puts on one theme; `theme` is its name."""

    theme: ClassVar[str]

    def run(self, target: OnApplication) -> None:
        target.application.theme = self.theme


class DarkColours(UseColours):
    id = "colours-dark"
    help = "Dark colours"
    theme = "dark"


class LightColours(UseColours):
    id = "colours-light"
    help = "Light colours"
    theme = "light"


class ContrastDarkColours(UseColours):
    id = "colours-contrast-dark"
    help = "Dark colours in high contrast"
    theme = "contrast-dark"


class ContrastLightColours(UseColours):
    id = "colours-contrast-light"
    help = "Light colours in high contrast"
    theme = "contrast-light"


class NoColours(UseColours):
    id = "colours-none"
    help = "No colours"
    theme = "none"


class Quit(GeneralCommand):
    id = "quit"
    keys = ("q",)
    footer = "quit"
    help = "Leave the reader"

    def run(self, target: OnApplication) -> None:
        target.application.leave()


class Close(GeneralCommand):
    id = "close"
    keys = ("escape", "q")
    footer = "back"
    help = "Back to the minutes"

    def run(self, target: OnApplication) -> None:
        target.dismiss()


COLOURS = every(ColourCommand)


class Suspend(GeneralCommand):
    id = "suspend"
    keys = ("ctrl+z",)
    help = "Leave the terminal to the shell; `fg` there comes back"

    def run(self, target: OnApplication) -> None:
        target.application.action_suspend_process()


class HasMovable(Protocol):
    """A screen with something on it that the keys move."""

    @property
    def movable(self) -> Movable: ...


class Movement(Command[HasMovable]):
    """Movements stand together in the help."""

    group: ClassVar[str] = "Moving"


class Up(Movement):
    id = "up"
    keys = ("up", "k")
    help = "One up"

    def run(self, target: HasMovable) -> None:
        target.movable.step(-1)


class Down(Movement):
    id = "down"
    keys = ("down", "j")
    help = "One down"

    def run(self, target: HasMovable) -> None:
        target.movable.step(1)


class PageUp(Movement):
    id = "page-up"
    keys = ("pageup",)
    help = "A screenful up"

    def run(self, target: HasMovable) -> None:
        target.movable.page(-1)


class PageDown(Movement):
    id = "page-down"
    keys = ("pagedown",)
    help = "A screenful down"

    def run(self, target: HasMovable) -> None:
        target.movable.page(1)


class HalfPageUp(Movement):
    id = "half-page-up"
    keys = ("ctrl+u",)
    help = "Half a screenful up"

    def run(self, target: HasMovable) -> None:
        target.movable.page(-0.5)


class HalfPageDown(Movement):
    id = "half-page-down"
    keys = ("ctrl+d",)
    help = "Half a screenful down"

    def run(self, target: HasMovable) -> None:
        target.movable.page(0.5)


class Start(Movement):
    id = "start"
    keys = ("home", "g")
    help = "To the first line"

    def run(self, target: HasMovable) -> None:
        target.movable.to_start()


class End(Movement):
    id = "end"
    keys = ("end", "G")
    help = "To the last line"

    def run(self, target: HasMovable) -> None:
        target.movable.to_end()


MOVEMENTS = every(Movement)
LIST_MOVES = (Up, Down, PageUp, PageDown)
"""Those that move in a list while letters go to a box above it."""


class HasChoices(Protocol):
    """A screen with a list to choose from."""

    @property
    def choices(self) -> ChoiceList: ...


class Choose(Command[HasChoices]):
    id = "choose"
    group: ClassVar[str] = "Choosing"
    keys = ("enter",)
    footer = "choose"
    help = "Choose what is under the cursor"

    def why_not(self, target: HasChoices) -> str | None:
        return None if target.choices.chosen else "There is nothing here to choose."

    def run(self, target: HasChoices) -> None:
        target.choices.choose()


class CanTakeBack(Protocol):
    """A list in which what was changed can be taken back."""

    def undo(self) -> None: ...


class TakeBack(Command[CanTakeBack]):
    id = "take-back"
    group: ClassVar[str] = "Starred and noted"
    keys = ("u",)
    footer = "undo"
    help = "Take back the last change to stars, notes, what was seen or the basket"

    def run(self, target: CanTakeBack) -> None:
        target.undo()
