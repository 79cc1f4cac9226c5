"""Who came and who sent apologies: the list before the first item, and lists elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from store.model import Attendance, Span
from store.parse.attendance.extent import LONG_LINE, as_one, is_list, is_post_alone, label_of, names_nobody, runs
from store.parse.attendance.groups import is_group, is_numbered, tells_of_absence
from store.parse.attendance.names import is_name
from store.parse.attendance.people import begins_with_person, read_people, shared_title
from store.parse.attendance.posts import is_post
from store.parse.attendance.rows import header_of, people_in_row, surname_first
from store.parse.attendance.told import Told, people_told, sentences
from store.parse.page.lines import Line
from store.parse.page.passage import Passage

# Groups whose people are members, so that a comma stands between two of them and not before a post.
_MEMBERS = re.compile(
    r"present|apolog|absen|councillor|substitut|member|commissioner|director|attend(?!ance)", re.IGNORECASE
)
_OFFICERS = re.compile(r"officer|official|staff|in attendance|also|management|guest|visitor|advis", re.IGNORECASE)
_INLINE = re.compile(r"(?:(?<=[\s.;|])|^)(?P<label>(?:[A-Z][\w-]*\s)?(?:[\w-]+\s){0,3}?[\w-]+\s?):\s{0,2}[-–]?\s")
# A plural title over the names below or behind it, as "Councillors" with a colon.
_SHARED_ALONE = re.compile(
    r"(?P<title>(?:y\s)?cynghorwyr|councillors|cllrs\.?|aldermen|commissioners|(?:na\s)?comhairleoirí)\s{0,3}(?:[:/]\s{0,2}[-–]?\s{0,3}/?\s?|$)",
    re.IGNORECASE,
)
_CAME_OR_LEFT = re.compile(r"(?:had\s|who\s)?(?:arriv|left|join|enter|came|depart)", re.IGNORECASE)
# One name behind a label: "Apologies: Ann", "Absent: Elm (with notice)."
_ALONE = re.compile(r"(?P<name>[A-ZÀ-Ý][a-zà-ÿ]{1,14})(?:\s\((?P<role>[^()]{1,60})\))?\.?")
_TITLE_AND_SURNAME = 2  # words


def read_attendance(lines: Sequence[Line], group: str = "Present") -> list[Attendance]:
    """Everyone listed in `lines`, which begin with a group's label unless `group` is it; wrapped lines are joined."""
    people: list[Attendance] = []
    title, labelled = "", False
    columns: tuple[str, ...] = ()
    for line in map(as_one, runs(lines)):
        names: Passage | None = line.words
        if group and (shared := _SHARED_ALONE.match(line.words.raw)):
            title, names = shared["title"], line.words.part(shared.end())
        elif label := label_of(line, inside=labelled):
            group, title, columns, labelled = label.group, "", (), True
            names = line.words.part(label.end)
        elif people and is_post_alone(line.text) and not is_numbered(line.text):
            people[-1] = _with_role(people[-1], line.text, line.words.span)
            continue
        elif group and len(line.text) > LONG_LINE and not is_list(line.text) and not next(people_told(line.text), None):
            continue
        if names is None:
            continue
        if header := header_of(names):
            columns = header
            continue
        for of, part in groups_inside(names, group):
            _add(people, people_listed(part, of, title, columns))
    return people


def _add(people: list[Attendance], new: Iterable[Attendance]) -> None:
    """Add who is not there yet: a surname with when somebody came is a remark on who is listed already."""
    for one in new:
        surname = one.name.split()[-1]
        remark = one.role and _CAME_OR_LEFT.match(one.role) and len(one.name.split()) <= _TITLE_AND_SURNAME
        at = next((index for index, other in enumerate(people) if remark and other.name.split()[-1] == surname), None)
        if at is None:
            people.append(one)
        elif one.role:
            people[at] = _with_role(people[at], one.role, one.span)


def _with_role(person: Attendance, role: str, place: Span) -> Attendance:
    """A person with the role that stands at another place, which the evidence then goes to; the first role stays."""
    if person.role:
        return person
    return replace(person, role=role, span=Span(min(person.span.start, place.start), max(person.span.end, place.end)))


def people_said(words: Passage, group: str) -> Iterator[Attendance]:
    """The people whom the sentences of a paragraph tell to have come or not, under `group` where they agree with it."""
    for told in people_told(words.raw):
        part = words.part(told.start, told.end)
        if part and (told.leads or is_list(part.text)):
            yield from people_listed(part, _group_told(group, told.group), "", ())


def _group_told(group: str, told: str) -> str:
    """The label over people of whom a sentence tells `told`: `group` unless only one of the two is about absence."""
    same = tells_of_absence(group) == tells_of_absence(told)
    return group if group and (same or not told) else told


def groups_inside(names: Passage, group: str) -> Iterator[tuple[str, Passage]]:
    """The names under `group`, and those under the labels that stand among them on one line."""
    start = 0
    for match in _INLINE.finditer(names.raw):
        label = match["label"].strip()
        while label and not is_group(label):
            label = label.partition(" ")[2]
        if not label:
            continue
        begin = (
            match.end("label") - len(match["label"].lstrip())
            if label == match["label"].strip()
            else match.end("label") - len(label) - (len(match["label"]) - len(match["label"].rstrip()))
        )
        if part := names.part(start, begin):
            yield group, part
        group, start = " ".join(label.split()), match.end()
    if part := names.part(start):
        yield group, part


def people_listed(names: Passage, group: str, title: str, columns: tuple[str, ...]) -> Iterator[Attendance]:
    """The people in words that list them, under `group`; `title` stands over them once, `columns` head a table."""
    if names_nobody(names.text):
        return
    if told := list(people_told(names.raw)):
        yield from _told_amid(names, told, group)
        return
    cells = surname_first(names, title) if title or "   " in names.raw else []
    if cells or columns:
        for person in cells or people_in_row(names, columns):
            yield Attendance(person.name, person.role, group, person.span)
        return
    posts = bool(_OFFICERS.search(group)) or not _MEMBERS.search(group)
    if (alone := _ALONE.fullmatch(names.text)) and is_name(alone["name"], single=True) and not is_post(alone["name"]):
        yield Attendance(_titled(alone["name"], title), alone["role"], group, names.span)
        return
    for one in read_people(names.raw, posts=posts):
        place = names.part(one.start, one.end)
        if place:
            yield Attendance(_titled(one.name, title), one.role, group, place.span)


def _told_amid(names: Passage, told: Sequence[Told], group: str) -> Iterator[Attendance]:
    """The people of a list in which sentences tell of some; those listed before the first sentence too."""
    start = next((start for start, end in sentences(names.raw) if end > told[0].start), 0)
    before = names.part(0, start)
    if before and is_list(before.text):
        yield from people_listed(before, group, "", ())
    for one in told:
        of, part = _group_told(group, one.group) if one.leads else group, names.part(one.start, one.end)
        for person in read_people(part.raw, posts=not _MEMBERS.search(of)) if part else ():
            place = part.part(person.start, person.end) if part else None
            if place:
                yield Attendance(person.name, person.role, of, place.span)


def _titled(name: str, title: str) -> str:
    """A name with the title that its list has once in the plural ("Councillors:"), if any."""
    shared = shared_title(f"{title.strip()} {name}") if title and not begins_with_person(name) else None
    return f"{shared} {name}" if shared else name
