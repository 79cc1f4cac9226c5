"""The find box over the list that it narrows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tui.widgets.find_box import FindBox
from tui.widgets.pane_title import pane_title
from tui.widgets.resolution_list import ResolutionList

if TYPE_CHECKING:
    from store.find.finder import Answer, Hit


class ResolutionPane(Vertical):
    """Finding resolutions."""

    TITLE = "4 Resolutions"

    # Enter opens the hit under the cursor while the find box has the focus, so the cursor looks in use then.
    DEFAULT_CSS = """
    ResolutionPane:focus-within ResolutionList > .role--cursor { background: $cursor; }
    ResolutionPane:focus-within ResolutionList:ansi > .role--cursor { text-style: reverse; }
    """

    @dataclass
    class Asked(Message):
        """The words in the find box changed."""

        query: str

    def __init__(self) -> None:
        super().__init__()
        self.border_title = pane_title(self.TITLE)
        self._everything = 0  # how many the empty query has
        self._awaited: str | None = None  # the words that Enter was pressed for before they had an answer

    def compose(self) -> ComposeResult:
        yield FindBox()
        yield ResolutionList()

    @property
    def box(self) -> FindBox:
        return self.query_one(FindBox)

    @property
    def hits(self) -> ResolutionList:
        return self.query_one(ResolutionList)

    @property
    def hit(self) -> "Hit | None":
        """The hit under the cursor."""
        return self.hits.current

    def show(self, answer: "Answer") -> None:
        """List the hits of `answer`, best first, with the best under the cursor."""
        self.hits.asked = answer.query
        self.hits.show(answer.hits)
        if not answer.query.strip():
            self._everything = answer.total
        self.border_title = self._title(answer)
        if answer.query == self._awaited:
            self._awaited = None
            self.hits.choose()

    def _title(self, answer: "Answer") -> Content:
        """How many there are: "94", "14 of 94", or "first 200 of 1204" where the list ends before they do."""
        if not self._everything:
            return pane_title(self.TITLE)
        listed = len(answer.hits)
        counts = [f"first {listed}"] if listed < answer.total else []
        counts += [f"{answer.total}"] if answer.query.strip() else []
        return pane_title(self.TITLE, " of ".join([*counts, f"{self._everything}"]))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.box.value != self._awaited:  # not the event's: Textual may tell of a letter after Enter
            self._awaited = None
        self.post_message(self.Asked(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the best hit for the words that were typed, not for what was answered so far."""
        event.stop()
        if self.hits.asked == event.value:
            self.hits.choose()
        else:
            self._awaited = event.value
