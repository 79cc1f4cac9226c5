"""Help, colours, the palette and the way out."""

from typing import TYPE_CHECKING, ClassVar

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
        from tui.screens.help import HelpScreen

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
        from tui.theme import next_theme

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
