"""Who came, who sent apologies: the list before the first item."""

import re
from collections.abc import Iterable, Sequence

from store.model import Attendance, Kind, Paragraph
from store.parse.lines import Line
from store.parse.passage import Passage
from store.parse.people import read_people

_GROUP_WORDS = r"present|attend|apolog|absen|co-?opt|officer|member|substitut|observ|representativ|guest|councillors?\b"
_LABELLED = re.compile(rf"(?P<group>(?=[^:]*(?:{_GROUP_WORDS}))[^:]{{3,80}}?)\s*:\s*-?\s*(?P<names>.*)$", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:those |members? |councillors? )?(?:present|in attendance|attendance|attendees|apologies)\b", re.IGNORECASE
)
_BARE_GROUP = re.compile(
    r"""(?:\w[\w'’-]*\s+){0,5}
    (?:members|co-opted|co-optees|officers|representatives|observers|present|attendance|apologies|absent)(?:\s+\w+){0,2}""",
    re.IGNORECASE | re.VERBOSE,
)
_LIST_OF_NAMES = re.compile(r"present|apolog|absen|councillor|substitut", re.IGNORECASE)
_CHAIR = re.compile(r"(?:in the )?chair(?:man|woman|person)?", re.IGNORECASE)
_MOST_WORDS_IN_A_NAME = 6


def begins_attendance(line: Line) -> bool:
    """Whether the line is the first label of an attendance list ("Present:", "Present:- Councillors …")."""
    match = _LABELLED.match(line.text)
    return bool(_OPENING.match(line.text)) and (match is not None or _is_bare_group(line))


def read_attendance(lines: Sequence[Line]) -> list[Attendance]:
    """Everyone listed in `lines`, which begin with a group's label; wrapped lines are joined before."""
    people: list[Attendance] = []
    group = ""
    for line in lines:
        names: Passage | None = line.words
        if match := _LABELLED.match(line.words.raw):
            group = " ".join(match["group"].split())
            names = line.words.part(match.start("names"))
        elif _is_bare_group(line):
            group, names = line.text, None
        if names is not None:
            people.extend(_people(names, group))
    return people


def attendance_paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """The lines of an attendance list as paragraphs."""
    return [line.words.paragraph(Kind.ATTENDANCE) for line in lines]


def chair_of(attendance: Iterable[Attendance]) -> str | None:
    """The name of who is listed with the role of the chair."""
    return next((person.name for person in attendance if person.role and _CHAIR.fullmatch(person.role)), None)


def _is_bare_group(line: Line) -> bool:
    return line.gap and bool(_BARE_GROUP.fullmatch(line.text))


def _people(names: Passage, group: str) -> Iterable[Attendance]:
    for person in read_people(names.raw, posts=not _LIST_OF_NAMES.search(group)):
        place = names.part(person.start, person.end)
        if place and person.name[:1].isupper() and len(person.name.split()) <= _MOST_WORDS_IN_A_NAME:
            yield Attendance(person.name, person.role, group, place.span)
