"""What a PDF page draws beside its words: the rules that strike words out or underline them, and pictures."""

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

    from store.readers.pdf.box import Box

_PATH, _PICTURE = 2, 3  # the types of objects
_MOST_OBJECTS = 5_000  # of a page that are looked at; a chart has more
_THICKEST = 0.25  # of the height of the letters that a rule strikes out or underlines
_NARROWEST = 1.5  # points
_STEP = 10.0  # points: words are looked up by the level of their foot in such steps
_STEPS_DOWN = 4  # of letters whose foot is so far below a rule that goes through them
_STRUCK = (0.2, 0.68)  # of the height of the letters, from their foot: where a rule goes through them
_UNDER = (-0.15, 0.2)  # and where it goes under them
_COVERED = 0.6  # of the width of a word that such a rule covers
_BEYOND = 3.0  # points that a line under words goes on beyond them; what goes further is a table's


class Rule(NamedTuple):
    """A thin line level with the words."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def level(self) -> float:
        return (self.bottom + self.top) / 2


class Drawn(NamedTuple):
    """The rules on a page, and whether there is anything on it beside words."""

    rules: tuple[Rule, ...]
    anything: bool


def drawn_on(page: "PdfPage") -> Drawn:
    """What a page draws, in its own points."""
    from pypdfium2 import raw

    rules: list[Rule] = []
    anything = False
    edges = [ctypes.c_float() for _ in range(4)]
    handle = page.raw
    for at in range(min(raw.FPDFPage_CountObjects(handle), _MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(handle, at)
        kind = raw.FPDFPageObj_GetType(drawn)
        anything = anything or kind in {_PATH, _PICTURE}
        if kind == _PATH and raw.FPDFPageObj_GetBounds(drawn, *edges):
            rule = Rule(*(edge.value for edge in edges))
            if rule.right - rule.left >= _NARROWEST and rule.right - rule.left > rule.top - rule.bottom:
                rules.append(rule)
    return Drawn(tuple(rules), anything)


def ruled(boxes: Sequence["Box"], rules: Iterable[Rule], beyond: float = _BEYOND) -> tuple[set[int], set[int]]:
    """Which words (their boxes) rules go through, and which they go under, by their place in the sequence.

    A rule that goes on further than `beyond` the words, in points, is no such one, but a table's.
    """
    by_level: defaultdict[int, list[int]] = defaultdict(list)
    for at, box in enumerate(boxes):
        by_level[int(box.bottom // _STEP)].append(at)
    struck: set[int] = set()
    underlined: set[int] = set()
    for rule in rules:
        step = int(rule.level // _STEP)
        near = [at for level in range(step - _STEPS_DOWN, step + 2) for at in by_level.get(level, ())]
        for band, found in ((_STRUCK, struck), (_UNDER, underlined)):
            along = [at for at in near if _is_along(rule, boxes[at], band)]
            if not along:
                continue
            left, right = min(boxes[at].left for at in along), max(boxes[at].right for at in along)
            if rule.left >= left - beyond and rule.right <= right + beyond:
                found.update(at for at in along if _covered(rule, boxes[at]) >= _COVERED)
    return struck, underlined


def _is_along(rule: Rule, box: "Box", band: tuple[float, float]) -> bool:
    """Whether a rule lies in a band over the foot of a box, and over some of its width."""
    height = box.top - box.bottom
    if rule.top - rule.bottom > _THICKEST * height or _covered(rule, box) <= 0:
        return False
    return box.bottom + band[0] * height <= rule.level <= box.bottom + band[1] * height


def _covered(rule: Rule, box: "Box") -> float:
    """The share of a box's width that a rule covers."""
    return (min(rule.right, box.right) - max(rule.left, box.left)) / max(box.right - box.left, _NARROWEST)
