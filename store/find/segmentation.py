"""A word that stands nowhere as the words that it was made of: "limerickroad", "covid19"."""

from functools import lru_cache
from math import inf, log

from store.find.dictionary import Dictionary
from store.text.small_words import SMALL_WORDS
from store.text.stems import stem

_FROM, _UP_TO = 6, 60  # letters of what is taken apart
_PIECE_FROM, _PIECE_UP_TO = 3, 20  # letters of a part; shorter ones are small words and numbers
_PIECES = 8
_PART_COSTS = 2.0  # of each part, so that few long ones are better than many short ones
_BEGUN_COSTS = 3.0  # of a last part that only begins a word


def parts_of(word: str, terms: Dictionary, rows: int, *, unfinished: bool) -> tuple[str, ...]:
    """The likeliest words that `word` is made of, in order; none where it is no such word.

    Likely are few words that many rows have. While it is being typed, its last part may only begin a word.
    """
    if not _FROM <= len(word) <= _UP_TO:
        return ()
    nothing: tuple[str, ...] = ()
    best = [(0.0, 0, nothing), *[(inf, 0, nothing)] * len(word)]
    cost = lru_cache(None)(lambda part: _cost(part, terms, rows))
    for end in range(2, len(word) + 1):
        for begin in range(max(0, end - _PIECE_UP_TO), end - 1):
            before, count, parts = best[begin]
            if before == inf or count >= _PIECES:
                continue
            part = word[begin:end]
            added = cost(part)
            if added == inf and unfinished and end == len(word) and begin and len(part) > 1 and terms.begins(part):
                added = log(rows + 1) + _BEGUN_COSTS
            if before + added < best[end][0]:
                best[end] = (before + added, count + 1, (*parts, part))
    found = best[-1][2]
    return found if len(found) > 1 else ()


def _cost(part: str, terms: Dictionary, rows: int) -> float:
    """How unlikely a part is: rare words cost more."""
    if len(part) < _PIECE_FROM and part not in SMALL_WORDS and not part.isdecimal():
        return inf
    if count := terms.count(part):
        return log((rows + 1) / count) + _PART_COSTS
    if len(part) > _PIECE_FROM and terms.begins(stem(part)):
        return log(rows + 1) + _BEGUN_COSTS
    return inf
