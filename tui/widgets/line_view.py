"""Something that scrolls over lines made when they are looked at, in a few named roles; and pages set for a width."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.events import Resize
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tui.pages.page import BAR, LIT_BAR, NOTE_BAR, PageLines
from tui.pages.safe import HARMLESS, ControlFilter, cleaned

# Lines that are kept as they were drawn, in a dictionary: Textual's caches are rings, which only a collector can free.
_MOST_STRIPS = 2_000


class Covered(Widget):
    """A widget that others cover, but for a line above and a margin: each other line is as good as the second.

    Textual draws what is covered too, line by line, which takes nearly as long as drawing what covers it.
    """

    _line_filters: Sequence[LineFilter] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        lines = super().render_lines(Region(crop.x, crop.y, crop.width, min(crop.height, 2)))
        return lines[:1] + lines[1:] * (crop.height - 1)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Those of the app, which are asked for at every key."""
        if self._line_filters is None:
            self._line_filters = super().get_line_filters()
        return self._line_filters

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._line_filters = None


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A line-API view: a subclass says how many lines there are and what is on each, in the roles of its screen.

    Only what the cursor looks like is the view's own, for it depends on whether the view has the focus.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"role--cursor"}

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        background: $surface;
        & > .role--cursor { background: $cursor-away; }
        &:focus > .role--cursor { background: $cursor; }
    }
    LineView:ansi {
        & > .role--cursor { text-style: bold; }
        &:focus > .role--cursor { text-style: reverse; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[tuple[int, int, bool, bool], Strip] = {}
        self._styles: dict[tuple[str, bool], RichStyle] = {}  # of roles, and of nothing in particular, by the focus
        self._count = 0  # lines, when that was noted last
        self._line_filters: Sequence[LineFilter] | None = None
        self.cursor_lines = range(0)  # those of what the cursor is on

    @property
    @abstractmethod
    def line_count(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def line(self, number: int) -> Content:
        """The words on a line, no wider than the view."""

    @property
    def line_width(self) -> int:
        """The cells that a line may have: as many as can be seen."""
        return self.scrollable_content_region.width

    def reset_lines(self) -> None:
        """Forget the drawn lines, and take note of how many there are now."""
        self.note_size()
        self.redraw()

    def redraw(self) -> None:
        """Forget the drawn lines."""
        self._strips.clear()
        self.refresh()

    def forget_lines(self, lines: range) -> None:
        """Have some lines drawn anew."""
        for key in [key for key in self._strips if key[0] in lines]:
            del self._strips[key]
        self.refresh_lines(lines.start, len(lines))

    def note_size(self) -> None:
        """Take note of how many lines there are now."""
        self._count = self.line_count
        self.virtual_size = Size(self.line_width, self._count)

    def render_line(self, y: int) -> Strip:
        number = self.scroll_offset.y + y
        width = self.line_width
        if not 0 <= number < self._count:
            return Strip.blank(width, self._base)
        key = (number, width, number in self.cursor_lines, self.has_focus)
        if self.text_selection is not None:
            return self._draw(number, width)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _MOST_STRIPS:
                self._strips.clear()
            strip = self._draw(number, width)
            self._strips[key] = strip
        return strip

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Those of the app but two: no line here has the terminal's own colours, and each was cleaned when drawn."""
        if self._line_filters is None:
            every = super().get_line_filters()
            self._line_filters = [one for one in every if not isinstance(one, ANSIToTruecolor | ControlFilter)]
        return self._line_filters

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()
        self._line_filters = None

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        lines = (self.line(number).plain for number in range(self.line_count))
        return selection.extract("\n".join(lines)), "\n"

    def _draw(self, number: int, width: int) -> Strip:
        base = self._base
        content = self.line(number)
        if number in self.cursor_lines:
            base = base + self._cursor_style
        if (selection := self.text_selection) and (span := selection.get_span(number)):
            start, end = span
            marked = self.screen.get_component_rich_style("screen--selection")
            end = len(content) if end == -1 else end
            content = content.stylize(Style.from_rich_style(marked), start, end)
        content = content.truncate(width, ellipsis=True)
        drawn = content.render(_styled(base), end="", parse_style=self._role_style)
        segments = [Segment(text, style.rich_style) for text, style in drawn]
        if not HARMLESS.fullmatch(content.plain):
            segments = cleaned(segments)
        strip = Strip(segments, content.cell_length)
        strip = strip.extend_cell_length(width, base)
        return strip.apply_offsets(0, number) if self.ALLOW_SELECT else strip

    @property
    def _base(self) -> RichStyle:
        """The style of words of no role; putting it together anew for every line would take as long as the words."""
        return self._kept_style("", lambda: self.rich_style)

    @property
    def _cursor_style(self) -> RichStyle:
        return self._kept_style("cursor", lambda: self.get_component_rich_style("role--cursor", partial=True))

    def _role(self, role: str) -> RichStyle:
        return self._kept_style(role, lambda: self.screen.get_component_rich_style(f"role--{role}", partial=True))

    def _kept_style(self, role: str, make: Callable[[], RichStyle]) -> RichStyle:
        key = role, self.has_focus
        if key not in self._styles:
            self._styles[key] = make()
        return self._styles[key]

    def _role_style(self, role: str | Style) -> Style:
        return role if isinstance(role, Style) else _styled(self._role(role))


@lru_cache
def _styled(style: RichStyle) -> Style:
    return Style.from_rich_style(style)


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
