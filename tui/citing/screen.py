"""Every style of citation, filled in with what is cited: one is chosen, and copied as it is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tui.citing.commands import STYLE_COMMANDS
from tui.citing.filled import Filled
from tui.commands.command_screen import CommandScreen
from tui.commands.picker import fits
from tui.pages.page import PageLines, words_page
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.widgets.find_box import FindBox
from tui.widgets.headed_list import HeadedList, Passive, RowNote
from tui.widgets.line_view import PageView
from tui.widgets.status_line import StatusLine

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


_DIGITS: Final = "123456789"
_MOST_SHOWN: Final = 20_000  # characters: a list of very many places is copied whole all the same
_MOST_READ: Final = 1_000  # characters in which the letters typed are looked for


class LettersBox(FindBox):
    """Letters type; the digits are the favourites'."""

    def needs(self, key: str) -> bool:
        return key not in _DIGITS and super().needs(key)


class CiteScreen(CommandScreen):
    """Gives the style that the person chooses to `done`. The cursor begins on the preferred one.

    `favourites` are the ids of the styles that the digits copy, in their order; `remark` is what else there is to know
    of what is cited.
    """

    commands = STYLE_COMMANDS

    def __init__(
        self,
        every: Sequence[Filled],
        preferred: str,
        favourites: Sequence[str],
        remark: str,
        done: Callable[[Filled], None],
    ) -> None:
        super().__init__()
        self._rows = _rows(every, favourites)
        self._preferred = preferred
        self._remark = remark
        self._done = done

    def compose(self) -> ComposeResult:
        yield LettersBox("Some letters of a style, or a digit")
        yield StyleList()
        view = PageView(self._page)
        view.border_title = pane_title("What is copied")
        yield view
        yield StatusLine()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(FindBox))
        self._list(self._preferred)

    @property
    def movable(self) -> Movable:
        return self._styles

    @property
    def chosen(self) -> Filled | None:
        """The style under the cursor."""
        row = self._styles.chosen
        return row.filled if row else None

    def favourite(self, digit: str) -> Filled | None:
        """The style that a digit copies."""
        return next((row.filled for row in self._rows if row.digit == digit), None)

    def why_not(self, filled: Filled | None) -> str | None:
        """Why a style cannot be copied, in a sentence; None when it can."""
        return "No style is there to copy." if filled is None else filled.why or None

    def copy(self, filled: Filled | None) -> None:
        """Leave with a style."""
        if filled:
            self.dismiss()
            self._done(filled)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._list(self._preferred if not event.value else None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_command("copy-in-style")

    def on_style_list_moved(self) -> None:
        self._show()

    def on_style_list_chosen(self) -> None:
        self.action_command("copy-in-style")

    @property
    def _styles(self) -> StyleList:
        return self.query_one(StyleList)

    def _list(self, at: str | None) -> None:
        """List the styles that have the letters typed, with the cursor on one of them."""
        typed = self.query_one(FindBox).value
        fitting = [
            row for row in self._rows if fits(typed, row.filled.name, row.filled.style, row.filled.text[:_MOST_READ])
        ]
        fitting.sort(key=lambda row: not fits(typed, row.filled.name, row.filled.style))
        rows: list[StyleRow | Passive] = [RowNote(self._remark)] if self._remark else []
        cursor = next((number for number, row in enumerate(fitting, len(rows)) if row.filled.style == at), 0)
        self._styles.show([*rows, *fitting] if fitting else [], cursor)
        self._show()

    def _show(self) -> None:
        self.query_one(PageView).set_page(self._page)
        self.query_one(PageView).to_start()
        self.refresh_hints()

    def _page(self, width: int) -> PageLines:
        if self.chosen is None:
            return PageLines()
        text = self.chosen.text or self.chosen.why
        more = len(text) - _MOST_SHOWN
        return words_page(f"{text[:_MOST_SHOWN]}\n… and {more:,} more characters" if more > 0 else text, width)


def _rows(every: Sequence[Filled], favourites: Sequence[str]) -> list[StyleRow]:
    """The favourites in the order of their digits, then all others."""
    by_id = {filled.style: filled for filled in every}
    first = [by_id[style] for style in favourites if style in by_id][: len(_DIGITS)]
    favoured = [StyleRow(filled, digit) for filled, digit in zip(first, _DIGITS, strict=False)]
    return [*favoured, *(StyleRow(filled) for filled in every if filled not in first)]
