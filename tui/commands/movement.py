"""Moving about in whatever has the focus: the same keys everywhere."""

from typing import ClassVar, Protocol

from tui.commands.command import Command


class Movable(Protocol):
    """A list, a tree or a page. `inward` and `outward` say whether there was anywhere to go."""

    def step(self, rows: int) -> None: ...
    def page(self, pages: float) -> None: ...
    def to_start(self) -> None: ...
    def to_end(self) -> None: ...
    def inward(self) -> bool: ...
    def outward(self) -> bool: ...


class HasMovable(Protocol):
    """A screen with something on it that the keys move."""

    @property
    def movable(self) -> Movable: ...


class Movement(Command[HasMovable]):
    """Movements stand together in the help."""

    group: ClassVar[str] = "Moving"


class Up(Movement):
    id = "up"
    keys = ("up", "k")
    help = "One up"

    def run(self, target: HasMovable) -> None:
        target.movable.step(-1)


class Down(Movement):
    id = "down"
    keys = ("down", "j")
    help = "One down"

    def run(self, target: HasMovable) -> None:
        target.movable.step(1)


class PageUp(Movement):
    id = "page-up"
    keys = ("pageup",)
    help = "A screenful up"

    def run(self, target: HasMovable) -> None:
        target.movable.page(-1)


class PageDown(Movement):
    id = "page-down"
    keys = ("pagedown",)
    help = "A screenful down"

    def run(self, target: HasMovable) -> None:
        target.movable.page(1)


class HalfPageUp(Movement):
    id = "half-page-up"
    keys = ("ctrl+u",)
    help = "Half a screenful up"

    def run(self, target: HasMovable) -> None:
        target.movable.page(-0.5)


class HalfPageDown(Movement):
    id = "half-page-down"
    keys = ("ctrl+d",)
    help = "Half a screenful down"

    def run(self, target: HasMovable) -> None:
        target.movable.page(0.5)


class Start(Movement):
    id = "start"
    keys = ("home", "g")
    help = "To the first line"

    def run(self, target: HasMovable) -> None:
        target.movable.to_start()


class End(Movement):
    id = "end"
    keys = ("end", "G")
    help = "To the last line"

    def run(self, target: HasMovable) -> None:
        target.movable.to_end()


MOVEMENTS = (Up, Down, PageUp, PageDown, HalfPageUp, HalfPageDown, Start, End)
