"""Titles that run into their text: where most headings of a document do, so do the others, whatever their text is."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from store.parse.items.candidates import Candidate
from store.parse.items.headings import heading_of
from store.parse.items.titles import ABBREVIATION, USUAL
from store.parse.page.lines import Line

_CAPITALS = re.compile(r"(?P<title>(?:[^\sa-zà-ÿ]+\s+)+)(?=(?:[A-Z]\s)?[A-ZÀ-Þ][a-zà-ÿ])")
_FEWEST_CAPITALS = 4  # letters
_FEWEST = 3  # headings with such a stop
_LONGEST = 70  # characters of a title before it


def run_in_alike(lines: Sequence[Line], run: Sequence[Candidate]) -> list[Candidate]:
    """The headings of `run`, each cut where its text begins when that is how this document parts titles from text."""
    for ends, share in _STOPS:
        told = sum(_is_cut_by(lines, one, ends) for one in run)
        cut = {at: short for at, one in enumerate(run) if (short := _shortened(lines, one, ends))}
        usual = sum(bool(USUAL.match(one.heading.title)) for one in cut.values())
        if told + len(cut) < _FEWEST or (told + len(cut)) * 2 < len(run) or (told + usual) * share < told + len(cut):
            continue
        run = [cut.get(at, one) for at, one in enumerate(run)]
    return list(run)


def _is_cut_by(lines: Sequence[Line], one: Candidate, ends: Callable[[str, int], Iterator[int]]) -> bool:
    words, begins = one.heading.words, one.counter.title_from
    if ends is _behind_capitals and one.heading.run_in is None:
        return one.setting.capitals  # alone on its line
    if one.heading.run_in is None or words is None or begins is None:
        return False
    raw = lines[one.line].words.raw
    return any(raw[len(words.raw) : end].isspace() or len(words.raw) == end for end in ends(raw, begins))


def _shortened(lines: Sequence[Line], one: Candidate, ends: Callable[[str, int], Iterator[int]]) -> Candidate | None:
    """A heading cut at the first stop of its line; None where none stands there, or none between title and text."""
    line, begins = lines[one.line], one.counter.title_from
    if one.heading.run_in is not None or begins is None or one.counter.title_end is not None:
        return None
    end = next(ends(line.words.raw, begins), None)
    if end is None:
        return None
    title, above, rest = line.words.part(begins, end), line.words.part(0, end), line.words.part(end)
    if title is None or above is None or rest is None or len(title.text) > _LONGEST:
        return None
    width = None if line.width is None else max(0, line.width - end)
    run_in = replace(line, words=rest, gap=False, width=width)
    return replace(one, heading=heading_of(one.heading.number, title, above, run_in), end=one.line + 1)


def _at(stop: re.Pattern[str]) -> Callable[[str, int], Iterator[int]]:
    """Where titles may end at a stop of that pattern: not behind an abbreviation, nor within brackets."""

    def ends(raw: str, begins: int) -> Iterator[int]:
        for match in stop.finditer(raw, begins + 2):
            before = raw[begins : match.start()]
            if not ABBREVIATION.search(before) and before.count("(") <= before.count(")"):
                yield match.end()

    return ends


def _behind_capitals(raw: str, begins: int) -> Iterator[int]:
    """Where a title in capitals ends before words that are not."""
    match = _CAPITALS.match(raw, begins)
    if match and sum(map(str.isalpha, match["title"])) >= _FEWEST_CAPITALS:
        yield match.end()


# How a title is parted from the text behind it, each with the share of headings that must be known to run in so.
_STOPS: tuple[tuple[Callable[[str, int], Iterator[int]], int], ...] = (
    (_at(re.compile(r":(?:\s?[-–—])?\s+")), 4),
    (_at(re.compile(r"\s[–—-]\s+")), 2),
    (_at(re.compile(r"\.(?:\s?[-–—])?\s+")), 2),
    (_behind_capitals, 2),
)
