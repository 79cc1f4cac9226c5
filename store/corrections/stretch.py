"""From what somebody says of a place in a text (a line, some words, two offsets) to the stretch that it is."""

import re

from store.errors import CorrectionError
from store.model import Span
from store.text.clean import clean_line

_RANGE = re.compile(r"(?P<first>\d{1,9})(?:-(?P<last>\d{1,9}))?")


def range_of(told: str) -> tuple[int, int]:
    """Two numbers in "12-14", the same twice in "12". Raises `CorrectionError`."""
    match = _RANGE.fullmatch(told.strip())
    if match is None:
        raise CorrectionError(f"“{clean_line(told)}” is no number, and no two with a dash between them.")
    first = int(match["first"])
    last = int(match["last"] or first)
    if last < first:
        raise CorrectionError(f"“{clean_line(told)}” ends before it begins.")
    return first, last


def lines_at(text: str, first: int, last: int) -> Span:
    """The words of the lines with these numbers, counted from 1. Raises `CorrectionError` where there are none."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    if not 1 <= first <= last <= len(starts):
        raise CorrectionError(f"The document has {len(starts):,} lines.")
    end = starts[last] - 1 if last < len(starts) else len(text)
    return trimmed(text, Span(starts[first - 1], end))


def words_in(text: str, words: str, within: Span | None = None) -> Span:
    """Where words stand, whatever space is between them. Raises `CorrectionError` unless that is at one place."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    bounds = (within.start, within.end) if within else (0, len(text))
    found = [match.span() for match in pattern.finditer(text, *bounds)] if words.split() else []
    if len(found) != 1:
        stand = f"stand {len(found)} times" if found else "do not stand"
        raise CorrectionError(f"“{clean_line(words)}” {stand} there; say its line with --line.")
    return Span(*found[0])


def trimmed(text: str, span: Span) -> Span:
    """A stretch without white space at its ends. Raises `CorrectionError` where there are none."""
    if span.end > len(text):
        raise CorrectionError(f"The document has {len(text):,} characters.")
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    if not words.strip():
        raise CorrectionError("There are no words at that place.")
    return Span(start, start + len(words.strip()))
