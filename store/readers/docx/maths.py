"""Formulas of Word on one line: a fraction with a stroke, a power raised."""

from xml.etree.ElementTree import Element

RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_OPERATORS = set("+-−×÷/ =")


def formula(element: Element) -> str:
    """The words of a formula, or of a part of one."""
    match element.tag:
        case "t":
            return element.text or ""
        case "f":
            return f"{_part(element, 'num')}/{_part(element, 'den')}"
        case "sSup" | "sSubSup":
            base, power = (_words(element.find(tag)) for tag in ("e", "sup"))
            raised = power.translate(RAISED) if all(sign in _RAISABLE for sign in power) else f"^{power}"
            return f"{base}{_words(element.find('sub'))}{raised}"
        case "rad":
            root = _part(element, "e")
            return f"√{root}"
        case "d":
            return f"({_words(element)})"
    return _words(element)


_RAISABLE = {chr(code) for code in RAISED}


def _words(element: Element | None) -> str:
    return "" if element is None else "".join(formula(child) for child in element)


def _part(element: Element, tag: str) -> str:
    """One side of a fraction, in brackets where it is more than a word."""
    words = _words(element.find(tag))
    return f"({words})" if _OPERATORS & set(words) else words
