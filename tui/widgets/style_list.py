"""The styles of citation, each filled in: its name with the digit that copies it, and below what it writes."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.message import Message

from tui.citations import Filled
from tui.safe import words
from tui.widgets.headed_list import HeadedList, Passive

_MOST_LINES: Final = 3  # of a citation; all of it is shown beside the list
_MARGIN: Final = "   "


@dataclass(frozen=True, slots=True)
class StyleRow:
    """A style; `digit` is empty where none copies it."""

    filled: Filled
    digit: str = ""


class StyleList(HeadedList[StyleRow]):
    """A style has as many lines as its words need, up to a few."""

    # The letters go to a box above, and the list is in use all the same.
    DEFAULT_CSS = """
    StyleList { height: 2fr; padding: 0 0 0 1; }
    StyleList > .role--cursor { background: $cursor; }
    StyleList:ansi > .role--cursor { text-style: reverse; }
    """

    @dataclass
    class Moved(Message):
        """The person moved to another style."""

    @dataclass
    class Chosen(Message):
        """The person chose with the mouse."""

        row: StyleRow

    def height(self, row: StyleRow) -> int:
        return len(self._lines(row, self.scrollable_content_region.width))

    def draw_row(self, row: StyleRow, width: int) -> tuple[Content, ...]:
        return self._lines(row, width)

    def tell_moved(self, row: StyleRow | Passive) -> None:
        self.tell(self.Moved())

    def tell_chosen(self, row: StyleRow | Passive) -> None:
        if isinstance(row, StyleRow):
            self.tell(self.Chosen(row))

    def nothing(self) -> str:
        return "No style has these letters in its name or in what it writes."

    def _lines(self, row: StyleRow, width: int) -> tuple[Content, ...]:
        room = max(width - len(_MARGIN), 1)
        shown = row.filled.text[: room * (_MOST_LINES + 1)].replace("\n", " ⏎ ") or f"({row.filled.why})"
        wrapped = words(shown, "" if row.filled.text else "quiet").wrap(room)
        lines = wrapped[:_MOST_LINES]
        if len(wrapped) > _MOST_LINES:
            lines[-1] = Content.assemble(lines[-1].truncate(room - 1), words("…"))
        digit = words(f"{row.digit or ' '}  ", "label")
        remark = words(f" {row.filled.remark}", "warning")
        name = Content.assemble(digit, words(row.filled.name, "lit"), remark)
        return (name.truncate(width, ellipsis=True), *(Content.assemble(_MARGIN, line) for line in lines))
