"""What to export, and in which format."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.commands.exporting import CHOOSING_AN_EXPORT
from tui.screens.picker import PickerScreen, fits
from tui.widgets.choice_list import Choice
from tui.widgets.headed_list import Heading
from tui.widgets.pane_title import pane_title

if TYPE_CHECKING:
    from store.export.export_formats import Format
    from tui.screens.exporting import Offer


class ExportScreen(PickerScreen):
    """Gives what was marked, and the format that was chosen, to `name`."""

    commands = CHOOSING_AN_EXPORT
    PLACEHOLDER = "Some letters of a format"

    def __init__(self, offers: "Sequence[Offer]", name: "Callable[[Offer, Format], None]") -> None:
        super().__init__()
        self._offers = offers
        self._ask_name = name
        self._offer = offers[0]

    @property
    def heading(self) -> str:
        return f"Export: {self._offer.words.lower()}"

    def on_mount(self) -> None:
        self.choices.if_none = "No format fits."

    def groups(self, typed: str) -> Iterator[tuple[Heading, list[Choice]]]:
        from store.export.export_formats import FORMATS

        formats = [
            Choice(one, one.id, below=one.name) for one in FORMATS.values() if fits(typed, one.id, one.name, one.suffix)
        ]
        what = [
            Choice(one, one.words, below=one.below, marked=one is self._offer)
            for one in self._offers
            if fits(typed, one.words, one.below)
        ]
        yield Heading("In this format"), formats
        yield Heading("Or something else"), what

    def choose(self, choice: Choice) -> None:
        from store.export.export_formats import Format

        if isinstance(choice.value, Format):
            self.dismiss()
            self._ask_name(self._offer, choice.value)
        else:
            self._offer = next(one for one in self._offers if one is choice.value)
            self.query_one(Vertical).border_title = pane_title(self.heading)
            self.list_choices()
