"""The answers to what is in the find box, best first, section by section."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from store.citation.printed_forms import pinpoint
from tui.dates import short
from tui.excerpt import excerpt
from tui.marks import Marks
from tui.paged import Paged
from tui.safe import lit, words
from tui.widgets.answer_rows import AnswerRow, FoundRow, MendedRow
from tui.widgets.headed_list import HeadedList, Passive

if TYPE_CHECKING:
    from store.find.answer import Hit

_ENOUGH_COMMITTEE: Final = 24  # cells that tell one committee from another
_LEAST_COMMITTEE: Final = 8
_ROOMY: Final = 60  # cells that have room for words on how often something was passed
_CLOSE: Final = "~ "


class AnswerList(HeadedList[AnswerRow]):
    """A hit has a line on where it stands and what came of it, and two of its words and the title of its item.

    A title has one line of words. What is close but not exact has "~" before its words.
    """

    ROW_HEIGHT = 3

    @dataclass
    class Moved(Message):
        """The person moved to another hit."""

        hit: "Hit"

    @dataclass
    class Chosen(Message):
        """The person chose a hit."""

        hit: "Hit"

    @dataclass
    class Mended(Message):
        """The person chose another query."""

        query: str

    def __init__(self) -> None:
        super().__init__()
        self._marks = Marks()
        self.fresh: Set[str] = frozenset()  # permalinks of what is new in a saved query

    @property
    def hit(self) -> "Hit | None":
        """The hit under the cursor."""
        return self.chosen.hit if isinstance(self.chosen, FoundRow) else None

    @property
    def hits(self) -> "Sequence[Hit]":
        """All that are listed; of those that come by the page, the ones that are here."""
        rows = self.rows.here if isinstance(self.rows, Paged) else self.rows
        return [row.hit for row in rows if isinstance(row, FoundRow)]

    def mark(self, marks: Marks) -> None:
        """Mark what the person keeps."""
        self._marks = marks
        self.reset_lines()

    def height(self, row: AnswerRow) -> int:
        if isinstance(row, MendedRow):
            return 1
        return 2 if row.section.value == "titles" else self.ROW_HEIGHT

    def draw_row(self, row: AnswerRow, width: int) -> tuple[Content, ...]:
        if isinstance(row, MendedRow):
            return (words(row.query),)
        hit = row.hit
        text = excerpt(hit.text, hit.spans, max(width - 2, 1), self.height(row) - 1)
        if len(text) == 1 and hit.title:
            text.append(lit(hit.title, hit.title_spans, "match").stylize_before("quiet"))
        margins = ["  " if hit.exact else _CLOSE, *["  "] * len(text)]
        lines = (Content.assemble(words(margin, "label"), line) for margin, line in zip(margins, text, strict=False))
        return self._where(row, width), *lines

    def tell_moved(self, row: AnswerRow | Passive) -> None:
        if isinstance(row, FoundRow):
            self.tell(self.Moved(row.hit))

    def tell_chosen(self, row: AnswerRow | Passive) -> None:
        if isinstance(row, FoundRow):
            self.tell(self.Chosen(row.hit))
        elif isinstance(row, MendedRow):
            self.tell(self.Mended(row.query))

    def nothing(self) -> str:
        return ""

    def _where(self, row: FoundRow, width: int) -> Content:
        """Marks, committee, date, number, how often, outcomes; where there is no room, the committee is cut first.

        Where there is very little, how often comes before all: a figure that is cut is another figure.
        """
        hit = row.hit
        lead = words(self._marks.before(hit.permalink, within=True), "label")
        first = [words(short(hit.date), "quiet"), words(pinpoint(hit.number, hit.label), "label")]
        first += [words("new", "marker")] if hit.permalink in self.fresh else []
        if hit.repeats > 1 and width < _ROOMY:
            lead = Content.assemble(lead, words(f"×{hit.repeats:,} ", "marker"))
        elif hit.repeats > 1:
            first.append(words(_often(row), "marker"))
        first = [part for part in first if part.plain]
        rest = first + [words(outcome, "quiet") for outcome in hit.outcomes]
        rest += [words("cut short", "warning")] if not hit.complete else []
        dot = words(" · ", "quiet")
        to_first, to_end = (dot.join(parts).cell_length + dot.cell_length for parts in (first, rest))
        width -= lead.cell_length
        room = max(width - to_end, min(_ENOUGH_COMMITTEE, width - to_first), _LEAST_COMMITTEE)
        committee = words(hit.committee).truncate(room, ellipsis=True)
        return Content.assemble(lead, dot.join([committee, *rest] if committee.plain else rest))


def _often(row: FoundRow) -> str:
    """How many places have these words."""
    from store.find.sentence import repetition

    return repetition(row.hit)
