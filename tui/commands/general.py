"""Help, colours, the palette and the way out."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from tui.commands.command import Command

if TYPE_CHECKING:
    from textual.screen import Screen


class GeneralCommand(Command["Screen[None]"]):
    """These stand together in the help."""

    group: ClassVar[str] = "General"


class Help(GeneralCommand):
    id = "help"
    keys = ("?",)
    footer = "help"
    help = "Every key and what it does"

    def run(self, target: "Screen[None]") -> None:
        from tui.reader.help import HelpScreen

        target.app.push_screen(HelpScreen())


class Palette(GeneralCommand):
    id = "palette"
    keys = (":", "ctrl+p")
    help = "Every action by name"
    in_palette = False

    def run(self, target: "Screen[None]") -> None:
        target.app.action_command_palette()


class ColourCommand(GeneralCommand):
    """Chooses among the themes."""

    def why_not(self, target: "Screen[None]") -> str | None:
        return "NO_COLOR is set where minutebook was started: there are no colours." if target.app.no_color else None


class Colours(ColourCommand):
    id = "colours"
    help = "The next colours: dark, light, both in high contrast, none"

    def run(self, target: "Screen[None]") -> None:
        from tui.widgets.theme import next_theme

        target.app.theme = next_theme(target.app.theme)


class UseColours(ColourCommand):
    """Puts on one theme; `theme` is its name."""

    theme: ClassVar[str]

    def run(self, target: "Screen[None]") -> None:
        target.app.theme = self.theme


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

    def run(self, target: "Screen[None]") -> None:
        from tui.app import Reader

        assert isinstance(target.app, Reader)
        target.app.leave()


class Close(GeneralCommand):
    id = "close"
    keys = ("escape", "q")
    footer = "back"
    help = "Back to the minutes"

    def run(self, target: "Screen[None]") -> None:
        target.dismiss()


COLOURS = (Colours, DarkColours, LightColours, ContrastDarkColours, ContrastLightColours, NoColours)


class Suspend(GeneralCommand):
    id = "suspend"
    keys = ("ctrl+z",)
    help = "Leave the terminal to the shell; `fg` there comes back"

    def run(self, target: "Screen[None]") -> None:
        target.app.action_suspend_process()


class Movable(Protocol):
    """A list, a tree or a page. `inward` and `outward` say whether there was anywhere to go."""

    def step(self, rows: int) -> None: ...
    def page(self, pages: float) -> None: ...
    def to_start(self) -> None: ...
    def to_end(self) -> None: ...
    def inward(self) -> bool: ...
    def outward(self) -> bool: ...


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


MOVEMENTS = (Up, Down, PageUp, PageDown, HalfPageUp, HalfPageDown, Start, End)
