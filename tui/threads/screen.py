"""A list of threads over the reader: Enter goes along, and what a person tells of a row is kept."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.message import Message

from tui.commands.kept_list import KeptListScreen
from tui.pages.safe import pane_title, words
from tui.session.user_data import UserDataClient
from tui.threads.commands import THREAD_LIST_COMMANDS
from tui.threads.rows import BY, ThreadRow, ThreadRows
from tui.widgets.headed_list import HeadedList, Passive

_GAP = 2

Filling = Callable[[str, bool], Awaitable[ThreadRows]]
"""Asks for the rows, given what to group by, and whether every one is wanted."""


class ThreadList(HeadedList[ThreadRow]):
    """Two lines a row: its words and its state; below them where and when."""

    DEFAULT_CSS = """
    ThreadList {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 0 0 1;
    }
    """

    @dataclass
    class Chosen(Message):
        """The person chose a row."""

        row: ThreadRow

    def __init__(self, if_none: str) -> None:
        super().__init__()
        self._if_none = if_none

    def height(self, row: ThreadRow) -> int:
        return 2 if row.below else 1

    def draw_row(self, row: ThreadRow, width: int) -> tuple[Content, ...]:
        beside = words(row.beside, "quiet")
        room = max(width - beside.cell_length - _GAP, 1)
        said = words(row.words, "label" if row.person else "").truncate(room, ellipsis=True)
        lines = [Content.assemble(said.pad_right(room - said.cell_length), " " * _GAP, beside)]
        if row.below:
            lines.append(words(f"  {row.below}", "quiet"))
        return tuple(line.truncate(width, ellipsis=True) for line in lines)

    def tell_moved(self, row: ThreadRow | Passive) -> None:
        """Moving over rows means nothing."""

    def tell_chosen(self, row: ThreadRow | Passive) -> None:
        if isinstance(row, ThreadRow):
            self.tell(self.Chosen(row))

    def nothing(self) -> str:
        return self._if_none


class ThreadListScreen(KeptListScreen):
    """Gives the permalink that the person chooses to `go`, and the name of a person to `meet`.

    `filling` asks for the rows; `can_group` says that they are requests.
    """

    commands = THREAD_LIST_COMMANDS

    def __init__(
        self,
        kept: UserDataClient,
        title: str,
        if_none: str,
        filling: Filling,
        go: Callable[[str], None],
        meet: Callable[[str], None],
        *,
        can_group: bool = False,
    ) -> None:
        super().__init__(kept)
        self._title = title
        self._if_none = if_none
        self._filling = filling
        self._go = go
        self._meet = meet
        self.can_group = can_group
        self._by = 0
        self._every = False

    def make_list(self) -> ThreadList:
        found = ThreadList(self._if_none)
        found.border_title = pane_title(self._title)
        return found

    async def fill(self) -> None:
        rows = await self._filling(BY[self._by], self._every)
        self._list.show(rows, self._list.cursor)
        many = sum(isinstance(row, ThreadRow) for row in rows)
        self._list.border_title = pane_title(self._title, f"{many:,}")

    @property
    def row(self) -> ThreadRow | None:
        """What is under the cursor."""
        return self._list.chosen

    def choose(self) -> None:
        """Go to the place under the cursor, or to the page of the person."""
        if self.row:
            self._choose(self.row)

    def tell(self, state: str) -> None:
        """Tell by hand what became of what is under the cursor."""
        if self.row and self.row.name:
            self.begin(partial(self._tell, self.row.name, state))

    def forget(self) -> None:
        """Leave what is under the cursor to what the words say."""
        if self.row and self.row.name:
            self.begin(partial(self._tell, self.row.name, ""))

    def group_otherwise(self) -> None:
        """Group requests by the next of what they can be grouped by."""
        self._by = (self._by + 1) % len(BY)
        self.begin(partial(self.show, f"Grouped by {BY[self._by]}."))

    def show_every(self) -> None:
        """Show the settled requests too, or no longer."""
        self._every = not self._every
        self.begin(partial(self.show, "All requests." if self._every else "What is open or overdue."))

    def on_thread_list_chosen(self, event: ThreadList.Chosen) -> None:
        self._choose(event.row)

    @property
    def _list(self) -> ThreadList:
        return self.query_one(ThreadList)

    def _choose(self, row: ThreadRow) -> None:
        if row.person:
            self._meet(row.person)
        elif row.place:
            self.dismiss()
            self._go(row.place)

    async def _tell(self, name: str, state: str) -> None:
        await self.kept.tell_thread(name, state)
        undo = self.key_for("take-back")
        said = f"Told: {state}; {undo} takes it back." if state else f"Left to the words; {undo} takes it back."
        await self.show(said)
