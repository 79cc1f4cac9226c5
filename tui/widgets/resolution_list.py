"""The clauses that answer what is in the find box, best first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from store.citation import pinpoint
from tui.dates import short
from tui.excerpt import excerpt
from tui.safe import lit, words
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from store.find.finder import Hit

_ENOUGH_COMMITTEE: Final = 24  # cells that tell one committee from another
_LEAST_COMMITTEE: Final = 8


class ResolutionList(RowList["Hit"]):
    """Three lines a hit: where it was decided and how; then its words, or its words and the title of its item."""

    @dataclass
    class Moved(Message):
        """The person moved to another hit."""

        permalink: str

    @dataclass
    class Chosen(Message):
        """The person chose a hit."""

        permalink: str

    ROW_HEIGHT = 3

    asked: str = ""

    def draw(self, row: "Hit", width: int) -> tuple[Content, ...]:
        text = excerpt(row.text, row.spans, max(width - 2, 1), 2)
        if len(text) == 1:
            text.append(lit(row.title, row.title_spans, "match").stylize_before("quiet"))
        return _where(row, width), *(Content.assemble("  ", line) for line in text)

    def tell_moved(self, row: "Hit") -> None:
        self.tell(self.Moved(row.permalink))

    def tell_chosen(self, row: "Hit") -> None:
        self.tell(self.Chosen(row.permalink))

    def nothing(self) -> str:
        return f"Nothing like “{self.asked}” was decided." if self.asked else "No resolutions yet."


def _where(row: "Hit", width: int) -> Content:
    """Committee, date, number and outcomes; where there is no room for all, the committee is cut before the rest."""
    rest = [words(short(row.date), "quiet"), words(pinpoint(row.number, row.label), "label")]
    rest += [words(outcome, "quiet") for outcome in row.outcomes]
    rest += [words("cut short", "warning")] if not row.complete else []
    dot = words(" · ", "quiet")
    to_number, to_end = (dot.join(parts).cell_length + dot.cell_length for parts in (rest[:2], rest))
    room = max(width - to_end, min(_ENOUGH_COMMITTEE, width - to_number), _LEAST_COMMITTEE)
    committee = words(row.committee).truncate(room, ellipsis=True)
    return dot.join([part for part in (committee, *rest) if part.plain])
