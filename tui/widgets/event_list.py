"""What became of each document that was added: its name over the meeting that it told of, or why it told of none."""

from pathlib import Path

from textual.content import Content

from store.ingest.events import Completed, Failed, Linked, Stored
from tui.adding import event_words
from tui.safe import words
from tui.widgets.headed_list import HeadedList, Passive

_MARKS = {Failed: "✗", Completed: "+", Linked: "="}


class EventList(HeadedList[Stored | Failed]):
    """Two lines a document. A mark says what became of it, and the second line says it in words."""

    def __init__(self, path: Path) -> None:
        """`path` is the file or the folder that is added; names in it are told without it."""
        super().__init__()
        self._path = path

    def height(self, row: Stored | Failed) -> int:
        return 2

    def draw_row(self, row: Stored | Failed, width: int) -> tuple[Content, ...]:
        mark = words(f"{_MARKS.get(type(row), '·')} ", "warning" if isinstance(row, Failed) else "label")
        return Content.assemble(mark, words(self._short(row.name))), words(f"  {event_words(row)}", "quiet")

    def tell_moved(self, row: Stored | Failed | Passive) -> None:
        """Moving among them changes nothing elsewhere."""

    def _short(self, name: str) -> str:
        within = name.removeprefix(f"{self._path}/")
        return self._path.name if within == str(self._path) else within

    def nothing(self) -> str:
        return "The documents that are read are listed here."
