"""Fields of Word that show more than the words kept in them: numbers counted, boxes ticked, entries chosen."""

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from store.readers.docx.numbering import written

_COUNTING = re.compile(r"\s*(?P<kind>AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_LEVEL = re.compile(r"\\l\s*(\d)")
_START = re.compile(r"\\s\s*(\d{1,5})")
_LIST = re.compile(r"\s*\"?([A-Za-z]\w*)")
# The three lists that Word has for LISTNUM: how each level is written.
_LISTS: dict[str, tuple[tuple[str, str], ...]] = {
    "numberdefault": (
        *(("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})")),
        *(("decimal", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})")),
        *(("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}.")),
    ),
    "outlinedefault": (
        *(("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}.")),
        *(("lowerLetter", "{})"), ("decimal", "({})"), ("lowerLetter", "({})")),
        *(("lowerRoman", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})")),
    ),
}
_LEVELS = 9
_OFF = {"0", "false", "off"}


@dataclass(slots=True)
class _Field:
    """A field that is open: its code so far, the form's data, and whether what it shows is kept in the document."""

    code: str = ""
    data: Element | None = None
    kept: bool = False


@dataclass(slots=True)
class Fields:
    """The fields of a document, to be told of every part of one in the order of the document."""

    _open: list[_Field] = field(default_factory=list)
    _counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    def part(self, element: Element, heading: int) -> str:
        """What a `fldChar` shows beside the words that are kept; `heading` is the level of its paragraph's heading."""
        match element.get("fldCharType"):
            case "begin":
                self._open.append(_Field(data=element.find("ffData")))
            case "separate" if self._open:
                self._open[-1].kept = True
            case "end" if self._open:
                ended = self._open.pop()
                return "" if ended.kept and ended.data is None else self._shown(ended, heading)
        return ""

    def code(self, text: str) -> None:
        """Take in a piece of a field's code."""
        if self._open and not self._open[-1].kept:
            self._open[-1].code += text

    def simple(self, code: str, heading: int) -> str:
        """What a field shows whose code is `code`, and that keeps no words."""
        return self._shown(_Field(code), heading)

    def _shown(self, ended: _Field, heading: int) -> str:
        if ended.data is not None and (value := _value(ended.data)):
            return value
        counting = None if ended.kept else _COUNTING.match(ended.code)
        if counting is None:
            return ""
        if counting["kind"].upper() == "LISTNUM":
            return self._list_number(counting["rest"])
        level = max(heading - 1, 0)
        figures = self._figures("autonum", level)
        return f"{figures[-1] if counting['kind'].upper() == 'AUTONUM' else '.'.join(map(str, figures))}."

    def _list_number(self, said: str) -> str:
        named = _LIST.match(said)
        name = named[1].casefold() if named else "numberdefault"
        level = min(max(int(at[1]) - 1, 0), _LEVELS - 1) if (at := _LEVEL.search(said)) else 0
        figures = self._figures(name, level, int(start[1]) if (start := _START.search(said)) else None)
        forms = _LISTS.get(name)
        if forms is None:  # a list of legal numbers, or one that the document makes
            return ".".join(map(str, figures)) + "."
        form, around = forms[level]
        return around.format(written(figures[-1], form))

    def _figures(self, name: str, level: int, start: int | None = None) -> list[int]:
        """Count one on at a level of a list; those below begin anew, those above show where they are."""
        self._counts[name, level] = self._counts[name, level] + 1 if start is None else start
        for below in range(level + 1, _LEVELS):
            del self._counts[name, below]
        return [max(self._counts[name, at], 1) for at in range(level + 1)]


def _value(data: Element) -> str:
    """What a field of a form shows that keeps no words: a box, the entry that is chosen; "" for one of text."""
    box, entries = data.find("checkBox"), data.find("ddList")
    if box is not None:
        state = next((found for tag in ("checked", "default") if (found := box.find(tag)) is not None), None)
        return "☑" if state is not None and state.get("val", "1") not in _OFF else "☐"
    if entries is not None:
        listed = [entry.get("val", "") for entry in entries.findall("listEntry")]
        chosen = next((found for tag in ("result", "default") if (found := entries.find(tag)) is not None), None)
        at = "0" if chosen is None else chosen.get("val", "0")
        return listed[int(at)] if at.isascii() and at.isdecimal() and int(at) < len(listed) else ""
    return ""
