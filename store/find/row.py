"""A row of the index as finding looks at it: its words, made ready for looking at them again and again."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """`id` is the key in `finding`, `source_id` that of the clause, item or paragraph; `day` is 20210302, or 0.

    `text` and `title` are folded words in order, each between spaces: " that the report be noted ". `title_words` has
    those of the introduction, too; `around` the facts that words may mean: names, year and month, number.
    """

    id: int
    source_id: int
    day: int
    organization_id: int
    text: str
    title: str
    text_words: frozenset[str]
    title_words: frozenset[str]
    around: frozenset[str]

    def has_any(self, terms: Collection[str]) -> bool:
        """Whether one of `terms` is among its words and facts."""
        return not (
            self.text_words.isdisjoint(terms) and self.title_words.isdisjoint(terms) and self.around.isdisjoint(terms)
        )


def row_of(
    key: int,
    source_id: int,
    day: int,
    organization_id: int,
    text: Sequence[str],
    title: Sequence[str],
    intro: Sequence[str],
    around: Iterable[str],
) -> Row:
    """A row with these folded words and these facts."""
    return Row(
        key,
        source_id,
        day,
        organization_id,
        f" {' '.join(text)} ",
        f" {' '.join(title)} ",
        frozenset(text),
        frozenset((*title, *intro) if intro else title),
        frozenset(around),
    )
