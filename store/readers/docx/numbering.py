"""The numbers that Word sets before paragraphs by itself: which list a paragraph is in, and how far that has counted.

The rules are those of ECMA-376, part 1, 17.9 (Numbering).
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from store.readers.docx.styles import Styles
from store.readers.symbols import shown
from store.text.numerals import roman

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_ZEROS = re.compile(r"(0{1,9}1)\b")
_IN_WORDS = {
    "cardinalText": tuple(
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen"  # noqa: SIM905
        " Eighteen Nineteen Twenty".split()
    ),
    "ordinalText": tuple(
        "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth"  # noqa: SIM905
        " Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth".split()
    ),
    "decimalEnclosedCircle": tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
}
_LARGEST = 30_000  # what Word counts to; a hostile start would make Roman numerals without end
_BULLETS = "-–—•·▪◦*"
_ORDINARY_BULLET = "•"
_HOLLOW_BULLET = "o"  # set in Courier New, to look like a circle


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list counts: `text` is "%1.%2)", `restart` the level (from 1) after which it begins anew."""

    start: int
    form: str
    text: str
    legal: bool
    restart: int | None
    suffix: str


class Numbering:
    """The lists of a document, counting: to be asked for every paragraph once, in the order of the document."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        root = Element("numbering") if part is None else part
        self._styles = styles
        self._abstract = {one.get("abstractNumId", ""): one for one in root.findall("abstractNum")}
        self._lists = {one.get("numId", ""): one for one in root.findall("num")}
        self._levels: dict[str, list[_Level]] = {}
        self._counts: dict[str, list[int | None]] = {}  # by the list that others take their levels from, and go on with
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        """The number or bullet that Word shows before `paragraph`, with what parts it from the words; "" for none."""
        list_id = self._styles.value(paragraph, "numPr/numId") or ""
        if list_id not in self._lists:
            return ""
        if list_id not in self._levels:
            self._levels[list_id] = [self._level(list_id, place) for place in range(_LEVELS)]
        levels, place = self._levels[list_id], self._place(paragraph, list_id)
        counts = self._count(list_id, place)
        level = levels[place]
        if level.form == "bullet":
            text = _bullet(level.text)
        else:
            text = _PLACE.sub(lambda found: _figure(levels, counts, int(found[1]) - 1, legal=level.legal), level.text)
        return text and text + level.suffix

    def _place(self, paragraph: Element, list_id: str) -> int:
        """The level of a paragraph, from 0: its own, or that which its list keeps for its style."""
        place = self._styles.value(paragraph, "numPr/ilvl")
        if place is None:
            style = self._styles.of(paragraph)
            linked = (
                level.get("ilvl")
                for level in self._base(list_id).findall("lvl")
                if (of := level.find("pStyle")) is not None and of.get("val") == style
            )
            place = next(linked, None)
        return min(_integer(place, 0), _LEVELS - 1)

    def _count(self, list_id: str, place: int) -> list[int | None]:
        """Count one on at a level; those below it begin anew."""
        levels = self._levels[list_id]
        counts = self._counts.setdefault(self._base(list_id).get("abstractNumId", ""), [None] * _LEVELS)
        override = self._lists[list_id].find(f"lvlOverride[@ilvl='{place}']/startOverride")
        last = counts[place]
        if override is not None and (list_id, place) not in self._begun:
            counts[place] = _integer(override.get("val"), 1)
        else:
            counts[place] = levels[place].start if last is None else min(last + 1, _LARGEST)
        self._begun.add((list_id, place))
        for below in range(place + 1, _LEVELS):
            restart = levels[below].restart
            if restart is None or place < restart:
                counts[below] = None
        return counts

    def _base(self, list_id: str) -> Element:
        """The definition of a list's levels, which may be another's of the same style."""
        reference = self._lists[list_id].find("abstractNumId")
        base = self._abstract.get("" if reference is None else reference.get("val", ""), Element("abstractNum"))
        link = base.find("numStyleLink")
        if link is None:
            return base
        named = (
            one
            for one in self._abstract.values()
            if (of := one.find("styleLink")) is not None and of.get("val") == link.get("val")
        )
        return next(named, base)

    def _level(self, list_id: str, place: int) -> _Level:
        own = self._lists[list_id].find(f"lvlOverride[@ilvl='{place}']/lvl")
        level = self._base(list_id).find(f"lvl[@ilvl='{place}']") if own is None else own
        if level is None:
            level = Element("lvl")

        def value(tag: str) -> str | None:
            found = level.find(tag)
            return None if found is None else found.get("val", "1")

        form = level.find("numFmt")
        custom = form is not None and form.get("val") == "custom" and form.get("format")
        restart = value("lvlRestart")
        return _Level(
            start=_integer(value("start"), 0),
            form=custom or value("numFmt") or "decimal",
            text=value("lvlText") or "",
            legal=value("isLgl") in {"1", "true", "on"},
            restart=None if restart is None else _integer(restart, 0),
            suffix={"space": " ", "nothing": ""}.get(value("suff") or "tab", "\t"),
        )


def _figure(levels: list[_Level], counts: list[int | None], place: int, *, legal: bool) -> str:
    """The count at a level as it is written; a level that has not been counted yet shows where it starts."""
    count, level = counts[place], levels[place]
    return written(level.start if count is None else count, "decimal" if legal else level.form)


def written(number: int, form: str) -> str:
    """A number in one of Word's forms: "decimal" 4, "lowerLetter" d, "001, 002, ..." 004; the rare ones as figures."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if pattern := _ZEROS.match(form):  # Word's own: "001, 002, 003, ..."
        return f"{number:0{len(pattern[1])}}"
    if form in _IN_WORDS and 0 < number <= len(_IN_WORDS[form]):
        return _IN_WORDS[form][number - 1]
    if form == "ordinal":
        ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    if number < 1 or form not in {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}:
        return str(number)
    letters = roman(number) if form.endswith("Roman") else chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return letters.upper() if form.startswith("upper") else letters


def _bullet(text: str) -> str:
    """A bullet as a character that is one in every font."""
    sign = shown(text).strip()
    if sign == _HOLLOW_BULLET:
        return "◦"
    return sign if not sign or sign in _BULLETS else _ORDINARY_BULLET


def _integer(text: str | None, default: int) -> int:
    return min(int(text), _LARGEST) if text and text.isascii() and text.isdecimal() else default
