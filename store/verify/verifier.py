"""Holding what a text claims against the store, claim by claim."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from store.errors import NotFound
from store.model import Result
from store.permalinks.lookup import find_place
from store.verify.cited_places import CitedPlace, cited_places, decided_at, discussed_at, parts_of, place_at
from store.verify.claim import Claim
from store.verify.claim_finder import find_claims
from store.verify.comparison import Comparison, Likeness, compare, standing_in
from store.verify.quoted_words import QuotedWords
from store.verify.references import Mentions
from store.verify.store_search import FoundWords, Searching


class Verdict(StrEnum):
    """How a claim stands. Only the first two are as a careful writer would have them."""

    EXACT = "exact"  # the words stand in the store as quoted, and where they are said to
    THERE = "there"  # a place cited without words of it, and the store has it
    ALIKE = "alike"  # the same words with other marks or capitals
    CLOSE = "close"  # nearly these words
    NOT_DECIDED = "not decided"  # these words stand there, and the text has them for decided, which they were not
    ELSEWHERE = "elsewhere"  # these words, but not at the place cited
    OTHER_WORDS = "other words"  # the place cited is there, and says something else
    NOT_FOUND = "not found"  # neither these words nor any near them
    NOT_THERE = "not there"  # a place cited without words of it, and the store has none such

    @property
    def stands(self) -> bool:
        """Whether it can be printed as it is."""
        return self in (Verdict.EXACT, Verdict.THERE)


class ToldAs(StrEnum):
    """As what the minutes tell words."""

    DECIDED = "decided"
    DISCUSSED = "discussed"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Verified:
    """A claim with its verdict.

    `cited` is the permalink of the place cited, None where none is or it is not in the store: `why` then says what is
    missing. `place` is where the words of `comparison` stand; `more` that the very words stand in other places too.
    `told` is as what they are told at `place`, None for a title and where there are none.
    """

    claim: Claim
    verdict: Verdict
    cited: str | None = None
    place: str | None = None
    comparison: Comparison | None = None
    more: bool = False
    why: str | None = None
    told: ToldAs | None = None


class Verifier:
    """Verifies texts by one store. Belongs to the thread that made it."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._searching = Searching(store)
        self._mentions = Mentions(self._searching.rows.committees)

    def verify(self, text: str) -> Iterator[Verified]:
        """What `text` claims, in its order, each with its verdict; one by one as they are asked for."""
        for claim in find_claims(text, self._mentions):
            words = QuotedWords.of(claim.quotation or "")
            verified = self._verified(claim, words)
            told = self._told(words, verified)
            wrong = claim.decided and told not in (None, ToldAs.DECIDED) and verified.verdict is Verdict.EXACT
            yield replace(verified, told=told, verdict=Verdict.NOT_DECIDED if wrong else verified.verdict)

    def _verified(self, claim: Claim, words: QuotedWords) -> Verified:
        places: list[CitedPlace] = []
        why = None
        if claim.reference:
            try:
                places = cited_places(self._store, claim.reference)
            except NotFound as error:
                why = str(error)
        if not words.parts:
            cited = places[0].permalink if places else None
            return Verified(claim, Verdict.THERE if places else Verdict.NOT_THERE, cited, cited, why=why)
        if places:
            return self._at_places(claim, words, places)
        found = self._searching.exact(words) or self._searching.nearest(words)
        if found is None or found.comparison.likeness is Likeness.UNLIKE:
            return Verified(claim, Verdict.NOT_FOUND, why=why)
        return self._anywhere(claim, found, why)

    def _at_places(self, claim: Claim, words: QuotedWords, places: list[CitedPlace]) -> Verified:
        """The words of a claim held against the places that it cites; only then looked for elsewhere."""
        compared = [
            (compare(words, *texts), place.permalink)
            for place in places
            for texts in (place.texts, (place.title,) if place.title else ())
            if texts
        ]
        here, cited = max(compared, key=lambda one: (one[0].likeness, one[0].share))
        if here.likeness >= Likeness.ALIKE:
            return Verified(claim, _VERDICTS[here.likeness], cited, self._exact_place(words, cited, here), here)
        found = self._searching.exact(words)
        if found is None and here.likeness is Likeness.CLOSE:
            return Verified(claim, Verdict.CLOSE, cited, cited, here)
        found = found or self._searching.nearest(words)
        if found and found.comparison.likeness >= Likeness.ALIKE:
            return Verified(claim, Verdict.ELSEWHERE, cited, found.permalink, found.comparison, found.more)
        if found and found.comparison.likeness is Likeness.CLOSE:
            return Verified(claim, Verdict.OTHER_WORDS, cited, found.permalink, found.comparison)
        return Verified(claim, Verdict.OTHER_WORDS, cited, cited, here if here.likeness is Likeness.NEAR else None)

    def _exact_place(self, words: QuotedWords, cited: str, here: Comparison) -> str:
        """The clause, or else the item, of a place cited that has the words; the place itself where none has them."""
        for part in parts_of(self._store, find_place(self._store, cited)):
            there = standing_in(words, place_at(self._store, part).texts)
            if there and there.likeness is here.likeness:
                return part.permalink
        return cited

    def _anywhere(self, claim: Claim, found: FoundWords, why: str | None) -> Verified:
        """What was found of a claim that cites no place, or one that is not there."""
        verdict = _VERDICTS[found.comparison.likeness]
        if claim.reference and verdict in (Verdict.EXACT, Verdict.ALIKE):
            verdict = Verdict.ELSEWHERE
        return Verified(claim, verdict, None, found.permalink, found.comparison, found.more, why)

    def _told(self, words: QuotedWords, verified: Verified) -> ToldAs | None:
        """As what the words found are told, where they are nearly those of the claim."""
        comparison = verified.comparison
        if verified.place is None or comparison is None or comparison.likeness < Likeness.CLOSE:
            return None
        place = find_place(self._store, verified.place)
        if place.resolution_id is not None:
            asked = "SELECT result FROM resolution WHERE id = ?"
            return _TOLD.get(self._store.execute(asked, (place.resolution_id,)).fetchone()[0], ToldAs.DECIDED)
        printed = QuotedWords.of(comparison.printed)
        title = place_at(self._store, place).title
        if title and standing_in(printed, [title]):
            return None
        if standing_in(printed, decided_at(self._store, place)):
            return ToldAs.DECIDED
        if standing_in(printed, discussed_at(self._store, place)):
            return ToldAs.DISCUSSED
        moved = self._store.execute(_NOT_CARRIED, (place.item_id,))
        return next((_TOLD[of] for text, of in moved if standing_in(QuotedWords.of(text), [comparison.printed])), None)


_NOT_CARRIED = (
    "SELECT clause.text, result FROM clause JOIN resolution ON resolution.id = resolution_id"
    " WHERE item_id = ? AND result IN ('lost', 'withdrawn') ORDER BY clause.id"
)
_TOLD = {Result.LOST: ToldAs.LOST, Result.WITHDRAWN: ToldAs.WITHDRAWN}
_VERDICTS = {
    Likeness.EXACT: Verdict.EXACT,
    Likeness.ALIKE: Verdict.ALIKE,
    Likeness.CLOSE: Verdict.CLOSE,
    Likeness.NEAR: Verdict.NOT_FOUND,
}
