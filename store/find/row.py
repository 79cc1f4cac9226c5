"""A row of the index as finding looks at it: its words, made ready for looking at them again and again."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """`id` is the key in `finding`, `source_id` that of the clause, item or paragraph; `day` is 20210302, or 0.

    `text` and `title` are folded words in order, each between spaces: " that the report be noted ".
    """

    id: int
    source_id: int
    day: int
    organization_id: int
    text: str
    title: str
    text_words: frozenset[str]
    title_words: frozenset[str]


def row_of(key: int, source_id: int, day: int, organization_id: int, text: Sequence[str], title: Sequence[str]) -> Row:
    """A row with these folded words."""
    return Row(key, source_id, day, organization_id, _line(text), _line(title), frozenset(text), frozenset(title))


def _line(folded: Sequence[str]) -> str:
    return f" {' '.join(folded)} " if folded else " "
