"""Items of business: which lines are their headings, by how they are numbered."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.parse.items.numbers import ItemNumber, number_after, number_before, step
from store.parse.items.titles import (
    agenda_number,
    is_like_title,
    is_open,
    is_sentence,
    is_too_long,
    read_title,
    run_in_at,
)
from store.parse.items.unnumbered import unnumbered_titles
from store.parse.page.lines import Line, is_full
from store.parse.page.passage import Passage, together
from store.parse.page.sections import is_section
from store.text.dates import find_dates

_MOTION = re.compile(r"(?:that|to)\b|[a-z]", re.IGNORECASE)
_MOST_LINES_OF_A_TITLE = 3
_LOOKED_BACK_OVER = 200  # candidates: what bounds the work on a hostile document
_HOPELESS = -1.25  # merit that no two steps make up for
_SURE = 1.0  # merit of a heading that needs no number before or after it to be one


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an item: `words` is all of it, as printed, `title` without number, reference and full stop.

    `run_in` is the rest of a line on which the item's text begins.
    """

    number: str | None
    title: str
    reference: str | None
    words: Passage
    run_in: Line | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Lines that may be an item's heading; `merit` is about 1 when they look like one, below 0 when they do not."""

    heading: Heading
    number: ItemNumber
    merit: float


def find_headings(lines: Sequence[Line], listed_from: int | None) -> list[Heading]:
    """The headings of a document's items, in printed order.

    Many lines begin with a number (clauses, dates, lists). The items are the run of numbers that goes through the whole
    document with the fewest steps other than one, weighed with how much each line looks like a heading. `listed_from`
    is the offset at which a web page begins its list of items: what stands there before the first number is an
    item without one. A document without numbers has its titles by their looks.
    """
    candidates = [found for index in range(len(lines)) for found in _candidates(lines, index)]
    run = _best_run([one for one in candidates if one.merit > _HOPELESS])
    headings = list(_apart(sorted([*run, *_out_of_order(run, candidates)], key=_place_of)))
    if not headings:
        return [_heading(None, words, words) for words in unnumbered_titles(lines, listed_from)]
    first = next((line for line in lines if listed_from is not None and line.span.start >= listed_from), None)
    if first is None or first.span.start >= headings[0].words.span.start:
        return headings
    return [_heading(None, first.words, first.words), *headings]


def _apart(candidates: Iterable[_Candidate]) -> Iterator[Heading]:
    """The headings, in order, but for those that take words of the one before."""
    end = 0
    for candidate in candidates:
        if candidate.heading.words.span.start >= end:
            yield candidate.heading
            end = candidate.heading.words.span.end


def _place_of(candidate: _Candidate) -> int:
    return candidate.heading.words.span.start


def _heading(number: str | None, title: Passage, words: Passage, run_in: Line | None = None) -> Heading:
    read = read_title(title.text)
    return Heading(number, read.text, read.reference, words, run_in)


def _candidates(lines: Sequence[Line], index: int) -> Iterator[_Candidate]:
    """The headings that may begin at a line, or stand above a line that is only a number."""
    line = lines[index]
    number = number_before(line.words.raw)
    if number is None:
        number = number_after(line.words.raw)
        if number and is_like_title(line.text):
            title = line.words.part(0, number.title_end)
            if title:
                yield _Candidate(_heading(number.printed, title, line.words), number, _SURE + 0.5 * line.gap)
        return
    if any(found.span.start == 0 for found in find_dates(line.text)) and not number.is_dotted:
        return
    if number.title_from is not None:
        title = line.words.part(number.title_from)
        if title and (found := _run_in(lines, index, title, number) or _titled(lines, index, index + 1, title, number)):
            yield found
        return
    under = index + 1
    if under < len(lines) and agenda_number(lines[under].text) is not None:
        under += 1
    if under < len(lines) and not is_section(lines[under]):
        found = _titled(lines, index, under + 1, lines[under].words, number)
        if found:
            yield found
    if index and number.firm and is_like_title(lines[index - 1].text) and _has_gap_above(lines, index - 1):
        words = together([lines[index - 1].words, line.words])
        beneath = lines[under].text if under < len(lines) else ""
        merit = _SURE - 0.5 * (is_like_title(beneath) if beneath else False)
        yield _Candidate(_heading(number.printed, lines[index - 1].words, words), number, merit)


def _has_gap_above(lines: Sequence[Line], index: int) -> bool:
    return index == 0 or lines[index].gap


def _run_in(lines: Sequence[Line], index: int, title: Passage, number: ItemNumber) -> _Candidate | None:
    """The heading on whose line the text of its item begins."""
    at, line = run_in_at(title), lines[index]
    begins = (number.title_from or 0) + at if at is not None else None
    above, rest = line.words.part(0, begins), line.words.part(begins or 0)
    words = title.part(0, at)
    if at is None or above is None or rest is None or words is None:
        return None
    width = None if line.width is None else max(0, line.width - (begins or 0))
    run_in = replace(line, words=rest, gap=False, width=width)
    return _Candidate(_heading(number.printed, words, above, run_in), number, _merit(lines, index, words.text, number))


def _titled(lines: Sequence[Line], index: int, last: int, title: Passage, number: ItemNumber) -> _Candidate | None:
    """The heading whose number stands at `index` and whose title goes on, if it does, at line `last`."""
    if is_too_long(title.text):
        return None
    merit = _merit(lines, index, title.text, number)
    agenda = next((found for line in lines[index + 1 : last] if (found := agenda_number(line.text)) is not None), None)
    if agenda is None and last < len(lines) and (agenda := agenda_number(lines[last].text)) is not None:
        last += 1
    end = _end_of_title(lines, last) if agenda is None else last
    title = together([title, *(more.words for more in lines[last:end])])
    heading = _heading(number.printed, title, together(line.words for line in lines[index:end]))
    return _Candidate(replace(heading, reference=heading.reference or agenda or None), number, merit)


def _end_of_title(lines: Sequence[Line], last: int) -> int:
    """Where a title ends that may go on at line `last`.

    It ends with its block, when that holds no sentence, or else where the lines are no longer full.
    """
    begun = last
    while last < len(lines) and last - begun < _MOST_LINES_OF_A_TITLE and is_open(lines[last - 1].text):
        last += 1
    width = lines[last - 1].width
    if width is None or last > begun:
        return last
    if lines[last - 1].wraps is None and len(lines[last - 1].text) * 5 >= width * 3:
        end = next((at for at in range(last, len(lines)) if lines[at].gap), len(lines))
        block = lines[last - 1 : min(end, last + _MOST_LINES_OF_A_TITLE)]
        untold = not any(line.text.endswith((".", ";", ":")) or number_before(line.words.raw) for line in block[1:])
        if len(block) <= _MOST_LINES_OF_A_TITLE and untold and not block[0].text.endswith((".", ":")):
            return last - 1 + len(block)
    while last < len(lines) and not lines[last].gap and is_full(lines[last - 1], lines[last], width):
        last += 1
    return last


def _merit(lines: Sequence[Line], index: int, title: str, number: ItemNumber) -> float:
    """How much a numbered line looks like a heading."""
    line, before = lines[index], lines[index - 1] if index else None
    alone = number.title_from is None
    merit = 1.0 if number.firm else 0.8 if number.spread else 0.3 if alone else 0.5
    if line.gap or before is None:
        merit += 0.5
    elif number_before(before.words.raw):
        merit -= 1.5  # one of a list
    if before is not None and before.text.endswith((":", ":-")) and not is_section(before):
        merit -= 2.0  # the first of a list
    if _MOTION.match(title) and not title[0].isupper():
        merit -= 1.5
    elif re.match(r"that\b", title, re.IGNORECASE):
        merit -= 3.0  # the words of a resolution
    if is_sentence(title):
        merit -= 1.0
    if not is_like_title(title) and (number.is_dotted or number.series == "(a)"):
        merit -= 2.0  # a paragraph's number
    if number.series == "(a)":
        merit -= 0.5
    if any(is_section(after) for after in lines[index + 1 : index + 4]):
        merit += 0.5
    under = index + 1 + alone
    listed = under < len(lines) and number_before(lines[under].words.raw) is not None
    if listed and not (number.firm and lines[under].gap):
        merit -= 0.75  # nothing stands under it
    return merit


def _best_run(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The run of candidates, each later in its series than the one before, with the highest sum of merits and steps."""
    best: list[tuple[float, int | None]] = []
    of_series: dict[str, list[int]] = {}
    for index, candidate in enumerate(candidates):
        score, before = 0.0, None
        earlier_ones = of_series.setdefault(candidate.number.series, [])
        for earlier in earlier_ones[-_LOOKED_BACK_OVER:]:
            if candidates[earlier].heading.words.span.end > candidate.heading.words.span.start:
                continue
            worth = step(candidates[earlier].number, candidate.number)
            if worth is not None and best[earlier][0] + worth > score:
                score, before = best[earlier][0] + worth, earlier
        best.append((score + candidate.merit, before))
        earlier_ones.append(index)
    at = max(range(len(best)), key=lambda index: best[index][0], default=None)
    if at is None or best[at][0] <= 0:
        return []
    run: list[_Candidate] = []
    while at is not None:
        run.append(candidates[at])
        at = best[at][1]
    return run[::-1]


def _out_of_order(run: Sequence[_Candidate], candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Headings that the run leaves out: taken before their turn, taken up again, or misprinted.

    Each is sure to be a heading by its looks, and its number is one that the run lacks, or stands with the same title
    twice, or it stands where the run lacks a number.
    """
    if len(run) < 2:
        return
    starts = [_place_of(one) for one in run]
    numbers = {one.number.place for one in run}
    titles = {one.heading.title.casefold(): one.number.place for one in run}
    last = run[-1].number.place
    for one in candidates:
        if one.merit < _SURE or one.number.series != run[0].number.series or one.number.is_dotted:
            continue
        at = bisect_left(starts, _place_of(one))
        if any(_overlap(one, near) for near in run[max(0, at - 1) : at + 1]):
            continue
        before, after = run[at - 1].number.place if at else ((0, 0),), run[at].number.place if at < len(run) else None
        lacking = one.number.place not in numbers and one.number.place < last
        again = titles.get(one.heading.title.casefold()) == one.number.place
        misprinted = (
            after is not None
            and one.number.place < last
            and after[0][0] - before[0][0] == 2
            and (at > 0 or after == ((2, 0),))
        )
        if misprinted or (one.number.firm and (lacking or again)):
            yield one


def _overlap(one: _Candidate, two: _Candidate) -> bool:
    first, second = one.heading.words.span, two.heading.words.span
    return first.start < second.end and second.start < first.end
