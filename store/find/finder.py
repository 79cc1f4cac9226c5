"""Answers to what is typed: the clauses that hold the words, best first, and where the words stand in them."""

import sqlite3
from collections.abc import Set
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import log

from store.find.index import Index
from store.find.terms import Terms
from store.find.words import placed_words, words

_IN_A_ROW, _IN_TITLE, _SHORT, _RECENT = 0.08, 0.03, 0.02, 0.02  # what can add to a score; the rest is for the words
_FOR_WORDS = 1 - _IN_A_ROW - _IN_TITLE - _SHORT - _RECENT
_FEW = 10  # with fewer clauses than this, words a slip away count too
_LEAST_LEFT = 0.25  # the share of the query's weight that is left when a word is left out
_MOST_WORDS = 16
_SAYS_NUMBER = frozenset(("min", "mins", "minute", "item"))  # before a number, as in "min 22"


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that answers a query, best first by `score` (0 to 1; 0 for the empty query).

    `number` is the item's, `label` the clause's, as printed. `spans` are the stretches of `text` that the query's
    words matched, `title_spans` those of `title`: (first character, one after the last).
    """

    permalink: str
    council: str | None
    committee: str
    date: str | None
    number: str | None
    label: str | None
    text: str
    title: str
    outcomes: tuple[str, ...]
    complete: bool
    score: float
    spans: tuple[tuple[int, int], ...]
    title_spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits of a query and how many there are in all."""

    query: str
    hits: tuple[Hit, ...]
    total: int


class Finder:
    """Answers queries over one store. Belongs to the thread that made it; `find` may be called at every key."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._read()

    def find(self, query: str, limit: int = 200) -> Answer:
        """The best `limit` clauses for `query`; the empty query gives every clause, newest first."""
        if self._version != self._data_version():
            self._read()
        if not query.strip():
            every = range(len(self._index.entries))
            return Answer(query, tuple(self._hit(at, 0.0, frozenset()) for at in every[:limit]), len(every))
        typed = words(query)[:_MOST_WORDS]
        found, lit = self._look_up(_without_number_words(typed), unfinished=not query[-1].isspace())
        pairs = [f" {first} {second}" for first, second in pairwise(_with_one_number_word(typed))]
        scored = ((self._score(at, fit, typed, pairs), -at) for at, fit in found.items())
        return Answer(query, tuple(self._hit(-at, score, lit) for score, at in nlargest(limit, scored)), len(found))

    def _read(self) -> None:
        self._version = self._data_version()
        self._index = Index(self._store)
        self._terms = Terms(self._index.terms)

    def _data_version(self) -> int:
        """A number that changes when another connection has written to the store."""
        return int(self._store.execute("PRAGMA data_version").fetchone()[0])

    def _look_up(self, typed: list[str], *, unfinished: bool) -> tuple[dict[int, float], Set[str]]:
        """The clauses with every word (or, where there are none, with all but one) and how well they fit, 0 to 1.

        And the words of theirs to light. Slips are forgiven when few clauses have the words as typed; a single word
        that the minutes know is taken as it stands.
        """
        last = len(typed) - 1
        meant = [self._terms.sure(word, unfinished and at == last) for at, word in enumerate(typed)]
        matches = [self._index.matches(terms) for terms in meant]
        weights = [log((len(self._index.entries) + 1) / (len(having) + 0.5)) for having in matches]
        found = _with_every_word(matches, weights)
        if len(found) < _FEW and (len(typed) > 1 or not found):
            meant = [
                self._terms.near(word, unfinished and at == last) | sure
                for at, (word, sure) in enumerate(zip(typed, meant, strict=True))
            ]
            matches = [self._index.matches(terms) for terms in meant]
            spare = [not word[0].isdigit() for word in typed]  # another number is another thing
            found = _with_every_word(matches, weights) or _with_all_but_one(matches, weights, spare)
        return found, {term for terms in meant for term in terms}

    def _score(self, at: int, fit: float, typed: list[str], pairs: list[str]) -> float:
        entry = self._index.entries[at]
        score = _FOR_WORDS * fit
        if pairs:
            score += _IN_A_ROW * sum(pair in entry.phrase for pair in pairs) / len(pairs)
        score += _IN_TITLE * sum(word in entry.title_words for word in typed) / len(typed)
        score += _SHORT * 40 / (40 + len(entry.text))
        return score + _RECENT * (1 - at / len(self._index.entries))

    def _hit(self, at: int, score: float, lit: Set[str]) -> Hit:
        entry = self._index.entries[at]
        return Hit(
            permalink=entry.permalink,
            council=entry.council,
            committee=entry.committee,
            date=entry.date,
            number=entry.number,
            label=entry.label,
            text=entry.text,
            title=entry.title,
            outcomes=entry.outcomes,
            complete=entry.complete,
            score=round(score, 4),
            spans=_spans(entry.text, lit),
            title_spans=_spans(entry.title, lit),
        )


def _with_every_word(matches: list[dict[int, float]], weights: list[float]) -> dict[int, float]:
    """The clauses in all of `matches`, with the mean of their qualities, a rare word weighing more."""
    if not matches:
        return {}
    common = set.intersection(*map(set, sorted(matches, key=len)))
    whole = sum(weights)
    parts = list(zip(matches, weights, strict=True))
    return {at: sum(weight * having[at] for having, weight in parts) / whole for at in common}


def _with_all_but_one(matches: list[dict[int, float]], weights: list[float], spare: list[bool]) -> dict[int, float]:
    """The clauses in all of `matches` but one of the `spare` ones; what is missing lowers the fit."""
    found: dict[int, float] = {}
    for left_out, weight in enumerate(weights):
        share = 1 - weight / sum(weights)
        if not spare[left_out] or share < _LEAST_LEFT:
            continue
        rest = [at for at in range(len(matches)) if at != left_out]
        for at, fit in _with_every_word([matches[one] for one in rest], [weights[one] for one in rest]).items():
            found[at] = max(found.get(at, 0.0), fit * share)
    return found


def _without_number_words(typed: list[str]) -> list[str]:
    """The words to look for: "min 22" asks for 22."""
    says_number = {first for first, second in pairwise(typed) if first in _SAYS_NUMBER and second[0].isdigit()}
    return [word for word in typed if word not in says_number]


def _with_one_number_word(typed: list[str]) -> list[str]:
    """The words as they stand in an entry's phrase, where a number follows "minute"."""
    return ["minute" if word in _SAYS_NUMBER else word for word in typed]


def _spans(text: str, lit: Set[str]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for word, start, end in placed_words(text) if word in lit) if lit else ()
