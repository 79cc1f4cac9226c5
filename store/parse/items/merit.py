"""How much a numbered line looks like the heading of an item: by its number, place, words and what is under it."""

import re
from collections.abc import Sequence

from store.parse.decisions.markers import moves
from store.parse.items import weights
from store.parse.items.counters import Counter, counters_before
from store.parse.items.titles import USUAL, is_like_title, is_sentence, tells
from store.parse.page.lines import Line
from store.parse.page.sections import is_section
from store.parse.page.wrapping import is_full

_MOTION = re.compile(r"that\b", re.IGNORECASE)
_ENDED = re.compile(r"""[.:;!?]["'”’)\]]*$""")
_HALF_OF_DAY = re.compile(r"(?<=\d)\s?[ap]\.?m\b")  # small letters beside a time, as in "LUNCH - 12.30 p.m."
_LONGEST_LABELLED = 160  # characters of a title behind a letter
_FEWEST_CAPITALS = 4


def is_set_in_capitals(text: str) -> bool:
    """Whether words are in capitals, and enough of them to say so."""
    text = _HALF_OF_DAY.sub("", text)
    return text.isupper() and sum(map(str.isalpha, text)) >= _FEWEST_CAPITALS


def is_numbered(line: Line) -> bool:
    """Whether a line begins with a figure, a letter or a Roman figure that may count something."""
    return any(not counter.has_word for counter in counters_before(line.words.raw))


def _is_sibling(line: Line, counter: Counter) -> bool:
    """Whether a line is numbered as a neighbour of `counter` in a list is, and not within it or around it."""
    return any(not one.has_word and len(one.values) == len(counter.values) for one in counters_before(line.words.raw))


def heading_merit(lines: Sequence[Line], index: int, title: str, counter: Counter) -> float:
    """How much the numbered line at `index`, whose words behind the number begin with `title`, looks like a heading."""
    line = lines[index]
    return (
        _merit_of_number(counter)
        + _merit_of_place(lines, index, counter)
        + _merit_of_title(title, counter, line)
        + _merit_of_what_follows(lines, index, counter)
    )


def _merit_of_number(counter: Counter) -> float:
    if counter.is_list_label:
        return weights.LETTER
    if counter.firm or counter.stopped:
        return weights.MARKED
    return weights.SPREAD if counter.spread else weights.BARE


def _merit_of_place(lines: Sequence[Line], index: int, counter: Counter) -> float:
    line, before = lines[index], lines[index - 1] if index else None
    if before is None:
        return weights.APART
    merit = weights.APART * line.gap
    if not line.gap and _is_sibling(before, counter):
        merit += weights.IN_LIST
    if before.text.endswith((":", ":-", ": -")) and not is_section(before):
        merit += weights.AFTER_COLON
    if (
        not line.gap
        and before.width is not None
        and not _ENDED.search(before.text)
        and is_full(before, line, before.width)
        and not before.look.heading
    ):
        merit += weights.RUNS_ON
    return merit


def _merit_of_title(title: str, counter: Counter, line: Line) -> float:
    merit = 0.0
    if title[:1].islower():
        merit += weights.SMALL_LETTER
    if _MOTION.match(title) or moves(title):
        merit += weights.MOTION
    if is_sentence(title):
        merit += weights.SENTENCE
    if USUAL.match(title):
        merit += weights.USUAL_NUMBERED
    no_title = (len(title) > _LONGEST_LABELLED or tells(title)) if counter.is_list_label else not is_like_title(title)
    if no_title and (counter.is_list_label or "." in counter.printed):
        merit += weights.NO_TITLE
    if line.look.heading:
        merit += weights.HEADED
    elif line.look.bold or is_set_in_capitals(title):
        merit += weights.SET_OFF
    return merit


def _merit_of_what_follows(lines: Sequence[Line], index: int, counter: Counter) -> float:
    merit = 0.0
    if any(is_section(after) for after in lines[index + 1 : index + 4]):
        merit += weights.BEFORE_SECTION
    under = index + 1 + (counter.title_from is None)
    if under < len(lines) and _is_sibling(lines[under], counter):
        firm = counter.firm or counter.stopped
        merit += weights.LITTLE_UNDER if firm and lines[under].gap else weights.NOTHING_UNDER
    return merit
