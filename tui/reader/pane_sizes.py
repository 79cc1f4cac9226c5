"""How the panes share the screen: as the settings say, until the person moves a rule between them."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Final, cast

from textual.geometry import Offset, Region
from textual.widget import Widget

from tui.widgets.layout import Arrangement, Pane, Sizes

if TYPE_CHECKING:
    from tui.app import Reader
    from tui.reader.panes import Panes

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
        return cast("Reader", self._panes.app).config.sizes

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
