"""The words of an item or a meeting, with the decision that is looked at lit."""

from functools import partial

from tui.library import Reading
from tui.pages.item import SAID, item_page
from tui.pages.meeting import meeting_page
from tui.pages.notice import notice
from tui.widgets.page_view import PageView
from tui.widgets.pane_title import pane_title


class ReadingPane(PageView):
    """The page of one place; a notice where there is none."""

    TITLE = "3 Reading"

    def __init__(self) -> None:
        super().__init__()
        self.border_title = pane_title(self.TITLE)
        self._reading: Reading | None = None

    @property
    def place(self) -> str | None:
        """The permalink of what is shown."""
        return self._reading.permalink if self._reading else None

    def show(self, reading: Reading, said: str = "") -> None:
        """Show the place that `reading` names, scrolled so that it, or what is `said` there, can be seen."""
        before, self._reading = self._reading, reading
        if before is None or _page_of(before) != _page_of(reading):
            self.to_start()
        if reading.item:
            self.set_page(partial(item_page, reading.item, lit=reading.permalink, said=said))
            subject = f"{reading.item.line.number or ''} {reading.item.line.title}".strip()
        else:
            self.set_page(partial(meeting_page, reading.meeting))
            subject = "the meeting"
        self.border_title = pane_title(self.TITLE, subject)

    def say(self, heading: str, *sentences: str) -> None:
        """Show sentences in the place of minutes."""
        self._reading = None
        self.set_page(lambda width: notice(heading, *sentences, width=width))
        self.border_title = pane_title(self.TITLE)

    def _reset(self) -> None:
        super()._reset()
        self._scroll_to_place()

    def _scroll_to_place(self) -> None:
        """Scroll to the place, with a little of what stands before it, unless it can be seen already."""
        places = self.shown.places
        first, end = places.get(SAID) or places.get(self.place or "", (0, 0))
        top, height = self.scroll_offset.y, self.size.height
        if first and (first < top or end > top + height):
            self.scroll_to(y=max(first - height // 4, 0), animate=False, immediate=True)


def _page_of(reading: Reading) -> str:
    return reading.item.line.permalink if reading.item else reading.meeting.line.permalink
