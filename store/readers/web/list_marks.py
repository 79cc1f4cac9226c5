"""What stands before the entries of a list: its bullet or its number, as a browser shows them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.text.numerals import roman

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BULLET = "•"
_STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"} | {
    "lower-roman": "i",
    "upper-roman": "I",
}
_LARGEST_ROMAN = 399


@dataclass(slots=True)
class ListMarks:
    """The marks of one list, while its entries are gone through. `system` is HTML's: "1", "a", "A", "i" or "I"."""

    system: str | None
    last: int = 0

    @classmethod
    def of(cls, node: "LexborNode") -> "ListMarks":
        """The marks of an `ol` or `ul` element."""
        if node.tag != "ol":
            return cls(None)
        style = (node.attributes.get("style") or "").lower()
        styled = (system for name, system in _STYLES.items() if name in style)
        return cls(next(styled, node.attributes.get("type") or "1"), _number(node, "start", 1) - 1)

    def next(self, entry: "LexborNode") -> str:
        """The mark of the list's next entry, an `li` element."""
        if self.system is None:
            return BULLET
        self.last = _number(entry, "value", self.last + 1)
        return f"{_figure(self.last, self.system)}."


def _number(node: "LexborNode", attribute: str, otherwise: int) -> int:
    value = (node.attributes.get(attribute) or "").strip()
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else otherwise


def _figure(number: int, system: str) -> str:
    """A number in a system of numbering: 4 is "4", "d" or "iv"; figures where the system does not reach so far."""
    if system in "aA" and 0 < number <= 26:
        figure = chr(ord("a") + number - 1)
    elif system in "iI" and 0 < number <= _LARGEST_ROMAN:
        figure = roman(number)
    else:
        return str(number)
    return figure.upper() if system.isupper() else figure
