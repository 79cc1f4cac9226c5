"""The four panes: which of them is in use, and which of them the size of the screen has room for."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widget import Widget

from tui.finding.resolution_pane import ResolutionPane
from tui.pages.marks import Marks
from tui.pages.minutes import Notes
from tui.ports import Application, Movable, Pane, Sizes
from tui.reader.item_tree import ItemTree
from tui.reader.meetings_pane import MeetingList
from tui.reader.reading_pane import ReadingPane
from tui.widgets.layout import Arrangement, arrange
from tui.widgets.line_view import Covered

_COLUMNS, _LINES = 2, 1  # that a key moves a rule by

_SIDES: Final = {
    "left": ({Pane.MEETINGS, Pane.ITEMS}, {Pane.READING, Pane.RESOLUTIONS}),
    "meetings": ({Pane.MEETINGS}, {Pane.ITEMS}),
    "reading": ({Pane.READING}, {Pane.RESOLUTIONS}),
    "found": ({Pane.RESOLUTIONS}, {Pane.READING}),
}
"""The panes at the sides of each rule, by the name of its share in `Sizes`: first those whose share it is."""


class PaneSizes:
    """Moves the rules between the panes, by keys or with the mouse."""

    def __init__(self, panes: "Panes") -> None:
        self._panes = panes
        self._moved: Sizes | None = None
        self._dragged: str | None = None

    @property
    def now(self) -> Sizes:
        return self._moved or self._set

    @property
    def moved(self) -> bool:
        """Whether the person changed anything."""
        return self._moved is not None

    def remembered(self) -> dict[str, object]:
        """What the person changed, and the settings that it was changed from, to be kept for the next time."""
        return {"set": asdict(self._set), "now": asdict(self._moved)} if self._moved else {}

    def restore(self, kept: Mapping[str, object]) -> None:
        """Take sizes that were remembered, unless the settings are others now; what is no size is passed over."""
        now = kept.get("now")
        if kept.get("set") != asdict(self._set) or not isinstance(now, dict):
            return
        for one in fields(Sizes):
            share = now.get(one.name)
            if isinstance(share, int | float) and not isinstance(share, bool):
                self._move(one.name, share)

    def reset(self) -> None:
        """Go back to the sizes of the settings."""
        self._moved = None
        self.apply()

    def rule_beside(self, pane: Pane, *, upright: bool) -> str | None:
        """The rule at the side of a pane (`upright`), or over or under it, where there is one on the screen."""
        beside = (rule for rule in self._rules if pane in set.union(*_SIDES[rule]))
        return next((rule for rule in beside if (rule == "left") is upright), None)

    def grow(self, pane: Pane, steps: int, *, upright: bool) -> None:
        """Make a pane wider (`upright`) or higher, or with fewer than no steps less so."""
        if rule := self.rule_beside(pane, upright=upright):
            first, _ = _SIDES[rule]
            whole = self._whole(rule)
            moved = steps * (_COLUMNS if upright else _LINES) * (1 if pane in first else -1)
            self._move(rule, _share(int(getattr(self.now, rule) * whole / 100) + moved, whole))

    def rule_at(self, at: Offset) -> str | None:
        """The rule at a place of the screen."""
        return next((rule for rule in self._rules if self._is_at(rule, at)), None)

    def begin_drag(self, at: Offset) -> bool:
        """Take hold of the rule at a place of the screen; False where there is none."""
        self._dragged = self.rule_at(at)
        return self._dragged is not None

    def drag(self, at: Offset) -> None:
        """Move the rule that is held to a place of the screen."""
        if self._dragged:
            way = at - self._shared(self._dragged).offset
            done = way.x if self._dragged == "left" else way.y
            self._move(self._dragged, _share(done, self._whole(self._dragged)))

    def end_drag(self) -> bool:
        """Let go of the rule; False when none was held."""
        held, self._dragged = self._dragged, None
        return held is not None

    def apply(self) -> None:
        """Give every pane on the screen its size."""
        panes, rules = self._panes, self._rules
        panes.query_one("#left").styles.width = _part(self.now.left if "left" in rules else None)
        panes.meetings.styles.height = _part(self.now.meetings if "meetings" in rules else None)
        panes.reading.styles.height = _part(self.now.reading if "reading" in rules else None)
        panes.resolutions.styles.height = _part(self.now.found if "found" in rules else None)

    @property
    def _set(self) -> Sizes:
        """The sizes of the settings."""
        return cast("Application", self._panes.app).config.sizes

    @property
    def _rules(self) -> list[str]:
        """The rules that are on the screen."""
        arrangement: Arrangement = self._panes.arrangement
        other = "reading" if arrangement.name == "finding" else "found"
        shown = arrangement.panes
        return [rule for rule, (one, two) in _SIDES.items() if shown & one and shown & two and rule != other]

    def _shared(self, rule: str) -> Region:
        """What the panes at the sides of a rule share."""
        if rule == "left":
            return self._panes.region
        return self._panes.query_one("#left" if rule == "meetings" else "#right").region

    def _whole(self, rule: str) -> int:
        """The cells that the panes at the sides of a rule share."""
        region = self._shared(rule)
        return region.width if rule == "left" else region.height

    def _is_at(self, rule: str, at: Offset) -> bool:
        panes = self._panes
        if rule == "left":
            region = panes.query_one("#right").region
            return at.x == region.x and region.contains_point(at)
        below: dict[str, Widget] = {"meetings": panes.items, "reading": panes.resolutions, "found": panes.reading}
        region = below[rule].region
        return at.y == region.y and region.contains_point(at)

    def _move(self, rule: str, share: float) -> None:
        self._moved = self.now.changed(rule, share)
        self.apply()


def _share(done: int, whole: int) -> float:
    """The share, in percent, that puts a rule behind `done` cells of `whole`, whichever way it is rounded."""
    return (done + 0.5) * 100 / max(whole, 1)


def _part(share: float | None) -> str:
    """A size in Textual's words: a share in percent, or all that is left."""
    return "1fr" if share is None else f"{share:.2f}%"


_TWO_COLUMNS = "-two-columns"


class PaneColumn(Vertical, Covered):
    """Panes one over the other."""


class Panes(Horizontal, Covered):
    """Meetings over items at the left, reading over resolutions at the right, or as many of them as fit.

    The pane in use always has the focus, whatever is resized or clicked.
    """

    @dataclass
    class Changed(Message):
        """Another pane is in use."""

        before: Pane
        now: Pane

    def __init__(self) -> None:
        super().__init__()
        self.pane = Pane.MEETINGS
        self.left = Pane.MEETINGS  # which of the left two stands where there is room for one
        self.alone = False  # whether the pane in use has the whole screen
        self.sizes = PaneSizes(self)
        self.arrangement = Arrangement("", frozenset())
        self._focused: Widget | None = None

    def compose(self) -> ComposeResult:
        # Said before there are styles to change, or all of them would be made twice.
        self.set_class(self._arranged().two_columns, _TWO_COLUMNS, update=False)
        with PaneColumn(id="left"):
            yield MeetingList()
            yield ItemTree()
        with PaneColumn(id="right"):
            yield ReadingPane()
            yield ResolutionPane()

    @property
    def meetings(self) -> MeetingList:
        return self.query_one(MeetingList)

    @property
    def items(self) -> ItemTree:
        return self.query_one(ItemTree)

    @property
    def reading(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @property
    def resolutions(self) -> ResolutionPane:
        return self.query_one(ResolutionPane)

    @property
    def movable(self) -> Movable:
        """What the movement keys move; from the find box it is the list below it."""
        return (self.meetings, self.items, self.reading, self.resolutions.answers)[self.pane - 1]

    @property
    def under_cursor(self) -> str | None:
        """The permalink that the cursor is on."""
        if self.pane is Pane.MEETINGS:
            return self.meetings.current.permalink if self.meetings.current else None
        if self.pane is Pane.ITEMS:
            return self.items.place
        if self.pane is Pane.READING:
            return self.reading.place
        return self.resolutions.hit.permalink if self.resolutions.hit else None

    @property
    def in_find_box(self) -> bool:
        """Whether letters go to the find box."""
        return self.screen.focused is self.resolutions.box

    def show_notes(self, notes: Notes) -> None:
        """Show the person's own notes, each on what it is on."""
        self.reading.show_notes(notes)

    def mark(self, marks: Marks) -> None:
        """Mark in every list what the person keeps."""
        self.meetings.mark(marks)
        self.items.mark(marks)
        self.resolutions.answers.mark(marks)

    def use(self, pane: Pane) -> None:
        """Put a pane on the screen and the focus on it."""
        self._enter(pane)
        self._focus((self.meetings, self.items, self.reading, self.resolutions.answers)[pane - 1])

    def use_find_box(self) -> None:
        """Put the focus on the find box, with its words selected: typing begins anew, arrows and Esc keep them."""
        self._enter(Pane.RESOLUTIONS)
        self._focus(self.resolutions.box)
        self.resolutions.box.action_select_all()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self._focused = event.widget
        for number, widget in zip(Pane, self._widgets, strict=True):
            if widget in event.widget.ancestors_with_self:
                self._enter(number)

    def on_descendant_blur(self) -> None:
        self.call_later(self._keep_focus)

    def maximise(self) -> None:
        """Give the pane in use the whole screen, or give the others their room back."""
        self.alone = not self.alone
        self._arrange()

    def on_resize(self, event: Resize) -> None:
        self._arrange()

    def on_mouse_down(self, event: MouseDown) -> None:
        if self.sizes.begin_drag(event.screen_offset):
            self.screen.clear_selection()  # which Textual begins wherever a button goes down
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        self.sizes.drag(event.screen_offset)

    def on_mouse_up(self, event: MouseUp) -> None:
        if self.sizes.end_drag():
            self.release_mouse()

    @property
    def _widgets(self) -> tuple[Widget, Widget, Widget, Widget]:
        return self.meetings, self.items, self.reading, self.resolutions

    def _enter(self, pane: Pane) -> None:
        before, self.pane = self.pane, pane
        if pane in (Pane.MEETINGS, Pane.ITEMS):
            self.left = pane
        self._arrange()
        if before is not pane:
            self.post_message(self.Changed(before, pane))

    def _arranged(self) -> Arrangement:
        wanted = cast("Application", self.app).config.panes
        return arrange(*self.app.size, self.pane, self.left, wanted, alone=self.alone)

    def _arrange(self) -> None:
        arrangement = self._arranged()
        if arrangement == self.arrangement:
            return
        self.arrangement = arrangement
        for number, widget in zip(Pane, self._widgets, strict=True):
            widget.display = number in arrangement.panes
        self.query_one("#left").display = arrangement.left
        self.query_one("#right").display = arrangement.right
        self.set_class(arrangement.name == "finding", "-finding")
        self.set_class(arrangement.two_columns, _TWO_COLUMNS)
        self.sizes.apply()

    def _focus(self, widget: Widget) -> None:
        """Focus at once: `Widget.focus` waits its turn, and the letters typed right after `/` would go elsewhere."""
        self.screen.set_focus(widget)

    def _keep_focus(self) -> None:
        """Textual takes the focus from a widget that a small screen has no room for; give it back."""
        if self.screen.is_current and self.screen.focused is None and self._focused and self.app.app_focus:
            self.screen.set_focus(self._focused, scroll_visible=False)
