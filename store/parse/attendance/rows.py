"""Rows of names: tables of name, initials and role, two columns read across, grids of who was present."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.model import Span
from store.parse.attendance.names import is_name, read_title
from store.parse.attendance.people import shared_title
from store.parse.page.passage import Passage, together

_COLUMN = re.compile(r"\s{3,}|\t|\s{0,2}\|\s{0,2}")
_HEADERS = re.compile(
    r"(?:full\s)?names?|initials?|(?:role|post|position|title|organi[sz]ation|representing|ward|sector|category|body|office)s?|present|apologies|absent|attendance"
    r"|(?:councillor|member|governor)s?(?:\sname)?|items?|action|party|[PASL]|status|yes|no",
    re.IGNORECASE,
)
_NAME_HEADER = re.compile(r"(?:full\s)?names?|(?:councillor|member|governor)s?(?:\sname)?", re.IGNORECASE)
_ROLE_HEADER = re.compile(
    r"(?:role|post|position|title|organi[sz]ation|representing|ward|sector|category|body|office)s?|party", re.IGNORECASE
)
_SURNAME_FIRST = re.compile(r"(?P<surname>[A-ZÀ-Ý][\w'’ -]{1,30}),\s(?P<forename>[A-ZÀ-Ý][\w.'’ -]{0,30})")
_INITIALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,2}|[A-Z]{2,4}|[A-Z/]{2}")
_BARS = re.compile(r"[-:|\s]{3,}")


@dataclass(frozen=True, slots=True)
class RowPerson:
    """A person in a row, with the place of the name and the role."""

    name: str
    role: str | None
    span: Span


def cells_of(words: Passage) -> list[Passage]:
    """The cells of a row, in order, empty ones left out."""
    found, start = [], 0
    for match in [*_COLUMN.finditer(words.raw), None]:
        if part := words.part(start, match.start() if match else None):
            found.append(part)
        start = match.end() if match else start
    return found


def header_of(words: Passage) -> tuple[str, ...]:
    """The heads of the columns of a table of people; () where a row is none."""
    cells = cells_of(words)
    heads = tuple(cell.text.casefold() for cell in cells)
    named = any(_NAME_HEADER.fullmatch(head) for head in heads)
    return heads if len(heads) > 1 and named and all(_HEADERS.fullmatch(head) for head in heads) else ()


def is_row(raw: str) -> bool:
    """Whether a line is a row of names with initials behind each, as begins a list whatever its label is."""
    if "   " not in raw and "\t" not in raw and "|" not in raw:
        return False
    cells = [cell for cell in _COLUMN.split(raw) if cell.strip()]
    pairs = list(zip(cells[-4::2], cells[-3::2], strict=False)) if len(cells) >= 4 else []
    return len(pairs) == 2 and all(
        is_name(re.sub(r"\s?\([^()]{1,20}\)$", "", name))
        and _INITIALS.fullmatch(sign)
        and sign[0] in {word[0] for word in name.split()}
        for name, sign in pairs
    )


def people_in_row(words: Passage, columns: tuple[str, ...]) -> Iterator[RowPerson]:
    """The person of a row whose table names its columns; nobody in a row of bars."""
    if _BARS.fullmatch(words.raw):
        return
    cells = cells_of(words)
    at = next((index for index, head in enumerate(columns) if _NAME_HEADER.fullmatch(head)), 0)
    if at >= len(cells) or not is_name(cells[at].text, single=True):
        return
    role = next((cell for cell, head in zip(cells, columns, strict=False) if _ROLE_HEADER.fullmatch(head)), None)
    yield RowPerson(cells[at].text, role.text if role else None, together([cells[at], *([role] if role else [])]).span)


def surname_first(words: Passage, title: str) -> list[RowPerson]:
    """People printed as "Ash, Mary", in one or more columns; [] unless every cell is such a one."""
    cells = cells_of(words)
    found = [
        match for cell in cells if (match := _SURNAME_FIRST.fullmatch(cell.text)) and not read_title(match["forename"])
    ]
    if not found or len(found) != len(cells):
        return []
    shared = shared_title(f"{title.strip()} X") if title else None
    names = [f"{match['forename']} {match['surname']}" for match in found]
    return [
        RowPerson(f"{shared} {name}" if shared else name, None, cell.span)
        for name, cell in zip(names, cells, strict=True)
    ]
