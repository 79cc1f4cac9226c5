"""What a person says of headings: it weighs in how the items are found, and then it holds."""

from bisect import bisect_left, bisect_right
from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from store.corrections.correction import Correction, CorrectionKind
from store.model import Span
from store.parse.by_hand.by_hand import ByHand
from store.parse.items.candidates import Candidate, candidates_of
from store.parse.items.headings import Heading
from store.parse.items.looks import Title
from store.parse.items.titles import read_title
from store.parse.page.lines import Line
from store.parse.page.passage import together
from store.text.clean import squeeze

SAID: Final = 6.0  # what a person says weighs as much as some six steps of a numbering
_NO_ITEM = (CorrectionKind.NO_ITEM, CorrectionKind.LIST)
_MAKE_A_RULE: Final = 2  # of what is set alike: one may be an exception, of two the others are such, too
_SHARE_OF_A_RULE: Final = 3  # one in so many at least: two of four hundred items are two exceptions


def weighed(candidates: Iterable[Candidate], hand: ByHand) -> list[Candidate]:
    """Numbered lines without those that are said to be no headings, and heavier where they are said to be one.

    Where two are no headings, and a third of those that count and are set alike, all of these are none.
    """
    if not hand:
        return list(candidates)
    kept: list[Candidate] = []
    none: Tally[object] = Tally()
    sure: set[str] = set()
    for one in candidates:
        said = _said_of(one.heading, hand)
        if said is not None and (said.number is None or said.number == one.heading.number):
            kept.append(replace(one, merit=max(one.merit, 0.0) + SAID))
            sure.add(one.counter.template)
        elif said is not None or hand.is_said(_first(one.heading), *_NO_ITEM):
            none[one.counter.template, one.setting] += said is None
        else:
            kept.append(one)
    alike = none + Tally((one.counter.template, one.setting) for one in kept)
    ruled = {like for like, times in none.items() if _is_a_rule(times, alike[like])}
    return [one for one in kept if (one.counter.template, one.setting) not in ruled or one.counter.template in sure]


def weighed_titles(titles: Iterable[Title], hand: ByHand) -> list[Title]:
    """The same of lines that are set as titles."""
    if not hand:
        return list(titles)
    found = list(titles)
    none = Tally(one.style for one in found if hand.is_said(_first(one.heading), *_NO_ITEM))
    styles = Tally(one.style for one in found)
    return [
        replace(one, merit=max(one.merit, 0.0) + SAID) if _said_of(one.heading, hand) else one
        for one in found
        if not _is_a_rule(none[one.style], styles[one.style]) and not hand.is_said(_first(one.heading), *_NO_ITEM)
    ]


def _is_a_rule(none: int, alike: int) -> bool:
    """Whether so many that are no headings, of so many that are set alike, say it of the others too."""
    return none >= _MAKE_A_RULE and none * _SHARE_OF_A_RULE >= alike


def _first(heading: Heading) -> Span:
    """Where a heading begins: what is said of a later line of it is said of that line."""
    return Span(heading.start, heading.start + 1)


def _said_of(heading: Heading, hand: ByHand) -> Correction | None:
    """What is said of the words of a heading, that they are one."""
    span = Span(heading.start, max(heading.end, heading.start + 1))
    return next(hand.touching(span, CorrectionKind.ITEM), None)


def held(headings: Sequence[Heading], lines: Sequence[Line], hand: ByHand) -> list[Heading]:
    """`headings` with those that a person says are ones, and without those that are none."""
    said = hand.all(CorrectionKind.ITEM)
    if not said and not hand.all(*_NO_ITEM):
        return list(headings)
    starts = [line.span.start for line in lines]
    kept = [one for one in headings if not hand.is_said(_first(one), *_NO_ITEM)]
    for one in said:
        made = _made(one, lines, starts, kept)
        if made is not None:
            kept = [other for other in kept if other.end <= made.start or other.start >= max(made.end, made.start + 1)]
            kept.append(made)
    return sorted(kept, key=lambda heading: heading.start)


def _made(
    said: Correction, lines: Sequence[Line], starts: Sequence[int], headings: Sequence[Heading]
) -> Heading | None:
    """The heading of which a person says that it is one; None where its lines are none of the minutes' words."""
    first = max(0, bisect_right(starts, said.span.start) - 1)
    last = bisect_left(starts, said.span.end)
    touched = [line for line in lines[first:last] if line.span.end > said.span.start]
    if not touched:
        return None
    read = next((one for one in headings if one.words and one.start == touched[0].span.start), None)
    read = read or _as_it_reads(touched, lines[first : last + 1])
    if said.value is None and read is not None and (said.number is None or said.number == read.number):
        return read
    cut = touched[-1].words.raw_at(said.span.end)
    above, rest = touched[-1].words.part(0, cut), touched[-1].words.part(cut)
    words = together([*(line.words for line in touched[:-1]), *([above] if above else [])])
    run_in = None
    if rest:
        width = touched[-1].width
        run_in = replace(touched[-1], words=rest, gap=False, width=None if width is None else max(0, width - cut))
    number = said.number if said.number is not None else (read.number if read else None)
    title = read_title(said.value if said.value is not None else _behind(number, squeeze(words.raw)))
    return Heading(number or None, said.value or title.text, title.reference, words, run_in)


def _as_it_reads(touched: Sequence[Line], near: Sequence[Line]) -> Heading | None:
    """The heading that the reader would make of a line if it were one."""
    found = [one for one in candidates_of(near) if one.start == touched[0].span.start]
    return max(found, key=lambda one: one.merit).heading if found else None


def _behind(number: str | None, words: str) -> str:
    """The words of a title whose number stands before them, or behind them."""
    if not number:
        return words
    before, _, after = words.partition(number)
    return after.lstrip(" .:)]|-–—") if len(before) <= _MOST_BEFORE_NUMBER else before.rstrip(" ([.:-–—")


_MOST_BEFORE_NUMBER = 20  # characters: "Agenda item ", "("
