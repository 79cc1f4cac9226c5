"""The commands of the screen, by name, in Textual's palette."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.screens.command_screen import CommandScreen


class PaletteCommands(Provider):
    """Offers what the screen below can do."""

    async def discover(self) -> Hits:
        for title, keys, run in self._commands():
            yield DiscoveryHit(title, run, help=keys)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, keys, run in self._commands():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run, help=keys)

    def _commands(self) -> list[tuple[str, str, partial[None]]]:
        """What each says, its keys, and how it is run."""
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return []
        return [
            (command.help, command.key_words(), partial(screen.action_command, command.id))
            for command in screen.commands
            if command.in_palette
        ]
