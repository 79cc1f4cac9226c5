"""The only way that stored text becomes something on a screen: as words, never as markup and never as a command."""

import re
from collections.abc import Iterable
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from store.text.clean import clean

_BREAKS: Final = str.maketrans("\n\t", "  ")
HARMLESS: Final = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u2010-\u2015\u2018-\u2027\u2030-\u205e\u2190-\u25ff\u2713\u270e]*"
)
"""Letters of the West, punctuation, arrows, boxes and marks: what most lines consist of, and nothing to clean."""

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """`text` cleaned, on one line."""
    return text if HARMLESS.fullmatch(text) else clean(text).translate(_BREAKS)


def words(text: str, style: str = "") -> Content:
    """`text` as content of one line, in one style."""
    return Content.styled(plain(text), style) if style else Content(plain(text))


def lit(text: str, spans: Iterable[tuple[int, int]], style: str) -> Content:
    """`text` with the stretches at `spans` (first character, one after the last; in order, apart) in `style`.

    Each stretch is cleaned by itself, so that dropping a character never moves the light to a neighbour.
    """
    parts: list[Content] = []
    done = 0
    for start, end in spans:
        parts += [words(text[done:start]), words(text[start:end], style)]
        done = end
    return Content.assemble(*parts, words(text[done:]))


class ControlFilter(LineFilter):
    """Cleans every line on its way to the terminal, whichever widget made it: what is typed goes by no other way."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if HARMLESS.fullmatch("".join([segment.text for segment in segments])):
            return segments
        return cleaned(segments)


def cleaned(segments: Iterable[Segment]) -> list[Segment]:
    """A line in which nothing drives the terminal."""
    return [Segment(_shown(text), style, control) for text, style, control in segments]


def _shown(text: str) -> str:
    """`text` without what takes no cell; half of a character takes one."""
    return _CONTROL.sub("", clean(_HALF.sub("\ufffd", text)))


class NoColourFilter(LineFilter):
    """Takes every colour out of a line, even the terminal's own; bold, underlined and reversed words stay so."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]


def pane_title(*parts: str) -> Content:
    """The parts there are, with dots between, and space around them that the rule would otherwise touch."""
    return words(f" {' · '.join(part for part in parts if part)} ")
