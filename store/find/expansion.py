"""What a typed word may mean: itself, its completions, the facts called so, and the words a slip or two away.

Qualities are 0 to 1, 1 being the word itself.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import islice
from string import ascii_lowercase

from store.index.lexicon import Lexicon
from store.index.terms import COMMITTEE, COUNCIL, EVERY_ROW, MONTH, NUMBER, YEAR
from store.text.dates import month_name

# Qualities, 1 being the typed word itself, in the order in which people mean things. Chosen by recall and rank among
# ten answers to the judged queries of `make bench-finding ARGS=--judge`.
_COMPLETION = 0.9  # of the word being typed
_CLOSER = 0.09  # what the share of its letters that are typed already adds to that
_ONE_EDIT = 0.82  # a letter left out, put in, changed or swapped
_FIRST_LETTER = 0.78  # the same, where the first letter is another
_LONGER = 0.75  # "recruit" typed in full, "recruitment" in the text
_MENDED_COMPLETION, _MENDED_LONGER = 0.74, 0.64  # a completion, or a longer word, of what one edit makes
_TWO_EDITS = 0.6
_FACT, _FACT_COMPLETION = 0.6, 0.55  # a name, a day or a number around the row, and one that is being typed

_MONTHS = tuple(month_name(number).lower() for number in range(1, 13))
_LABELLED = re.compile(r"(?<=\d)(?=[a-z])")  # between number and label: "16v" may be 16(v)

# So many terms, the commonest, are meant: each more is one more to look for in the index.
_COMPLETIONS, _FEWER, _MENDED = 16, 4, 2  # of the word being typed, of another, of a mended one
_NAME_FROM = 3  # letters of the beginning of a name around a row
_SHORT = 3  # letters of a typed word, for each kind of forgiveness
_LONGER_FROM = _ONE_EDIT_FROM = 4
_TWO_EDITS_FROM = 5
_BEGINNING = 5  # letters by which it is told at once that no term begins so
_LONGEST = 40  # letters of a word that may be mistyped
_LONGER_BELOW, _SLIP_BELOW = 0.05, 0.005  # the share of rows that have a word from which it is taken as it stands
_SLICE = 2_000  # terms; rapidfuzz holds the interpreter for a whole call, and a screen must not wait for longer


class Terms:
    """The dictionary of a section, and what words mean in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sorted = lexicon.terms
        self._counts = lexicon.counts
        self._by_letter: dict[str, Mapping[int, list[str]]] = {}
        self._behind_first: dict[str, list[str]] = defaultdict(list)  # what follows the first letter -> the words
        self.rows = self.count(EVERY_ROW)
        self.sure = lru_cache(4_096)(self._sure)
        self.near = lru_cache(4_096)(self._near)
        self.named = lru_cache(1_024)(self._named)

    def beginning(self, start: str) -> list[str]:
        """The terms that begin so, in order."""
        return self._sorted[slice(*self._range(start))]

    def numbered(self, number: str, unfinished: bool) -> Mapping[str, float]:
        """The facts of a number, its parts joined by "_": itself, and while it is being typed those that begin so."""
        itself = NUMBER + number
        meant: dict[str, float] = {}
        if unfinished:
            meant = dict.fromkeys(self._commonest(itself, _COMPLETIONS), _COMPLETION)
        return meant | ({itself: 1.0} if self.count(itself) else {})

    def alike(self, word: str) -> Set[str]:
        """The words that begin like `word`; where none does, those a slip away."""
        return frozenset(self.beginning(word)) or self.near(word, False).keys()

    def likeliest(self, meant: Mapping[str, float], most: int) -> list[str]:
        """Of the words that another may mean, the best; of equally good ones, the commonest."""
        return nlargest(most, meant, key=lambda term: (meant[term], self.count(term)))

    def count(self, term: str) -> int:
        """How many rows have a term."""
        at = bisect_left(self._sorted, term)
        return self._counts[at] if at < len(self._sorted) and self._sorted[at] == term else 0

    @cached_property
    def _known(self) -> Set[str]:
        """All terms, for what has to be looked up by the hundred; made when it is first needed."""
        return frozenset(self._sorted)

    @cached_property
    def _beginnings(self) -> Set[str]:
        """How terms begin: of hundreds of words that a slip makes, few begin as any term does."""
        return frozenset(term[:_BEGINNING] for term in self._sorted)

    def _sure(self, word: str, unfinished: bool) -> Mapping[str, float]:
        """What a word means as typed: itself, words that begin with it, and the facts called so, with qualities."""
        meant = self._called(word, unfinished)
        if unfinished:
            for term in self._commonest(word, _COMPLETIONS):
                meant[term] = _COMPLETION + _CLOSER * len(word) / len(term)
        elif len(word) >= _LONGER_FROM and self.count(word) < _LONGER_BELOW * self.rows:
            meant |= dict.fromkeys(self._commonest(word, _FEWER), _LONGER)
        if self.count(word):
            meant[word] = 1.0
        return meant

    def _near(self, word: str, unfinished: bool) -> Mapping[str, float]:
        """The words that are the typed one but for a slip, or for two in a long one; the likeliest first.

        Numbers are never forgiven, and a short word only when it stands nowhere.
        """
        known = self.count(word)
        if not _SHORT <= len(word) <= _LONGEST or not word.isalpha() or known >= _SLIP_BELOW * self.rows:
            return {}
        mended = one_edit_away(word)
        if len(word) == _SHORT:
            meant = {} if known else dict.fromkeys(mended & self._known, _ONE_EDIT)
        else:
            meant = {}
            if len(word) >= _TWO_EDITS_FROM and not known:
                meant = dict.fromkeys(self._two_edits_away(word, mended), _TWO_EDITS)
            longer = _MENDED_COMPLETION if unfinished else _MENDED_LONGER
            for start in mended:
                if len(start) < _BEGINNING or start[:_BEGINNING] in self._beginnings:
                    meant |= dict.fromkeys(self._commonest(start, _MENDED), longer)
            for term in mended & self._known:
                meant[term] = _ONE_EDIT if term[0] == word[0] else _FIRST_LETTER
        meant.pop(word, None)
        return {term: meant[term] for term in self.likeliest(meant, len(meant))}

    def _named(self, kind: str, word: str) -> tuple[str, ...]:
        """The facts of a kind (a prefix in `store.index.terms`) that a word names: so beginning, else a slip away."""
        beginning = tuple(self.beginning(kind + word))
        if beginning or not _ONE_EDIT_FROM <= len(word) <= _LONGEST:
            return beginning
        return tuple(
            dict.fromkeys(
                term for mended in one_edit_away(word) for term in islice(self.beginning(kind + mended), _FEWER)
            )
        )

    def _called(self, word: str, unfinished: bool) -> dict[str, float]:
        """The facts around a row that a word may mean: a name, a month, a year, a number."""
        if word[0].isdigit():
            itself = [YEAR + word, NUMBER + word, NUMBER + _LABELLED.sub("_", word)]
            return {term: _FACT for term in itself if self.count(term)}
        meant: dict[str, float] = {}
        for kind in (COMMITTEE, COUNCIL):
            if unfinished and len(word) >= _NAME_FROM:
                meant |= dict.fromkeys(self._commonest(kind + word, _FEWER), _FACT_COMPLETION)
            if self.count(kind + word):
                meant[kind + word] = _FACT
        if word in _MONTHS:
            month = f"_{_MONTHS.index(word) + 1:02}"
            meant |= {term: _FACT for term in self.beginning(MONTH) if term.endswith(month)}
        return meant

    def _commonest(self, start: str, most: int) -> list[str]:
        """Of the terms that begin so, the commonest."""
        first, end = self._range(start)
        if end - first <= most:
            return self._sorted[first:end]
        return [self._sorted[at] for at in nlargest(most, range(first, end), key=self._counts.__getitem__)]

    def _range(self, start: str) -> tuple[int, int]:
        """Where the terms stand that begin so: the first of them, and the first behind them."""
        first = bisect_left(self._sorted, start)
        if first == len(self._sorted) or not self._sorted[first].startswith(start):
            return first, first
        return first, bisect_left(self._sorted, start + "\U0010ffff", first)

    def _two_edits_away(self, word: str, mended: Set[str]) -> Set[str]:
        """Words of like length that begin as the word does; where none is, those that begin in another way.

        `mended` is what one edit makes of the word.
        """
        for first in (word[0], word[1]):
            alike = [term for length in range(len(word) - 2, len(word) + 3) for term in self._of(first, length)]
            if found := {term for term in _within(word, alike, 2) if term != word}:
                return found
        if not self._behind_first:
            for term in self._sorted:
                self._behind_first[term[1:]].append(term)
        ends = (mended | one_edit_away(word[1:])) & self._behind_first.keys()
        return {term for end in ends for term in self._behind_first[end]}

    def _of(self, first: str, length: int) -> list[str]:
        """The words of a first letter and a length; those of a letter are sorted out when they are first asked for."""
        if first not in self._by_letter:
            by_length: dict[int, list[str]] = defaultdict(list)
            for term in self.beginning(first):
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
