"""The words of an item or a meeting, with the decision that is looked at lit, and the words that are looked for."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from textual import work
from textual.content import Content
from textual.geometry import clamp

from store.text.tokens import placed_words
from tui.pages.minutes import SAID, Notes, item_page, meeting_page
from tui.pages.page import BAR, LIT_BAR, PageLines, notice
from tui.pages.safe import pane_title
from tui.pages.spoken import short
from tui.session.library import Reading
from tui.widgets.line_view import PageView

if TYPE_CHECKING:
    from store.views.text_matches import Sought


Match = tuple[tuple[int, int, int], ...]
"""A match in pieces, one a line: the number of the line, the first character there, the one after the last."""

_BREAK = ""  # stands between paragraphs, and is no word


def matches_on(page: PageLines, sought: "Sought") -> tuple[Match, ...]:
    """Every match on a page, in order; words in a row may go on over a line's end, and never over a paragraph's."""
    placed = list(_placed(page))
    stretches = sought.stretches([word for word, _ in placed])
    return tuple(tuple(piece for _, piece in placed[first:end]) for first, end in stretches)


def _placed(page: PageLines) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for number, line in enumerate(page.lines):
        if number in page.asides or not line.plain.strip(f"{BAR}{LIT_BAR}"):
            yield _BREAK, (number, 0, 0)
            continue
        for word, start, end in placed_words(line.plain):
            yield word, (number, start, end)


_AT_ONCE: Final = 20_000  # characters of a page that is set while the screen waits


class ReadingPane(PageView):
    """The page of one place; a notice where there is none.

    `matches` are those of the words that are looked for, `match` the number of the one that the person is at.
    """

    TITLE = "3 Reading"

    def __init__(self) -> None:
        super().__init__()
        self.border_title = pane_title(self.TITLE)
        self._reading: Reading | None = None
        self._said = ""
        self._is_long = False
        self._notes: Notes = MappingProxyType({})
        self._sought: Sought | None = None
        self.matches: tuple[Match, ...] = ()
        self.match: int | None = None
        self._lights: dict[int, list[tuple[int, int, int]]] = {}  # by line: first character, one after, which match
        self._found: tuple[PageLines, Sought | None, tuple[Match, ...]] = (
            PageLines(),
            None,
            (),
        )  # what a thread looked for
        self._top: int | None = None  # the line to scroll to as soon as there is room, instead of to the place

    @property
    def place(self) -> str | None:
        """The permalink of what is shown."""
        return self._reading.permalink if self._reading else None

    @property
    def whole(self) -> str | None:
        """The permalink of the item, or the meeting, whose page it is."""
        return _page_of(self._reading) if self._reading else None

    @property
    def subject(self) -> str:
        """What the page is of, in a few words."""
        line = self._reading.item.line if self._reading and self._reading.item else None
        return f"{line.number or ''} {line.title}".strip() if line else "the meeting"

    async def show(self, reading: Reading, said: str = "", top: int | None = None) -> None:
        """Show the place that `reading` names, scrolled so that it, or what is `said` there, can be seen.

        `top` is the line to begin with instead. A long page is set in a thread, and what was shown stays until then.
        """
        is_long, width = _length(reading) > _AT_ONCE, self.scrollable_content_region.width
        make = partial(_page, reading, said, self._notes)
        page = await asyncio.to_thread(make, width) if is_long else make(width)
        before, self._reading, self._top = self._reading, reading, top
        self._said, self._is_long, self._make = said, is_long, make
        if before is None or _page_of(before) != _page_of(reading):
            self.match = None
            self.to_start()
        if width == self.scrollable_content_region.width:
            await self._find(page)
            self._arrive(page)
        else:
            self._reset()
        line = reading.meeting.line
        self.border_title = pane_title(self.TITLE, short(line.date), self.subject if reading.item else line.committee)

    def show_notes(self, notes: Notes) -> None:
        """Show the person's own notes, each on what it is on."""
        before, self._notes = self._notes, notes
        if self._reading and any(before.get(place) != notes.get(place) for place in self.shown.places):
            self._make = partial(_page, self._reading, self._said, notes)
            self._reset()

    def say(self, heading: str, *sentences: str) -> None:
        """Show sentences in the place of minutes."""
        self._reading, self._is_long = None, False
        self.set_page(lambda width: notice(heading, *sentences, width=width))
        self.border_title = pane_title(self.TITLE)

    async def light(self, sought: "Sought") -> None:
        """Light the words that are looked for."""
        if sought != self._sought:
            self._sought, self.match = sought, None
            await self._find(self.shown)
            self._note_matches()
            self.redraw()

    def darken(self) -> None:
        """Light no words."""
        if self._sought is not None:
            self._sought, self.match = None, None
            self._note_matches()
            self.redraw()

    def beside(self, step: int) -> int | None:
        """The number of the next match (`step` 1) or the one before (-1), from the one in use or from what is seen."""
        if self.match is not None:
            return self.match + step if 0 <= self.match + step < len(self.matches) else None
        top, below = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        seen = [number for number, match in enumerate(self.matches) if top <= match[0][0] < below]
        if seen:
            return seen[0 if step > 0 else -1]
        ahead = [number for number, match in enumerate(self.matches) if (match[0][0] >= below) == (step > 0)]
        return ahead[0 if step > 0 else -1] if ahead else None

    def put(self, match: int) -> None:
        """Go to a match."""
        self.match = clamp(match, 0, len(self.matches) - 1)
        self.redraw()
        self._show_lines(self.matches[self.match][0][0], self.matches[self.match][-1][0] + 1)

    def line(self, number: int) -> Content:
        line = self._page.lines[number]
        for start, end, match in self._lights.get(number, ()):
            line = line.stylize("match-now" if match == self.match else "match", start, end)
        return line

    def _reset(self) -> None:
        if self._is_long:
            self._reset_apart(self._make, self.scrollable_content_region.width)
        else:
            super()._reset()

    @work(exclusive=True, group="setting")
    async def _reset_apart(self, make: Callable[[int], PageLines], width: int) -> None:
        page = await asyncio.to_thread(make, width)
        await self._find(page)
        if make is self._make:
            self._arrive(page)

    async def _find(self, page: PageLines) -> None:
        """Look for the matches on a long page in a thread."""
        if self._is_long and self._sought:
            sought = self._sought
            self._found = page, sought, await asyncio.to_thread(matches_on, page, sought)

    def _arrive(self, page: PageLines) -> None:
        super()._arrive(page)
        self._note_matches()
        if self._top is not None and self.size.height and page.lines:
            self._begin_at(self._top)
            self._top = None
        elif self.match is not None and self.match < len(self.matches):
            self.put(self.match)
        else:
            first, end = page.places.get(SAID) or page.places.get(self.place or "", (0, 0))
            if first:
                self._show_lines(first, end)

    def _note_matches(self) -> None:
        """Take note of the matches on the page, and of which of them are on each line."""
        self.matches = ()
        if self._sought and self._reading:
            page, sought, matches = self._found
            known = page is self.shown and sought is self._sought
            self.matches = matches if known else matches_on(self.shown, self._sought)
        self._lights = defaultdict(list)
        for number, match in enumerate(self.matches):
            for line, start, end in match:
                self._lights[line].append((start, end, number))

    def _show_lines(self, first: int, end: int) -> None:
        """Scroll to some lines, with a little of what stands before them, unless they can be seen already."""
        top, height = self.scroll_offset.y, self.size.height
        if first < top or end > top + height:
            self._begin_at(max(first - height // 4, 0))

    def _begin_at(self, line: int) -> None:
        """Scroll to a line; forced, for a page that has just outgrown its pane has no scrollbar yet."""
        self.scroll_to(y=line, animate=False, immediate=True, force=True)
        self.vertical_scrollbar.position = self.scroll_y  # nobody tells a scrollbar what happened before it was shown


def _page_of(reading: Reading) -> str:
    return reading.item.line.permalink if reading.item else reading.meeting.line.permalink


def _page(reading: Reading, said: str, notes: Notes, width: int) -> PageLines:
    if reading.item:
        return item_page(reading.item, width, reading.permalink, said, notes)
    return meeting_page(reading.meeting, width, notes)


def _length(reading: Reading) -> int:
    """How many characters there are to set, nearly."""
    if reading.item is None:
        return 0
    return sum(len(paragraph.text) for paragraph in reading.item.paragraphs)
