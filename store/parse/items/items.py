"""Items of business: which lines are their headings, by how this document numbers and sets them."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from store.parse.by_hand.by_hand import NOTHING, ByHand
from store.parse.by_hand.titles import weighed, weighed_titles
from store.parse.decisions.markers import announces_decision
from store.parse.items import weights
from store.parse.items.begins import after_front
from store.parse.items.candidates import Candidate, candidates_of, unnumbered
from store.parse.items.counters import Counter, counters_before
from store.parse.items.headings import Heading, heading_of, untitled
from store.parse.items.looks import Title, titles_between, titles_by_looks
from store.parse.items.numbering import Run, fitting, numbered_items, repeated
from store.parse.items.run_in import run_in_alike
from store.parse.items.sublevels import sub_items, sub_titles
from store.parse.items.titles import tells
from store.parse.items.unnumbered import listed_titles
from store.parse.page.lines import Line
from store.parse.page.passage import together
from store.parse.page.sections import is_section, numbers_decision
from store.parse.page.wrapping import join_lines

_FEWEST_SECTIONS = 2
_OF_AN_ITEM = re.compile(  # what heads a part of an item, and no item
    r"(?:background|introduction|summary|discussion|options?|issues?|reasons?|recommendations?|proposals?|decisions?|votes?|voting"
    r"|actions?|next\ssteps|comments?|questions?|updates?)\W*",
    re.IGNORECASE,
)
_MOTION = re.compile(r"[A-Z][\w.'’ -]{1,30}:\s{0,3}(?:That|THAT|Be\sit)\b")
# What is taken without a number wherever it comes, for no agenda foresaw it.
_UNFORESEEN = re.compile(
    r"""(?:(?:any\s)?(?:other\s)?(?:urgent|late|emergency)\s(?:business|items?|matters?|motions?)
    |any\sother\s(?:competent\s|relevant\s)?business|a\.?o\.?b\.?
    |(?:exclusion|withdrawal)\sof\s(?:the\s)?(?:press|public)(?:\s(?:and|&)\s(?:the\s)?(?:press|public))?)\W{0,3}""",
    re.IGNORECASE | re.VERBOSE,
)
_ONE_LEFT_OUT = 2  # the step from a number to the next but one

__all__ = ["Heading", "find_headings"]


def find_headings(lines: Sequence[Line], listed_from: int | None, hand: ByHand = NOTHING) -> list[Heading]:
    """The headings of a document's items, in printed order.

    Many lines begin with a number (clauses, dates, lists). The items are the run of numbers that goes through the whole
    document with the fewest steps other than one, weighed with how much each line looks like a heading; or else the
    lines that are set as titles, where these weigh more. `listed_from` is the offset at which a web page begins its
    list of items: what stands there before the first number is an item without one. What a person says of headings
    (`hand`) weighs in, as some steps of a numbering would.
    """
    lines = [line for line, under in zip_longest(lines, lines[1:]) if not numbers_decision(line, under)]
    candidates = weighed(candidates_of(lines), hand)
    run = numbered_items(candidates)
    paragraphs = join_lines(lines)  # a title without a number may be wrapped
    titles = weighed_titles(titles_by_looks(paragraphs, after_front(paragraphs, listed_from)), hand)
    if listed_from is not None:  # "Minutes:" divides an item there
        titles = [title for title in titles if not is_section(paragraphs[title.line])]
    if run is None or run.score < weights.FEWEST_NUMBERED or _outweighs(titles, run) or _is_under_one(run, lines):
        return listed_titles(paragraphs, listed_from) or _unnumbered(lines, titles, candidates)
    headings = _numbered(lines, paragraphs, run, candidates)
    first = _first_listed(lines, listed_from)
    if first is None or first.span.start >= headings[0].start:
        return headings
    return [heading_of(None, first.words, first.words), *headings]


def _numbered(
    lines: Sequence[Line], paragraphs: Sequence[Line], run: Run, candidates: Sequence[Candidate]
) -> list[Heading]:
    """The headings that a run of numbers is, those that it left out, and those within and between them."""
    fits = list(fitting(run.candidates, candidates))
    others = [*fits, *repeated(run.candidates, candidates), *_out_of_order(run.candidates, candidates)]
    numbered = sorted([*run.candidates, *{one.start: one for one in others}.values()], key=_place_of)
    numbered = run_in_alike(lines, numbered)
    inside = sub_items(lines, numbered, candidates)
    headings = list(_apart(sorted([*numbered, *inside], key=_place_of)))
    return _with_titles(
        headings, [*sub_titles(lines, numbered), *_in_gaps(numbered, paragraphs), *_unforeseen(headings, paragraphs)]
    )


def _first_listed(lines: Sequence[Line], listed_from: int | None) -> Line | None:
    """The first line of a page's list of items."""
    return next((line for line in lines if listed_from is not None and line.span.start >= listed_from), None)


def _is_under_one(run: Run, lines: Sequence[Line]) -> bool:
    """Whether all numbers stand between two sections of a page that has several: they count within one item."""
    sections = [line.span.start for line in lines if is_section(line)]
    places = {bisect_left(sections, one.start) for one in run.candidates}
    return len(sections) > _FEWEST_SECTIONS and len(run.candidates) > 1 and len(places) == 1


def _outweighs(titles: Sequence[Title], run: Run) -> bool:
    """Whether titles by their looks, and not the numbers of `run`, are how the document sets its items apart."""
    if not titles:
        return False
    starts = {title.heading.start for title in titles}
    if _is_of_one_style(titles, run, starts):
        return True
    if any(one.start in starts for one in run.candidates):
        return False
    worth = sum(title.merit for title in titles)
    told = sum(_is_motion(one) or (tells(one.heading.title) and one.heading.run_in is None) for one in run.candidates)
    if told * 2 > len(run.candidates):  # the numbers of paragraphs, or of motions ("141/11 ASH: That …")
        return worth > run.score * weights.LETTERED_RUN
    if run.candidates[0].counter.is_small_label:
        return worth > run.score * weights.LETTERED_RUN
    return worth > run.score


def _is_motion(one: Candidate) -> bool:
    """Whether what stands behind a number is who moves what ("ASH: That the gate be mended")."""
    rest = one.heading.run_in.text if one.heading.run_in else ""
    return _MOTION.match(f"{one.heading.title}: {rest}" if rest else one.heading.title) is not None


def _is_of_one_style(titles: Sequence[Title], run: Run, starts: Container[int]) -> bool:
    """Whether the lines of a run ("Proposal 21: …") are only some of the headings that a document sets alike."""
    first = run.candidates[0].counter
    named = first.has_word and not first.says_item
    return (
        named
        and all(title.heading.run_in is None for title in titles)
        and all(one.start in starts for one in run.candidates)
        and len(run.candidates) < len(titles)
    )


def _unnumbered(lines: Sequence[Line], titles: Sequence[Title], candidates: Sequence[Candidate]) -> list[Heading]:
    """The headings of a document whose titles are set off by their looks, and the lettered ones between them."""
    starts = [line.span.start for line in lines]
    places = [(bisect_left(starts, title.heading.start), bisect_left(starts, title.heading.end)) for title in titles]
    items = [
        unnumbered(title.heading, line, max(end, line + 1)) for title, (line, end) in zip(titles, places, strict=True)
    ]
    taken = {one.line for one in items}
    inside = sub_items(lines, items, [one for one in candidates if one.line not in taken and one.counter.is_list_label])
    found = sorted([*(title.heading for title in titles), *(one.heading for one in inside)], key=lambda one: one.start)
    headings: list[Heading] = []
    for heading in found:  # a letter on a line of its own has the title under it already
        if not headings or heading.start >= headings[-1].end:
            headings.append(heading)
    return headings


def _with_titles(headings: Sequence[Heading], titles: Iterable[Line]) -> list[Heading]:
    """`headings`, and the lines that stand between them as titles."""
    starts = [heading.start for heading in headings]
    found = list(headings)
    for title in {title.span.start: title for title in titles}.values():
        at = bisect_left(starts, title.span.start + 1) - 1
        if at < 0 or headings[at].end <= title.span.start:
            found.append(heading_of(None, title.words, title.words))
    return sorted(found, key=lambda heading: heading.start)


def _in_gaps(numbered: Sequence[Candidate], lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that may be titles where one number is left out: one in each gap, and nothing else like it there."""
    for one, two in pairwise(numbered):
        before, after = one.counter.values, two.counter.values
        if before[:-1] == after[:-1] and after[-1] - before[-1] == _ONE_LEFT_OUT:
            there = titles_between(lines, one.heading.end, two.start)
            if len(there) == 1 and there[0].merit >= weights.IN_A_GAP:
                title = lines[there[0].line]
                yield from () if _OF_AN_ITEM.fullmatch(title.text) else (title,)


def _unforeseen(headings: Sequence[Heading], lines: Sequence[Line]) -> Iterator[Line]:
    """The titles of business without a number behind the first heading, with something under each."""
    starts = {heading.start for heading in headings}
    for line, under in pairwise(lines):
        alone = line.gap and _UNFORESEEN.fullmatch(line.text) is not None
        if alone and under.span.start not in starts and headings and headings[0].end <= line.span.start:
            yield line


def _apart(candidates: Iterable[Candidate]) -> Iterator[Heading]:
    """The headings, in order, but for those that take words of the one before."""
    end = 0
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate.heading
            end = candidate.heading.end


def _place_of(candidate: Candidate) -> int:
    return candidate.start


def _out_of_order(run: Sequence[Candidate], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Headings that the run leaves out: taken before their turn, taken up again, or misprinted.

    Each is sure to be a heading by its looks, and its number is one that the run lacks, or stands with the same title
    twice, or it stands where the run lacks a number.
    """
    if len(run) < 2:
        return
    starts = [one.start for one in run]
    numbers = {one.counter.values for one in run}
    titles = {one.heading.title.casefold(): one.counter.values for one in run}
    for one in candidates:
        at = bisect_left(starts, one.start)
        if not _is_sure(one, run[0]) or any(_overlap(one, near) for near in run[max(0, at - 1) : at + 1]):
            continue
        lacking = (
            one.counter.values not in numbers and run[0].counter.values < one.counter.values < run[-1].counter.values
        )
        again = one.start > run[0].start and titles.get(one.heading.title.casefold()) == one.counter.values
        marked = one.counter.firm or one.counter.stopped
        if (marked and (lacking or again)) or _is_misprinted(one, run, at):
            yield one


def _is_sure(one: Candidate, first: Candidate) -> bool:
    """Whether a line is a heading by its looks, numbered as `first` is and no part of another item ("5.1")."""
    dotted = len(one.counter.values) > 1 and "." in one.counter.printed
    return one.merit >= weights.SURE and one.counter.template == first.counter.template and not dotted


def _is_misprinted(one: Candidate, run: Sequence[Candidate], at: int) -> bool:
    """Whether a heading stands before the one at `at` of the run, just where the run lacks a number."""
    if at >= len(run) or one.counter.values >= run[-1].counter.values:
        return False
    before, after = run[at - 1].counter.values[0] if at else 0, run[at].counter.values[0]
    return after - before == _ONE_LEFT_OUT


def _overlap(one: Candidate, two: Candidate) -> bool:
    return one.start < two.heading.end and two.start < one.heading.end


def row_headings(lines: Sequence[Line], rows: Sequence[int]) -> Iterator[Heading]:
    """The heading of each row of a table of items, a row beginning at each of the offsets `rows`.

    Its number is a cell of its own; its title is its first line, unless the page lost it.
    """
    starts = [line.span.start for line in lines]
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        at = bisect_left(starts, row)
        end = len(lines) if following is None else bisect_left(starts, following)
        if at == end:
            continue
        first, number = lines[at], None
        counter = next(counters_before(first.words.raw), None)
        if counter and not counter.has_word and counter.title_from is None and at + 1 < end:
            number, first = lines[at], lines[at + 1]
        if is_section(first) and number is None:
            yield untitled(row)
        elif number and counter:
            yield _heading_of_cells(counter.printed, number, first)
        else:
            yield _heading_in_cell(first, counter)


def _heading_of_cells(printed: str, number: Line, first: Line) -> Heading:
    """The heading of a row whose number is a cell of its own; what decides in the next cell is no title."""
    if announces_decision(first.text):
        return Heading(printed, "", None, number.words)
    return heading_of(printed, first.words, together([number.words, first.words]))


def _heading_in_cell(first: Line, counter: Counter | None) -> Heading:
    """The heading of a row whose first cell holds the title, with its number or without."""
    counts = counter is not None and counter.stopped and not counter.has_word
    title = first.words.part(counter.title_from or 0) if counter and counts else None
    return (
        heading_of(counter.printed, title, first.words)
        if counter and title
        else heading_of(None, first.words, first.words)
    )
