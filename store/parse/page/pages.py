"""Printed pages in running text: where one ends, and the numbers and lines that stand at their edges."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.parse.page.lines import Line
from store.text.clean import fold

_RULE = re.compile(r"(?:[-–—*=~][ ]?){3,200}")
_DOTS = re.compile(r"(?:[._…‥·–—*=~-][ ]?){3,200}")
_LONE_NUMBER = re.compile(r"\d{1,3}")
_UNDERLINE = re.compile(r"(?:-{3,}|={3,}|_{3,}|~{3,}|–{3,}|—{3,})")
_LONGER_THAN_WORDS = 3  # characters by which an underline may be longer or shorter than its line
_FIGURE = re.compile(r"\d")
_EDGE = 2  # lines at the top and at the bottom of a page
_FEWEST_PAGES = 3  # between rules, which divide other things too
_LONGEST_TITLE = 60  # characters


def page_furniture(lines: Sequence[Line]) -> set[int]:
    """Which lines are the pages' own: rules, rows of dots, page numbers, and what recurs at the edges.

    In running text a rule may divide the pages; a format that has pages tells its furniture by itself.
    """
    furniture = {index for index, line in enumerate(lines) if _DOTS.fullmatch(line.text)}
    underlines = underlines_in(lines)
    kept = [index for index in range(len(lines)) if index not in furniture]
    between = list(_pages(lines, kept, underlines))
    if len(between) >= _FEWEST_PAGES:
        furniture |= _recurring(lines, between)
        furniture |= set(_numbers_at_edges(lines, between))
    kept = [index for index in kept if index not in furniture]
    furniture |= set(_beside_numbers(lines, kept))
    return furniture | _counting_pages(lines, [index for index in kept if index not in furniture])


def underlines_in(lines: Sequence[Line]) -> frozenset[int]:
    """The rules that underline the line before them, as titles of plain text are underlined: they are about as long."""
    return frozenset(
        index
        for index in range(1, len(lines))
        if not lines[index].gap
        and _UNDERLINE.fullmatch(lines[index].text)
        and abs(len(lines[index].text) - len(lines[index - 1].text)) <= _LONGER_THAN_WORDS
        and not _UNDERLINE.fullmatch(lines[index - 1].text)
    )


def is_page_rule(line: Line) -> bool:
    """Whether a line is drawn where a page may end ("---"), rather than for a signature ("____")."""
    return bool(_RULE.fullmatch(line.text))


def _pages(lines: Sequence[Line], kept: Sequence[int], underlines: frozenset[int]) -> Iterator[list[int]]:
    """The lines of each page, as indexes."""
    ends = [line.span.start for index, line in enumerate(lines) if is_page_rule(line) and index not in underlines]
    page: list[int] = []
    left = iter([*ends, lines[-1].span.end if lines else 0])
    end = next(left)
    for index in kept:
        while lines[index].span.start >= end and (later := next(left, None)) is not None:
            if page:
                yield page
            page, end = [], later
        page.append(index)
    if page:
        yield page


def _recurring(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> set[int]:
    """Lines that stand at the same edge of at least half of the pages, whatever number they count on."""
    found: set[int] = set()
    for edge in (slice(None, _EDGE), slice(-_EDGE, None)):
        at_edge = [(index, _uncounted(lines[index].text)) for page in pages for index in page[edge]]
        count = Counter(text for _, text in at_edge)
        found |= {index for index, text in at_edge if count[text] >= 2 and count[text] * 2 >= len(pages)}
    return found


def _uncounted(text: str) -> str:
    return re.sub(r"\d+", "#", fold(text))


def _numbers_at_edges(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> Iterator[int]:
    for page in pages:
        for index in (page[0], page[-1]):
            if _LONE_NUMBER.fullmatch(lines[index].text) and int(lines[index].text) <= len(pages) + 1:
                yield index


def _beside_numbers(lines: Sequence[Line], kept: Sequence[int]) -> Iterator[int]:
    """The numbers alone on their lines that a header or footer stands beside, and those: it recurs with each, alike.

    It holds a day or is in capitals, as no line that items have in common does; the first of a document is its title.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for before, after in pairwise(kept):
        for number, other in ((before, after), (after, before)):
            text = lines[other].text
            heads = (text.isupper() or _FIGURE.search(text)) and not _LONE_NUMBER.fullmatch(text)
            if heads and _LONE_NUMBER.fullmatch(lines[number].text):
                found.setdefault(fold(text), []).append((number, other))
    for text, pairs in found.items():
        recurs = [index for index in kept if fold(lines[index].text) == text]
        if len(recurs) >= 2:
            yield from (index for pair in pairs for index in pair)


def _counting_pages(lines: Sequence[Line], kept: Sequence[int]) -> set[int]:
    """Numbers alone on their lines that count up through the document, and mostly not over the titles of items."""
    run: list[int] = []
    for index in kept:
        if not _LONE_NUMBER.fullmatch(lines[index].text):
            continue
        number = int(lines[index].text)
        if (run and number == int(lines[run[-1]].text) + 1) or (not run and number <= _EDGE):
            run.append(index)
    if len(run) < _FEWEST_PAGES:
        return set()
    after = dict(pairwise(kept))
    over_titles = sum(index in after and _may_be_title(lines[after[index]].text) for index in run)
    return set(run) if over_titles * 2 < len(run) else set()


def _may_be_title(text: str) -> bool:
    return text[0].isupper() and len(text) <= _LONGEST_TITLE and not text.endswith((".", ",", ";", "-"))
