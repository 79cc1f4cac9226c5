"""The doubts about a meeting, and under them the source with the words of the one under the cursor lit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.evidence.commands import DOUBT_COMMANDS
from tui.evidence.screen import EvidenceScreen
from tui.evidence.widgets import SourceView
from tui.pages.safe import pane_title, words
from tui.ports import Movable
from tui.session.lookups import PlaceLookups
from tui.widgets.row_list import RowList
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from store.views.evidence_places import EvidenceSource
    from store.views.view_lines import DoubtLine

_GAP = 2


class DoubtList(RowList["DoubtLine"]):
    """One line a doubt: the number of its item, why, and what kind of doubt it is."""

    @dataclass
    class Moved(Message):
        """The person moved to another doubt."""

    def draw(self, row: "DoubtLine", width: int) -> tuple[Content, ...]:
        kind = words(row.kind, "quiet")
        room = max(width - kind.cell_length - _GAP, 1)
        number = words(f"{row.number} " if row.number else "", "label")
        said = Content.assemble(number, words(row.why)).truncate(room, ellipsis=True)
        return (Content.assemble(said.pad_right(room - said.cell_length), " " * _GAP, kind),)

    def tell_moved(self, row: "DoubtLine") -> None:
        self.tell(self.Moved())

    def nothing(self) -> str:
        return ""


class DoubtsAndSource:
    """Steps from doubt to doubt; pages along the source."""

    def __init__(self, doubts: DoubtList, source: SourceView) -> None:
        self._doubts = doubts
        self._source = source

    def step(self, rows: int) -> None:
        self._doubts.step(rows)

    def page(self, pages: float) -> None:
        self._source.page(pages)

    def to_start(self) -> None:
        self._doubts.to_start()

    def to_end(self) -> None:
        self._doubts.to_end()

    def inward(self) -> bool:
        return False

    def outward(self) -> bool:
        return False


class DoubtsScreen(EvidenceScreen):
    """Moving goes from doubt to doubt, paging along the source. `doubts` is not empty, each with its document.

    It begins with the first doubt in the item `here`, where there is one. Gives the permalink chosen and the
    words of the paragraph to `go`.
    """

    commands = DOUBT_COMMANDS
    TITLE = "Source"

    DEFAULT_CSS = """
    DoubtsScreen > DoubtList {
        height: auto;
        max-height: 40%;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 0 0 1;
    }
    DoubtsScreen > Static { max-height: 2; }
    DoubtsScreen > SourceView { height: 1fr; }
    """

    def __init__(
        self,
        closer: PlaceLookups,
        doubts: "tuple[tuple[DoubtLine, EvidenceSource], ...]",
        here: str,
        go: Callable[[str, str], None],
        put_right: Callable[[int | None], None],
    ) -> None:
        super().__init__(closer, tuple(source for _, source in doubts), put_right)
        self._doubts = tuple(doubt for doubt, _ in doubts)
        self._go = go
        item = max(
            (doubt.permalink for doubt in self._doubts if f"{here}/".startswith(f"{doubt.permalink}/")), default=""
        )
        self._number = next((at for at, doubt in enumerate(self._doubts) if doubt.permalink == item), 0)

    def compose(self) -> ComposeResult:
        doubts = DoubtList()
        doubts.border_title = pane_title("Doubts", f"{len(self._doubts):,}")
        yield doubts
        yield Static()
        yield SourceView()
        yield StatusLine()

    def on_mount(self) -> None:
        self.list.show(self._doubts, self._number)
        self.set_focus(self.list)

    @property
    def list(self) -> DoubtList:
        return self.query_one(DoubtList)

    @property
    def movable(self) -> Movable:
        return DoubtsAndSource(self.list, self.view)

    @property
    def place(self) -> str:
        """The permalink that the doubt under the cursor is about."""
        return self._doubts[self._number].permalink

    def choose(self) -> None:
        """Go to the paragraph that the doubt under the cursor is about, or to its item."""
        self.dismiss()
        self._go(self.place, self._doubts[self._number].said or "")

    def on_doubt_list_moved(self) -> None:
        self._number = self.list.cursor
        self._read()

    def _facts(self) -> str:
        doubt = self._doubts[self._number]
        item = f"{doubt.number or ''} {doubt.title or ''}".strip()
        return " · ".join(filter(None, (doubt.why, item, self.source.name)))
