"""A screen whose keys, footer and help come from its commands."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.screen import Screen
from textual.widgets import Input

from tui.commands.command import Command, key_name, types
from tui.widgets.find_box import FindBox
from tui.widgets.status_line import Hint, StatusLine


class CommandScreen(Screen[None]):
    """Runs commands by their id; a command that cannot be done now says why in the status line."""

    commands: ClassVar[tuple[type[Command[Any]], ...]] = ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to an input that has the focus the keys that are its own."""
        if action == "command" and isinstance(self.focused, Input):
            needs = self.focused.needs if isinstance(self.focused, FindBox) else types
            return not any(needs(key) for key in parameters[1:] if isinstance(key, str))
        return super().check_action(action, parameters)

    def action_command(self, name: str, key: str = "") -> None:
        """Run the command called `name`, or say why not; `key` is for `check_action`."""
        command = next(command() for command in self.commands if command.id == name)
        self.say("")
        if reason := command.why_not(self):
            self.say(reason)
        else:
            command.run(self)
        self.refresh_hints()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line until something else is done; none takes away the one that is there."""
        for status in self.query(StatusLine):
            status.say(sentence)

    def refresh_hints(self) -> None:
        """Name in the status line what works now."""
        for status in self.query(StatusLine):
            status.show(list(self._hints()))

    def on_descendant_focus(self) -> None:
        self.refresh_hints()

    def on_status_line_pressed(self, event: StatusLine.Pressed) -> None:
        self.action_command(event.command)

    def _hints(self) -> Iterator[Hint]:
        typing = isinstance(self.focused, Input)
        for command in self.commands:
            keys = [key for key in command.keys if len(key) > 1 or not typing]
            footer = command().footer_now(self)
            if footer and keys:
                yield Hint(command.id, key_name(keys[0]), footer)
