"""Going to a place that is named: by a number, a day, a reference or a permalink, with suggestions as it is typed."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Input

from store.errors import MinutebookError, NotFound
from store.permalinks.permalink import parse
from store.text.labels import pinpoint
from tui.commands.picker import PickerScreen
from tui.going.commands import PLACE_COMMANDS
from tui.pages.spoken import written
from tui.session.lookups import PlaceLookups
from tui.widgets.headed_list import Choice, RowHeading

if TYPE_CHECKING:
    from store.places.destinations import Destination
    from store.places.resolve import Going


class GoScreen(PickerScreen):
    """Gives the permalink that was chosen to `go`. `here` is the place that the person is at."""

    commands = PLACE_COMMANDS
    TITLE = "Go to"
    PLACEHOLDER = "23, 10 May 2021, a reference or a permalink"

    def __init__(self, closer: PlaceLookups, here: str | None, go: Callable[[str], None]) -> None:
        super().__init__()
        self._closer = closer
        self._here = here
        self._go = go
        self._going: Going | None = None
        self._asked = ""  # what the suggestions are for
        self._is_chosen = False  # Enter came before the suggestions

    def on_mount(self) -> None:
        self.choices.if_none = (
            "For example: 23, min 22(ii), 10 May 2021, 2021-05, planning 2021, a reference that somebody cites, or a"
            " permalink."
        )

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        for heading, places in groupby(self._going.destinations if self._going else (), key=self._heading):
            yield RowHeading(heading), [place_choice(one) for one in places]

    def choose(self, choice: Choice) -> None:
        self.dismiss()
        self._go(str(choice.value))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop().prevent_default()  # the picker lists at once what it has, and here there is nothing yet
        self._is_chosen = False
        self._suggest(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop().prevent_default()
        if self._asked == event.value:
            self.action_command("choose")
        else:
            self._is_chosen = True

    @work(exclusive=True, group="going")
    async def _suggest(self, typed: str) -> None:
        try:
            self._going = await self._closer.going(typed, self._here)
        except MinutebookError as error:
            self.say(str(error))
            return
        self._asked = typed
        self.choices.if_none = self._going.why
        self.list_choices()
        self.say(self._going.why if self._going.destinations else "")
        if self._is_chosen and not self._going.why:
            self.action_command("choose")

    def _heading(self, place: "Destination") -> str:
        """What a place stands under in the list."""
        if self._going and self._going.why:
            return "The nearest"
        if place.title is None:
            return "Meetings"
        meeting, committee = self._around
        if meeting and place.permalink.startswith(f"{meeting}/"):
            return "In this meeting"
        if committee and place.permalink.startswith(f"{committee}/"):
            return "In other meetings of this committee"
        return "Elsewhere"

    @property
    def _around(self) -> tuple[str, str]:
        """The permalink of the meeting that the person is at, and what those of its committee begin with."""
        try:
            meeting = str(parse(self._here or "").meeting)
        except NotFound:
            return "", ""
        return meeting, meeting.rpartition("/")[0]


def place_choice(place: "Destination") -> Choice:
    """A place as a row: what it is, and below the meeting that it is in."""
    council = place.council if place.council != place.committee else None
    if place.title is None:
        body = council or place.permalink
        return Choice(place.permalink, f"{written(place.date)}, {place.committee}", below=body)
    return Choice(
        place.permalink,
        f"{pinpoint(place.number, place.label)} {place.title}".strip(),
        below=", ".join(filter(None, (written(place.date), place.committee, council))),
    )
