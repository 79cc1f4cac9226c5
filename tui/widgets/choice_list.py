"""Things to choose from, under headings: their words at the left, a figure at the right."""

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from tui.safe import words
from tui.widgets.headed_list import HeadedList, Passive

_GAP = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: `value`, to the screen. `below` stands on a second line; `marked` is in use."""

    value: object
    words: str
    figure: str = ""
    below: str = ""
    marked: bool = False


class ChoiceList(HeadedList[Choice]):
    """One line a choice, two where it has something to say below."""

    # The letters go to a box above, and the list is in use all the same.
    DEFAULT_CSS = """
    ChoiceList { height: 1fr; }
    ChoiceList > .role--cursor { background: $cursor; }
    ChoiceList:ansi > .role--cursor { text-style: reverse; }
    """

    @dataclass
    class Chosen(Message):
        """The person chose with the mouse or a key."""

        choice: Choice

    def __init__(self) -> None:
        super().__init__()
        self.if_none = ""  # what to say where there is nothing to choose from

    def height(self, row: Choice) -> int:
        return 2 if row.below else 1

    def draw_row(self, row: Choice, width: int) -> tuple[Content, ...]:
        mark = words("✓ " if row.marked else "  ", "label")
        figure = words(row.figure, "quiet")
        room = max(width - figure.cell_length - _GAP - 2, 1)
        said = words(row.words, "lit" if row.below else "").truncate(room, ellipsis=True)
        first = Content.assemble(mark, said.pad_right(room - said.cell_length), " " * _GAP, figure)
        return (first, words(f"  {row.below}", "quiet")) if row.below else (first,)

    def tell_moved(self, row: Choice | Passive) -> None:
        """Moving among choices means nothing yet."""

    def tell_chosen(self, row: Choice | Passive) -> None:
        if isinstance(row, Choice):
            self.tell(self.Chosen(row))

    def nothing(self) -> str:
        return self.if_none
