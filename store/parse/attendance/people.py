"""People as minutes print them: lists of councillors, a name with a post, a title that stands for several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# Printed once in the plural, a title stands before each of the names after it.
_PLURALS = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "cllrs.": "Cllr.",
    "aldermen": "Alderman",
    "messrs": "Mr",
    "messrs.": "Mr.",
    "comhairleoirí": "Comhairleoir",
    "cynghorwyr": "Cynghorydd",
}
_TITLED = re.compile(
    r"""(?P<title>(?:(?:County|Borough|District|City|Town|Parish|Deputy)\s+)?(?:Councill?ors?\.?|Cllrs?\.?)|COUNCILLORS?|Alderm[ae]n
    |Messrs\.?|Mrs?\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Rev\.?|Sir|Dame|Cmhlr\.?|Comhairleoir(?:í)?|Cyng\.?
    |(?:Y\s)?Cynghorydd|Cynghorwyr)\s+""",
    re.VERBOSE,
)
_COURTESIES = {"Mr", "Mrs", "Ms", "Miss", "Dr"}  # "Councillors Ash and Mrs Birch" are two councillors
_POST = re.compile(
    r"""\b(?:Director|Officer|Manager|Head|Holder|Clerk|Secretary|Chief|Executive|Leader|Solicitor|Representative|Engineer
    |Planner|Advis[eo]r|Accountant|Auditor|Lead|Co-?ordinator|Consultant|Governor|Member|Teacher|Lawyer|Inspector
    |Constable|Sergeant|Treasurer|Surveyor|Assistant|Deputy|Chair(?:man|woman|person)?|Librarian|Warden|Principal
    |Commissioner|Mayor|Scrutineer|Specialist|Architect|Archivist|Trust|Diocese|Administrator|Cathaoirleach|Cadeirydd
    |Convener|Provost|Superintendent|Foreman|Technician|Superviser|Supervisor)s?\b""",
    re.VERBOSE,
)
_LISTED = re.compile(r"(?:\([^()]*\)|[^,;()])+")
_AND = re.compile(
    r"(?<=Chair\))\s+(?=[A-Z])|(?<=Chairman\))\s+(?=[A-Z])|\s(?:and|&|ac?(?=\s(?:Y\sC|Cyng))|agus)\s(?![^()]*\))"
)
_BRACKETS = re.compile(r"(?<!\s)\s*\((?P<role>[^()]*)\)\s*$")
_DASH = re.compile(r"(?<!\s)\s+[–—-]\s+|(?<!Vice)(?<!Deputy)-(?=Chair)")
_POST_FIRST = re.compile(
    r"(?P<role>Clerk|Secretary|Treasurer|Chair(?:man)?)\s+(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w'’.-]*){1,2})"
)
_INITIALS = re.compile(r"(?<!\s)\s*\((?:[A-Z]{2,4}|[A-Z]+\d+/\d+.*|(?:\w\W?){1,3}[-–].*\d)\)")
_POSTED = re.compile(
    r"(?P<role>[^()]{1,149}?[^()\s,])[\s,]*\((?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Messrs|Cllr|Councillor)\.?\s[^()]{1,80})\)[\s,.;]*"
)
_COUNT = r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# "and nine members of the public", with the sentence that they are the subject of.
_PUBLIC = re.compile(
    rf"""(?:[,;.]|(?<!\s))\s*\b(?:and\s+|together\s+with\s+)?(?:{_COUNT}\s)?
    (?:members?\sof\sthe\s(?:public|press)|parishioners?|residents)\b
    (?:\s*(?:\.|:|was\b|were\b|attended\b).*$)?""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_AT_END = re.compile(r"(?:(?:Councillor|Cllr|Mrs?|Ms|Dr)\.?\s+)?[A-Z][\w'’.-]{0,40}\s+[A-Z][\w'’-]{0,40}$")


@dataclass(frozen=True, slots=True)
class Person:
    """A name with its title, and a role; `start` and `end` are where both stand in the text that was read."""

    name: str
    role: str | None
    start: int
    end: int


def read_people(text: str, *, posts: bool) -> list[Person]:
    """The people in a line of an attendance list, or in a sentence's list of names.

    `posts` says that a name is followed by the person's post or body ("Ann Lee, Head of Audit"); without it, a comma
    stands between people, unless a post follows it.
    """
    text = _PUBLIC.sub(lambda found: ";".ljust(len(found.group())), text)
    if (posted := list(_POSTED.finditer(text))) and _POST.search(posted[0]["role"]):
        return [*_posted(posted), *_after(text, posted[-1].end(), posts=posts)]
    segments = [match.span() for match in _LISTED.finditer(text)]
    if not segments:
        return []
    dash = _DASH.search(text)
    alone = dash and dash.start() < segments[0][1] and not _are_people(text, segments, dash.end())
    if dash and alone and not shared_title(text):
        return [_person(text, 0, dash.start(), text[dash.end() :].strip(), len(text.rstrip()))]
    after = text[slice(*segments[1])].strip() if len(segments) > 1 else ""
    first = text[slice(*segments[0])]
    listed = shared_title(text) or _TITLED.match(after) or _BRACKETS.search(first) or _DASH.search(first)
    is_name = bool(_NAME_AT_END.fullmatch(after.strip(".")))
    if len(segments) == 2 and not _TITLED.match(first) and _POST.search(first) and is_name and not _POST.search(after):
        return [Person(after.strip("."), first.strip(), segments[0][0], len(text.rstrip()))]
    if after and not listed and (posts or _POST.search(after)):
        return _with_posts(text, segments)
    return list(_listed(text, segments))


def begins_with_person(text: str) -> bool:
    """Whether words begin with somebody's title and name."""
    return bool(_TITLED.match(text))


def _are_people(text: str, segments: list[tuple[int, int]], start: int) -> bool:
    """Whether what stands between commas after `start` is people rather than the rest of one person's post."""
    later = [text[max(start, begin) : end].strip() for begin, end in segments if begin > start]
    return any(_TITLED.match(one) or _DASH.search(one) or _INITIALS.search(one) for one in later)


def _posted(matches: list[re.Match[str]]) -> Iterator[Person]:
    """People whose posts stand before them: "Head of Finance (Mr. T. Ash), Engineers (Messrs B. Elm and C. Fir)"."""
    for match in matches:
        role = match["role"].strip(" ,.;").removeprefix("and ")
        start, end = match.span("name")
        for person in _listed(match.string, [(start, end)]):
            yield Person(person.name, role, match.start(), match.end("name"))


def _after(text: str, start: int, *, posts: bool) -> Iterator[Person]:
    for person in read_people(text[start:], posts=posts):
        yield Person(person.name, person.role, person.start + start, person.end + start)


def shared_title(text: str) -> str | None:
    """The title that the names of `text` share, in the singular."""
    match = _TITLED.match(text.lstrip())
    return _PLURALS.get(match["title"].casefold()) if match else None


def _listed(text: str, segments: list[tuple[int, int]]) -> Iterator[Person]:
    """People between commas, semicolons and the last "and"; a plural title goes on to the names after it."""
    shared: str | None = None
    for start, end in segments:
        edges = [start, *(edge for match in _AND.finditer(text, start, end) for edge in match.span()), end]
        for begin, stop in zip(edges[::2], edges[1::2], strict=True):
            begin += len(text[begin:stop]) - len(text[begin:stop].removeprefix(" and ").lstrip())
            name = text[begin:stop].strip(" .")
            if not name:
                continue
            if (title := _TITLED.match(name)) and not (shared and title["title"].rstrip(".") in _COURTESIES):
                shared = shared_title(name)
                if shared:
                    begin += title.end()
            yield _person(text, begin, stop, None, begin + len(text[begin:stop].rstrip()), shared)


def _with_posts(text: str, segments: list[tuple[int, int]]) -> list[Person]:
    """A name, then a post whose words may hold commas.

    A second person on the line begins with the name before the next post: "Ann Lee, Director, Adult Care Bob Ray,
    Director, Housing".
    """
    names = [segments[0]]
    for (begin, stop), (next_begin, next_stop) in pairwise(segments[2:]):
        name = _NAME_AT_END.search(text, begin, stop)
        if name and _POST.search(text, next_begin, next_stop) and not _POST.search(text, begin, stop):
            names.append((name.start(), stop))
    people = []
    for (start, stop), end in zip(names, [*(start for start, _ in names[1:]), len(text)], strict=True):
        role = text[stop + 1 : end].strip(" ,.;")
        people.append(_person(text, start, stop, role, start + len(text[start:end].rstrip())))
    return people


def _person(text: str, start: int, stop: int, role: str | None, end: int, shared: str | None = None) -> Person:
    """The person whose name stands at `start` to `stop`, with the role given or else the one in brackets after it."""
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    name = _INITIALS.sub("", text[start:stop]).strip()
    if role is None and (dash := _DASH.search(name)):
        name, role = name[: dash.start()], name[dash.end() :].strip(" .")
    if role is None and (posted := _POST_FIRST.fullmatch(name)):
        name, role = posted["name"], posted["role"]
    if role and _POST.search(name) and not _POST.search(role) and _NAME_AT_END.fullmatch(role.rstrip(".")):
        name, role = role.rstrip("."), name
    if role is None and (brackets := _BRACKETS.search(name.rstrip("."))):
        name, role = name[: brackets.start()], brackets["role"].strip()
    name = name if name.endswith(".") and len(name.split()[-1]) <= 3 else name.rstrip(".")
    return Person(f"{shared} {name}" if shared else name, role or None, start, end)
