"""Titles by their looks: most documents that number nothing set all titles alike, and text stands under each.

Every way of setting a title that a document uses competes on one scale: a style has the merit of its lines, and the
style with the most is how this document sets its titles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby, pairwise

from store.parse.attendance.extent import begins_attendance
from store.parse.decisions.markers import announces_decision
from store.parse.decisions.prose import has_verb, is_ended, is_prose
from store.parse.items import weights
from store.parse.items.headings import Heading, heading_of
from store.parse.items.merit import is_numbered, is_set_in_capitals
from store.parse.items.titles import USUAL, is_like_title, tells
from store.parse.page.lines import Line
from store.parse.page.sections import is_part, is_section
from store.text.dates import find_dates, find_times

_RUN_IN = re.compile(r"(?P<title>[A-ZÀ-Þ\d][^.:;!?]{2,70}?)\s?:(?:\s?[-–—])?\s+(?=\S)")
# Without a colon only what every agenda has is a title: "Treasurer's report. Mrs Ash reported a loss."
_USUAL_RUN_IN = re.compile(r"(?P<title>[A-ZÀ-Þ][^.:;!?–-]{2,40}?)(?:\.|\s[–-])\s+(?=[A-ZÀ-Þ£\d])")
# "STREET LAMPS. It was resolved …"
_CAPITALS_RUN_IN = re.compile(
    r"""(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ\d'’&/,()\s-]{3,70}?)\s?(?:\.(?:\s?[-–—])?|\s[–—-])\s+
    (?=[A-ZÀ-Þ“"]['’a-zà-þ]*\s|[A-Z][a-z]*[.])""",
    re.VERBOSE,
)
# Labels of a document's heading and of its end, which are set as titles are.
_LABEL = re.compile(
    r"""(?:(?:the\s)?meeting\s(?:closed|ended|opened|started)|closed|(?:supporting|accompanying|additional|background)\sdocuments|venue|contact|location|date|time|place|note|email|tel|telephone|from|to|re|subject|signed|chairman|chair|clerk|in\sthe\schair|minute\staker
    |minutes?\s(?:secretary|(?:submitted|taken|recorded|prepared|typed|kept)\sby)|members?|councillors?|councill?ors?\spresent|directors?\spresent|proposed|seconded|proposer|seconder|action|actions|resolved|agreed|decision|for|against|abstain\w*|abstentions?|vote|ayes?|nays?
    |noes?|carried|reply|reply\sby|also\spresent|officers?|motion|second|in\sfavou?r|absent|present|attending|attest\w*|reason|reasons|appendix|https?|www)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BULLET = re.compile(r"[•·*–▪o-]\s+(?=\S)")
_WEBSITE = re.compile(r"website\s?:?\s*\S*\.", re.IGNORECASE)  # with its address; alone it is a title
_AGENDA = re.compile(r"(?:the\s)?agenda(?:\sitems)?\W*", re.IGNORECASE)  # it heads what was to be done
_BLANK = re.compile(r"_{3}|\.{4}")  # a line to be filled in
_VOTES = re.compile(r"(?:in\sfavou?r|for|against|ayes?|yeas?|votes?)\s?[:–-]?\s?\d", re.IGNORECASE)
_TIMED = re.compile(
    r"[A-Za-z]{3}\s{0,2}[–(-]\s?\d{1,2}[:.]\d\d\s?[ap]\.?m\.?\)?$", re.IGNORECASE
)  # "DELEGATION - 9:30 a.m."
_PERSON = re.compile(r"(?:cllrs?|councillors?|mr|mrs|ms|miss|dr|rev)\b\.?\s", re.IGNORECASE)
_LONGEST_BEHIND_LABEL = 30  # characters
_LONGEST = 90  # characters of a title without any look of its own
_LONGEST_SET_OFF = 200  # characters of one that a heading's style or bold sets off
MOST_WORDS = 14
_LONGEST_PLAIN = 60  # characters of one that only its place between sentences sets off
_LARGE = 1.1  # times the document's usual size
_FEWEST = 2
_LEAST_USUAL = 3  # one title in so many is what every agenda has, where nothing sets titles off
_FEWEST_COLONS = 3  # lines that end with a colon, where none is what every agenda has
_FEWEST_UNUSUAL = 2  # of a style none of whose lines is what every agenda has


@dataclass(frozen=True, slots=True)
class Title:
    """A line that may be a title: its `style`, and how much it looks like one."""

    line: int
    style: str
    heading: Heading
    merit: float
    of_people: bool = False  # it may be the label of a list of who came


def titles_by_looks(lines: Sequence[Line], begins: int = 0) -> list[Title]:
    """The titles of a document that numbers none of them, in order; none when no way of setting them is found.

    `begins` is the first line that may be one.
    """
    found = [title for index in range(begins, len(lines)) for title in _titles_at(lines, index)]
    styles = {title.style for title in found}
    best = max(styles, key=lambda style: score(found, style), default=None)
    if best is None or score(found, best) < weights.FEWEST_LOOKS:
        return []
    chosen = _once(title for title in found if title.style in (best, *_BESIDE.get(best, ())))
    return list(_without_tables(lines, list(dropwhile(lambda title: title.of_people, chosen))))


def _without_tables(lines: Sequence[Line], titles: Sequence[Title]) -> Iterator[Title]:
    """`titles` without those that stand line by line over no text, as the heads and sums of a table do."""
    for _, group in groupby(enumerate(titles), key=lambda one: one[1].line - one[0]):
        stacked = [title for _, title in group]
        under = stacked[-1].line + 1
        told = stacked[-1].heading.run_in is not None or (under < len(lines) and is_text(lines[under]))
        headed = stacked[-1].style == "heading"
        if len(stacked) < _FEWEST or headed or told or any(USUAL.match(title.heading.title) for title in stacked):
            yield from stacked


def titles_between(lines: Sequence[Line], begin: int, end: int) -> list[Title]:
    """The titles that begin between two offsets, however the others of the document are set."""
    there = (index for index, line in enumerate(lines) if begin <= line.span.start < end)
    return list(_once(title for index in there for title in _titles_at(lines, index)))


# The style in which a document sets a title whose text runs on behind it, where others stand alone, and the other way.
_BESIDE = {
    "bold": ("run-in bold",),
    "run-in bold": ("bold",),
    "capitals": ("run-in capitals",),
    "run-in capitals": ("capitals",),
    "colon": ("run-in", "plain over text"),
    "run-in": ("colon", "plain over text"),
}


def score(titles: Sequence[Title], style: str) -> float:
    """What the lines of a style come to; a style that holds no usual title of an agenda must be well set off."""
    of_style = (style, *_BESIDE.get(style, ()))
    alike = [title for title in titles if title.style in of_style and not title.of_people]
    usual = sum(bool(USUAL.match(title.heading.title)) for title in alike)
    own = sum(title.style == style for title in alike)
    if own < _FEWEST_COLONS and style == "colon" and not usual:
        return 0.0
    if len(alike) < (_FEWEST if usual else _FEWEST_UNUSUAL):
        return 0.0
    if style.startswith("plain") and usual * _LEAST_USUAL < len(alike):
        return 0.0
    merit = sum(title.merit for title in alike)
    if style == "outline" and not usual:
        return 0.0
    if style == "run-in" and _fills(alike):
        return merit + (weights.TEXT_UNDER + weights.USUAL_TITLE) * len(alike) / 2
    if style in _HARDLY_SET_OFF:
        return min(merit, 2.0 * usual) + weights.USUAL_TITLE * usual
    return merit + weights.USUAL_TITLE * usual


def _fills(titles: Sequence[Title]) -> bool:
    """Whether titles that run into text stand on one paragraph after the other, and are no labels over names."""
    together_ = sum(two.line - one.line == 1 for one, two in pairwise(titles))
    told = sum(title.heading.run_in is not None and is_ended(title.heading.run_in.text) for title in titles)
    distinct = len({title.heading.title for title in titles}) == len(titles)  # whoever speaks does so again
    return (
        distinct
        and len(titles) >= _FEWEST_COLONS
        and together_ * 4 >= (len(titles) - 1) * 3
        and told * 4 >= len(titles) * 3
    )


_HARDLY_SET_OFF = ("run-in", "plain", "plain over text")  # styles that no look but usual titles make sure


def _once(titles: Iterator[Title]) -> Iterator[Title]:
    last = -1
    for title in titles:
        if title.line != last:
            yield title
            last = title.line


def _titles_at(lines: Sequence[Line], index: int) -> Iterator[Title]:
    """The ways in which a line may be read as a title."""
    line = lines[index]
    if is_part(line) or line.note or line.look.cell:
        return
    if _is_list_entry(line):
        yield from _bulleted(line, index)
        yield from _outlined(lines, index)
        return
    listed = all(map(_is_list_entry, lines[index + 1 : index + 3]))
    if may_be_title(line) and not (listed and _AGENDA.fullmatch(line.text)):
        heading = heading_of(None, line.words, line.words)
        for style in _styles_of(lines, index):
            yield Title(index, style, heading, _merit(lines, index, weights.LOOKS[style]))
    yield from _run_in_at(lines, index)


def _styles_of(lines: Sequence[Line], index: int) -> Iterator[str]:
    """The ways in which a line that may be a title is set, the strongest first."""
    line, under = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if look := _look_of(line):
        yield look
    if under is None or not line.gap or _fills_line(line):
        return
    if line.text.endswith(":"):
        if not tells(line.text):
            yield "colon"
    elif not line.text.endswith(".") and not tells(line.text) and (under.gap or not _is_wrapped_text(line)):
        if _is_between_sentences(lines, index):
            yield "plain over text"
        if USUAL.match(line.text) or any(map(is_text, lines[index + 1 : index + 3])):
            yield "plain"


def _fills_line(line: Line) -> bool:
    """Whether a line fills its width by half, in a document where blank lines tell nothing."""
    return line.loose and line.width is not None and len(line.text) * 2 > line.width


def _is_between_sentences(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands between what was told and what is told: the line before is long, the next a sentence."""
    before, under = lines[index - 1].text if index else "", lines[index + 1].text
    return len(lines[index].text) <= _LONGEST_PLAIN < min(len(before), len(under)) and tells(under)


def _look_of(line: Line) -> str | None:
    """The look that sets a whole line off, the strongest that it has."""
    if line.look.heading:
        return "heading"
    if line.is_bold:
        return "bold"
    if line.look.size >= _LARGE:
        return "large"
    return "capitals" if is_set_in_capitals(line.text) else None


def _run_in_at(lines: Sequence[Line], index: int) -> Iterator[Title]:
    """The title that stands at the beginning of a line of text: bold, or with a colon."""
    line, raw = lines[index], lines[index].words.raw
    bold_to = line.bold_to(0) if line.look.bold else 0
    if 2 < bold_to < len(raw) - 2 and (title := _run_in(line, bold_to)):
        yield Title(index, "run-in bold", title, weights.LOOKS["run-in bold"], begins_attendance(line))
    found = (("run-in capitals", _CAPITALS_RUN_IN.match(raw)), ("run-in", _RUN_IN.match(raw) or _usual_run_in(raw)))
    for style, match in found:
        if match is None or not line.gap or has_verb(match["title"]):
            continue
        labels = _is_label(match["title"]) or _PERSON.match(match["title"]) or announces_decision(raw)
        if not labels and (title := _run_in(line, match.end())):
            yield Title(index, style, title, weights.LOOKS[style], begins_attendance(line))


def _usual_run_in(raw: str) -> re.Match[str] | None:
    match = _USUAL_RUN_IN.match(raw)
    return match if match and USUAL.match(match["title"]) and is_ended(raw.rstrip()) else None


def _bulleted(line: Line, index: int) -> Iterator[Title]:
    """The title that stands in bold behind a bullet, alone or with its text."""
    mark = _BULLET.match(line.words.raw)
    ends = line.bold_to(mark.end()) if mark and line.look.bold else 0
    if mark is None or ends <= mark.end() + 2:
        return
    if ends < len(line.words.raw) - 2:
        title = _run_in(line, ends, mark.end())
    else:
        words = line.words.part(mark.end())
        title = heading_of(None, words, line.words) if words and _is_worded(words.text) else None
    if title:
        yield Title(index, "bulleted bold", title, weights.LOOKS["bulleted bold"], begins_attendance(line))


def _outlined(lines: Sequence[Line], index: int) -> Iterator[Title]:
    """The title that a bullet of the outermost level is, with bullets within it under it."""
    line, under = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    mark = _BULLET.match(line.words.raw)
    words = line.words.part(mark.end()) if mark and not line.indent else None
    held = under is not None and under.indent > line.indent and _BULLET.match(under.text)
    if words and held and len(words.text) <= _LONGEST_PLAIN and _is_worded(words.text) and not is_ended(words.text):
        heading = heading_of(None, words, line.words)
        labels = begins_attendance(line) or _is_label(words.text)
        yield Title(index, "outline", heading, weights.LOOKS["outline"] + weights.TEXT_UNDER, labels)


def _run_in(line: Line, begins: int, title_from: int = 0) -> Heading | None:
    title, above, rest = line.words.part(title_from, begins), line.words.part(0, begins), line.words.part(begins)
    if title is None or above is None or rest is None or not _is_worded(above.text):
        return None
    if len(above.text) > _LONGEST or _is_label(title.text) or next(find_dates(above.text), None):
        return None
    width = None if line.width is None else max(0, line.width - begins)
    return heading_of(None, title, above, replace(line, words=rest, gap=False, width=width))


def may_be_title(line: Line) -> bool:
    """Whether a line's words could be a title: few, no sentence, no label of who came, no day, no name of a person."""
    text, headed = line.text, line.look.heading > 0
    set_off = headed or line.is_bold
    short = len(text) <= _LONGEST_SET_OFF if set_off else len(text) <= _LONGEST and len(text.split()) <= MOST_WORDS
    if not short or not (headed or is_like_title(text)) or not _is_worded(text):
        return False
    if any(pattern.match(text) for pattern in (_WEBSITE, _VOTES, _PERSON)) or _BLANK.search(text):
        return False
    timed = _TIMED.search(text)
    words = text[: timed.start() + 3] if timed and (set_off or is_set_in_capitals(text)) else text
    if _is_label(text, headed=headed) or tells_when(words) or (is_ended(words) and has_verb(words)):
        return False
    return USUAL.match(text) is not None or not begins_attendance(line)


def _is_label(text: str, *, headed: bool = False) -> bool:
    """Whether words are a label of a heading or an end; `headed`, set as a heading, it is no more."""
    match = _LABEL.match(text)
    if match is None or USUAL.match(text):
        return False
    behind = text[match.end() :].strip(" :.-")
    return len(behind) <= (0 if headed else _LONGEST_BEHIND_LABEL)


def tells_when(text: str) -> bool:
    """Whether a line that is no usual title names a day or a time."""
    return not USUAL.match(text) and (next(find_dates(text), None) or next(find_times(text), None)) is not None


def _is_worded(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 3


def _is_list_entry(line: Line) -> bool:
    return _BULLET.match(line.text) is not None or is_numbered(line)


def _is_wrapped_text(line: Line) -> bool:
    """Whether a line is the first of a wrapped paragraph."""
    return line.width is not None and len(line.text) > _LONGEST_PLAIN


def is_text(line: Line) -> bool:
    """Whether a line is what stands under a title: it tells something, or ends, or goes on."""
    return is_prose(line.text) or is_ended(line.text) or is_section(line) or _is_wrapped_text(line)


def _merit(lines: Sequence[Line], index: int, look: float) -> float:
    """How much a line of a look is a title by what stands around it: text under it, and no list before it."""
    line = lines[index]
    under = lines[index + 1] if index + 1 < len(lines) else None
    if under is None:
        return look + weights.NO_TEXT_UNDER
    merit = look
    set_off = _look_of(line)
    if is_text(under):
        merit += weights.TEXT_UNDER
    elif (set_off and _look_of(under) == set_off) or (_PERSON.match(under.text) and not tells(under.text)):
        merit += weights.NO_TEXT_UNDER
    if not line.gap and index:
        merit += weights.NO_GAP
    return merit
