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
}
_TITLED = re.compile(
    r"(?P<title>(?:(?:County|Borough|District|City|Town|Parish)\s+)?Councillors?|Cllrs?\.?|Alderm[ae]n|Messrs|Mrs?\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Rev\.?|Sir|Dame)\s+"
)
_COURTESIES = {"Mr", "Mrs", "Ms", "Miss", "Dr"}  # "Councillors Ash and Mrs Birch" are two councillors
_POST = re.compile(
    r"""\b(?:Director|Officer|Manager|Head|Holder|Clerk|Secretary|Chief|Executive|Leader|Solicitor|Representative|Engineer
    |Planner|Advis[eo]r|Accountant|Auditor|Lead|Co-?ordinator|Consultant|Governor|Member|Teacher|Lawyer|Inspector
    |Constable|Sergeant|Treasurer|Surveyor|Assistant|Deputy|Chair(?:man|woman|person)?|Librarian|Warden|Principal
    |Commissioner|Mayor|Scrutineer|Specialist|Architect|Archivist|Trust|Diocese)s?\b""",
    re.VERBOSE,
)
_LISTED = re.compile(r"(?:\([^()]*\)|[^,;()])+")
_AND = re.compile(r"\s(?:and|&)\s(?![^()]*\))")
_BRACKETS = re.compile(r"\s*\((?P<role>[^()]*)\)\s*$")
_DASH = re.compile(r"\s+[–—-]\s+")
_NAME_AT_END = re.compile(r"(?:(?:Councillor|Cllr|Mrs?|Ms|Dr)\.?\s+)?[A-Z][\w'’.-]*\s+[A-Z][\w'’-]*$")


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
    dash = _DASH.search(text)
    if dash and not _plural(text):
        return [_person(text, 0, dash.start(), text[dash.end() :].strip(), len(text.rstrip()))]
    segments = [match.span() for match in _LISTED.finditer(text)]
    if not segments:
        return []
    after = text[slice(*segments[1])].strip() if len(segments) > 1 else ""
    listed = _plural(text) or _TITLED.match(after) or _BRACKETS.search(text[slice(*segments[0])])
    if after and not listed and (posts or _POST.search(after)):
        return _with_posts(text, segments)
    return list(_listed(text, segments))


def _plural(text: str) -> str | None:
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
                shared = _plural(name)
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
    name = text[start:stop].strip()
    if role is None and (brackets := _BRACKETS.search(name.rstrip("."))):
        name, role = name[: brackets.start()], brackets["role"].strip()
    name = name if name.endswith(".") and len(name.split()[-1]) <= 3 else name.rstrip(".")
    return Person(f"{shared} {name}" if shared else name, role or None, start, end)
