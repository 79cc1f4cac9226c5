"""How every cell of the screen is drawn, in the words of the theme: the same words in every theme."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.tui.opened import Opened
from tui.widgets.theme import PALETTES, Palette

_WORDS = ("bold", "dim", "italic", "underline", "reverse")
_DECORATION = set("─━│┊┃┌┐└┘▔▁▂▃▄▅▆▇█▏▎▍▌▋▊▉░▒▓╸╺╶╴ ")
"""What is no word and need not be read: rules, bars of scrollbars and charts, and space."""


def looks(app: Opened) -> str:
    """The cells that are not plain words on the background, a line a line: "3: 1-12 accent bold, 14-19 quiet"."""
    palette = PALETTES[app.app.theme]
    lines = []
    for number, strip in enumerate(app.strips, 1):
        spans = ", ".join(_spans(strip, palette))
        if spans:
            lines.append(f"{number}: {spans}")
    return "\n".join(lines) + "\n"


def colours(app: Opened) -> set[tuple[str, str]]:
    """The colours of words and of what they stand on, of everything on the screen that is to be read."""
    return {
        _seen(segment.style)
        for strip in app.strips
        for segment in strip
        if segment.style and not set(segment.text) <= _DECORATION
    }


def _spans(strip: Strip, palette: Palette) -> Iterator[str]:
    column = 1
    for drawn, segments in groupby(strip, key=lambda segment: _looks(segment, palette)):
        width = sum(cell_len(segment.text) for segment in segments)
        if drawn:
            yield f"{column}-{column + width - 1} {drawn}" if width > 1 else f"{column} {drawn}"
        column += width


def _looks(segment: Segment, palette: Palette) -> str:
    """How a segment is drawn: "accent bold on panel"; nothing for plain words on the background, nor for its blanks."""
    style = segment.style or Style()
    ink, ground = _role(_hex(style, "color"), palette), _role(_hex(style, "bgcolor"), palette)
    blank = not segment.text.strip() and not style.reverse and not style.underline
    parts = [] if blank or ink == "words" else [ink]
    parts += [] if blank else [word for word in _WORDS if getattr(style, word)]
    parts += [] if ground in ("background", "") else [f"on {ground}"]
    return " ".join(parts)


def _role(colour: str, palette: Palette) -> str:
    """What a colour is in a palette: Textual reckons with them, and may come out a step beside."""
    for role, meant in asdict(palette).items():
        if colour and all(abs(one - other) <= 1 for one, other in zip(_parts(colour), _parts(meant), strict=True)):
            return role
    return colour


def _parts(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


def _seen(style: Style) -> tuple[str, str]:
    ink, ground = _hex(style, "color"), _hex(style, "bgcolor")
    return (ground, ink) if style.reverse else (ink, ground)


def _hex(style: Style, part: str) -> str:
    colour = getattr(style, part)
    return colour.get_truecolor().hex if colour else ""
