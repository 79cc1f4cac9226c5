"""What a typed word may mean: itself and its forms, its completions, the facts called so, and the words a slip away.

Qualities are 0 to 1, 1 being the word itself.
"""

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from itertools import islice

from store.find.abbreviations import SHORT_FOR, WRITTEN_SHORT
from store.find.dictionary import Dictionary
from store.find.slips import Slips, one_edit_away
from store.index.lexicon import Lexicon
from store.index.terms import COMMITTEE, COUNCIL, EVERY_ROW, MONTH, NUMBER, YEAR
from store.index.text_facts import INITIALS
from store.text.dates import month_name
from store.text.small_words import SMALL_WORDS
from store.text.stems import beginning, stem

# Qualities, 1 being the typed word itself, in the order in which people mean things. Chosen by recall and rank among
# ten answers to the judged queries of `make bench-finding ARGS=--judge`.
_FORM = 0.95  # a plural, a tense, a noun of the same stem
_COMPLETION = 0.9  # of the word being typed
_CLOSER = 0.09  # what the share of its letters that are typed already adds to that
_NOUGHTS = 0.9  # "1131" for 01131
_SHORT_FOR, _INITIALS = 0.9, 0.85  # "cttee" for committee, "tpo" for Tree Preservation Order
_ONE_EDIT = 0.82  # a letter left out, put in, changed or swapped
_UNFINISHED = 0.8  # a word that was left unfinished for the next
_FIRST_LETTER = 0.78  # a slip, where the first letter is another
_LONGER = 0.75  # "recruit" typed in full, "recruiter" in the text
_MENDED_COMPLETION, _MENDED_LONGER = 0.74, 0.64  # a completion, or a longer word, of what one edit makes
_VOWELS_LEFT_OUT = 0.82  # "mngmnt"
_LETTERS_LEFT_OUT = 0.7  # "managmt"
_TWO_EDITS = 0.6
_FACT, _FACT_COMPLETION = 0.6, 0.55  # a name, a day or a number around the row, and one that is being typed

_MONTHS = tuple(month_name(number).lower() for number in range(1, 13))
_LABELLED = re.compile(r"(?<=\d)(?=[a-z])")  # between number and label: "16v" may be 16(v)
_VOWEL = re.compile("[aeiou]")
_FORMS_END = re.compile(  # what stands behind what the forms of a word share
    "(?:.{0,2}(?:s|e[sd]?|ing|ings|ies|ied|ments?|ations?|ions?|al(?:s)?|ly|ances?|ences?|at(?:e[sd]?|ing)|our(?:s|ed|ing)?))?.?"
)

# So many terms, the commonest, are meant: each more is one more to look for in the index.
_COMPLETIONS, _FEWER, _MENDED = 16, 4, 2  # of the word being typed, of another, of a mended one
_FIGURES = 64  # of a number that is being typed: each of them is rare
_NAME_FROM = 3  # letters of the beginning of a name around a row
_SHORT = 3  # letters of a typed word, for each kind of forgiveness
_LONGER_FROM = _ONE_EDIT_FROM = 4
_TWO_EDITS_FROM = 5
_UNFINISHED_FROM = 2
_INITIALS_UP_TO, _LEFT_OUT_UP_TO = 5, 7
_LONGEST = 40  # letters of a word that may be mistyped
_LONGER_BELOW, _SLIP_BELOW = 0.05, 0.005  # the share of rows that have a word from which it is taken as it stands


class Terms(Dictionary):
    """The dictionary of a section, and what words mean in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._slips = Slips(self)
        self._ready()

    def _ready(self) -> None:
        self.rows = self.count(EVERY_ROW)
        self.sure = lru_cache(4_096)(self._sure)
        self.near = lru_cache(4_096)(self._near)
        self.named = lru_cache(1_024)(self._named)
        self.forms = lru_cache(4_096)(self._forms)

    def add(self, further: Lexicon) -> None:
        """Count what was written since."""
        super().add(further)
        self._slips.forget()
        self._ready()

    def get_ready(self) -> None:
        """Make ready for many questions what a single one does without."""
        self._slips.get_ready()

    def numbered(self, number: str, unfinished: bool) -> Mapping[str, float]:
        """The facts of a number, its parts joined by "_": itself, and while it is being typed those that begin so."""
        itself = NUMBER + number
        meant: dict[str, float] = {}
        if unfinished:
            meant = dict.fromkeys(self.commonest(itself, _COMPLETIONS), _COMPLETION)
        return meant | ({itself: 1.0} if self.count(itself) else {})

    def alike(self, word: str) -> Set[str]:
        """The words that begin like `word`; where none does, those a slip away."""
        return frozenset(self.beginning(word)) or self.near(word, False).keys()

    def _forms(self, word: str) -> frozenset[str]:
        """The other words with the stem of `word`: plural and singular, tenses, nouns."""
        if not word.isalpha() or len(word) < _SHORT or word in SMALL_WORDS:
            return frozenset()
        stemmed = stem(word)
        start = beginning(stemmed)
        letters = len(start)
        return frozenset(
            term
            for term in self.beginning(start)
            if term != word and _FORMS_END.fullmatch(term, letters) and stem(term) == stemmed
        )

    def _sure(self, word: str, unfinished: bool) -> Mapping[str, float]:
        """What a word means as typed: itself and its forms, words that begin with it, and the facts called so."""
        meant = self._called(word, unfinished)
        if unfinished:
            for term in self.commonest(word, _FIGURES if word.isdecimal() else _COMPLETIONS):
                meant[term] = _COMPLETION + _CLOSER * len(word) / len(term)
        elif len(word) >= _LONGER_FROM and self.count(word) < _LONGER_BELOW * self.rows:
            meant |= dict.fromkeys(self.commonest(word, _FEWER), _LONGER)
        meant |= dict.fromkeys(self._written_short(word), _SHORT_FOR)
        if word.isdecimal():
            meant |= dict.fromkeys(self.known([f"0{word}", f"00{word}"]), _NOUGHTS)
        elif len(word) <= _INITIALS_UP_TO and self.count(INITIALS + word):
            meant[INITIALS + word] = _INITIALS
        meant |= dict.fromkeys(self.forms(word), _FORM)
        if self.count(word):
            meant[word] = 1.0
        return meant

    def _near(self, word: str, unfinished: bool) -> Mapping[str, float]:
        """The words that are the typed one but for a slip, or for two in a long one; the likeliest first.

        Numbers are never forgiven, and a short word only when it stands nowhere.
        """
        meant: dict[str, float] = {}
        if word in SMALL_WORDS:
            return meant
        if not unfinished and len(word) >= _UNFINISHED_FROM and word[0].isalnum():
            meant |= dict.fromkeys(self.commonest(word, _COMPLETIONS), _UNFINISHED)
        known = self.count(word)
        if _SHORT <= len(word) <= _LONGEST and word.isalpha() and known < _SLIP_BELOW * self.rows:
            meant |= self._mistyped(word, unfinished, known=bool(known or self.forms(word)))
        meant.pop(word, None)
        return {term: meant[term] for term in self.likeliest(meant, len(meant))}

    def _mistyped(self, word: str, unfinished: bool, *, known: bool) -> dict[str, float]:
        mended = one_edit_away(word)
        begun = dict(self.begun(mended))
        near = [word for word, term in begun.items() if term == word]
        if len(word) == _SHORT:
            meant = {} if known else dict.fromkeys(near, _ONE_EDIT)
        else:
            meant = {}
            if len(word) >= _TWO_EDITS_FROM and not known:
                meant = dict.fromkeys(self._slips.two_edits_away(word, () if near else mended), _TWO_EDITS)
            longer = _MENDED_COMPLETION if unfinished else _MENDED_LONGER
            for start in begun:
                meant |= dict.fromkeys(self.commonest(start, _MENDED), longer)
            for term in near:
                meant[term] = _ONE_EDIT if term[0] == word[0] else _FIRST_LETTER
        return meant if known else self._with_short_ones(word, meant)

    def _with_short_ones(self, word: str, meant: dict[str, float]) -> dict[str, float]:
        """What is meant, and the words that were written without some of their letters where `word` looks so."""
        if len(word) > _LEFT_OUT_UP_TO:
            return meant
        if not _VOWEL.search(word, 1):
            return meant | dict.fromkeys(self._with_letters_left_out(word, "[aeiou]*"), _VOWELS_LEFT_OUT)
        if any(len(term) <= len(word) + 1 for term in meant):
            return meant
        return dict.fromkeys(self._with_letters_left_out(word, ".*"), _LETTERS_LEFT_OUT) | meant

    def _written_short(self, word: str) -> Set[str]:
        """The word, with its forms, that custom writes as `word`; and how `word` itself is written short."""
        whole = SHORT_FOR.get(word)
        shorts = self.known(WRITTEN_SHORT.get(word, ()))
        return {*shorts, *self.known([whole]), *self.forms(whole)} if whole else frozenset(shorts)

    def _with_letters_left_out(self, word: str, between: str) -> list[str]:
        """The commonest words that have the letters of `word` in their order, and `between` them what fits that."""
        pattern = re.compile(between.join(word))
        having = [term for term in self.beginning(word[0]) if pattern.fullmatch(term)]
        return self.likeliest(dict.fromkeys(having, 1.0), _FEWER)

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
        if word[0].isdecimal():
            itself = [YEAR + word, NUMBER + word, NUMBER + _LABELLED.sub("_", word)]
            return {term: _FACT for term in itself if self.count(term)}
        meant: dict[str, float] = {}
        for kind in (COMMITTEE, COUNCIL):
            if unfinished and len(word) >= _NAME_FROM:
                meant |= dict.fromkeys(self.commonest(kind + word, _FEWER), _FACT_COMPLETION)
            if self.count(kind + word):
                meant[kind + word] = _FACT
        if word in _MONTHS:
            month = f"_{_MONTHS.index(word) + 1:02}"
            meant |= {term: _FACT for term in self.beginning(MONTH) if term.endswith(month)}
        return meant
