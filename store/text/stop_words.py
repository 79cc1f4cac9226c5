"""Words that say nothing by themselves: to light them wherever they stand would hide what was looked for."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

STOP_WORDS: Final = frozenset(
    """
    a an and are as at be been by for from had has have if in into is it its no not of on or so than that the their
    them then there these they this those to was were which who will with would
    """.split()  # noqa: SIM905 (a list of them would be a page long)
)

Word = TypeVar("Word")


def telling(words: Iterable[Word], folded: Callable[[Word], str]) -> list[Word]:
    """Those of some words that say something by themselves; all of them where none does."""
    every = list(words)
    return [word for word in every if folded(word) not in STOP_WORDS] or every
