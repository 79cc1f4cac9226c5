"""The commands of the screen, by name, in Textual's palette."""

from functools import partial
from typing import Any, Final, Protocol, cast, runtime_checkable

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.worker import Worker

from store.errors import MinutebookError
from tui.commands.command_screen import CommandScreen
from tui.pages.safe import words
from tui.session.lookups import PlaceLookups


class PaletteScreen(CommandPalette):
    """Once it is closed, nothing that was pressed before counts: else the screen below would close, or the app end.

    It goes on filling its list when that has gone, which is no reason for the app to end either.
    """

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _answer_once(self, event: Message) -> None:
        if self.app.screen is not self:
            event.stop()
            event.prevent_default()  # the palette is not asked

    def run_worker(self, *work: Any, **options: Any) -> Worker[Any]:
        return super().run_worker(*work, **options | {"exit_on_error": False})

    def dismiss(self, result: None = None) -> AwaitComplete:
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


_MOST = 8
_ABOVE_ACTIONS, _BELOW_ACTIONS = 2.0, 0.01  # whose scores go up to 1


@runtime_checkable
class HasPlaces(Protocol):
    """A screen on which a place can be gone to; `place` is the one that it is at."""

    place: str | None
    closer: PlaceLookups

    def visit(self, permalink: str, said: str = "") -> None: ...


class PalettePlaces(Provider):
    """Offers the places that a number, a day, a reference or a permalink names, else the nearest and why."""

    async def search(self, query: str) -> Hits:
        from tui.going.screen import place_choice

        reader = self.screen
        if not isinstance(reader, HasPlaces) or not any(letter.isdigit() for letter in query):
            return
        try:
            going = await reader.closer.going(query, reader.place)
        except MinutebookError:
            return  # reading says so already
        for order, place in enumerate(going.destinations[:_MOST]):
            row = place_choice(place)
            said = f"{'The nearest: ' if going.why else 'Go to '}{row.words}"
            score = _BELOW_ACTIONS if going.why else _ABOVE_ACTIONS - order / _MOST
            # As content and not as the markup that Textual takes a string for, whatever its types say.
            below = cast("str", words(going.why or row.below))
            yield Hit(score, words(said), partial(reader.visit, place.permalink), said, below)


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
        below = (filter(None, (screen.keymap.words(one.id), one().why_not(screen))) for one in offered)
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
