"""Naming the council of a committee whose documents do not: one that there is, or one that is typed."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.text.clean import clean_line
from tui.adding.commands import COUNCIL_COMMANDS
from tui.commands.picker import PickerScreen, fits
from tui.ports import ReaderPort
from tui.session.library import Library
from tui.widgets.headed_list import Choice, RowHeading

if TYPE_CHECKING:
    from store.views.view_lines import MeetingLine


class CouncilScreen(PickerScreen):
    """Gives the council that was chosen or typed for a committee to `name`; `councils` are those of the store."""

    commands = COUNCIL_COMMANDS
    TITLE = "Name the council"
    PLACEHOLDER = "Its name in full, such as Borough Council"

    def __init__(self, line: "MeetingLine", councils: Sequence[str], name: Callable[[str], None]) -> None:
        super().__init__()
        self._line = line
        self._councils = councils
        self._tell_store = name

    def groups(self, typed: str) -> Iterator[tuple[RowHeading, list[Choice]]]:
        name = clean_line(typed).strip()
        self.choices.if_none = (
            f"Type whose {self._line.committee} is; its permalinks begin with the council from then on."
        )
        if name and name not in self._councils:
            yield RowHeading(f"{self._line.committee} is of"), [Choice(name, name, "new")]
        known = [Choice(one, one, marked=one == self._line.council) for one in self._councils if fits(typed, one)]
        yield RowHeading("Councils in the store"), known

    def choose(self, choice: Choice) -> None:
        self.dismiss()
        self._tell_store(str(choice.value))


class CouncilNaming:
    """Names councils for the reader, which goes on where it was, under the permalink that holds now."""

    def __init__(self, reader: ReaderPort, library: Library, show_new: Callable[[str], None]) -> None:
        """`show_new` shows what is in the store now, and says a sentence of it."""
        self._reader = reader
        self._library = library
        self._show_new = show_new

    def ask(self) -> None:
        """Ask for the council of the committee whose meeting is shown."""
        if meeting := self._reader.meeting:
            self._reader.attempt("council", partial(self._ask, meeting.line), newest=True)

    async def _ask(self, line: "MeetingLine") -> None:
        councils = await self._library.councils()

        def name(council: str) -> None:
            self._reader.attempt("council", partial(self._tell, line, council))

        self._reader.push(CouncilScreen(line, councils, name))

    async def _tell(self, line: "MeetingLine", council: str) -> None:
        from store.ingest.organizations import set_council

        before, place = line.permalink.rpartition("/")[0], self._reader.place or line.permalink
        begins = await asyncio.to_thread(set_council, self._library.path, before, council)
        self._show_new(f"{line.committee} is of {council}: its permalinks now begin {begins}/.")
        self._reader.put(begins + place.removeprefix(before) if place.startswith(f"{before}/") else place)
