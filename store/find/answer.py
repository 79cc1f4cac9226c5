"""What a query is answered with."""

from dataclasses import dataclass

from store.find.query import Query
from store.index.section import Section

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that answers a query, at the newest place that has it and that the query's fields let through.

    In the section of resolutions it is a clause, `text` its words and `title` those of its item; in that of titles
    `text` is the title itself, and `title` is empty; in that of text `text` is a paragraph. `number` is the item's,
    `label` the clause's or the paragraph's, as printed. `score` is 0 to 1; 0 where the query asks for no words. `exact`
    says that each word stands there as typed, or begins a word there or a name around it; otherwise the hit is close.
    `repeats` is how many places have the very same words and answer the query as this one does, itself among them;
    where `more` says that there was no time to count, there may be others. It is 1 where the query asks for nothing:
    each place is a hit of its own then. `spans` are the stretches of `text` that the query matched, `title_spans` those
    of `title`: (first character, one after the last). `result` is what became of a motion, as in `store.model.Result`;
    None of titles and paragraphs.
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
    exact: bool
    repeats: int
    spans: Spans
    title_spans: Spans
    section: Section
    more: bool = False
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many; `more` says that there are at least so many, counting having stopped there."""

    number: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Unfound:
    """A word, or the value of a field, that stands nowhere; `meant` are the nearest that do, the likeliest first."""

    typed: str
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits of a query in one section, best first, and how many clauses (titles, paragraphs) there are.

    `exact` counts the exact ones, `close` the others; `unfound` is filled where there are no exact ones. `left_out` are
    words, folded, that were typed and not looked for: they say nothing, or stand nowhere. `instead` says that
    resolutions were asked for, of which none is exact.
    """

    query: Query
    section: Section
    hits: tuple[Hit, ...]
    exact: Count
    close: Count = Count(0)
    unfound: tuple[Unfound, ...] = ()
    left_out: tuple[str, ...] = ()
    instead: bool = False

    @property
    def total(self) -> Count:
        """Exact and close ones together."""
        return Count(self.exact.number + self.close.number, self.exact.more or self.close.more)


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a field that would narrow the answers to `count`; `filter` is what to type for it."""

    filter: str
    name: str
    count: int
