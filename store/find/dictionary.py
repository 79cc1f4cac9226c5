"""The sorted terms of a section with their counts: looked up by bisection, so that nothing is made ready at first."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest

from store.index.lexicon import Lexicon

_LAST = "\U0010ffff"


class Dictionary:
    """Terms in order, each with how many rows have it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sorted = lexicon.terms
        self._counts: Sequence[int] = lexicon.counts

    def add(self, further: Lexicon) -> None:
        """Count what was written since; the cost is that of what is new, and of moving what stands behind it."""
        terms, counts, behind = [], array("i"), 0
        known = array("i", self._counts)
        for term, count in zip(*further, strict=True):
            at = bisect_left(self._sorted, term)
            if at < len(self._sorted) and self._sorted[at] == term:
                known[at] += count
                continue
            terms += self._sorted[behind:at]
            counts += known[behind:at]
            terms.append(term)
            counts.append(count)
            behind = at
        self._sorted, self._counts = terms + self._sorted[behind:], counts + known[behind:]

    def count(self, term: str) -> int:
        """How many rows have a term."""
        at = bisect_left(self._sorted, term)
        return self._counts[at] if at < len(self._sorted) and self._sorted[at] == term else 0

    def beginning(self, start: str) -> list[str]:
        """The terms that begin so, in order."""
        return self._sorted[slice(*self._range(start))]

    def begins(self, start: str) -> bool:
        """Whether a term begins so."""
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def known(self, words: Iterable[str]) -> Iterator[str]:
        """Those of `words` that are terms."""
        return (word for word, begun in self.begun(words) if begun == word)

    def begun(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Those of `words` that a term begins with, each with the first such term; asked by the thousand."""
        terms, last, find = self._sorted, len(self._sorted), bisect_left
        for word in words:
            at = find(terms, word)
            if at < last and (term := terms[at]).startswith(word):
                yield word, term

    def commonest(self, start: str, most: int) -> list[str]:
        """Of the terms that begin so, the commonest."""
        first, end = self._range(start)
        if end - first <= most:
            return self._sorted[first:end]
        return [self._sorted[at] for at in nlargest(most, range(first, end), key=self._counts.__getitem__)]

    def likeliest(self, meant: Mapping[str, float], most: int) -> list[str]:
        """Of the words that another may mean, the best; of equally good ones, the commonest."""
        return nlargest(most, meant, key=lambda term: (meant[term], self.count(term)))

    def _range(self, start: str) -> tuple[int, int]:
        """Where the terms stand that begin so: the first of them, and the first behind them."""
        first = bisect_left(self._sorted, start)
        if first == len(self._sorted) or not self._sorted[first].startswith(start):
            return first, first
        return first, bisect_left(self._sorted, start + _LAST, first)
