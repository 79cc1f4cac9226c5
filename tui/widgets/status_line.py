"""The last line of the screen: what was just done, or else the keys that work now; and what goes on meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Protocol, cast

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.pages.safe import words

GAP: Final = 2  # cells between two hints


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and a word or two on what it does now; `command` is the id of the command it runs."""

    command: str
    key: str
    words: str

    @property
    def width(self) -> int:
        return cell_len(self.key) + 1 + cell_len(self.words)


class KnowsHints(Protocol):
    """A screen that knows what works on it now."""

    def hints(self, room: int) -> Sequence[Hint]:
        """The hints that fit in so many cells."""
        ...


class StatusLine(Widget):
    """One line. A hint can be clicked. While it says something, it asks for no hints."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--key", "status-line--remark"}

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $quiet;
        & > .status-line--key { color: $accent; }
        & > .status-line--remark { color: $accent; text-style: bold; }
        &.-saying { color: $foreground; }
    }
    StatusLine:ansi > .status-line--key { text-style: bold; }
    """

    ALLOW_SELECT = False

    @dataclass
    class Pressed(Message):
        """The person clicked a hint."""

        command: str

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[Hint] = ()
        self._sentence = ""
        self._remark = ""

    @property
    def sentence(self) -> str:
        """What it says, empty while it shows the keys."""
        return self._sentence

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the keys; an empty one brings the keys back."""
        if sentence == self._sentence:
            return
        self._sentence = sentence
        self.set_class(bool(sentence), "-saying")
        self.renew()
        self.refresh()

    def remark(self, remark: str) -> None:
        """Show a few words at the end of the line, beside the keys or a sentence; empty ones take them away."""
        if remark != self._remark:
            self._remark = remark
            self.renew()
            self.refresh()

    def renew(self) -> None:
        """Show the keys that work now."""
        if self._sentence or not self.size.width:
            return
        hints = cast("KnowsHints", self.screen).hints(self._room)
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def on_resize(self) -> None:
        self.renew()

    def render(self) -> Content:
        room = self._room
        if cell_len(self._sentence) > room:  # what was just done is told whole, as far as there is a line for it
            return words(self._sentence).truncate(self.size.width, ellipsis=True)
        shown = [Content.assemble((hint.key, ".status-line--key"), f" {hint.words}") for hint in self._hints]
        said = words(self._sentence) if self._sentence else Content(" " * GAP).join(shown)
        remark = words(self._remark, ".status-line--remark")
        return Content.assemble(said.pad_right(self.size.width - said.cell_length - remark.cell_length), remark)

    @property
    def _room(self) -> int:
        """The cells that the remark leaves."""
        return max(self.size.width - (cell_len(self._remark) + GAP if self._remark else 0), 0)

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self._sentence:
            return
        x = 0
        for hint in self._hints:
            if x <= offset.x < x + hint.width:
                self.post_message(self.Pressed(hint.command))
            x += hint.width + GAP
