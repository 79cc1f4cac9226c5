"""What is done last to the lines of every format that has looks.

Raised figures: powers stay with what they raise, the marks of notes stand apart from the words that they mark.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from store.model import Span
from store.readers.hyphens import without_soft_hyphens
from store.readers.printed import PrintedLine
from store.readers.styled import Styled

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures as the characters that are raised in any font."""
_MARK = re.compile(r"[\[(]?(?P<figures>\d{1,3}|[*†‡§]{1,3})[\])]?")
_FRACTION = re.compile(r"\s?[/⁄]\s?(\d{1,3})(?![\d/])")
_FRACTIONS = {
    ("1", "2"): "½",
    ("1", "3"): "⅓",
    ("2", "3"): "⅔",
    ("1", "4"): "¼",
    ("3", "4"): "¾",
    ("1", "5"): "⅕",
    ("2", "5"): "⅖",
    ("3", "5"): "⅗",
    ("4", "5"): "⅘",
    ("1", "6"): "⅙",
    ("5", "6"): "⅚",
    ("1", "8"): "⅛",
    ("3", "8"): "⅜",
    ("5", "8"): "⅝",
    ("7", "8"): "⅞",
}
_RAISES = re.compile(r"(?:\b10|[cdkm]?m)\Z")  # 10⁶, m²: no note whatever notes there are


def finished(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines without soft hyphens, whose raised figures are told from the others: "10⁶", "m²", and not "£5,0001".

    The mark of a note that stands in the document, on a line that begins with the same mark, is left out of the
    sentence, whose words it would change.
    """
    lines = [_without_soft_hyphens(line) for line in lines]
    raised = [any(look.raised for look in line.looks) for line in lines]
    notes = {mark for line, has in zip(lines, raised, strict=True) if has and (mark := _note(line))}
    return [_told(line, notes) if has else line for line, has in zip(lines, raised, strict=True)]


def _without_soft_hyphens(line: PrintedLine) -> PrintedLine:
    words = without_soft_hyphens(Styled(line.text, line.looks))
    return line if words.text is line.text else replace(line, text=words.text, looks=words.looks)


def _note(line: PrintedLine) -> str:
    """The mark of the note that a line begins with, "" where it begins with none."""
    begins = len(line.text) - len(line.text.lstrip())
    for look in line.looks:
        if look.raised and look.span.start == begins and look.span.end < len(line.text.rstrip()):
            mark = _MARK.fullmatch(line.text[look.span.start : look.span.end])
            return mark["figures"] if mark else ""
    return ""


def _told(line: PrintedLine, notes: set[str]) -> PrintedLine:
    words = Styled(line.text, line.looks)
    begins = len(line.text) - len(line.text.lstrip())
    for look in reversed([look for look in line.looks if look.raised]):
        start, end = look.span.start, look.span.end
        mark = _MARK.fullmatch(words.text[start:end])
        if mark is None:
            continue
        instead = mark["figures"].translate(RAISED)
        if below := _FRACTION.match(words.text, end):  # 2½, and not "21/2"
            instead, end = _fraction(mark["figures"], below[1], words.text[:start]), below.end()
        elif start > begins and mark["figures"] in notes and not _RAISES.search(words.text[:start]):
            instead = ""
        words = _trimmed(words.replaced(start, end, instead))
    return replace(line, text=words.text, looks=words.looks)


def _trimmed(words: Styled) -> Styled:
    """Words whose looks do not begin with the space that a fraction was given."""
    spans = ((look, look.span.start + (words.text[look.span.start] == " ")) for look in words.looks)
    looks = tuple(replace(look, span=Span(start, look.span.end)) for look, start in spans if start < look.span.end)
    return Styled(words.text, looks)


def _fraction(above: str, below: str, before: str) -> str:
    """A fraction as one character where there is one, else with a stroke, apart from the figure before it."""
    sign = _FRACTIONS.get((above, below))
    return sign or (" " if before[-1:].isdecimal() else "") + f"{above}/{below}"
