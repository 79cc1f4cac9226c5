"""Who came and who sent apologies: the list before the first item, and the items that hold one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from store.model import Attendance
from store.parse.attendance.groups import Label, is_group, read_label, tells_of_absence
from store.parse.attendance.people import begins_with_person, read_people, shared_title, without_public
from store.parse.attendance.posts import holds_office
from store.parse.attendance.rows import header_of, is_row, people_in_row, surname_first
from store.parse.attendance.told import awaits_names, people_told, sentences
from store.parse.decisions.prose import is_prose
from store.parse.page.lines import Line
from store.parse.page.passage import Passage, together

# Groups whose people are members, so that a comma stands between two of them and not before a post.
_MEMBERS = re.compile(
    r"present|apolog|absen|councillor|substitut|member|commissioner|director|attend(?!ance)", re.IGNORECASE
)
_OFFICERS = re.compile(r"officer|official|staff|in attendance|also|management|guest|visitor|advis", re.IGNORECASE)
_OF_ATTENDANCE = re.compile(
    r"present|attend|apolog|absen|roll|substitut|ymddiheur|presennol|láthair|leithsc|quorum", re.IGNORECASE
)
_OPENING = re.compile(
    r"welcome|introduc|open|order|croeso|procedur|chair|prelimin|observ|attend|housekeep|minutes", re.IGNORECASE
)
_INLINE = re.compile(r"(?:(?<=[\s.;|])|^)(?P<label>(?:[A-Z][\w-]*\s)?(?:[\w-]+\s){0,3}?[\w-]+\s?):\s{0,2}[-–]?\s")
# A plural title over the names below or behind it, as "Councillors" with a colon.
_SHARED_ALONE = re.compile(
    r"(?P<title>(?:y\s)?cynghorwyr|councillors|cllrs\.?|aldermen|commissioners|comhairleoirí)\s{0,3}(?:[:/]\s{0,2}[-–]?\s{0,3}/?\s?|$)",
    re.IGNORECASE,
)
# What leads into the list at a heading's end: "… at 9.30 am when there were present", a colon behind it.
_LEADS_INTO_LIST = re.compile(r"\bwhen\b.{0,40}\bpresent\W*$|\bthere (?:was|were) present\W*$", re.IGNORECASE)
_AT_HAND = re.compile(r"(?:\w+\s+){0,3}(?:present|attendance|attending|absent|excused|apologies|call)$", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:,|&|\s(?:and|AND|Mr|Mrs|Ms|Dr|Cllrs?|Councillors?)\.?)$")
_COLUMNED = re.compile(r"\S\s{3,}\S")
_FEWEST_COMMAS = 2  # of a list that flows from line to line, rather than one of a person a line
_CAME_OR_LEFT = re.compile(r"(?:had\s|who\s)?(?:arriv|left|join|enter|came|depart)", re.IGNORECASE)
_FURTHEST, _LONGEST_LIST = 300, 120  # lines: how far down a list begins, and how long it is
_FEWEST_OF_A_LIST = 2  # people
_LONGEST_POST = 40  # characters
_TITLE_AND_SURNAME = 2  # words
_LEAST_OF_A_LIST = 50  # in a hundred letters: commas and "and" take some, a sentence's other words far more
_LOOKED_AHEAD = 2  # lines
_WIDE = 50  # characters: a line this long may be full
_NOBODY = re.compile(
    r"""\W*(?:none|nil|no\b.*|there\swere\sno\b.*|n/?a
    |all\s(?:(?:members|councillors)\s)?(?:were\s)?(?:present|in\sattendance).*)\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def begins_attendance(line: Line) -> bool:
    """Whether the line is the first label of an attendance list ("Present:", "Present:- Councillors …")."""
    label = _label(line)
    if label is None:
        return is_row(line.words.raw)
    return label.opens and not _tells(line, label)


def attendance_start(lines: Sequence[Line]) -> int:
    """Where the list of who came begins among the lines before the first item; their number where there is none."""
    for index, line in enumerate(lines):
        if begins_attendance(line):
            return index
        if _LEADS_INTO_LIST.search(line.text):
            return index + 1
    return len(lines)


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
        start += 1
    return ()


def _block(lines: Sequence[Line], start: int) -> Sequence[Line]:
    index = start
    for run in _runs(lines[start : start + _LONGEST_LIST]):
        line = _as_one(run)
        after = index + len(run)
        label = _label(line) or _label(line, inside=True)
        following = next(map(_as_one, _runs(lines[after : after + _LOOKED_AHEAD])), None)
        headed = label is not None and (
            bool(line.words.part(label.end)) or label.opens or (following is not None and is_list(following.text))
        )
        if not (headed or is_list(line.text) or _is_post_alone(line.text) or next(people_told(line.text), None)):
            break
        index = after
    return lines[start:index]


def attendance_end(lines: Sequence[Line]) -> int:
    """Where a list that `lines` begin ends: at the first sentence that tells neither who came nor who did not."""
    index = 0
    for run in _runs(lines):
        line = _as_one(run)
        told = _label(line) or next(people_told(line.text), None)
        said = is_prose(line.text) or len(line.text) > _WIDE
        if said and not told and not is_list(line.text) and not _is_followed(lines[index + len(run) :]):
            return index
        index += len(run)
    return len(lines)


def _is_followed(lines: Sequence[Line]) -> bool:
    """Whether the list goes on after a remark in it: the next label is near."""
    return any((label := _label(line)) is not None and label.opens for line in lines[:_LOOKED_AHEAD])


def is_list(text: str) -> bool:
    """Whether words are mostly people, with their roles, or tell that there was nobody."""
    if _NOBODY.fullmatch(text):
        return True
    people = read_people(text, posts=False)
    named = sum(len(person.name) + len(person.role or "") for person in people)
    return named * 100 >= len(without_public(text)) * _LEAST_OF_A_LIST


def read_attendance(lines: Sequence[Line], group: str = "Present") -> list[Attendance]:
    """Everyone listed in `lines`, which begin with a group's label unless `group` is it; wrapped lines are joined."""
    people: list[Attendance] = []
    title, labelled = "", False
    columns: tuple[str, ...] = ()
    for line in map(_as_one, _runs(lines)):
        names: Passage | None = line.words
        if group and (shared := _SHARED_ALONE.match(line.words.raw)):
            title, names = shared["title"], line.words.part(shared.end())
        elif label := _label(line, inside=labelled):
            group, title, columns, labelled = label.group, "", (), True
            names = line.words.part(label.end)
        elif people and _is_post_alone(line.text):
            people[-1] = replace(people[-1], role=people[-1].role or line.text)
            continue
        elif group and len(line.text) > _WIDE and not is_list(line.text) and not next(people_told(line.text), None):
            continue
        if names is None:
            continue
        if header := header_of(names):
            columns = header
            continue
        for of, part in _inline_groups(names, group):
            _add(people, _people(part, of, title, columns))
    return people


def _is_post_alone(text: str) -> bool:
    """Whether a line is the post of whoever stands above it ("Chairperson"), and names nobody."""
    short = len(text) <= _LONGEST_POST and not text.endswith(":")
    return short and holds_office(text) and not read_people(text, posts=False)


def _add(people: list[Attendance], new: Iterable[Attendance]) -> None:
    """Add who is not there yet: a surname with when somebody came is a remark on who is listed already."""
    for one in new:
        surname = one.name.split()[-1]
        remark = one.role and _CAME_OR_LEFT.match(one.role) and len(one.name.split()) <= _TITLE_AND_SURNAME
        at = next((index for index, other in enumerate(people) if remark and other.name.split()[-1] == surname), None)
        if at is None:
            people.append(one)
        elif people[at].role is None:
            people[at] = replace(people[at], role=one.role)


def attendance_of_item(
    heading: Passage, lines: Sequence[Line], *, early: bool, listed: bool = False
) -> list[Attendance]:
    """Who came or sent apologies, where an item tells it ("1. Present: …", "2. Apologies"); often nobody.

    `heading` is the item's title, which may hold the names itself; `lines` stand under it, wrapped ones joined; `early`
    says that the item is among the first, which may tell of it whatever it is called ("Call to order"); `listed` that
    there is a list before the items, beside which a sentence about apologies only tells of them.
    """
    title = heading.text
    label = read_label(heading.raw, alone=True)
    named = heading.part(label.end) if label else None
    if label and named:
        of_title = [*_told(named, label.group)] or [*_people(named, label.group, "", ())]
        return [*of_title, *_amid(lines, listed=listed)]
    group = label.group if label else ("Apologies" if tells_of_absence(title) else "")
    if group:
        return [*_told(heading, group), *_under(group, lines, listed=listed)]
    if early or _OPENING.search(title) or _OF_ATTENDANCE.search(title):
        return [*_told(heading, ""), *_amid(lines, listed=listed)]
    return []


def _under(group: str, lines: Sequence[Line], *, listed: bool) -> Iterator[Attendance]:
    """The people under a title that is their label, up to the first words of something else."""
    awaited = True
    for line in lines:
        told = list(_told(line.words, group))
        if told or _NOBODY.fullmatch(line.text):
            yield from _unless_only_told(told, listed=listed)
            awaited = True
        elif label := _label(line):
            group, awaited = label.group, True
            yield from read_attendance([line], group)
        elif awaits_names(line.text):
            awaited = True
        elif awaited and is_list(line.text) and (found := read_attendance([line], group)):
            yield from found
        elif is_prose(line.text):
            awaited = False


def attendance_amid(lines: Sequence[Line], *, listed: bool) -> list[Attendance]:
    """The people whom labels and sentences name among what is told before the first item."""
    return list(_amid(lines, listed=listed))


def _amid(lines: Sequence[Line], *, listed: bool) -> Iterator[Attendance]:
    """The people whom labels and sentences name among other words."""
    group = ""
    for line in lines:
        label = _label(line)
        if label and (label.opens or group):
            group = label.group
            yield from read_attendance([line], group)
        elif found := [one for one in _told(line.words, "") if tells_of_absence(one.group) or "present" in one.group]:
            yield from _unless_only_told(found, listed=listed)
        elif found := list(_inside(line.words)):
            yield from found
        elif awaits_names(line.text):
            group = "Apologies"
        elif group and is_list(line.text):
            yield from read_attendance([line], group)
        else:
            group = ""


def _inside(words: Passage) -> Iterator[Attendance]:
    """The people under labels inside a paragraph ("Roll call was taken. Present: Ash, Elm. Absent: Oak.")."""
    for group, names in _inline_groups(words, ""):
        if group and _AT_HAND.match(group):
            end = next(iter(sentences(names.raw)), (0, len(names.raw)))[1]
            yield from _people(names.part(0, end) or names, group, "", ())


def _unless_only_told(people: Iterable[Attendance], *, listed: bool) -> Iterator[Attendance]:
    """The people of a sentence, without those away where there is a list."""
    return (person for person in people if not (listed and tells_of_absence(person.group)))


def _told(words: Passage, group: str) -> Iterator[Attendance]:
    for told in people_told(words.raw):
        part = words.part(told.start, told.end)
        if part and (told.leads or is_list(part.text)):
            same = tells_of_absence(group) == tells_of_absence(told.group)
            of = group if group and (same or not told.group) else told.group
            yield from _people(part, of, "", ())


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """`lines`, those together whose list goes on in the next: after a comma or "and", before a bracket."""
    run: list[Line] = []
    for line in lines:
        if run and not (_goes_on(run[-1], line) and _label(line) is None):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _as_one(run: Sequence[Line]) -> Line:
    return run[0] if len(run) == 1 else replace(run[0], words=together(line.words for line in run))


def _goes_on(line: Line, following: Line) -> bool:
    text = line.text
    if _OPEN_END.search(text) or text.count("(") > text.count(")"):
        return True
    if following.gap and not line.loose:
        return False
    begins = following.text[0]
    commas = text.count(",") >= _FEWEST_COMMAS and len(text) >= _WIDE and "," in following.text
    listed = commas and len(read_people(text, posts=True)) > _FEWEST_COMMAS
    return (
        begins.islower()
        or begins == "("
        or (listed and not text.endswith((".", ")", ";")) and not _COLUMNED.search(line.words.raw))
    )


def _label(line: Line, *, inside: bool = False) -> Label | None:
    return read_label(line.words.raw, alone=line.gap, inside=inside)


def _tells(line: Line, label: Label) -> bool:
    """Whether what follows a label is a sentence, and no list ("Apologies: it was agreed that …")."""
    rest = line.words.raw[label.end :]
    return is_prose(rest) and not read_people(rest, posts=True)


def _inline_groups(names: Passage, group: str) -> Iterator[tuple[str, Passage]]:
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


def _people(names: Passage, group: str, title: str, columns: tuple[str, ...]) -> Iterator[Attendance]:
    if _NOBODY.fullmatch(names.text):
        return
    if told := next(iter(people_told(names.raw)), None):
        lead = told.start if names.raw[: told.start].strip() else 0
        names = names.part(lead, told.end if lead else None) or names
    cells = surname_first(names, title) if title or "   " in names.raw else []
    if cells or columns:
        for person in cells or people_in_row(names, columns):
            yield Attendance(person.name, person.role, group, person.span)
        return
    posts = bool(_OFFICERS.search(group)) or not _MEMBERS.search(group)
    for one in read_people(names.raw, posts=posts):
        place = names.part(one.start, one.end)
        if place:
            yield Attendance(_titled(one.name, title), one.role, group, place.span)


def _titled(name: str, title: str) -> str:
    """A name with the title that its list has once in the plural ("Councillors:"), if any."""
    shared = shared_title(f"{title.strip()} {name}") if title and not begins_with_person(name) else None
    return f"{shared} {name}" if shared else name
