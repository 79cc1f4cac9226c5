"""What a person asks, as values: the words, phrases and fields that a query is made of."""

from dataclasses import dataclass

from store.index.section import Section
from store.text.periods import Period


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word that may stand anywhere, folded as `store.text.tokens` folds.

    `exact` asks for the very word; any other may be mistyped. `unfinished` says that it is still being typed. `number`
    says that it is the number of an item ("min 22", "16(v)"), `folded` then being its parts joined by "_".
    """

    folded: str
    exact: bool = False
    unfinished: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, folded. `unfinished` says that the last of them is still being typed.

    `at_start` asks for them at the beginning of the text.
    """

    folded: tuple[str, ...]
    unfinished: bool = False
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """One side of an `OR`, as typed: words and phrases that must all be there."""

    typed: str
    words: tuple[QueryWord, ...] = ()
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryFilter:
    """A field and what it must hold. `field` is a name in `store.find.query_fields`.

    `typed` is the value as typed, without its quotes; `folded` its words, folded; `period` is there for `year` and
    `date` alone. `excluded` says that it must not hold it ("!outcome:noted"). Of several filters with one field, none
    of them excluded, any may hold; what the person marked and filters of different fields must all hold.
    """

    field: str
    typed: str
    folded: tuple[str, ...] = ()
    period: Period | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A part of a query that means nothing, and why, in a sentence; the rest of the query counts without it."""

    part: str
    why: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood. `text` is as typed. `section` is None where no `in:` chooses one.

    `without` are the words and phrases that must not be there; of each of `choices` one alternative must.
    """

    text: str
    words: tuple[QueryWord, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    filters: tuple[QueryFilter, ...] = ()
    section: Section | None = None
    problems: tuple[QueryProblem, ...] = ()
    choices: tuple[tuple[Alternative, ...], ...] = ()

    @property
    def asks_words(self) -> bool:
        """Whether there is anything to rank by; without it the answers come newest first."""
        return bool(self.words or self.phrases or self.choices)
