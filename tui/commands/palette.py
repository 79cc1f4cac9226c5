"""The commands of the screen, by name, in Textual's palette."""

from functools import partial
from typing import Final, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.safe import words
from tui.screens.command_screen import CommandScreen

_NAMED: Final = 2  # times what as good a match in the sentence counts


class PaletteCommands(Provider):
    """Offers what the screen below can do."""

    async def discover(self) -> Hits:
        for title, _, below, run in self._commands():
            yield DiscoveryHit(title, run, help=below)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, name, below, run in self._commands():
            # Any letters stand somewhere in a sentence: who types the name of a command means that one.
            if (score := max(matcher.match(title), _NAMED * matcher.match(name))) > 0:
                yield Hit(score, matcher.highlight(title), run, help=below)

    def _commands(self) -> list[tuple[str, str, str, partial[None]]]:
        """What each says; its name; its keys, and why it cannot be done now where that is so; and how it is run."""
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return []
        offered = [command for command in screen.commands if command.in_palette]
        below = (filter(None, (screen.keymap.words(one), one().why_not(screen))) for one in offered)
        return [
            # As content and not as the markup that Textual takes a string for, whatever its types say.
            (
                command.help,
                command.id.replace("-", " "),
                cast("str", words(" · ".join(parts))),
                partial(screen.action_command, command.id),
            )
            for command, parts in zip(offered, below, strict=True)
        ]
