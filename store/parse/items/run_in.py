"""Titles that run into their text: where most headings of a document do, so do the others, whatever their text is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.parse.items.candidates import Candidate
from store.parse.items.headings import heading_of
from store.parse.items.titles import ABBREVIATION, USUAL
from store.parse.page.lines import Line

# How a title is parted from the text behind it, each with the share of headings that must be known to run in so.
_STOPS = ((re.compile(r":(?:\s?[-–—])?\s+"), 4), (re.compile(r"\s[–—-]\s+"), 2), (re.compile(r"\.(?:\s?[-–—])?\s+"), 2))
_FEWEST = 3  # headings with such a stop
_LONGEST = 70  # characters of a title before it


def run_in_alike(lines: Sequence[Line], run: Sequence[Candidate]) -> list[Candidate]:
    """The headings of `run`, each cut where its text begins when that is how this document parts titles from text."""
    for stop, share in _STOPS:
        told = sum(_is_cut_by(one, stop) for one in run)
        cut = {at: short for at, one in enumerate(run) if (short := _shortened(lines, one, stop))}
        usual = sum(bool(USUAL.match(one.heading.title)) for one in cut.values())
        if told + len(cut) < _FEWEST or (told + len(cut)) * 2 < len(run) or (told + usual) * share < told + len(cut):
            continue
        run = [cut.get(at, one) for at, one in enumerate(run)]
    return list(run)


def _is_cut_by(one: Candidate, stop: re.Pattern[str]) -> bool:
    words = one.heading.words
    return one.heading.run_in is not None and words is not None and stop.search(f"{words.raw[-3:]} ") is not None


def _shortened(lines: Sequence[Line], one: Candidate, stop: re.Pattern[str]) -> Candidate | None:
    """A heading cut at the first `stop` of its line; None where none stands there, or none between title and text."""
    line, begins = lines[one.line], one.counter.title_from
    if one.heading.run_in is not None or begins is None or one.counter.title_end is not None:
        return None
    match = next(_stops_in(line.words.raw, begins, stop), None)
    if match is None:
        return None
    title, above = line.words.part(begins, match.end()), line.words.part(0, match.end())
    rest = line.words.part(match.end())
    if title is None or above is None or rest is None or len(title.text) > _LONGEST:
        return None
    width = None if line.width is None else max(0, line.width - match.end())
    run_in = replace(line, words=rest, gap=False, width=width)
    heading = heading_of(one.heading.number, title, above, run_in)
    return replace(one, heading=heading, end=one.line + 1)


def _stops_in(raw: str, begins: int, stop: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The places where `stop` may end a title: not behind an abbreviation, nor within brackets."""
    for match in stop.finditer(raw, begins + 2):
        before = raw[begins : match.start()]
        if not ABBREVIATION.search(before) and before.count("(") <= before.count(")"):
            yield match
