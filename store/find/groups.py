"""The words of a query as groups: for each what it may mean, alone and together with the words beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise

from store.find.expansion import Terms
from store.find.query import QueryWord
from store.find.segmentation import parts_of
from store.index.text_facts import INITIALS, day_token
from store.text.dates import month_number
from store.text.small_words import SMALL_WORDS

_NEAR = 32  # near terms of a word that are looked for; all of them count where they stand
_LIKELY = 0.7  # the quality from which a near term is looked for before all others
_JOINED, _JOINED_COMPLETION = 0.9, 0.8  # of two words that were typed apart: the word that they make, or begin
_ABBREVIATED = 0.85  # of words that make a name: its initials
_INITIALS = range(3, 6)  # letters that a name has of its words
_LONGEST_NAME = 8  # words, small ones among them
_JOINED_FROM = 5  # letters of a word that may have been typed as two
_REFERRED_TO = 0.8  # of the number of an item: its figures in a text
_BEGUN = 16  # numbers that the last figures of a number may begin
_DAY_WITHOUT_YEAR = 0.8  # of a day that is typed with its year
_CENTURY = 2000
_YEARS = range(1800, 2100)
_SHORT_YEARS = range(70)


@dataclass(eq=False)
class Group:
    """What one typed word may be: terms with their qualities. `spare` says that it may be left out in need.

    Of a word that is written with others as one term, `sure` and `near` have that term, too.
    """

    typed: str
    sure: Mapping[str, float]
    near: Callable[[], Mapping[str, float]] = dict
    spare: bool = False
    also_near: dict[str, float] = field(default_factory=dict)

    @property
    def is_small(self) -> bool:
        """Whether the word tells no text from another."""
        return self.spare and self.typed in SMALL_WORDS

    @property
    def stands(self) -> bool:
        """Whether anything that the word may mean stands somewhere."""
        return bool(self.sure or self.wide)

    @cached_property
    def wide(self) -> Mapping[str, float]:
        """The sure terms and the near ones, the likeliest first."""
        near = self.also_near | {term: quality for term, quality in self.near().items() if term not in self.also_near}
        return {**self.sure, **{term: quality for term, quality in near.items() if term not in self.sure}}

    @cached_property
    def likely(self) -> Mapping[str, float]:
        """The terms to look for first where the word may be mistyped."""
        return {term: quality for term, quality in self.likeliest.items() if quality >= _LIKELY or term in self.sure}

    @cached_property
    def likeliest(self) -> Mapping[str, float]:
        """The terms to look for where the word may be mistyped."""
        return dict(islice(self.wide.items(), len(self.sure) + _NEAR))


def groups_of(typed: Sequence[QueryWord], terms: Terms) -> list[Group]:
    """A group for each word; several for one that was written without the spaces between its parts."""
    words = [part for word in typed for part in _parted(word, terms)]
    groups = [_group(word, terms) for word in words]
    for at, (one, other) in enumerate(pairwise(words)):
        _add_joined(groups[at : at + 2], one, other, terms)
    for begin, end, short in _abbreviated(words, terms):
        for group in groups[begin:end]:
            group.sure = {short: _ABBREVIATED, **group.sure}
    for begin, end, meant in _days(words, terms):
        for group in groups[begin:end]:
            group.sure = {**group.sure, **meant}
    for at, word in reversed(list(enumerate(words))):
        if word.number:
            groups[at : at + 1] = _references(word, terms)
    return groups


def exactly(word: str, terms: Terms) -> Group:
    """A word that is looked for as it stands."""
    return Group(word, {word: 1.0} if terms.count(word) else {})


def exact_group(word: QueryWord, terms: Terms) -> Group:
    """A word that may not be mistyped, nor be another form of itself; it may be unfinished."""
    if not word.unfinished:
        return exactly(word.folded, terms)
    sure = terms.sure(word.folded, True)
    return Group(word.folded, {term: quality for term, quality in sure.items() if term.startswith(word.folded)})


def either(groups: Sequence[Group]) -> Group:
    """What any of some words may be."""

    def best(meant: Iterable[Mapping[str, float]]) -> dict[str, float]:
        found: dict[str, float] = {}
        for terms in meant:
            found |= {term: max(quality, found.get(term, 0.0)) for term, quality in terms.items()}
        return found

    typed = " ".join(group.typed for group in groups)
    return Group(typed, best(group.sure for group in groups), lambda: best(group.wide for group in groups))


def _references(word: QueryWord, terms: Terms) -> Iterator[Group]:
    """The number of an item; and close to that the same figures and letters, where a text refers to it."""
    itself = terms.numbered(word.folded, word.unfinished)
    *parts, last = word.folded.split("_")
    if itself and not parts:  # a figure by itself may be anything
        yield Group(last, itself)
        return
    for part in parts:
        yield Group(part, itself, also_near=dict.fromkeys(terms.known([part]), _REFERRED_TO))
    begun = [*terms.commonest(last, _BEGUN)] if word.unfinished else []
    yield Group(last, itself, also_near=dict.fromkeys([*terms.known([last]), *begun], _REFERRED_TO))


def _group(word: QueryWord, terms: Terms) -> Group:
    if word.exact:
        return exact_group(word, terms)
    sure = terms.sure(word.folded, word.unfinished)
    spare = not word.folded[0].isdecimal()
    return Group(word.folded, sure, lambda: terms.near(word.folded, word.unfinished), spare)


def _parted(word: QueryWord, terms: Terms) -> Iterator[QueryWord]:
    """The word, or where it stands nowhere the words that it was made of by leaving out spaces."""
    parts: tuple[str, ...] = ()
    if not (word.exact or word.number or word.folded.isdecimal() or terms.sure(word.folded, word.unfinished)):
        near = terms.near(word.folded, word.unfinished)
        if not any(term[:1] == word.folded[:1] and abs(len(term) - len(word.folded)) < 2 for term in near):
            parts = parts_of(word.folded, terms, terms.rows, unfinished=word.unfinished)
    if not parts:
        yield word
        return
    yield from (QueryWord(part) for part in parts[:-1])
    yield QueryWord(parts[-1], unfinished=word.unfinished)


def _add_joined(two: Sequence[Group], one: QueryWord, other: QueryWord, terms: Terms) -> None:
    """Let two words mean the one that they make, too: where either stands nowhere for sure, else as a slip."""
    joined = one.folded + other.folded
    if one.exact or other.exact or one.number or other.number or len(joined) < _JOINED_FROM or not joined.isalpha():
        return
    meant: dict[str, float] = {}
    if other.unfinished and other.folded not in SMALL_WORDS:
        meant = dict.fromkeys(terms.commonest(joined, 2), _JOINED_COMPLETION)
    meant |= dict.fromkeys([*terms.known([joined]), *terms.forms(joined)], _JOINED)
    if not meant:
        return
    is_sure = not (terms.count(one.folded) and terms.count(other.folded))
    for group in two:
        if is_sure:
            group.sure = {**group.sure, **meant}
        else:
            group.also_near |= meant


def _abbreviated(words: Sequence[QueryWord], terms: Terms) -> Iterator[tuple[int, int, str]]:
    """Where a name stands that the minutes spell out and write as its initials too, and those: "pfi", "prow"."""
    small = [word.folded in SMALL_WORDS for word in words]
    named = [word.folded.isalpha() and not (word.exact or word.number) for word in words]
    for begin in range(len(words)):
        large = every = ""
        for end, word in enumerate(words[begin : begin + _LONGEST_NAME], begin):
            if not named[end] or small[begin]:
                break
            every += word.folded[0]
            large += "" if small[end] else word.folded[0]
            if not small[end] and len(large) in _INITIALS and terms.count(INITIALS + large):
                yield from ((begin, end + 1, short) for short in terms.known({large, every}))


def _days(words: Sequence[QueryWord], terms: Terms) -> Iterator[tuple[int, int, Mapping[str, float]]]:
    """Where the words of a day stand, first and one after the last, and the terms of that day in any form."""
    folded = [word.folded if not (word.exact or word.number) else "" for word in words]
    at = 0
    while at < len(folded):
        for length, read in ((3, _dated), (2, _day_of_year)):
            day = read(folded[at : at + length]) if at + length <= len(folded) else None
            if day and (meant := _day_terms(day, terms)):
                yield at, at + length, meant
                at += length - 1
                break
        at += 1


def _day_terms(read: tuple[int, int, int | None], terms: Terms) -> Mapping[str, float]:
    month, day, year = read
    if year is None:
        return dict.fromkeys(terms.beginning(day_token(month, day)), 1.0)
    itself, anyway = day_token(month, day, year), day_token(month, day)
    known = {itself: 1.0, anyway: _DAY_WITHOUT_YEAR}
    return {term: known[term] for term in terms.known(known)}


def _dated(words: Sequence[str]) -> tuple[int, int, int | None] | None:
    """The month, the day and the year of three words in one of the orders in which dates are written."""
    one, two, three = words
    if one.isdecimal() and len(one) == 4:
        return _checked(two, three, one)
    return _checked(two, one, three) or (_checked(one, two, three) if month_number(one) else None)


def _day_of_year(words: Sequence[str]) -> tuple[int, int, int | None] | None:
    one, two = words
    named = (two, one) if month_number(two) else (one, two) if month_number(one) else None
    return (found[0], found[1], None) if named and (found := _checked(*named, str(_CENTURY))) else None


def _checked(month: str, day: str, year: str) -> tuple[int, int, int] | None:
    """Figures, or the name of a month with figures, as a day that there is."""
    number = int(month) if month.isdecimal() and len(month) <= 2 else month_number(month)
    if not number or not (day.isdecimal() and year.isdecimal() and len(day) <= 2 and len(year) <= 4):
        return None
    whole = int(year) + _CENTURY if len(year) == 2 and int(year) in _SHORT_YEARS else int(year)
    return (number, int(day), whole) if 1 <= number <= 12 and 1 <= int(day) <= 31 and whole in _YEARS else None
