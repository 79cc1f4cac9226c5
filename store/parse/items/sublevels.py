"""Sub-items: what is numbered, or set as a title, between the headings of two items, and is a heading itself."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.parse.decisions.markers import announces_decision
from store.parse.decisions.prose import is_ended
from store.parse.items.candidates import Candidate
from store.parse.items.counters import counters_before, step
from store.parse.items.looks import may_be_title
from store.parse.items.merit import is_numbered, is_set_in_capitals
from store.parse.items.titles import tells
from store.parse.page.lines import Line
from store.parse.page.sections import is_divided, is_section

_DIVIDES = re.compile(r"(?:draft\s+)?(?:minutes|agenda)\W*", re.IGNORECASE)  # it heads a part of a document
_REMARK = re.compile(r":\s*\(")  # "Outstanding: (Clerk to see to all)" is a label with a remark
_LABELLED_TEXT = re.compile(r"[a-z]:\s+[a-z].*\.$")  # "Verges: cut last week."
_MOTION = re.compile(r"that\b", re.IGNORECASE)  # "That the Board" over its clauses
_LONGEST = 160  # characters of a title that nothing but its number sets off
_LONGEST_RUN_IN = 80  # characters
_LARGEST_FIRST = 2  # the label that a list of sub-items may begin with: its first may be lost
_LARGEST_STEP = 2


def sub_items(
    lines: Sequence[Line], items: Sequence[Candidate], candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The numbered headings between those of `items`: "5.1 Finance", "a) Website", where their lines are titles.

    A label under which nothing stands is an entry of a list; one that follows what announces a list is a clause; and
    where the paragraphs of an item are numbered on, over its labels, these only divide it.
    """
    starts = [item.start for item in items]
    divided = is_divided(lines, len(items))
    inside = [one for one in candidates if _may_be_sub(one) and _is_inside(one, items, starts)]
    if divided:  # what is lettered there are the agenda's words and clauses
        inside = [one for one in inside if not one.counter.is_list_label]
    for item, group in groupby(inside, key=lambda one: bisect_left(starts, one.start + 1) - 1):
        if item < 0:
            continue
        within = list(group)
        paragraphs = {one.line for one in within if _holds(items[item], one) and not _is_title(lines, one)}
        by_template: dict[str, list[Candidate]] = {}
        for one in within:
            by_template.setdefault(one.counter.template, []).append(one)
        for run in (run for alike in by_template.values() for run in _counting(alike)):
            dotted = _holds(items[item], run[0])
            if (dotted or not paragraphs) and not _is_list(lines, run[0], items[item]):
                yield from _headed(lines, run, dotted=dotted)


def _may_be_sub(one: Candidate) -> bool:
    """Whether a number is of a kind that sub-items have: a label of a list before its title, or one within another."""
    counter = one.counter
    if counter.has_word or counter.title_end is not None:
        return False
    return counter.is_list_label or counter.title_from is not None or "." in counter.template


def _is_inside(one: Candidate, items: Sequence[Candidate], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, one.start + 1) - 1
    return (at >= 0 and one.start >= items[at].heading.end and one.counter.template != items[at].counter.template) or (
        at >= 0 and one.start >= items[at].heading.end and len(one.counter.values) > len(items[at].counter.values)
    )


def _holds(item: Candidate, one: Candidate) -> bool:
    """Whether a number has its item's in it: "5.1" under 5."""
    size = len(item.counter.values)
    return 0 < size < len(one.counter.values) and one.counter.values[:size] == item.counter.values


def _counting(alike: Iterable[Candidate]) -> list[list[Candidate]]:
    """Those of a template that count from its beginning up, each time that it begins."""
    runs: list[list[Candidate]] = []
    for one in alike:
        for run in reversed(runs):
            steps = step(run[-1].counter, one.counter)
            if steps is not None and steps <= _LARGEST_STEP:
                run.append(one)
                break
        else:
            if one.counter.values[-1] <= (1 if runs else _LARGEST_FIRST):
                runs.append([one])
    return runs


def _headed(lines: Sequence[Line], run: Sequence[Candidate], *, dotted: bool) -> Iterator[Candidate]:
    """The members of a run that are titles, where enough of them are."""
    titled = [one for one in run if _is_title(lines, one)]
    set_off = [one for one in titled if _is_set_off(lines, one)]
    if len(set_off) * 2 > len(run):
        yield from set_off
    elif len(titled) * (3 if dotted else 2) >= len(run):
        yield from titled


def _is_title(lines: Sequence[Line], one: Candidate) -> bool:
    """Whether a numbered line is a title under which something stands."""
    title = one.heading.title
    if one.heading.run_in is not None:
        words = one.heading.words
        named = words is not None and one.counter.is_list_label and _names(words.text)
        return named and not tells(title) and not announces_decision(title)
    under = lines[one.end] if one.end < len(lines) else None
    if under is None or (is_numbered(under) and not _is_set_off(lines, one) and not _is_held(under, one)):
        return False
    line = lines[one.line]
    if announces_decision(title) or title[:1].islower() or len(title) > _LONGEST or _LABELLED_TEXT.search(line.text):
        return False
    return not tells(title) or (_is_set_off(lines, one) and not is_ended(line.text))


def _names(words: str) -> bool:
    """Whether a heading that text runs in behind ends with a colon, and in few words."""
    return words.endswith(":") and len(words) <= _LONGEST_RUN_IN


def _is_held(line: Line, one: Candidate) -> bool:
    """Whether a line's number has the other in it: "5.2.1" under 5.2."""
    size = len(one.counter.values)
    return any(
        len(counter.values) > size and counter.values[:size] == one.counter.values
        for counter in counters_before(line.words.raw)
    )


def _is_set_off(lines: Sequence[Line], one: Candidate) -> bool:
    line = lines[one.line]
    return (
        bool(line.look.heading)
        or bool(line.look.bold and line.look.bold[-1].end >= line.span.end - 1)
        or is_set_in_capitals(one.heading.title)
    )


def _is_list(lines: Sequence[Line], first: Candidate, item: Candidate) -> bool:
    """Whether what stands before the first label announces a list."""
    before = lines[first.line - 1] if first.line else None
    if before is None or before.span.start < item.heading.end:
        return False
    motion = bool(_MOTION.match(before.text)) and not is_ended(before.text)
    return motion or before.text.endswith((":", ":-", "-", "–", " that", " to")) or announces_decision(before.text)


def sub_titles(lines: Sequence[Line], items: Sequence[Candidate]) -> Iterator[Line]:
    """The lines between the headings of numbered items that are set as titles: in the style of a heading, or bold."""
    if not items:
        return
    taken = {index for one in items for index in range(one.line, one.end)}
    first = items[0].line
    for index in range(first, len(lines) - 1):
        line = lines[index]
        if index in taken or not (line.look.heading or line.is_bold) or is_numbered(line):
            continue
        under = lines[index + 1]
        alone = not (under.look.heading or under.is_bold) or is_numbered(under)
        goes_on = not line.gap and not line.look.heading
        if line.look.cell or goes_on or _DIVIDES.fullmatch(line.text) or _REMARK.search(line.text):
            continue
        if tells(line.text) and not line.look.heading:
            continue
        if may_be_title(line) and alone and not announces_decision(line.text) and not is_section(line):
            yield line
