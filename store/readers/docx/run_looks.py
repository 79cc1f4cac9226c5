"""How the runs of a Word document are set: by themselves, by their style, by their paragraph's style, by default."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from store.model import Look
from store.readers.docx.styles import Styles
from store.readers.styled import PLAIN

_OFF = {"0", "false", "off", "none"}
_ON_OFF = ("b", "i", "strike", "dstrike", "vanish")
_USUAL_SIZE = 20.0  # half points, where nothing says
_SMALLEST_SEEN = 4.0  # half points: what is smaller nobody reads
_RAISED_FROM = 4.0  # half points over the line
_HEADINGS = 6  # levels

Properties = Mapping[str, str]


class RunLooks:
    """The looks of runs, and what else of their properties changes the words: the font, whether they are seen."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._of_styles: dict[tuple[str, str], Properties] = {}
        self._looks: dict[tuple[tuple[str, str], ...], Look] = {}

    def properties(self, run: Element, paragraph: Element) -> Properties:
        """What holds for a run: the value of each property by its tag; "font" is the name of its font."""
        own = run.find("rPr")
        named = None if own is None else own.find("rStyle")
        key = (self._styles.of(paragraph), "" if named is None else named.get("val", ""))
        if key not in self._of_styles:
            found: dict[str, str] = {}
            for element in self._styles.run_chain(*key):
                found.update(_values(element))
            self._of_styles[key] = found
        of_styles = self._of_styles[key]
        return of_styles if own is None else {**of_styles, **dict(_values(own))}

    def look(self, properties: Properties) -> Look:
        """The look that properties give; its size is in half points."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            self._looks[key] = _look(properties)
        return self._looks[key]

    def heading(self, paragraph: Element) -> int:
        """The level of the heading that a paragraph is, by its style or by itself; 0 where it is none."""
        outline = self._styles.value(paragraph, "outlineLvl")
        if outline and outline.isascii() and outline.isdecimal():
            return int(outline) + 1 if int(outline) < _HEADINGS else 0
        return 1 if self._styles.name(paragraph) == "title" else 0


def is_seen(properties: Properties) -> bool:
    """Whether a page shows words that are set so."""
    return not properties.get("vanish") and _size(properties) > _SMALLEST_SEEN


def is_white(properties: Properties) -> bool:
    """Whether words are set in white, with nothing behind them that would let them be seen."""
    return properties.get("color", "").upper() == "FFFFFF" and not (
        properties.get("highlight") or properties.get("shd")
    )


def _values(properties: Element) -> Iterator[tuple[str, str]]:
    """The properties of an `rPr` that matter; what is switched off is "" to the looks, but it overrides."""
    for child in properties:
        tag, value = child.tag, child.get("val", "1")
        if tag in _ON_OFF:
            yield tag, "" if value in _OFF else "1"
        elif tag == "rFonts":
            if font := child.get("ascii") or child.get("hAnsi"):
                yield "font", font
        elif tag == "shd":
            yield tag, "" if child.get("fill", "auto") in {"auto", "FFFFFF", "ffffff"} else "1"
        elif tag in {"color", "highlight", "position", "sz", "u", "vertAlign"}:
            yield tag, "" if value in _OFF else value


def _look(properties: Properties) -> Look:
    raised = properties.get("vertAlign") == "superscript" or _number(properties.get("position", "")) >= _RAISED_FROM
    return replace(
        PLAIN,
        bold=bool(properties.get("b")),
        italic=bool(properties.get("i")),
        underlined=bool(properties.get("u")),
        raised=raised,
        struck=bool(properties.get("strike") or properties.get("dstrike")),
        size=_size(properties),
    )


def _size(properties: Properties) -> float:
    return _number(properties.get("sz", "")) or _USUAL_SIZE


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
