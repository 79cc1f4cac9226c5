"""A timeline as a list: a line a year with its months as blocks, the months of an opened year, and the outcomes."""

from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from store.text.lists import counted
from tui.pages.safe import words
from tui.widgets.headed_list import HeadedList, Passive, RowHeading, RowNote

if TYPE_CHECKING:
    from store.views.month_counts import Month, Timeline

_BLOCKS: Final = " ▁▂▃▄▅▆▇█"
_PARTS: Final = " ▏▎▍▌▋▊▉"  # of a bar's last cell
_OPEN, _CLOSED = "▾ ", "▸ "
_NAME, _SHORT_NAME, _MONTHS, _GAP = 16, 11, 12, 2  # cells
_ROOMY: Final = 76  # cells that have room for two rows of blocks, and for the words of figures
_LONGEST_BAR: Final = 40


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A year, a month or an outcome: what a filter says of it, and the months that it has, if it has some."""

    filter: str
    name: str
    months: "tuple[Month, ...]" = ()
    resolutions: int = 0

    @property
    def meetings(self) -> int:
        return sum(month.meetings for month in self.months)

    @property
    def is_year(self) -> bool:
        return self.filter.startswith("year:")

    @property
    def is_outcome(self) -> bool:
        return self.filter.startswith("outcome:")


class TimelineList(HeadedList[TimeSpan]):
    """Years, newest first, that open to their months; below them the outcomes. Beside all that is drawn is a figure."""

    DEFAULT_CSS = """
    TimelineList {
        height: 1fr;
        border-top: heavy $accent;
        border-title-color: $accent;
        border-title-style: bold;
        padding: 0 1;
    }
    """

    @dataclass
    class Chosen(Message):
        """The person chose a year, a month or an outcome."""

        span: TimeSpan

    def __init__(self) -> None:
        super().__init__()
        self.if_none = ""  # what to say where there is nothing
        self._timeline: Timeline | None = None
        self._opened: set[str] = set()
        self._most = self._most_meetings = self._most_of_outcome = 1

    def show_timeline(self, timeline: "Timeline") -> None:
        """Show a timeline, with its newest year under the cursor."""
        self._timeline = timeline
        self._most = max((month.resolutions for month in timeline.months), default=1) or 1
        self._most_meetings = max((month.meetings for month in timeline.months), default=1) or 1
        self._most_of_outcome = timeline.outcomes[0][1] if timeline.outcomes else 1
        self.show(list(self._spans()))

    def inward(self) -> bool:
        """Open the year under the cursor to its months."""
        return self._set_open(opened=True)

    def outward(self) -> bool:
        """Close the year under the cursor, or that of the month under it."""
        span = self.chosen
        if span and not span.is_year and not span.is_outcome:
            year = span.filter.removeprefix("date:")[:4]
            self.step(self._index(f"year:{year}") - self.cursor)
        return self._set_open(opened=False)

    def height(self, row: TimeSpan) -> int:
        return 1

    def draw_row(self, row: TimeSpan, width: int) -> tuple[Content, ...]:
        roomy = width >= _ROOMY
        figures = self._figures(row, roomy=roomy)
        column = _NAME if roomy or row.is_outcome else _SHORT_NAME
        room = max(width - column - 1 - len(figures), 0)
        drawn = self._drawn_months(row, room) if row.is_year else self._drawn_bar(row, room)
        icon = (_OPEN if row.filter in self._opened else _CLOSED) if row.is_year else "  "
        name = words(f"{icon}{row.name}").truncate(column - 1, ellipsis=True)
        name = name.pad_right(max(column - name.cell_length, 0))
        bars = words(drawn, "label")
        gap = max(width - name.cell_length - bars.cell_length - len(figures), 1)
        return (Content.assemble(name, bars, " " * gap, words(figures, "quiet")),)

    def tell_moved(self, row: TimeSpan | Passive) -> None:
        """Moving along a timeline means nothing yet."""

    def tell_chosen(self, row: TimeSpan | Passive) -> None:
        if isinstance(row, TimeSpan):
            self.tell(self.Chosen(row))

    def nothing(self) -> str:
        return self.if_none

    def not_yet(self) -> str:
        return self.nothing()

    def _spans(self) -> Iterator[TimeSpan | Passive]:
        timeline = self._timeline
        if timeline is None or not timeline.meetings:
            return
        yield RowHeading("By year and month: meetings, then resolutions")
        for year, months in groupby(reversed(timeline.months), key=lambda month: month.month[:4]):
            of_year = tuple(reversed(list(months)))
            yield TimeSpan(f"year:{year}", year, of_year, sum(month.resolutions for month in of_year))
            if f"year:{year}" in self._opened:
                for month in reversed(of_year):
                    yield TimeSpan(f"date:{month.month}", _spoken(month.month), (month,), month.resolutions)
        if timeline.undated.meetings:
            undated = timeline.undated
            said = f"{counted(undated.meetings, 'meeting')} undated, with {counted(undated.resolutions, 'resolution')}."
            yield RowNote(said[:1].upper() + said[1:])
        if timeline.outcomes:
            yield RowHeading("By outcome: resolutions")
            for name, count in timeline.outcomes:
                yield TimeSpan(f"outcome:{name}", name, resolutions=count)

    def _figures(self, span: TimeSpan, *, roomy: bool) -> str:
        """How many: "1,060 meetings · 31,755 resolutions", or the figures alone where there is little room."""
        if span.is_outcome:
            return f"{span.resolutions:,}"
        if not roomy:
            return f"{span.meetings:,} · {span.resolutions:,}"
        meetings, resolutions = counted(span.meetings, "meeting"), counted(span.resolutions, "resolution")
        return f"{meetings:>14} · {resolutions:>19}"

    def _drawn_months(self, span: TimeSpan, room: int) -> str:
        """The months of a year as blocks: resolutions, and before them meetings where there is room."""
        by_month = {month.month[5:]: month for month in span.months}
        months = [by_month.get(f"{number:02}") for number in range(1, _MONTHS + 1)]
        resolutions = _blocks([month.resolutions if month else 0 for month in months], self._most)
        if room < 2 * _MONTHS + _GAP:
            return resolutions if room >= _MONTHS else ""
        meetings = _blocks([month.meetings if month else 0 for month in months], self._most_meetings)
        return f"{meetings}{' ' * _GAP}{resolutions}"

    def _drawn_bar(self, span: TimeSpan, room: int) -> str:
        most = self._most_of_outcome if span.is_outcome else self._most
        return _bar(span.resolutions / most, min(room, _LONGEST_BAR))

    def _set_open(self, *, opened: bool) -> bool:
        span = self.chosen
        if span is None or not span.is_year or (span.filter in self._opened) == opened:
            return False
        self._opened ^= {span.filter}
        self.show_more(list(self._spans()))
        return True

    def _index(self, filtered: str) -> int:
        rows: Sequence[TimeSpan | Passive | None] = self.rows
        return next(at for at, row in enumerate(rows) if isinstance(row, TimeSpan) and row.filter == filtered)


def _spoken(month: str) -> str:
    """A month as "Mar 2021"."""
    return f"{month_name[int(month[5:])][:3]} {month[:4]}"


def _blocks(numbers: Sequence[int], most: int) -> str:
    """Numbers as blocks of eight heights; a blank is none at all."""
    top = len(_BLOCKS) - 1
    return "".join(_BLOCKS[min(-(-number * top // most), top)] for number in numbers)


def _bar(share: float, cells: int) -> str:
    """A share of a bar so many cells long, an eighth of a cell at least."""
    eighths = max(round(share * cells * 8), 1) if share and cells else 0
    return "█" * (eighths // 8) + _PARTS[eighths % 8].strip()
