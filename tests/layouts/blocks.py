"""What a page is made of before it has a format, and what should be read from it."""

import datetime as dt
from typing import NamedTuple


class Block(NamedTuple):
    """A stretch of words that stands alone.

    `kind` is "title", "heading" (of the page), "text", "clause", "line" (kept whole, never wrapped) or "row" (cells
    apart by tabs). `label` stands before the words; `level` is the depth of a clause or of a title; `look` is how
    a title is set; `action` what stands in the action column; `tight` follows the block before without a blank line.
    """

    kind: str
    text: str
    label: str = ""
    level: int = 0
    look: str = ""
    action: str = ""
    tight: bool = False


class Said(NamedTuple):
    """A decision as it should be read: the words of each part under its label; `also` are right whole wordings.

    `form` and `result` may name two, apart by "|", where a person may say either; `by` is the maker's name of the
    wording.
    """

    item: str | None
    title: str
    form: str
    parts: tuple[tuple[str, str], ...]
    result: str
    also: tuple[str, ...] = ()
    optional: bool = False
    by: str = ""


class Expected(NamedTuple):
    """What should be read from a page: council, committee and day (None where it tells none), items and the rest.

    `items` are number and title, `may_items` titles of headings that may be taken for items. `may_attend` are names
    that may be read or not. `told` is what else the page tells, by its name in the JSON: "start", "end", "venue",
    "chair".
    """

    council: str | None
    committee: str | None
    day: dt.date | None
    items: tuple[tuple[str | None, str], ...]
    decisions: tuple[Said, ...]
    attend: frozenset[str]
    may_attend: frozenset[str] = frozenset()
    told: tuple[tuple[str, str], ...] = ()
    may_items: tuple[str, ...] = ()


class Made(NamedTuple):
    """A page made: its file name and bytes, what should be read from it, and the habits that it has."""

    name: str
    data: bytes
    expected: Expected
    habits: tuple[tuple[str, str], ...]
