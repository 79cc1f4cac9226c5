"""What commands, controllers and widgets see of the screen and the app that they work for, and no more of it.

Whoever is asked through one of these does not know who asks; so every import goes one way, from the app down.
"""

from collections.abc import Callable, Coroutine, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

if TYPE_CHECKING:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from textual.geometry import Size
    from textual.screen import Screen
    from textual.timer import Timer

    from store.find.answer import Hit
    from store.views.view_lines import MeetingView

Work = Callable[[], Coroutine[Any, Any, None]]
"""It is made only when it begins: a coroutine that is given up before would never be awaited, and Python says so."""

LEAST_SHARE: Final = 10
MOST_SHARE: Final = 90


class Pane(IntEnum):
    """The panes, by the number in their title."""

    MEETINGS = 1
    ITEMS = 2
    READING = 3
    RESOLUTIONS = 4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How the panes share the screen, in percent: the width of the left two, and of each two the height of the upper.

    `found` is the height of the resolutions over the text, in the arrangement called "finding".
    """

    left: float = 40
    meetings: float = 33
    reading: float = 60
    found: float = 60

    def changed(self, name: str, share: float) -> "Sizes":
        """The same with another share of that name, within what leaves room for both."""
        return replace(self, **{name: min(max(share, LEAST_SHARE), MOST_SHARE)})


class Settings(Protocol):
    """What the person set, or what holds where nothing is set."""

    @property
    def citation(self) -> str:
        """The id of the style of citations."""
        ...

    @property
    def favourites(self) -> tuple[str, ...]:
        """The ids of the styles that the digits copy."""
        ...

    @property
    def styles(self) -> Mapping[str, Mapping[str, object]]:
        """The person's own styles, as the tables of the config file."""
        ...

    @property
    def panes(self) -> frozenset[Pane]:
        """The panes to show where there is room for four."""
        ...

    @property
    def sizes(self) -> Sizes:
        """How these share the screen."""
        ...


class Keys(Protocol):
    """The person's keys."""

    def of(self, command: str) -> tuple[str, ...]:
        """The keys of the command with an id, the one to tell of first. Raises `KeyError` where there is none."""
        ...


class Application(Protocol):
    """The app, to whoever stands on one of its screens."""

    theme: str
    remark: str

    @property
    def config(self) -> Settings: ...
    @property
    def keymap(self) -> Keys: ...
    @property
    def no_color(self) -> bool: ...

    @property
    def size(self) -> "Size": ...

    def suspend(self) -> AbstractContextManager[None]:
        """Give the terminal to another program. Raises `SuspendNotSupported` where this one cannot be given away."""
        ...

    def show_help(self) -> None:
        """Show every key and what it does."""
        ...

    def show_sample(self, folder: "TemporaryDirectory[str]", store: "Path") -> None:
        """Open a reader on the sample's store, which clears the folder away that the store is in."""
        ...

    def leave(self) -> None:
        """Quit, unless something is in the way of it that is then said."""
        ...

    def action_command_palette(self) -> None: ...
    def action_suspend_process(self) -> None: ...

    async def copy_words(self, text: str) -> str:
        """Copy `text` by every route there is, else keep it in a file and show it; what came of it, in words."""
        ...


class Host(Protocol):
    """A screen, to the controllers that work for it."""

    @property
    def application(self) -> Application: ...

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line until something else is done; an empty one takes it away."""
        ...

    def remark(self, words: str) -> None:
        """Show a few words at the end of the status line, until others or none take their place."""
        ...

    def key_for(self, command: str) -> str:
        """The key to name in a sentence about the command with an id, as it is printed on a keyboard."""
        ...

    def attempt(self, group: str, work: Work, *, newest: bool = False) -> None:
        """Do `work` beside the screen, and say what goes wrong; `newest` gives up what its group does."""
        ...

    def refresh_hints(self) -> None:
        """Name in the status line what works now, once the screen shows what was done."""
        ...

    def push(self, screen: "Screen[None]", closed: Callable[[], None] | None = None) -> None:
        """Put a screen over this one; `closed` is called when it goes."""
        ...

    def set_timer(self, delay: float, callback: Callable[[], object]) -> "Timer": ...
    def set_interval(self, interval: float, callback: Callable[[], object]) -> "Timer": ...


class ReaderPort(Host, Protocol):
    """The reader, to the features: where the person is, and ways to go elsewhere."""

    @property
    def pane(self) -> Pane:
        """The pane in use."""
        ...

    @property
    def place(self) -> str | None:
        """The permalink that the outline and the text are at; None before anything was read."""
        ...

    @property
    def under_cursor(self) -> str | None:
        """The permalink that the cursor of the pane in use is on."""
        ...

    @property
    def selected(self) -> tuple[str, ...]:
        """The permalinks selected in the pane in use, in the order of its list."""
        ...

    @property
    def chosen(self) -> tuple[str, ...]:
        """What a command is about: the permalinks selected or, where none is, the one under the cursor."""
        ...

    @property
    def said(self) -> str:
        """The words of the paragraph that the text is at, where it is at one that has no permalink."""
        ...

    @property
    def meeting(self) -> "MeetingView | None":
        """The meeting of which the outline is shown."""
        ...

    @property
    def find_text(self) -> str:
        """What stands in the find box."""
        ...

    @property
    def asked(self) -> str | None:
        """The query that the answers shown are to."""
        ...

    @property
    def hit(self) -> "Hit | None":
        """The answer under the cursor of the resolutions."""
        ...

    @property
    def first_line(self) -> int | None:
        """The first line of the text that is seen, where the text is that of `place`."""
        ...

    def go_to(self, permalink: str, said: str = "") -> None:
        """Go to a place, at the paragraph with the words `said` if there is one; the person can go back from there."""
        ...

    def visit(self, permalink: str, said: str = "") -> None:
        """Go to a place and read it."""
        ...

    def put(self, permalink: str, said: str = "") -> None:
        """Move every pane to a place, as `go_to` does, when it is no place to go back from."""
        ...

    def look_at(self, hit: "Hit") -> None:
        """Show a hit in the reading pane with its words lit, and move nowhere."""
        ...

    def use(self, pane: Pane) -> None:
        """Put a pane on the screen and the focus on it."""
        ...

    def use_find_box(self) -> None:
        """Put the focus on the find box."""
        ...

    def find(self, query: str) -> None:
        """Write a query into the find box, and go on from there."""
        ...

    def remember_query(self) -> None:
        """Remember the query of which the answer under the cursor is about to be used."""
        ...


class Movable(Protocol):
    """A list, a tree or a page. `inward` and `outward` say whether there was anywhere to go."""

    def step(self, rows: int) -> None: ...
    def page(self, pages: float) -> None: ...
    def to_start(self) -> None: ...
    def to_end(self) -> None: ...
    def inward(self) -> bool: ...
    def outward(self) -> bool: ...


class Narrowing(Protocol):
    """A list that can be filtered and put in other orders."""

    def open_filter(self) -> None:
        """Ask for a filter."""
        ...

    def clear(self) -> bool:
        """Take the filter away; False where there is none."""
        ...

    def next_order(self) -> None:
        """List it in another order."""
        ...


@runtime_checkable
class Remembers(Protocol):
    """Something that begins as it was left. Having these two methods is all that it takes."""

    def remembered(self) -> Mapping[str, object]:
        """What to begin with the next time, in values that JSON knows."""
        ...

    def restore(self, kept: Mapping[str, Any], /) -> None:
        """Begin as it was left. What is kept may be from another version: whatever means nothing is passed over."""
        ...
