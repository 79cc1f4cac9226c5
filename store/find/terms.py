"""The words that a typed word may mean: itself, its completions, and those a slip or two away."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

# How good a match each is, 1 being the word itself.
_COMPLETION = 0.9  # of the word still being typed
_LONGER = 0.75  # "recruit" typed in full, "recruitment" in the text
_ONE_EDIT = 0.8
_MENDED_COMPLETION = 0.7
_TWO_EDITS = 0.6

_LONGER_FROM = 4  # letters of a typed word, for each kind of forgiveness
_ONE_EDIT_FROM = 4
_MENDED_COMPLETION_FROM = 5
_TWO_EDITS_FROM = 6

_SLICE = 2000  # rapidfuzz holds the interpreter for a whole call; a screen must not wait for longer than this takes


class Terms:
    """All distinct words of a store, and what typed words may mean among them.

    `sure` and `near` give the terms with their quality, 0 to 1; `unfinished` says that the word is still being typed.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = sorted(terms)
        self._known = frozenset(self._terms)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for term in self._terms:
            self._by_length[len(term)].append(term)
        self.sure = cache(self._sure)
        self.near = cache(self._near)

    def _sure(self, word: str, unfinished: bool) -> dict[str, float]:
        """The word itself and the words that begin with it."""
        meant: dict[str, float] = {}
        if unfinished:
            meant = {term: _COMPLETION + 0.09 * len(word) / len(term) for term in self._beginning(word)}
        elif len(word) >= _LONGER_FROM:
            meant = dict.fromkeys(self._beginning(word), _LONGER)
        if word in self._known:
            meant[word] = 1.0
        return meant

    def _near(self, word: str, unfinished: bool) -> dict[str, float]:
        """The words that are the typed one but for a slip, or for two in a long word. Numbers are never forgiven."""
        if not word.isalpha() or len(word) < _ONE_EDIT_FROM:
            return {}
        meant: dict[str, float] = {}
        if len(word) >= _TWO_EDITS_FROM:
            alike = (term for term in self._of_length(len(word), 2) if term[0] == word[0])
            meant |= dict.fromkeys(_within(word, alike, 2), _TWO_EDITS)
        if unfinished and len(word) >= _MENDED_COMPLETION_FROM:
            beginnings = {term[: len(word)] for term in self._terms if len(term) > len(word) and term[0] == word[0]}
            for beginning in _within(word, sorted(beginnings), 1):
                meant |= dict.fromkeys(self._beginning(beginning), _MENDED_COMPLETION)
        return meant | dict.fromkeys(_within(word, self._of_length(len(word), 1), 1), _ONE_EDIT)

    def _beginning(self, start: str) -> list[str]:
        return self._terms[bisect_left(self._terms, start) : bisect_left(self._terms, start + "\U0010ffff")]

    def _of_length(self, length: int, spread: int) -> Iterator[str]:
        for near_length in range(length - spread, length + spread + 1):
            yield from self._by_length.get(near_length, ())


def _within(word: str, terms: Iterable[str], edits: int) -> Iterator[str]:
    """The `terms` that `edits` letters put in, left out, changed or swapped make of `word`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    waiting = list(terms)
    for first in range(0, len(waiting), _SLICE):
        part = waiting[first : first + _SLICE]
        for term, _, _ in process.extract(word, part, scorer=OSA.distance, score_cutoff=edits, limit=None):
            yield term
