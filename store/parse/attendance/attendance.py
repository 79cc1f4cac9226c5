"""Who came, who sent apologies: the list before the first item."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from store.model import Attendance
from store.parse.attendance.people import begins_with_person, read_people, shared_title
from store.parse.decisions.prose import has_verb, is_prose
from store.parse.page.lines import Line
from store.parse.page.passage import Passage, together

_GROUP_WORDS = (
    r"\bpresent\b|attend|apolog|absen|co-?opt|officer|official|member|substitut|observ|representativ|guest|governor|chair"
    r"|staff|advis|[pb]resennol|ymddiheur|láthair|leithscéal|^councillors?\b"
)
_LABELLED = re.compile(
    rf"(?P<group>(?=[^:]*(?:{_GROUP_WORDS}))[^:.]{{3,80}}?)\s*:\s*[-–]?\s*(?P<names>.*)$", re.IGNORECASE
)
_OPENING = re.compile(
    r"""(?:when\sthere\swere\s|the\sfollowing\s(?:members\s)?were\s|those\s|(?:(?:all|other|committee|board|parish|town)\s)?members?\s|councillors?\s|governors?\s
    |officers?\s|officials?\s|also\s|councillors\sand\s|yn\s|i\s)*
    (?:present\b(?!ed)|in\sattendance\b|attendance\b|attending\b|attendees\b|attended\b|apologies\b|absent\b|presennol\b
    |bresennol\b|láthair\b|in\sthe\schair\b|(?:committee|board)\smembers?\s*:)""",
    re.IGNORECASE | re.VERBOSE,
)
_BARE_GROUP = re.compile(
    r"""(?:\w[\w'’-]*\s+){0,5}
    (?:members|co-opted|co-optees|officers|officials|representatives|observers|present|[pb]resennol|attendance|attending
    |apologies|absent|governors)(?:\s+\w+){0,4}\s*(?:\([^()]{1,40}\))?""",
    re.IGNORECASE | re.VERBOSE,
)
# "Present        Ann Ash        AA        Bo Elm        BE"
_COLUMNED = re.compile(
    r"(?P<group>(?:members\s)?present|in attendance|attending|apologies|absent)\s{3,8}(?P<names>\S.*)$", re.IGNORECASE
)
_INLINE_GROUP = re.compile(
    r"""(?:(?<=[\s.;])|^)(?P<group>(?:(?:also\s)?(?:in\sattendance|present)|apologies(?:\sfor\sabsence)?
    |(?:locum\s|town\s|parish\s)?clerk|officers?(?:\spresent)?)\s*):\s*-?\s""",
    re.IGNORECASE | re.VERBOSE,
)
_APOLOGISED = re.compile(
    r"""(?P<group>(?:an\s)?apolog(?:y|ies)(?:\sfor\s(?:absence|inability\sto\sattend))?)\b[^.]{0,60}?
    \b(?:from|on\sbehalf\sof|for|of)\s+(?P<names>[A-Z].*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_SHARED_TITLE = re.compile(r"(?P<title>councillors|comhairleoirí|cynghorwyr)\s*(?::\s*-?|$)", re.IGNORECASE)
_LIST_OF_NAMES = re.compile(r"present|apolog|absen|councillor|substitut", re.IGNORECASE)
_CHAIR = re.compile(
    r"(?:in the )?chair(?:man|woman|person)?|presiding|(?:an )?cathaoirleach|(?:y )?cadeirydd|convener", re.IGNORECASE
)
_MAYOR = re.compile(r"(?:the |lord )*mayor|provost", re.IGNORECASE)
_IN_THE_CHAIR = re.compile(r"\bin the chair\b", re.IGNORECASE)
_SURNAME_FIRST = re.compile(r"(?P<surname>[A-ZÀ-Ý][\w'’ -]{1,30}),\s(?P<forename>[A-ZÀ-Ý][\w.'’ -]{0,30})")
_COLUMN = re.compile(r"\s{3,}|\t|\s*\|\s*")
_HEADER_CELL = re.compile(
    r"(?:name|initials?|role|items?|action|position|councillors?|members?|governors?|[PASL✓✔X]|yes|no)\.?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[A-Z]{2,3}|[PASLX✓✔*-]|yes|no|\d{1,2}/\d{1,2}", re.IGNORECASE)
_MOST_WORDS_IN_A_NAME = 6


def begins_attendance(line: Line) -> bool:
    """Whether the line is the first label of an attendance list ("Present:", "Present:- Councillors …")."""
    opening = _OPENING.match(line.text)
    labelled = _LABELLED.match(line.text) or _COLUMNED.match(line.words.raw)
    return bool(opening) and (labelled is not None or _is_bare_group(line))


def attendance_end(lines: Sequence[Line]) -> int:
    """Where a list that `lines` begin ends: at the first sentence that is neither a label nor an apology."""
    for index, line in enumerate(lines):
        listed = _LABELLED.match(line.text) or _APOLOGISED.match(line.text)
        if not listed and is_prose(line.text):
            return index
    return len(lines)


def read_attendance(lines: Sequence[Line], group: str = "") -> list[Attendance]:
    """Everyone listed in `lines`, which begin with a group's label unless `group` is it; wrapped lines are joined."""
    people: list[Attendance] = []
    title = ""
    for line in lines:
        names: Passage | None = line.words
        if group and (shared := _SHARED_TITLE.match(line.words.raw)):
            title = shared["title"]
            names = line.words.part(shared.end())
        elif match := _LABELLED.match(line.words.raw) or _APOLOGISED.match(line.words.raw):
            group, title = " ".join(match["group"].split()), ""
            names = line.words.part(match.start("names"))
        elif columned := _COLUMNED.match(line.words.raw):
            group, title = columned["group"], ""
            names = line.words.part(columned.start("names"))
        elif _is_bare_group(line):
            group, title, names = line.text, "", None
        if names is not None:
            for label, part in _inline_groups(names, group):
                people.extend(_people(part, label, title))
    return people


def chair_of(attendance: Iterable[Attendance]) -> str | None:
    """The name of who is listed in the chair: by role, by the label, or as the mayor."""
    people = list(attendance)
    present = [person for person in people if not person.group.casefold().startswith(("apolog", "an apolog", "absent"))]
    by_role = (person for person in present if person.role and _CHAIR.fullmatch(person.role))
    by_label = (person for person in present if _IN_THE_CHAIR.search(person.group))
    mayors = (person for person in present if _MAYOR.fullmatch(person.role or person.name.split(" ")[0]))
    return next((person.name for person in chain(by_role, by_label, mayors)), None)


def _is_bare_group(line: Line) -> bool:
    return line.gap and bool(_BARE_GROUP.fullmatch(line.text))


def _inline_groups(names: Passage, group: str) -> Iterator[tuple[str, Passage]]:
    """The names under `group`, and those under the labels that stand among them on one line."""
    start = 0
    for match in [*_INLINE_GROUP.finditer(names.raw), None]:
        if part := names.part(start, match.start() if match else None):
            yield group, part
        if match:
            group, start = " ".join(match["group"].split()), match.end()


def _people(names: Passage, group: str, title: str) -> Iterator[Attendance]:
    cells = list(_cells(names))
    rows = [cell for cell in cells if _SURNAME_FIRST.fullmatch(cell.text)] if title or len(cells) > 1 else []
    if rows and len(rows) == len(cells):
        for cell in rows:
            yield from _surname_first(cell, group, title)
        return
    if len(cells) > 1 and _may_be_name(cells[0].text) and "," not in cells[0].text:
        if not _HEADER_CELL.fullmatch(cells[0].text):
            yield from _row(cells, group)
        return
    for cell in cells:
        for person in read_people(cell.raw, posts=not _LIST_OF_NAMES.search(group)):
            place = cell.part(person.start, person.end)
            if place and _may_be_name(person.name):
                name = person.name if begins_with_person(person.name) else _titled(person.name, title)
                yield Attendance(name, person.role, group, place.span)


def _row(cells: Sequence[Passage], group: str) -> Iterator[Attendance]:
    """The people in a row of a table: each a name, initials, a role; a name with initials after it is another's."""
    starts = [0, *(at for at in range(2, len(cells) - 1) if _SIGN.fullmatch(cells[at + 1].text))]
    for start, end in pairwise([*starts, len(cells)]):
        role = next((cell for cell in cells[start + 1 : end] if not _SIGN.fullmatch(cell.text)), None)
        whole = together([cells[start], *([role] if role else [])])
        yield Attendance(cells[start].text, role.text if role else None, group, whole.span)


def _cells(names: Passage) -> Iterator[Passage]:
    start = 0
    for match in [*_COLUMN.finditer(names.raw), None]:
        if part := names.part(start, match.start() if match else None):
            yield part
        start = match.end() if match else start


def _surname_first(cell: Passage, group: str, title: str) -> Iterator[Attendance]:
    """Councillor Mary Ash, who is printed as "Ash, Mary" under "Councillors:"."""
    if match := _SURNAME_FIRST.fullmatch(cell.text):
        name = _titled(f"{match['forename']} {match['surname']}", title)
        yield Attendance(name, None, group, cell.span)


def _titled(name: str, title: str) -> str:
    """A name with the title that its list has once in the plural ("Councillors:"), if any."""
    shared = shared_title(f"{title} {name}") if title else None
    return f"{shared} {name}" if shared else name


def _may_be_name(text: str) -> bool:
    words = text.split()
    return (
        not any(word.islower() and has_verb(word) for word in words)
        and text[:1].isupper()
        and 1 <= len(words) <= _MOST_WORDS_IN_A_NAME
        and not text[-1:].isdigit()
        and ":" not in text
    )
