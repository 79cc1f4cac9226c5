"""Paragraphs made whole before they are read: joined where they break off, divided behind a quoted motion."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.parse.decisions.motions import is_motion
from store.parse.page.lines import Line
from store.parse.page.passage import together
from store.text.labels import read_label

_LONG = 40  # characters: what is shorter may be a heading
_BROKEN = re.compile(r"\b(?:agreed|resolved|decided)\s+(?:that|to)\s*$", re.IGNORECASE)
_AWAITS = re.compile(
    r"\b(?:Councillors?|Cllrs?\.?|Comhairleoir|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|by|and|the|of|to|that|a|an)\s*$"
)
_BREAKS = re.compile(r"\bit\s+was\s+(?:\w+\s+){0,2}(?:agreed|resolved|decided)\s*$", re.IGNORECASE)


def joined(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those joined of which the first breaks off: where what is agreed begins, or in mid-sentence."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif _breaks_off(held, line):
            held = replace(held, words=together([held.words, line.words]), cut=line.cut)
        else:
            yield held
            held = line
    if held:
        yield held


def closed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, divided behind a motion in quotation marks that is closed before its line ends."""
    for line in lines:
        raw = line.words.raw
        close = raw.find("”") + 1 if is_motion(line.text) and raw.startswith("“") else 0
        rest = line.words.part(close + len(raw[close:]) - len(raw[close:].lstrip(" .;,"))) if close else None
        if rest is None or (motion := line.words.part(0, close)) is None:
            yield line
        else:
            yield replace(line, words=motion, cut=False)
            yield replace(line, words=rest, gap=False)


def _breaks_off(line: Line, following: Line) -> bool:
    if _BROKEN.search(line.words.raw[-40:]):
        return True
    if _BREAKS.search(line.words.raw[-60:]) and following.words.raw[:1].islower():
        return True
    if line.wraps is not None:
        return False
    words, more = line.words.raw, following.words.raw
    if not following.gap and len(words) >= _LONG and _AWAITS.search(words[-20:]) and read_label(more) is None:
        return True
    in_sentence = len(words) >= _LONG and words[-1:].isalnum() and more[:1].islower() and not following.gap
    return in_sentence and read_label(more) is None
