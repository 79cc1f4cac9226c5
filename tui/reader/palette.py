"""The commands of the screen below, by name, and the places that what is typed names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from textual import work
from textual.widgets import Input

from store.errors import MinutebookError
from tui.commands.command import Command
from tui.commands.command_screen import CommandScreen
from tui.commands.picker import PickerScreen
from tui.going.commands import PLACE_COMMANDS
from tui.reader.command_names import name_of, rank
from tui.session.lookups import PlaceLookups
from tui.widgets.headed_list import Choice, RowHeading

if TYPE_CHECKING:
    from store.places.resolve import Going

_MOST: Final = 8  # places


@runtime_checkable
class HasPlaces(Protocol):
    """A screen on which a place can be gone to; `place` is the one that it is at."""

    place: str | None
    closer: PlaceLookups

    def visit(self, permalink: str, said: str = "") -> None: ...


class PaletteScreen(PickerScreen):
    """Offers what `below` can do, each with its sentence, or why it cannot be done now, and its keys."""

    commands = PLACE_COMMANDS
    TITLE = "Commands"
    PLACEHOLDER = "What to do: its name or another word for it; or a number, a day, a permalink to go to"

    DEFAULT_CSS = """
    PaletteScreen > Vertical, PaletteScreen.-some-room > Vertical { width: 100%; max-width: 100; }
    """

    def __init__(self, below: CommandScreen) -> None:
        super().__init__()
        self._below = below
        self._going: Going | None = None

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        if self._going and not self._going.why:
            yield RowHeading("Places"), self._places(self._going)
        ranked = {
            command: at
            for command in self._below.commands
            if command.in_palette and (at := rank(typed, command.id, command.help)) is not None
        }
        choices = [self._choice(command) for command in sorted(ranked, key=ranked.__getitem__)]
        self.choices.if_none = (
            f"Nothing that can be done here is called “{typed}”, nor does what it stands for:"
            f" {self._below.key_for('help')} lists every key."
        )
        yield RowHeading("Commands"), choices
        if self._going and self._going.why:
            yield RowHeading("The nearest places"), self._places(self._going)

    def choose(self, choice: Choice) -> None:
        """Do it, once: a second Enter in haste must not do it again."""
        if self.app.screen is not self:
            return
        self.dismiss()
        if isinstance(self._below, HasPlaces) and choice.below:
            self._below.visit(str(choice.value))
        else:
            self._below.action_command(str(choice.value))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._going = None
        super().on_input_changed(event)
        if isinstance(self._below, HasPlaces) and any(letter.isdecimal() for letter in event.value):
            self._suggest(self._below, event.value)

    @work(exclusive=True, group="going")
    async def _suggest(self, below: HasPlaces, typed: str) -> None:
        try:
            self._going = await below.closer.going(typed, below.place)
        except MinutebookError:
            return  # reading says so already
        self.list_choices()

    def _choice(self, command: type[Command[Any]]) -> Choice:
        beside = command().why_not(self._below) or command.help
        return Choice(command.id, name_of(command.id), self._below.keymap.words(command.id), beside=beside)

    def _places(self, going: "Going") -> list[Choice]:
        from tui.going.screen import place_choice

        return [place_choice(place) for place in going.destinations[:_MOST]]
