"""Raised figures: powers stay with what they raise, the marks of notes stand apart from the words that they mark."""

import re
from collections.abc import Sequence
from dataclasses import replace

from store.model import Look, Span
from store.readers.printed import PrintedLine

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures as the characters that are raised in any font."""
_MARK = re.compile(r"[\[(]?(?P<figures>\d{1,3}|[*†‡§]{1,3})[\])]?")
_RAISES = re.compile(r"(?:\b10|[cdkm]?m)\Z")  # 10⁶, m²: no note whatever notes there are


def with_raised(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines whose raised figures are told from the others: "10⁶", "m²", and not "£5,0001".

    The mark of a note that stands in the document, on a line that begins with the same mark, is left out of the
    sentence, whose words it would change.
    """
    raised = [any(look.raised for look in line.looks) for line in lines]
    notes = {mark for line, has in zip(lines, raised, strict=True) if has and (mark := _note(line))}
    return [_told(line, notes) if has else line for line, has in zip(lines, raised, strict=True)]


def _note(line: PrintedLine) -> str:
    """The mark of the note that a line begins with, "" where it begins with none."""
    begins = len(line.text) - len(line.text.lstrip())
    for look in line.looks:
        if look.raised and look.span.start == begins and look.span.end < len(line.text.rstrip()):
            mark = _MARK.fullmatch(line.text[look.span.start : look.span.end])
            return mark["figures"] if mark else ""
    return ""


def _told(line: PrintedLine, notes: set[str]) -> PrintedLine:
    text, looks = line.text, list(line.looks)
    begins = len(text) - len(text.lstrip())
    for look in reversed([look for look in line.looks if look.raised]):
        start, end = look.span.start, look.span.end
        mark = _MARK.fullmatch(text[start:end])
        if mark is None:
            continue
        instead = mark["figures"].translate(RAISED)
        if start > begins and mark["figures"] in notes and not _RAISES.search(text[:start]):
            instead = ""
        text = text[:start] + instead + text[end:]
        looks = [moved for one in looks if (moved := _without(one, start + len(instead), end))]
    return replace(line, text=text, looks=tuple(looks))


def _without(look: Look, start: int, end: int) -> Look | None:
    """A look after the characters between two places are gone; None when nothing is left of it."""

    def place(at: int) -> int:
        return at if at <= start else max(start, at - (end - start))

    span = Span(place(look.span.start), place(look.span.end))
    return replace(look, span=span) if span.start < span.end else None
