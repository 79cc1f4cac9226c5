"""Items of business: which lines are their headings, by how they are numbered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.parse.dates import find_dates
from store.parse.lines import Line, is_full
from store.parse.passage import Passage, together

# "19." "12" "5a" "77/24" "FC1/22" "5.1": letters that name a series, a figure, then a letter, a year or a sub-number.
_NUMBERED = re.compile(
    r"""(?P<number>(?P<series>[A-Z]{1,5})?(?P<figure>\d{1,5})
        (?: (?P<letter>[a-z])(?![a-z]) | /(?P<year>\d{2,4}) | \.(?P<sub>\d{1,3}) )?)
    (?P<stop>[.)])? (?:\s+(?P<title>\S.*))?$""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\s*\(Ref(?:erence)?s?\.?:?\s*(?P<reference>[^()]+)\)$", re.IGNORECASE)
_PART = re.compile(r"part\s+(?:[ivx]+|\d+|[a-c]|one|two)\b.{0,60}", re.IGNORECASE)
_SECTION = re.compile(r"(?:minutes|decisions?):", re.IGNORECASE)
_MOTION = re.compile(r"(?:that|to)\b|[a-z]", re.IGNORECASE)
_LONGEST_TITLE = 300  # characters
_LONG_FOR_A_TITLE = 100
_MOST_LINES_OF_A_TITLE = 3
_LOOKED_BACK_OVER = 400  # candidates: what bounds the work on a hostile document


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an item: `words` is all of it, as printed, `title` without number, reference and full stop."""

    number: str | None
    title: str
    reference: str | None
    words: Passage


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Lines that may be an item's heading.

    `place` orders the numbers of a `series`; `merit` says how much the lines look like a heading: about 1 when they do,
    below 0 when they do not.
    """

    heading: Heading
    series: tuple[str, bool]
    place: tuple[int, int]
    merit: float


def find_headings(lines: Sequence[Line], width: int | None, listed_from: int | None) -> list[Heading]:
    """The headings of a document's items, in printed order.

    Many lines begin with a number (clauses, dates, lists). The items are the run of numbers that goes through the whole
    document with the fewest steps other than one, weighed with how much each line looks like a heading. `listed_from`
    is the offset at which a web page begins its list of items: what stands there before the first number is an
    item without one.
    """
    numbered = _best_run([found for index in range(len(lines)) if (found := _candidate(lines, index, width))])
    if listed_from is None:
        return numbered
    first = next((line for line in lines if line.span.start >= listed_from), None)
    if first is None or (numbered and first.span.start >= numbered[0].words.span.start):
        return numbered
    return [_heading(None, first.words, first.words), *numbered]


def is_part(line: Line) -> bool:
    """Whether the line heads a part of the meeting ("PART 1", "Part II - exempt items")."""
    return bool(_PART.fullmatch(line.text))


def is_section(line: Line) -> bool:
    """Whether the line is the "Minutes:" or "Decision:" that a web page sets before what was minuted."""
    return bool(_SECTION.fullmatch(line.text))


def _heading(number: str | None, title: Passage, words: Passage) -> Heading:
    text, reference = title.text, None
    if match := _REFERENCE.search(text):
        text, reference = text[: match.start()], match["reference"].strip()
    return Heading(number, text.removesuffix("."), reference, words)


def _candidate(lines: Sequence[Line], index: int, width: int | None) -> _Candidate | None:
    """The heading that begins at a line, if one may."""
    line, last = lines[index], index + 1
    match = _NUMBERED.match(line.words.raw) if len(line.text) <= _LONGEST_TITLE else None
    if match is None or any(found.span.start == 0 for found in find_dates(line.text)):
        return None
    if match["title"]:
        title = line.words.part(match.start("title"))
    else:
        title = lines[last].words if last < len(lines) and not is_section(lines[last]) else None
        last += 1
    if title is None or len(title.text) > _LONGEST_TITLE:
        return None
    if width:
        end = _end_of_title(lines, last, width)
        title = together([title, *(more.words for more in lines[last:end])])
        last = end
    return _Candidate(
        _heading(match["number"], title, together(one.words for one in lines[index:last])),
        (match["series"] or "", bool(match["year"])),
        (int(match["figure"]), ord(match["letter"]) - ord("a") + 1 if match["letter"] else int(match["sub"] or 0)),
        _merit(lines, index, title.text, firm=bool(match["stop"] or match["year"] or match["series"])),
    )


def _end_of_title(lines: Sequence[Line], last: int, width: int) -> int:
    """Where a title ends that may go on at line `last`.

    It ends with its block, when that holds no sentence, or else where the lines are no longer full.
    """
    end = last
    while end < len(lines) and not lines[end].gap:
        end += 1
    block = lines[last - 1 : end]
    if len(block) <= _MOST_LINES_OF_A_TITLE and not any(line.text.endswith((".", ";")) for line in block):
        return end
    while last < end and is_full(lines[last - 1], lines[last], width):
        last += 1
    return last


def _merit(lines: Sequence[Line], index: int, title: str, *, firm: bool) -> float:
    """How much a numbered line looks like a heading; `firm` when its number is marked as one by more than figures."""
    line, before = lines[index], lines[index - 1] if index else None
    merit = 1.0 if firm else 0.5
    if line.gap or before is None:
        merit += 0.5
    elif _NUMBERED.match(before.words.raw):
        merit -= 1.5  # one of a list
    if before is not None and before.text.endswith((":", ":-")) and not is_section(before):
        merit -= 2.0  # the first of a list
    if _MOTION.match(title) and not title[0].isupper():
        merit -= 1.5
    elif re.match(r"that\b", title, re.IGNORECASE):
        merit -= 2.0  # the words of a resolution
    if len(title) > _LONG_FOR_A_TITLE and title.endswith((".", ";")):
        merit -= 1.0
    if any(is_section(after) for after in lines[index + 1 : index + 4]):
        merit += 0.5
    return merit


def _best_run(candidates: Sequence[_Candidate]) -> list[Heading]:
    """The run of candidates, each later in its series than the one before, with the highest sum of merits and steps."""
    best: list[tuple[float, int | None]] = []
    for index, candidate in enumerate(candidates):
        score, before = 0.0, None
        for earlier in range(max(0, index - _LOOKED_BACK_OVER), index):
            step = _step(candidates[earlier], candidate)
            if step is not None and best[earlier][0] + step > score:
                score, before = best[earlier][0] + step, earlier
        best.append((score + candidate.merit, before))
    at = max(range(len(best)), key=lambda index: best[index][0], default=None)
    if at is None or best[at][0] <= 0:
        return []
    run: list[Heading] = []
    while at is not None:
        run.append(candidates[at].heading)
        at = best[at][1]
    return run[::-1]


def _step(one: _Candidate, two: _Candidate) -> float | None:
    """What going from one number to another is worth: 1 for the next, less for each number left out."""
    if one.series != two.series or two.place <= one.place or two.heading.words.span.start < one.heading.words.span.end:
        return None
    figures = two.place[0] - one.place[0]
    if figures == 0:
        return 0.5
    return 1.0 - 0.25 * min(figures - 1, 10)
