"""Writing a note on a place, over the minutes that it is about."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from store.errors import MinutebookError
from store.text.labels import pinpoint
from store.userdata.kept_notes import LONGEST
from tui.commands.command_screen import PanelScreen
from tui.marking.commands import NOTE_COMMANDS
from tui.pages.marks import NOTED
from tui.pages.safe import pane_title
from tui.pages.spoken import short
from tui.session.user_data import UserDataClient
from tui.widgets.find_box import actions_of, run_in_turn
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.userdata.kept_notes import Note


_ACTIONS: Final = actions_of(TextArea.BINDINGS)


class NoteArea(TextArea):
    """Megabytes would be wrapped letter by letter, and every later key with them."""

    class Overflowed(Message):
        """More was pasted than there is room for, and the rest left out."""

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, compact=True)

    async def on_key(self, event: Key) -> None:
        await run_in_turn(self, _ACTIONS, event)

    def on_paste(self, event: Paste) -> None:
        room = max(LONGEST - len(self.text) + len(self.selected_text), 0)
        if len(event.text) > room:
            event.text = event.text[:room]  # which the text area, asked next, takes in
            self.post_message(self.Overflowed())


class NoteScreen(PanelScreen):
    """Asks nothing on the way out: what was changed is kept, whatever ends it. `noted` is told what came of it."""

    commands = NOTE_COMMANDS
    everywhere = ()  # Ctrl+Z takes back what was typed

    DEFAULT_CSS = """
    NoteScreen > Vertical { height: 60%; max-height: 12; border-bottom: solid $rule; }
    NoteScreen TextArea {
        height: 1fr;
        border: none;
        padding: 0;
        background: $panel;
        color: $foreground;
        & .text-area--cursor { background: $foreground; color: $panel; }
    }
    """

    def __init__(
        self, kept: UserDataClient, permalink: str, note: "Note | None", noted: Callable[[str], None], undo: str
    ) -> None:
        """`undo` is the key that takes back what came of it."""
        super().__init__()
        self._kept = kept
        self._permalink = permalink
        self._before = note.text if note else ""
        self._noted = noted
        self._undo = undo
        self._ended = False

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = pane_title(f"{NOTED} Your note")
            yield NoteArea(self._before)
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self._area)
        self._area.move_cursor(self._area.document.end)
        self._say_where()

    def leave(self) -> None:
        if not self._ended and self._changed:
            self._kept.keep_note(self._permalink, self._area.text[:LONGEST])

    def keep(self) -> None:
        """Keep the note and go; where nothing was changed, just go."""
        if self._changed:
            self._keep(self._area.text)
        else:
            self._end("")

    def give_up(self) -> None:
        """Go, and leave the note as it was."""
        self._end("The note is as it was." if self._changed else "")

    def edit(self) -> None:
        """Go on writing in the person's own editor."""
        from tui.terminal.programs import edited

        try:
            text = edited(self.application, self._area.text).rstrip("\n")
        except MinutebookError as error:
            self.say(str(error))
        else:
            self._area.text = text[:LONGEST]
            if len(text) > LONGEST:
                self._say_full()
        self._area.move_cursor(self._area.document.end)

    def on_note_area_overflowed(self) -> None:
        self._say_full()

    @property
    def _area(self) -> NoteArea:
        return self.query_one(NoteArea)

    @property
    def _changed(self) -> bool:
        return self._area.text.strip() != self._before

    def _say_full(self) -> None:
        self.say(f"A note holds {LONGEST:,} characters; the rest was left out.")

    @work(exclusive=True, group="note")
    async def _keep(self, text: str) -> None:
        try:
            await self._kept.write_note(self._permalink, text)
        except MinutebookError as error:
            self.say(str(error))  # and the words stay here
            return
        kept = f"kept; {self._undo} takes it back" if text.strip() else f"gone; {self._undo} brings it back"
        self._end(f"The note is {kept}.")

    @work(exclusive=True, group="where")
    async def _say_where(self) -> None:
        try:
            told = await self._kept.told([self._permalink])
        except MinutebookError:
            return  # whoever reads the store is told
        if place := told.get(self._permalink):
            where = (pinpoint(place.number, place.label), short(place.date), place.committee)
            self.query_one(Vertical).border_title = pane_title(f"{NOTED} Your note", *where)

    def _end(self, said: str) -> None:
        self._ended = True
        self.dismiss()
        if said:
            self._noted(said)
