"""Words a slip or two of the fingers away from what was typed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from string import ascii_lowercase

from store.find.dictionary import Dictionary

_SLICE = 2_000  # terms; rapidfuzz holds the interpreter for a whole call, and a screen must not wait for longer
_SHARED = 3  # letters of the ends of words, by which most of them are told at once to end no word


class Slips:
    """Finds the words of a dictionary that a typed one may be. `forget` when the dictionary has changed."""

    def __init__(self, terms: Dictionary) -> None:
        self._terms = terms
        self._by_letter: dict[str, Mapping[int, list[str]]] = {}
        self._tails: Set[str] | None = None

    def get_ready(self) -> None:
        """Sort out beforehand what many slips will ask for; a single one is found sooner without."""
        self._tails = frozenset(term[1:] for term in self._terms.beginning(""))

    def forget(self) -> None:
        """Sort out anew what is asked for next."""
        self._by_letter.clear()
        self._tails = None

    def two_edits_away(self, word: str, mended: Collection[str]) -> Set[str]:
        """Words of like length that begin as the word does; where none is, those that begin in another way.

        `mended` is what one edit makes of the word; empty where other beginnings need not be looked for.
        """
        for first in (word[0], word[1]):
            alike = [term for length in range(len(word) - 2, len(word) + 3) for term in self._of(first, length)]
            if found := {term for term in _within(word, alike, 2) if term != word}:
                return found
        if not mended:
            return frozenset()
        ends: dict[str, list[str]] = defaultdict(list)
        likely: Set[str] = one_edit_away(word[1:]).union(mended)
        for end in likely if self._tails is None else likely & self._tails:
            ends[end[:_SHARED]].append(end)
        heads = (letter + shared for shared in ends for letter in ascii_lowercase)
        there = [head for head, _ in self._terms.begun(heads)]
        return set(self._terms.known(head[0] + end for head in there for end in ends[head[1:]]))

    def _of(self, first: str, length: int) -> list[str]:
        """The words of a first letter and a length; those of a letter are sorted out when they are first asked for."""
        if first not in self._by_letter:
            by_length: dict[int, list[str]] = defaultdict(list)
            for term in self._terms.beginning(first):
                by_length[len(term)].append(term)
            self._by_letter[first] = by_length
        return self._by_letter[first].get(length, [])


def _within(word: str, terms: Sequence[str], edits: int) -> Iterator[str]:
    """The `terms` that so many letters put in, left out, changed or swapped make of `word`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for begin in range(0, len(terms), _SLICE):
        part = terms[begin : begin + _SLICE]
        for term, _, _ in process.extract(word, part, scorer=OSA.distance, score_cutoff=edits, limit=None):
            yield term


def one_edit_away(word: str) -> set[str]:
    """Everything that one letter left out, put in, changed or swapped with the next makes of `word`."""
    cut = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    edits = {left + right[1:] for left, right in cut if right}
    edits |= {left + right[1] + right[0] + right[2:] for left, right in cut if len(right) > 1}
    edits |= {left + letter + right[1:] for left, right in cut if right for letter in ascii_lowercase}
    edits |= {left + letter + right for left, right in cut for letter in ascii_lowercase}
    edits.discard(word)
    return edits
