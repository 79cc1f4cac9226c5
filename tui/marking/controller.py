"""Marking on the screen: stars, notes, what was seen, and taking a change back. A desk that fails says so."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from store.permalinks.permalink import parse
from store.text.lists import counted
from tui.pages.marks import Marks
from tui.pages.spoken import undone_words
from tui.ports import ReaderPort, Work
from tui.session.user_data import UserDataClient

if TYPE_CHECKING:
    from textual.timer import Timer

    from store.userdata.kept_notes import Note


REST: Final = 2.0
"""Seconds for which the cursor rests on a meeting that is seen then."""


class Markable(Protocol):
    """What marks are shown in."""

    def mark(self, marks: Marks) -> None:
        """Mark in every list what the person keeps."""
        ...

    def show_notes(self, notes: Mapping[str, "Note"]) -> None:
        """Show the person's own notes, each on what it is on."""
        ...


class Marking:
    """Marks for the reader what the person keeps: `marks` by permalink, and the words of the `notes`."""

    def __init__(
        self, reader: ReaderPort, kept: UserDataClient, panes: Callable[[], Markable], selected: Callable[[], Set[str]]
    ) -> None:
        """`panes` gives what the marks are shown in, once it is there, and `selected` what is marked as selected."""
        self._selected = selected
        self._reader = reader
        self._kept = kept
        self._panes = panes
        self.marks = Marks()
        self.notes: dict[str, Note] = {}

    def begin(self) -> None:
        """Ask for all that is kept, and mark it."""
        self._run(self._load)

    def draw(self) -> None:
        """Draw the marks anew."""
        self.marks = replace(self.marks, selected=self._selected())
        self._panes().mark(self.marks)

    def toggle_stars(self, permalinks: Sequence[str]) -> None:
        """Star places or, where all have a star, take it away."""
        self._reader.remember_query()
        self._run(partial(self._toggle_stars, permalinks))

    def write_note(self, permalink: str) -> None:
        """Open the note on a place, a new one where there is none."""
        from tui.marking.note_screen import NoteScreen

        def told(said: str) -> None:
            self._run(partial(self._noted, said))

        self._reader.push(NoteScreen(self._kept, permalink, self.notes.get(permalink), told, self._undo_key))

    def toggle_seen(self, places: Sequence[str]) -> None:
        """Mark the meetings of places as seen or, where all were, as unseen."""
        self._run(partial(self._toggle_seen, places))

    def see(self, meetings: Sequence[str]) -> None:
        """Mark meetings as seen."""
        unseen = [one for one in meetings if one not in (self.marks.seen or ())]
        if unseen:
            self._run(partial(self._toggle_seen, unseen))
        else:
            self._reader.say("Every meeting in the list is marked as seen already.")

    def notice(self, meeting: str) -> None:
        """Note that a meeting was read."""
        if meeting not in (self.marks.seen or ()):
            self._run(partial(self._notice, meeting))

    def undo(self) -> None:
        """Take the last change back."""
        self._run(self._undo)

    def open_marked(self) -> None:
        """Show all that is starred and noted."""
        from tui.marking.marked_screen import MarkedScreen

        self._reader.push(MarkedScreen(self._kept, self._reader.visit), self.begin)

    async def _load(self) -> None:
        await self._ask_stars()
        await self._ask_notes()
        await self._ask_seen()
        self.draw()

    async def _ask_stars(self) -> None:
        self.marks = replace(self.marks, starred=frozenset(star.permalink for star in await self._kept.stars()))

    async def _ask_notes(self) -> None:
        self.notes = {note.permalink: note for note in await self._kept.notes()}
        self.marks = replace(self.marks, noted=self.notes.keys())
        self._panes().show_notes(self.notes)

    async def _ask_seen(self) -> None:
        self.marks = replace(self.marks, seen=await self._kept.seen())

    async def _toggle_stars(self, permalinks: Sequence[str]) -> None:
        starred = await self._kept.toggle_stars(permalinks)
        before = self.marks.starred
        self.marks = replace(self.marks, starred=before | {*permalinks} if starred else before - {*permalinks})
        self.draw()
        several = counted(len(permalinks), "place") if permalinks[1:] else ""
        if starred:
            self._reader.say(
                f"{several} starred; is:starred finds them." if several else "Starred; is:starred finds it."
            )
        elif several:
            self._reader.say(f"The stars of {several} are gone; {self._undo_key} brings them back.")
        else:
            self._reader.say(f"The star is gone; {self._undo_key} brings it back.")

    async def _noted(self, said: str) -> None:
        await self._ask_notes()
        self.draw()
        self._reader.say(said)

    async def _toggle_seen(self, places: Sequence[str]) -> None:
        meetings = await asyncio.to_thread(_meetings_of, places)
        seen = await self._kept.toggle_seen(meetings)
        await self._ask_seen()
        self.draw()
        number = counted(len(meetings), "meeting") if meetings[1:] else "The meeting"
        self._reader.say(f"{number} marked as {'seen' if seen else 'unseen'}; {self._undo_key} takes it back.")

    @property
    def _undo_key(self) -> str:
        """The key that takes a change back."""
        return self._reader.key_for("undo")

    async def _notice(self, meeting: str) -> None:
        await self._kept.notice(meeting)
        if self.marks.seen is not None:  # else it is yet to come from the desk
            self.marks = replace(self.marks, seen={*self.marks.seen, meeting})
            self.draw()

    async def _undo(self) -> None:
        said = await undone_words(self._kept)
        await self._load()
        self._reader.say(said)

    def _run(self, marking: Work) -> None:
        self._reader.attempt("marking", marking)


class Seeing:
    """Notices for the reader what the person reads."""

    def __init__(self, reader: ReaderPort, marking: Marking, listed: Callable[[], Awaitable[Sequence[str]]]) -> None:
        """`listed` gives the permalinks of all meetings in the list."""
        self._listed = listed
        self._reader = reader
        self._marking = marking
        self._timer: Timer | None = None

    def at(self, permalink: str) -> None:
        """The person went to a place: its meeting is seen now, or where that is all, after a while."""
        self.leave()
        meeting = str(parse(permalink).meeting)
        if meeting != permalink:
            self._marking.notice(meeting)
        else:
            self._timer = self._reader.set_timer(REST, lambda: self._marking.notice(meeting))

    def every(self) -> None:
        """Mark every meeting in the list as seen."""
        self._reader.attempt("seeing", self._every, newest=True)

    async def _every(self) -> None:
        self._marking.see(await self._listed())

    def leave(self) -> None:
        """What the cursor rests on is not to be seen by that."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _meetings_of(places: Sequence[str]) -> list[str]:
    """The meetings that places are or lie in, each once. Thousands take a while."""
    return list(dict.fromkeys(str(parse(place).meeting) for place in places))
