"""Lines that may head an item by their number, and how much each looks like a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.parse.attendance.extent import begins_attendance
from store.parse.decisions.markers import announces_decision
from store.parse.decisions.prose import is_ended
from store.parse.items import weights
from store.parse.items.counters import Counter, counter_after, counters_before, numbered_by_month
from store.parse.items.headings import Heading, heading_of
from store.parse.items.merit import heading_merit, is_numbered, is_set_in_capitals
from store.parse.items.titles import (
    agenda_number,
    is_like_title,
    is_open,
    is_too_long,
    run_in_at,
    tells,
)
from store.parse.page.lines import Line
from store.parse.page.passage import Passage, together
from store.parse.page.sections import is_section
from store.parse.page.wrapping import is_full
from store.text.dates import find_dates

_MOST_LINES_OF_A_TITLE = 3
_MOST_LINES_OF_A_RUN_ON_TITLE = 20  # one of full lines, which may be a numbered paragraph; it bounds the work
_MOST_LINES_READ_ON = 6  # of a paragraph, to tell whether it tells something
_SECOND = re.compile(r"\d{1,2}[a-z]?\.?\s{2,8}(?=[A-Z])")
_LIKE_A_DAY = "{}.{}.{}"  # "19.09.03" is a number in some minutes, and a day in others


@dataclass(frozen=True, slots=True)
class Setting:
    """How a numbered line is set: what the headings of one document have in common."""

    alone: bool
    bold: bool
    heading: int
    capitals: bool
    stopped: bool
    spread: bool
    indent: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head an item; `merit` is about 1 when it looks like one, below 0 when it does not.

    `line` and `end` are the indexes of its first line, and of the one after its last.
    """

    heading: Heading
    counter: Counter
    merit: float
    setting: Setting
    line: int
    end: int

    @property
    def start(self) -> int:
        """The offset in the document at which it begins."""
        return self.heading.start


def unnumbered(heading: Heading, line: int, end: int) -> Candidate:
    """A heading without a number, on the lines from that index to `end`, among those that have one."""
    setting = Setting(False, False, 0, False, False, False, 0)
    return Candidate(heading, Counter("", "", ()), 0.0, setting, line, end)


def candidates_of(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Every reading of every line as the numbered heading of an item, in the order of the lines."""
    by_month = numbered_by_month([line.words.raw for line in lines])
    for index, line in enumerate(lines):
        counters = list(counters_before(line.words.raw))
        if not counters or (counters[0].has_word and counters[0].title_from is None and not counters[0].says_item):
            after = counter_after(line.words.raw)
            counters += [after] if after and is_like_title(line.text) else []
        if counters and counters[0].template != _LIKE_A_DAY and index not in by_month and _begins_with_date(line):
            continue
        for counter in counters:
            yield from _readings(lines, index, counter)


def _begins_with_date(line: Line) -> bool:
    return any(found.span.start == 0 for found in find_dates(line.text))


def _readings(lines: Sequence[Line], index: int, counter: Counter) -> Iterator[Candidate]:
    if counter.title_end is not None:
        found = _title_before(lines[index], index, counter)
    elif counter.title_from is not None:
        found = _title_behind(lines, index, counter)
    else:
        yield from _title_beside(lines, index, counter)
        return
    if found:
        yield found


def _title_before(line: Line, index: int, counter: Counter) -> Candidate | None:
    """The heading of a line that ends with its number."""
    title = line.words.part(0, counter.title_end)
    if title is None:
        return None
    heading = heading_of(counter.printed, title, line.words)
    merit = weights.SURE + weights.APART * line.gap
    return Candidate(heading, _at_end(counter), merit, _setting(line, counter, title.text), index, index + 1)


def _title_behind(lines: Sequence[Line], index: int, counter: Counter) -> Candidate | None:
    """The heading of a line that begins with its number."""
    raw = lines[index].words.raw
    if counter.firm and (second := _SECOND.match(raw, counter.title_from or 0)):
        counter = replace(counter, title_from=second.end())  # the number that the item had in the agenda
    title = lines[index].words.part(counter.title_from or 0)
    if title is None:
        return None
    return _run_in(lines, index, title, counter) or _titled(lines, index, index + 1, title, counter)


def _title_beside(lines: Sequence[Line], index: int, counter: Counter) -> Iterator[Candidate]:
    """The headings that a line of nothing but a number may have: with the title under it, and with that above it."""
    under = index + 1
    if under < len(lines) and agenda_number(lines[under].text) is not None:
        under += 1
    beneath = lines[under] if under < len(lines) else None
    above = lines[index - 1] if _is_titled_above(lines, index, counter, beneath) else None
    if beneath and (found := _title_under(lines, index, under, counter, titled_above=above is not None)):
        yield found
    if above:
        words = together([above.words, lines[index].words])
        merit = weights.SURE + weights.APART * (-1 if beneath is not None and _is_short_title(beneath) else 1)
        heading = heading_of(counter.printed, above.words, words)
        yield Candidate(heading, _at_end(counter), merit, _setting(above, counter, above.text), index - 1, index + 1)


def _title_under(
    lines: Sequence[Line], index: int, under: int, counter: Counter, *, titled_above: bool
) -> Candidate | None:
    beneath = lines[under]
    found = None if _counts_on(counter, beneath) else _titled(lines, index, under + 1, beneath.words, counter)
    if found and is_section(beneath):
        found = replace(found, merit=found.merit + weights.SECTION_BENEATH)
    if found and titled_above and not _is_short_title(beneath):
        found = replace(found, merit=found.merit + weights.NO_TITLE)
    return found


def _is_titled_above(lines: Sequence[Line], index: int, counter: Counter, beneath: Line | None) -> bool:
    """Whether the title of a number alone may be the line above it."""
    if index == 0 or not counter.firm or (beneath is not None and beneath.text.startswith("To ")):
        return False
    above = lines[index - 1]
    return _is_short_title(above) and (above.gap or index == 1) and not _is_of_roll(lines, index - 1)


def _is_short_title(line: Line) -> bool:
    """Whether a line beside a number alone is the title that it numbers, and no sentence."""
    return is_like_title(line.text) and not tells(line.text) and not is_ended(line.text)


def _is_of_roll(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first under a label that says who came ("PRESENT:")."""
    return at > 0 and lines[at - 1].text.endswith(":") and begins_attendance(lines[at - 1])


def _at_end(counter: Counter) -> Counter:
    """A counter behind its title is of another run than one before it."""
    return replace(counter, template=f"~ {counter.template}")


def _counts_on(counter: Counter, line: Line) -> bool:
    """Whether a line is no title under the number `counter`: it has one of that kind itself, or is only a number."""
    return any(
        one.template == counter.template or (one.title_from is None and not one.has_word)
        for one in counters_before(line.words.raw)
    )


def _setting(line: Line, counter: Counter, title: str) -> Setting:
    return Setting(
        alone=counter.title_from is None,
        bold=bool(line.look.bold),
        heading=line.look.heading,
        capitals=is_set_in_capitals(title),
        stopped=counter.stopped,
        spread=counter.spread,
        indent=line.indent,
    )


def _run_in(lines: Sequence[Line], index: int, title: Passage, counter: Counter) -> Candidate | None:
    """The heading of a line on which the item's text begins behind the title."""
    line, begins_at = lines[index], counter.title_from or 0
    bold_to = line.bold_to(begins_at)
    at: int | None
    if begins_at < bold_to < len(line.words.raw) and _is_told_after(line.words.raw, bold_to):
        begins = bold_to
    elif (at := run_in_at(title, _block_after(lines, index))) is not None:
        begins = begins_at + at
    else:
        return None
    above, rest, words = line.words.part(0, begins), line.words.part(begins), line.words.part(begins_at, begins)
    if above is None or rest is None or words is None:
        return None
    width = None if line.width is None else max(0, line.width - begins)
    run_in = replace(line, words=rest, gap=False, width=width)
    heading = heading_of(counter.printed, words, above, run_in)
    if announces_decision(words.text) and (number := line.words.part(0, begins_at)) is not None:  # it has no title
        rest = together([words, rest])
        heading = Heading(counter.printed, "", None, number, replace(run_in, words=rest))
    merit = heading_merit(lines, index, words.text, counter)
    return Candidate(heading, counter, merit, _setting(line, counter, words.text), index, index + 1)


def _block_after(lines: Sequence[Line], index: int) -> str:
    """What goes on under a line up to the next gap: the rest of its paragraph, where lines are wrapped."""
    if lines[index].width is None:
        return ""
    end = index + 1
    while end < len(lines) and end - index < _MOST_LINES_READ_ON and not lines[end].gap and not is_numbered(lines[end]):
        end += 1
    return " ".join(line.text for line in lines[index + 1 : end])


def _is_told_after(raw: str, bold_to: int) -> bool:
    """Whether words that tell something follow the bold ones on a line."""
    rest = raw[bold_to:].strip(" .:;–—-\t\u00a0")
    return len(rest) > 2 and not is_open(raw[:bold_to].strip())


def _titled(lines: Sequence[Line], index: int, last: int, title: Passage, counter: Counter) -> Candidate | None:
    """The heading whose number stands at `index` and whose title goes on, if it does, at line `last`."""
    if is_too_long(title.text):
        return None
    merit = heading_merit(lines, index, title.text, counter)
    agenda = next((found for line in lines[index + 1 : last] if (found := agenda_number(line.text)) is not None), None)
    if agenda is None and last < len(lines) and (agenda := agenda_number(lines[last].text)) is not None:
        last += 1
    end = _end_of_title(lines, last) if agenda is None else last
    title = together([title, *(more.words for more in lines[last:end])])
    heading = heading_of(counter.printed, title, together(line.words for line in lines[index:end]))
    heading = replace(heading, reference=heading.reference or agenda or None)
    return Candidate(heading, counter, merit, _setting(lines[index], counter, title.text), index, end)


def _end_of_title(lines: Sequence[Line], last: int) -> int:
    """Where a title ends that may go on at line `last`.

    It ends with its block, when that holds no sentence, or else where the lines are no longer full, or no longer set
    alike.
    """
    begun = last
    while last < len(lines) and last - begun < _MOST_LINES_OF_A_TITLE and is_open(lines[last - 1].text):
        last += 1
    before = lines[last - 1]
    if last > begun or before.look.cell or (last < len(lines) and before.look.heading != lines[last].look.heading):
        return last
    if before.is_bold or before.look.bold:
        most = min(len(lines), begun + _MOST_LINES_OF_A_TITLE)
        while last < most and not lines[last].gap and lines[last].is_bold and not is_numbered(lines[last]):
            last += 1
        return last
    return last if before.width is None else _end_of_wrapped(lines, last, before.width)


def _end_of_wrapped(lines: Sequence[Line], last: int, width: int) -> int:
    """Where a title ends whose first line stands before `last`, by how full its lines are."""
    before = lines[last - 1]
    if before.wraps is None and len(before.text) * 5 >= width * 3:
        near = min(len(lines), last + _MOST_LINES_OF_A_TITLE)
        end = next((at for at in range(last, near) if lines[at].gap), near)
        block = lines[last - 1 : end]
        untold = not any(line.text.endswith((".", ";", ":")) or is_numbered(line) for line in block[1:])
        if len(block) <= _MOST_LINES_OF_A_TITLE and untold and not block[0].text.endswith((".", ":")):
            return last - 1 + len(block)
    if (before.indent + len(before.text)) * 2 < width:
        return last
    most = min(len(lines), last + _MOST_LINES_OF_A_RUN_ON_TITLE)
    while last < most and not lines[last].gap and is_full(lines[last - 1], lines[last], width):
        last += 1
    return last
