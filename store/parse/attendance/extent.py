"""Where a list of who came begins and ends, and which of its lines go on in the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.parse.attendance.groups import Label, is_numbered, read_label
from store.parse.attendance.people import read_people, without_public
from store.parse.attendance.posts import holds_office
from store.parse.attendance.rows import is_row
from store.parse.attendance.told import people_told
from store.parse.decisions.prose import is_ended, is_prose
from store.parse.page.lines import Line
from store.parse.page.passage import together

# What leads into the list at a heading's end: "… at 9.30 am when there were present", a colon behind it.
_LEADS_INTO_LIST = re.compile(r"\bwhen\b.{0,40}\bpresent\W*$|\bthere (?:was|were) present\W*$", re.IGNORECASE)
_BUSINESS = re.compile(
    r"(?:it\swas|the\s(?:meeting|minutes|clerk|chair(?:man|woman|person)?|secretary|treasurer|council|board|committee)\b.{0,40}"
    r"\b(?:opened|began|started|was\scalled|commenced|welcomed|reported|were|read|agreed|resolved|noted|said)|minutes\s(?:of|from)\b)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:,|&|\s(?:and|AND|Mr|Mrs|Ms|Dr|Cllrs?|Councillors?)\.?)$")
_NOTE = re.compile(r"\W?(?:note|n\.?b)\b", re.IGNORECASE)  # of the meeting, and not of whoever stands above it
_COLUMNED = re.compile(r"\S\s{3,}\S")
_FEWEST_COMMAS = 2  # of a list that flows from line to line, rather than one of a person a line
_FURTHEST, _LONGEST_LIST = 300, 120  # lines: how far down a list begins, and how long it is
_FEWEST_OF_A_LIST = 2  # people
_LONGEST_POST = 40  # characters
_LEAST_OF_A_LIST = 50  # in a hundred letters: commas and "and" take some, a sentence's other words far more
_LOOKED_AHEAD = 2  # lines
LONG_LINE = 50  # characters: a line this long may be full
_NOBODY = re.compile(
    r"""\W*(?:none|nil|no\b.*|there\swere\sno\b.*|n/?a
    |all\s(?:(?:members|councillors)\s)?(?:were\s)?(?:present|in\sattendance).*)\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def begins_attendance(line: Line) -> bool:
    """Whether the line is the first label of an attendance list ("Present:", "Present:- Councillors …")."""
    label = label_of(line)
    if label is None or line.text[0].islower():  # a sentence goes on ("present were …")
        return is_row(line.words.raw)
    if label.opens:
        return not _tells(line, label)
    names = line.words.part(label.end)
    return names is not None and is_list(names.text) and len(read_people(names.raw, posts=True)) >= _FEWEST_OF_A_LIST


def attendance_start(lines: Sequence[Line]) -> int:
    """Where the list of who came begins among the lines before the first item; their number where there is none."""
    for index, line in enumerate(lines):
        if begins_attendance(line) and not _is_listed_title(line, lines[index + 1 : index + 2]):
            return index
        if _LEADS_INTO_LIST.search(line.text):
            return index + 1
    return len(lines)


def _is_listed_title(line: Line, following: Sequence[Line]) -> bool:
    """Whether a label is the title of an item in an agenda's list: numbered, and so is what stands right under it."""
    numbered = is_numbered(line.text) and all(is_numbered(one.text) and not one.gap for one in following)
    label = label_of(line) if numbered and following else None
    return label is not None and line.words.part(label.end) is None


def attendance_block(lines: Sequence[Line]) -> Sequence[Line]:
    """The list of who came, wherever it stands among the lines of a document: what stands in it heads no item.

    It ends before the first line that is neither a label of people nor people. Empty where there is no list.
    """
    start = 0
    while start < min(len(lines), _FURTHEST):
        start += attendance_start(lines[start:_FURTHEST])
        block = _block(lines, start)
        if sum(len(read_people(line.text, posts=True)) for line in block) >= _FEWEST_OF_A_LIST:
            return block
        start += max(1, len(block))
    return ()


def _block(lines: Sequence[Line], start: int) -> Sequence[Line]:
    index = start
    for run in runs(lines[start : start + _LONGEST_LIST]):
        line = as_one(run)
        after = index + len(run)
        label = label_of(line) or label_of(line, inside=True)
        following = next(map(as_one, runs(lines[after : after + _LOOKED_AHEAD])), None)
        headed = label is not None and (
            bool(line.words.part(label.end)) or label.opens or (following is not None and is_list(following.text))
        )
        if not (headed or is_list(line.text) or is_post_alone(line.text) or next(people_told(line.text), None)):
            break
        index = after
    return lines[start:index]


def attendance_end(lines: Sequence[Line]) -> int:
    """Where a list that `lines` begin ends: at the first sentence that tells neither who came nor who did not."""
    index = 0
    for run in runs(lines):
        line = as_one(run)
        told = label_of(line, inside=True) or next(people_told(line.text), None)
        said = is_prose(line.text) or len(line.text) > LONG_LINE or _is_of_business(line.text)
        if said and not told and not is_list(line.text) and not _is_followed(lines[index + len(run) :]):
            return index
        index += len(run)
    return len(lines)


def _is_of_business(text: str) -> bool:
    """Whether a short sentence tells what the meeting did: a list of who came is over."""
    return is_ended(text) and _BUSINESS.match(text) is not None


def _is_followed(lines: Sequence[Line]) -> bool:
    """Whether the list goes on after a remark in it: the next label is near."""
    return any((label := label_of(line)) is not None and label.opens for line in lines[:_LOOKED_AHEAD])


def is_list(text: str) -> bool:
    """Whether words are mostly people, with their roles, or tell that there was nobody."""
    if _NOBODY.fullmatch(text):
        return True
    people = read_people(text, posts=False)
    named = sum(person.end - person.start for person in people)
    return named * 100 >= len(without_public(text)) * _LEAST_OF_A_LIST


def is_post_alone(text: str) -> bool:
    """Whether a line is the post of whoever stands above it ("Chairperson"), and names nobody."""
    short = len(text) <= _LONGEST_POST and not text.endswith(":")
    return short and holds_office(text) and not read_people(text, posts=False)


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """`lines`, those together whose list goes on in the next: after a comma or "and", before a bracket."""
    run: list[Line] = []
    for line in lines:
        if run and not (_goes_on(run[-1], line) and label_of(line) is None):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def as_one(run: Sequence[Line]) -> Line:
    """The lines of a run as one line."""
    return run[0] if len(run) == 1 else replace(run[0], words=together(line.words for line in run))


def _goes_on(line: Line, following: Line) -> bool:
    text = line.text
    if _OPEN_END.search(text) or text.count("(") > text.count(")"):
        return True
    if (following.gap and not line.loose) or is_numbered(following.text) or _NOTE.match(following.text):
        return False
    begins = following.text[0]
    commas = text.count(",") >= _FEWEST_COMMAS and len(text) >= LONG_LINE and "," in following.text
    listed = commas and len(read_people(text, posts=True)) > _FEWEST_COMMAS
    return (
        begins.islower()
        or begins == "("
        or (listed and not text.endswith((".", ")", ";")) and not _COLUMNED.search(line.words.raw))
    )


def label_of(line: Line, *, inside: bool = False) -> Label | None:
    """The label of people that a line begins with or is; `inside` a list any words before a colon may be one."""
    return read_label(line.words.raw, alone=line.gap, inside=inside)


def _tells(line: Line, label: Label) -> bool:
    """Whether what follows a label is a sentence, and no list ("Apologies: it was agreed that …")."""
    rest = line.words.raw[label.end :]
    return is_prose(rest) and not read_people(rest, posts=True)


def names_nobody(text: str) -> bool:
    """Whether words say that there was nobody ("None", "There were no apologies")."""
    return bool(_NOBODY.fullmatch(text))
