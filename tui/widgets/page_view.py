"""A page in a pane: set anew for every width, and scrolled."""

from collections.abc import Callable

from textual.content import Content
from textual.events import Resize
from textual.selection import Selection

from tui.pages.page import BAR, LIT_BAR, NOTE_BAR, PageLines
from tui.widgets.line_view import LineView


class PageView(LineView):
    """Shows what a function sets for the width there is."""

    def __init__(self, make: Callable[[int], PageLines] = lambda width: PageLines()) -> None:
        super().__init__()
        self._make = make
        self._page = PageLines()

    @property
    def shown(self) -> PageLines:
        """The page as it is set now."""
        return self._page

    def set_page(self, make: Callable[[int], PageLines]) -> None:
        """Show another page."""
        self._make = make
        self._reset()

    def step(self, rows: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)

    def page(self, pages: float) -> None:
        self.step(int(pages * max(self.size.height - 1, 1)))

    def to_start(self) -> None:
        self.scroll_to(y=0, animate=False, immediate=True)

    def to_end(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def inward(self) -> bool:
        """A page has nothing inside it to go to."""
        return False

    def outward(self) -> bool:
        return False

    @property
    def line_count(self) -> int:
        return len(self._page.lines)

    def line(self, number: int) -> Content:
        return self._page.lines[number]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that are selected, without the bars that stand beside them."""
        selected = super().get_selection(selection)
        if selected is None:
            return None
        text, ending = selected
        return "\n".join(line.lstrip(f"{BAR}{LIT_BAR}{NOTE_BAR}") for line in text.split("\n")), ending

    def on_resize(self, event: Resize) -> None:
        self._reset()

    def _reset(self) -> None:
        self._arrive(self._make(self.scrollable_content_region.width))

    def _arrive(self, page: PageLines) -> None:
        """Show a page that was set."""
        self._page = page
        self.reset_lines()
