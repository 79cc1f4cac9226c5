"""Help, colours, the palette and the way out."""

from typing import ClassVar

from textual.screen import Screen

from tui.commands.command import Command


class GeneralCommand(Command[Screen[None]]):
    """These stand together in the help."""

    group: ClassVar[str] = "General"


class Help(GeneralCommand):
    id = "help"
    keys = ("?",)
    footer = "help"
    help = "Every key and what it does"

    def run(self, target: Screen[None]) -> None:
        from tui.screens.help import HelpScreen

        target.app.push_screen(HelpScreen())


class Palette(GeneralCommand):
    id = "palette"
    keys = ("ctrl+p",)
    help = "Every action by name"
    in_palette = False

    def run(self, target: Screen[None]) -> None:
        target.app.action_command_palette()


class Colours(GeneralCommand):
    id = "colours"
    help = "Dark colours or light ones"

    def run(self, target: Screen[None]) -> None:
        from tui.theme import other_theme

        target.app.theme = other_theme(target.app.theme)


class Quit(GeneralCommand):
    id = "quit"
    keys = ("q",)
    footer = "quit"
    help = "Leave the reader"

    def run(self, target: Screen[None]) -> None:
        target.app.exit()


class Close(GeneralCommand):
    id = "close"
    keys = ("escape", "q")
    footer = "back"
    help = "Back to the minutes"

    def run(self, target: Screen[None]) -> None:
        target.dismiss()
